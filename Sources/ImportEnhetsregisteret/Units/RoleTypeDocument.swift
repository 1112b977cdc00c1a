import FactStore
import Formats
import ImportCore

/// The code list of role types.
struct RoleTypeDocument: SourceDocument {
  private var rows: [(place: Place, role: FactWriter.Cell, name: FactWriter.Cell, problem: SourceReport.Problem?)] = []
  private var cut: Damage?
  /// Why the list may not be whole.
  private var partial: String?

  var records: Int { rows.count }
  var problemCount: Int { rows.count { $0.problem != nil } }
  var damageOfWhole: String? { cut?.text }

  init(_ input: DocumentInput) {
    let list = input.jsonList(kind: RegisterKind.roleTypes.rawValue)
    cut = list.cut ?? list.lost.first
    var found: [(JSONNode, Place)] = list.records.map { ($0.node, $0.place) }
    if list.isSingle, let root = list.records.first?.node, let embedded = root["_embedded"]?["rolletyper"] {
      if embedded.kind != .array, cut == nil {
        cut = Damage(
          place: Place(line: embedded.line, pointer: "/_embedded/rolletyper"), text: "`rolletyper` is no list")
      }
      partial =
        Envelope.saysMore(root)
        ? "the document says that more types follow"
        : Envelope.total(root)?.doubt(of: "types", read: embedded.elements.count)
      found = embedded.elements.enumerated().map { index, element in
        (element, Place(line: element.line, pointer: "/_embedded/rolletyper/\(index)"))
      }
    }
    for (node, place) in found {
      if let code = node["kode"]?.string, !code.isEmpty, code.utf8.count <= 8 {
        let name = node["beskrivelse"]?.string
        rows.append((place, .text(code), .text(name ?? code), nil))
      } else {
        let message = "the record has no `kode`"
        rows.append(
          (
            place, .unknown(message), .unknown(message),
            .init(line: place.line, pointer: place.pointer, message: message)
          ))
      }
    }
  }

  func write(to writer: FactWriter, survey: Survey, report: inout SourceReport) {
    writer.cover("er.role_type", grade: .closed)
    report.grade = .closed
    for row in rows {
      writer.add("er.role_type", ["role": row.role, "name": row.name], at: row.place)
      report.count(row.problem.map { [$0] } ?? [])
    }
    if let cut {
      writer.addHole("er.role_type", reason: .truncated, text: cut.text, at: cut.place)
      report.fail(cut)
    }
    if let partial {
      writer.addHole("er.role_type", reason: .page, text: partial, at: Place(line: 1))
      report.completeness = .partial
      report.limits.append(partial)
    }
  }
}
