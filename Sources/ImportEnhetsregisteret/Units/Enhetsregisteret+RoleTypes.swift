import FactStore
import Formats
import ImportCore
import Localization

extension Enhetsregisteret {
  /// The code list of role types. Its keys are those of every code list; only the name of its list tells it.
  static let roleTypes = Kind("er.role-types", noun: Noun("role type"), fills: ["er.role_type"]) { record in
    guard let code = record.node("kode")?.string, !code.isEmpty, code.utf8.count <= 8 else {
      let none = record.refuse(record.place, "the record has no `kode`")
      return record.add("er.role_type", ["role": none, "name": none])
    }
    record.add("er.role_type", ["role": .text(code), "name": .text(record.node("beskrivelse")?.string ?? code)])
  }
  .with { kind in
    asAnswer(&kind)
    kind.grade = .closed
    kind.list.mayBeEmpty = false
    kind.form = .json { root in
      guard var list = embedded(["rolletyper"], in: root) else {
        return HeldList([root], otherwise: "one record, not the list of all")
      }
      list.doubt =
        Envelope.saysMore(root.node)
        ? "the document says that more types follow"
        : Envelope.total(root.node)?.doubt(of: Phrase("types"), read: list.records.count)
      return list
    }
  }
}
