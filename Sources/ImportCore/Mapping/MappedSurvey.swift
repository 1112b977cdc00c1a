import FactStore
import Formats
import Localization

/// What all records of a JSON document have in common, seen before any of them is read: which keys that its mapping reads
/// no record has, and how its columns of days are written.
///
/// A key that no record has is a slip of the mapping or a field that was not exported. Either way the records do not say
/// that there is none.
struct MappedSurvey {
  private let mapped: MappedFile
  private var seen: [[Bool]]
  /// By rule: whether some record has the list that gives its facts, and whether some fact was met.
  private var hasList: [Bool]
  private var hasFact: [Bool]
  private var hasRecord = false
  private(set) var days: [[DayColumn]]
  private let readsDays: Bool
  /// Keys that stand where those of a rule should, for a suggestion.
  private var neighbours: [Set<String>]

  init(_ mapped: MappedFile) {
    self.mapped = mapped
    seen = mapped.facts.map { $0.columns.map { _ in false } }
    hasList = mapped.facts.map(\.each.isEmpty)
    hasFact = mapped.facts.map { _ in false }
    days = mapped.facts.map { $0.columns.map { _ in DayColumn() } }
    neighbours = mapped.facts.map { _ in [] }
    readsDays = mapped.facts.contains { $0.columns.contains { $0.column.type == .date } }
    for (rule, fact) in mapped.facts.enumerated() {
      for (index, column) in fact.columns.enumerated() {
        if case .constant = column.source { seen[rule][index] = true }
      }
    }
  }

  /// Whether further records change nothing.
  private var isDone: Bool { !readsDays && hasList.allSatisfy { $0 } && seen.allSatisfy { $0.allSatisfy { $0 } } }

  mutating func look(at record: JSONNode, _ around: [JSONNode]) {
    if hasRecord, isDone { return }
    hasRecord = true
    for (index, rule) in mapped.facts.enumerated() {
      var elements: [(JSONNode, [JSONNode])] = []
      var isMissing = false
      MappedElements(rule: rule).visit(record, around, Place(line: 1)) { element, parents, _, missing in
        if missing == nil { elements.append((element, parents)) } else { isMissing = true }
      }
      // An empty list is a list; only one that is nowhere may be a slip.
      if !hasList[index], !isMissing, Self.isThere(record, Array(rule.each.names.prefix { $0 != "*" })) {
        hasList[index] = true
      }
      if !hasList[index] { note(record, index) }
      for (element, parents) in elements { look(at: element, parents, around.count, index, rule) }
    }
  }

  private mutating func look(
    at element: JSONNode, _ parents: [JSONNode], _ around: Int, _ index: Int, _ rule: FactRule
  ) {
    hasFact[index] = true
    for (position, column) in rule.columns.enumerated() {
      let (node, names): (JSONNode?, [String]) =
        switch column.source {
        case .constant: (nil, [])
        case .field(let name): (element, [name])
        case .path(let path): (element, path.names)
        case .parent(let up, let path):
          around + rule.depth - up >= 0 && around + rule.depth - up < parents.count
            ? (parents[around + rule.depth - up], path.names) : (nil, path.names)
        }
      guard let node else { continue }
      if !seen[index][position] {
        if Self.isThere(node, names) { seen[index][position] = true } else { note(node, index) }
      }
      if column.column.type == .date, let text = node[JSONPath(names: names)]?.string {
        days[index][position].look(at: ScalarReader.trim(text))
      }
    }
  }

  private mutating func note(_ node: JSONNode, _ rule: Int) {
    guard neighbours[rule].count < 200 else { return }
    for (key, _) in node.members { neighbours[rule].insert(key) }
  }

  /// Whether there is something at the end of the names; what is null may hold anything.
  private static func isThere(_ node: JSONNode, _ names: [String]) -> Bool {
    var node = node
    for name in names {
      if node.isNull { return true }
      guard let next = node[JSONPath(names: [name])] else { return false }
      node = next
    }
    return true
  }

  // MARK: What is missing

  /// By rule and column, the key that no record has.
  private var absentKeys: [[AbsentField?]] {
    mapped.facts.enumerated().map { rule, fact in
      fact.columns.enumerated().map { index, column in
        guard hasFact[rule], !seen[rule][index] else { return nil }
        let name = Self.shown(column)
        return AbsentField(line: fact.line, name: name, isList: false, nearest: nearest(name, rule))
      }
    }
  }

  /// By rule and column, why nothing is known of the column; a column that rejects its records says so itself.
  var absent: [[Phrase?]] {
    zip(mapped.facts, absentKeys).map { fact, keys in
      zip(fact.columns, keys).map { column, key in column.empty == .reject ? nil : key?.text() }
    }
  }

  /// By rule, the list that no record has: its facts may exist although no record gives one.
  var absentLists: [AbsentField?] {
    mapped.facts.enumerated().map { index, rule in
      guard hasRecord, !hasList[index] else { return nil }
      return AbsentField(
        line: rule.line, name: rule.each.text, isList: true,
        nearest: nearest(rule.each.names.first ?? "", index))
    }
  }

  /// Keys and lists that the mapping names and no record has.
  var absentFields: [AbsentField] { absentLists.compactMap { $0 } + absentKeys.joined().compactMap { $0 } }

  private static func shown(_ column: ColumnRule) -> String {
    switch column.source {
    case .field(let name), .constant(let name): name
    case .path(let path): path.text
    case .parent(let up, let path): String(repeating: "../", count: up) + path.names.joined(separator: "/")
    }
  }

  private func nearest(_ text: String, _ rule: Int) -> String? {
    let word = text.split(separator: "/").last.map(String.init) ?? text
    let candidates = neighbours[rule].filter { !NationalIdentity.mayStand(in: $0) }.sorted()
    return Suggestion.nearest(to: word, in: candidates).map { ForeignText.name($0) }
  }
}
