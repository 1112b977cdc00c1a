import Budget
import FactStore
import Formats
import Localization

/// Reads a JSON document, or JSON lines with nested values, by its mapping.
struct MappedJSONReader {
  let mapped: MappedFile

  func read(_ text: [UInt8], into document: inout MappedDocument, _ account: inout Account) {
    let json = JSONRecords.read(text, account: &account)
    var scan = SecretScan()
    if scan.mayHold(text) {
      var search = SecretSearch()
      search.look(at: json)
      document.note(search)
    }
    if let problem = json.problems.first { document.cut(Damage(problem)) }
    let isList = json.shape == .array || (json.shape == .lines && mapped.format == .jsonl)
    if !mapped.records.isEmpty || mapped.total != nil {
      readEnvelope(json, into: &document)
    } else if json.shape == .lines && mapped.format == .json {
      document.cut(
        Damage(place: Place(line: 1), text: "the file holds one JSON document a line; write `format: jsonl`"))
    } else if json.shape == .scalar || (!isList && json.shape != .object && json.shape != .none) {
      document.cut(Damage(place: Place(line: 1), text: "the document is neither a list nor an object"))
    } else {
      var survey = MappedSurvey(mapped)
      for record in json.records {
        guard case .success(let node) = record.node else { continue }
        survey.look(at: node, [])
        if json.shape == .object { checkEnvelope(node, &document) }
      }
      let known = say(survey, into: &document)
      for record in json.records {
        let pointer = json.shape == .array ? "/\(record.index)" : ""
        switch record.node {
        case .success(let node):
          read(node, [], Place(line: record.line, pointer: pointer), known, into: &document)
        case .failure(let problem): document.lose(Damage(problem))
        }
      }
    }
    document.doubtWhatNoneHas()
  }

  /// A document whose records stand within it, with a total beside them.
  private func readEnvelope(_ json: JSONRecords, into document: inout MappedDocument) {
    guard json.shape == .object, let record = json.records.first else {
      if json.problems.isEmpty {
        document.cut(Damage(place: Place(line: 1), text: "the document is no object that holds its records"))
      }
      return
    }
    guard case .success(let root) = record.node else {
      if case .failure(let problem) = record.node { document.cut(Damage(problem)) }
      return
    }
    guard let list = root[mapped.records], list.kind == .array else {
      return document.cut(
        Damage(
          place: Place(line: record.line, pointer: mapped.records.text),
          text: "the document has no list at `\(mapped.records.text)`"))
    }
    let elements = list.elements
    var survey = MappedSurvey(mapped)
    for element in elements { survey.look(at: element, [root]) }
    let known = say(survey, into: &document)
    for (index, element) in elements.enumerated() {
      read(
        element, [root], Place(line: element.line, pointer: "\(mapped.records.text)/\(index)"), known,
        into: &document)
    }
    let envelopes = (0..<max(1, mapped.records.names.count)).compactMap {
      root[JSONPath(names: Array(mapped.records.names.prefix($0)))]
    }.filter { $0.kind == .object }
    if envelopes.contains(where: Envelope.saysMore) {
      document.lack("the document says that more records follow")
    } else if mapped.total == nil,
      let doubt = envelopes.last.flatMap(Envelope.total)?.doubt(of: Noun.record.many, read: elements.count)
    {
      document.lack(doubt)
    }
    guard let total = mapped.total else { return }
    guard let announced = root[total]?.int else {
      return document.lack("the document states no total at `\(total.text)`")
    }
    if announced != Int64(elements.count) {
      document.lack("the document announces \("\(announced)") records and holds \(elements.count)")
    }
  }

  /// An object whose lists give all facts stands around them, and may say that they are cut.
  private func checkEnvelope(_ root: JSONNode, _ document: inout MappedDocument) {
    guard !mapped.facts.isEmpty, mapped.facts.allSatisfy({ !$0.each.isEmpty }) else { return }
    if Envelope.saysMore(root) { return document.lack("the document says that more records follow") }
    guard let total = Envelope.total(root) else { return }
    let counts = Set(
      mapped.facts.compactMap { rule in
        let list = root[JSONPath(names: Array(rule.each.names.prefix { $0 != "*" }))]
        return list.flatMap { $0.kind == .array ? $0.count : nil }
      })
    let doubts = counts.sorted().compactMap { total.doubt(of: Noun.record.many, read: $0) }
    // Of several lists the total is of one.
    if let doubt = doubts.first, doubts.count == counts.count { document.lack(doubt) }
  }

  /// Says what no record has, and gives what all of them show of the columns of each rule.
  private func say(_ survey: MappedSurvey, into document: inout MappedDocument) -> [Known] {
    for (index, list) in survey.absentLists.enumerated() {
      if let list { document.lack(list.text(), rule: index) }
    }
    document.addAbsent(survey.absentFields)
    let absent = survey.absent
    for text in Set(absent.joined().compactMap { $0 }).sorted(by: { $0.english < $1.english }) {
      document.note(text)
      document.doubt()
    }
    if survey.days.joined().contains(where: \.isMixed) {
      document.note(DayColumn.mixture)
      document.doubt()
    }
    return mapped.facts.indices.map { Known(absent: absent[$0], days: survey.days[$0]) }
  }

