import FactStore
import Formats

/// The code list of role types.
struct RoleTypeDocument: SourceDocument {
  private var rows: [(place: Place, role: FactWriter.Cell, name: FactWriter.Cell, problem: SourceReport.Problem?)] = []
  private var cut: Damage?

  var records: Int { rows.count }
  var damageOfWhole: String? { cut?.text }

  init(_ input: DocumentInput) {
    let list = input.jsonList(kind: EnhetsregisteretImporter.roleTypes)
    cut = list.cut ?? list.lost.first
    var found: [(JSONNode, Place)] = list.records.map { ($0.node, $0.place) }
    if list.isSingle, let embedded = list.records.first?.node["_embedded"]?["rolletyper"] {
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
  }
}
