import FactStore

extension SourceReport.Problem {
  package init(_ damage: Damage) {
    self.init(line: damage.place.line, pointer: damage.place.pointer, message: damage.text)
  }
}

extension SourceReport {
  /// Counts one record: used whole, or rejected with what is wrong with it.
  package mutating func count(_ problems: [Problem]) {
    records += 1
    if problems.isEmpty {
      used += 1
    } else {
      rejected += 1
      completeness = .partial
      for problem in problems { list(problem) }
    }
  }

  /// Counts one record that could not be read at all.
  package mutating func reject(_ problem: Problem) { count([problem]) }

  /// Says that the file as a whole is damaged.
  package mutating func fail(_ damage: Damage) {
    completeness = .partial
    listAlways(Problem(damage))
  }
}
