import FactStore

@testable import ImportCore

extension LoadedSources {
  /// Everything that a run knows of its inputs, a line each, in an order that depends on the inputs alone: what became of
  /// each file, every fact with its place, every hole with its reason.
  var text: String {
    var lines: [String] = []
    for file in files { lines += Self.lines(file) }
    for (index, relation) in store.relations.enumerated() {
      let schema = store.schemas.stored[index]
      lines.append(
        "relation \(schema.name): \(relation.completeness.rawValue)\(relation.grade.map { ", \($0.rawValue)" } ?? "")")
      if let declaration = relation.declaration { lines.append("  declared: \(declaration)") }
      let facts = (0..<relation.facts.count).map { row in
        "  \(cells(relation, relation.facts.row(row))) @ \(place(relation.origin(ofRow: row, symbols: store.symbols)))"
      }
      let holes = relation.holes.map { hole in
        "  hole \(cells(relation, hole.row)) (\(hole.reason.rawValue)): \(hole.text) @ \(place(hole.origin))"
      }
      lines += facts.sorted() + holes.sorted()
    }
    lines += incompleteReasons.map { "incomplete: \($0)" } + warnings.map { "warning: \($0)" }
    lines += declarations.map { "declares \($0.absence.name): \($0.relations.joined(separator: " "))" }
    lines.append("complete \(isComplete); systems \(systemsLoaded.sorted().joined(separator: " "))")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func lines(_ file: SourceReport) -> [String] {
    let sums = "\(file.records) = \(file.used) + \(file.rejected) + \(file.outOfScope)"
    let grade = file.grade?.rawValue ?? "-"
    var line = "file \(file.path): \(file.kind ?? "-"), \(sums), \(file.completeness.rawValue), \(grade)"
    line += ", \(file.extractedAt.map { "\($0)" } ?? "-"), \(file.isOld), \(file.isContradicted)"
    return [line]
      + file.problems.map { "  problem \($0.line) \($0.pointer): \($0.message)" }
      + file.notes.map { "  note: \($0)" } + file.limits.map { "  limit: \($0)" }
  }

  private func cells(_ relation: SourceRelation, _ row: [UInt32]) -> String {
    zip(relation.columns, row).map { column, code in
      if code == ValueCode.any { return "*" }
      switch store.symbols.decode(code, as: column.type) {
      case .text(let text): return text
      case .int(let number), .time(let number): return "\(number)"
      case .bool(let flag): return "\(flag)"
      case .date(let date): return "\(date)"
      }
    }.joined(separator: " | ")
  }

  private func place(_ origin: Origin?) -> String {
    guard let origin else { return "-" }
    return "\(store.files[origin.file.raw]):\(origin.place.line) \(origin.place.pointer)"
  }
}