  private func read(
    _ record: JSONNode, _ around: [JSONNode], _ place: Place, _ known: [Known],
    into document: inout MappedDocument
  ) {
    guard record.kind == .object || mapped.facts.allSatisfy({ !$0.each.isEmpty || $0.readsElement }) else {
      return document.lose(Damage(place: place, text: "the record is no object"))
    }
    var problem: (place: Place, message: Phrase)?
    for (index, rule) in mapped.facts.enumerated() {
      MappedElements(rule: rule).visit(record, around, place) { element, parents, at, missing in
        if let missing {
          // The list that gives the facts is not there: what the record itself knows is known of them.
          if problem == nil { problem = (at, missing) }
          let cells = Self.cells(rule, nil, parents, around: around.count, missing: missing, known[index])
          document.add(cells.cells, of: index, at: at)
          return
        }
        let cells = Self.cells(rule, element, parents, around: around.count, missing: nil, known[index])
        if let wrong = cells.problem, problem == nil { problem = (at, wrong) }
        if cells.cells.values.contains(where: \.isUnknown) { document.doubt() }
        document.add(cells.cells, of: index, at: at)
      }
    }
    if let problem {
      document.reject(problem.place.line, problem.place.pointer, problem.message)
    } else {
      document.use(1)
    }
  }

  /// What all records show of the columns of a rule.
  private struct Known {
    var absent: [Phrase?]
    var days: [DayColumn]
  }

  /// The cells of one fact. Where `missing` says that there is no element, its own columns are unknown.
  private static func cells(
    _ rule: FactRule, _ element: JSONNode?, _ parents: [JSONNode], around: Int, missing: Phrase?,
    _ known: Known
  ) -> (cells: [String: FactWriter.Cell], problem: Phrase?) {
    var cells: [String: FactWriter.Cell] = [:]
    var problem: Phrase?
    // Levels are counted from the elements, also where a list on the way to them is missing.
    let depth = around + rule.depth
    for (index, column) in rule.columns.enumerated() {
      if let text = known.absent[index] {
        cells[column.column.name] = .unknown(text, .columnAbsent)
        continue
      }
      var reader = ScalarReader(column)
      reader.days = known.days[index]
      let node: JSONNode?
      let names: [String]
      switch column.source {
      case .constant(let text):
        let (cell, _) = reader.constant(text)
        cells[column.column.name] = cell
        continue
      case .field(let name): (node, names) = (element, [name])
      case .path(let path): (node, names) = (element, path.names)
      case .parent(let up, let path):
        let level = depth - up
        if level >= parents.count {
          cells[column.column.name] = .unknown(missing ?? "there is nothing \(up) levels up")
          continue
        }
        (node, names) = (level >= 0 ? parents[level] : nil, path.names)
      }
      if let missing, element == nil {
        if case .parent = column.source {
        } else {
          cells[column.column.name] = .unknown(missing)
          continue
        }
      }
      let (cell, wrong) = reader.read(raw(node, names))
      cells[column.column.name] = cell
      if let wrong, problem == nil { problem = wrong }
    }
    return (cells, problem)
  }

  /// What stands at the end of the names. A value on the way that has nothing by name is no value that is missing.
  private static func raw(_ start: JSONNode?, _ names: [String]) -> ScalarReader.Raw {
    guard var node = start else { return .missing }
    for name in names {
      switch node.kind {
      case .null: return .missing
      case .array where Int(name) == nil: return .misplaced
      case .array, .object:
        guard let next = node[JSONPath(names: [name])] else { return .missing }
        node = next
      default: return .misplaced
      }
    }
    switch node.kind {
    case .null: return .missing
    case .bool: return .bool(node.bool ?? false)
    case .int, .double: return .number(node.numberText ?? "")
    case .string: return .text(node.string ?? "")
    case .array, .object: return .structure
    }
  }
}

extension FactRule {
  /// How many lists are passed on the way to an element.
  package var depth: Int { each.isEmpty ? 0 : each.names.count { $0 == "*" } + 1 }

  /// Whether the fact is made of the element itself, which may then be a plain value.
  var readsElement: Bool {
    columns.contains {
      if case .path(let path) = $0.source { return path.isEmpty }
      return false
    }
  }
}

extension JSONNode {
  /// The value at a pointer; `nil` when there is none.
  package subscript(_ path: JSONPath) -> JSONNode? {
    var node = self
    for name in path.names {
      let next = node.kind == .array ? Int(name).flatMap { node.element($0) } : node[name]
      guard let next else { return nil }
      node = next
    }
    return node
  }

  private func element(_ index: Int) -> JSONNode? {
    let elements = elements
    return elements.indices.contains(index) ? elements[index] : nil
  }
}
