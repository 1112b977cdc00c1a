import FactStore
import Formats
import ImportCore
import Localization

/// Reads `employees.csv`: one row per employment.
package struct EmployeeImporter: Importer {
  static let kind = "organisation.employees"
  package let kinds = [Self.kind]
  package var schemas: [RelationSchema] { EmployeeSchemas.all }
  package let soleRelations = [
    SoleRelation(
      EmployeeSchemas.employment.name, why: "one employee number may be two people in two systems",
      help: "write both into one mapping if their numbers are those of one system")
  ]

  package init() {}

  package func relations(ofKind kind: String) -> [String] {
    kind == Self.kind ? EmployeeSchemas.all.map(\.name) : []
  }

  package func readsTables(ofKind kind: String) -> Bool { kind == Self.kind }

  package func list(ofKind kind: String) -> ListTraits? {
    guard kind == Self.kind else { return nil }
    var traits = ListTraits(noun: Noun("employment"))
    traits.isNumbered = true
    return traits
  }

  /// Tells which employee numbers files that mappings read have in common with lists.
  package func inform(_ survey: inout Survey, mapped: [MappedFacts]) {
    guard !survey.numbers.isEmpty else { return }
    for file in mapped {
      let values = file.writer?.values(of: EmployeeSchemas.personEntity) ?? []
      survey.numbers.mention(
        values.compactMap { value in if case .text(let text) = value { ExactText(text) } else { nil } },
        hasEmployments: file.relations.contains(EmployeeSchemas.employment.name))
    }
  }

  package func recognise(_ sample: DocumentSample) -> Recognition? {
    guard case .table(let header) = sample else { return nil }
    return ColumnChoice.isEmployees(header) ? .used(kind: Self.kind) : nil
  }

  package func mayStandUnderHeading(_ kind: String) -> Bool { kind == Self.kind }

  package func read(_ input: DocumentInput, kind: String) -> any SourceDocument {
    guard let table = input.table else { return DamagedDocument(input, relations: relations(ofKind: kind)) }
    let choice = ColumnChoice(table.header)
    // Whoever names the kind says that the days are those of employments.
    let questions = choice.questions.filter { $0.why != .ofWhat || input.context.kind == nil }
    if !questions.isEmpty {
      return DamagedDocument(
        input, relations: relations(ofKind: kind), records: table.rows.count + table.lost.count,
        reason: ColumnQuestion.problem(questions, choice, input))
    }
    guard let id = choice[.id] else {
      return DamagedDocument(
        input, relations: relations(ofKind: kind), records: table.rows.count + table.lost.count,
        reason: Phrase("the required column `\("id")` is missing"))
    }
    var columns = EmployeeDocument.Columns(
      id: id, name: choice[.name], nameParts: choice.nameParts, email: choice[.email], unit: choice[.unit],
      start: choice[.start], end: choice[.end],
      nationalID: table.header.indices.first { $0 != id && IdentityColumns.holds(table.header[$0]) },
      kind: choice.kind)
    columns.otherEnds = EndColumn.others(of: table.header, besides: columns.read)
    var names = Names(path: input.path)
    var days = DayColumn()
    for column in [columns.start, columns.end].compactMap({ $0 }) {
      for row in table.rows { days.look(at: row.trimmed(column)) }
    }
    let rows = table.rows.map { read($0, columns, days, &names) }
    return EmployeeDocument(
      path: input.path, rows: rows, columns: columns, lost: table.lost, cut: table.cut,
      notes: table.notes + Self.notes(of: choice) + names.notes
        + (days.isMixed ? [Phrase("`start` and `end`: \(DayColumn.mixture)")] : []))
  }

  private static func notes(of choice: ColumnChoice) -> [Phrase] {
    choice.renamed.isEmpty ? [] : [Phrase("the titles are read as: \(choice.renamed)")]
  }

  /// What people and employments of one list are called.
  private struct Names {
    let path: String
    var employments: [ExactText: Int] = [:]
    /// By token: the first row of somebody whose id is an identity number.
    var hidden: [String: String] = [:]
    /// Rows without an identity number, in a list that has them.
    var unnumbered = 0

    /// The id, or a name in its place where it is an identity number.
    mutating func name(_ id: String, line: Int) -> String {
      guard NationalIdentity.mayBeID(ofPerson: id) else { return id }
      let key = NationalIdentity.token(inColumn: id) ?? "line \(line)"
      let name = hidden[key] ?? "\(path), line \(line)"
      hidden[key] = name
      return name
    }

    var notes: [Phrase] {
      var notes: [Phrase] = []
      if !hidden.isEmpty {
        notes.append("ids are identity numbers; the line on which each first stands is shown in their place")
      }
      if unnumbered > 0 {
        notes.append(
          "\(unnumbered, "row has", "rows have") no identity number: nobody in Altinn is the employee")
      }
      return notes
    }
  }

  private func read(
    _ row: TableInput.Row, _ columns: EmployeeDocument.Columns, _ days: DayColumn, _ names: inout Names
  ) -> EmployeeDocument.Row {
    var result = EmployeeDocument.Row(place: row.place)
    let written = row.trimmed(columns.id)
    let id = names.name(written, line: row.line)
    result.party = party(row, columns, id: written, &result, &names)
    if id.isEmpty {
      result.refuse(row, "id", "`id` is empty")
      result.person = .unknown("`id` is empty")
    } else {
      result.person = .value(.text(id))
    }
    if let name = columns.name { result.name = text(row.trimmed(name)) }
    if !columns.nameParts.isEmpty { result.name = name(row, columns.nameParts) }
    if let unit = columns.unit { result.unit = text(row.trimmed(unit)) }
    if let email = columns.email, !row.trimmed(email).isEmpty {
      let cell = AddressCell(row.cells[email])
      result.wasCleaned = cell.wasCleaned
      result.emails = cell.addresses.map { .value(.text($0)) }
      if cell.hasOther {
        result.refuse(row, "email", "`email` is no e-mail address")
        result.emails.append(.unknown("`email` is no e-mail address"))
      }
    }
    if let kind = columns.kind { result.kind = self.kind(row, kind, &result) }
    if let start = columns.start { result.start = day(row, start, "start", days, &result) }
    if let end = columns.end { result.end = day(row, end, "end", days, &result) }
    if case .value(.date(let start)) = result.start, case .value(.date(let end)) = result.end, end < start {
      result.refuse(row, "end", "`end` is before `start`")
      result.end = .unknown("`end` is before `start`")
    }
    if columns.otherEnds.contains(where: { $0.contradicts(row.trimmed($0.index), end: result.end) }) {
      result.refuse(row, "end", EndColumn.message)
      result.end = .unknown(EndColumn.message)
    }
    result.employment = employment(id, result.start, &names.employments)
    return result
  }

  private func party(
    _ row: TableInput.Row, _ columns: EmployeeDocument.Columns, id: String, _ result: inout EmployeeDocument.Row,
    _ names: inout Names
  ) -> EmployeeDocument.Row.Party? {
    guard let column = columns.nationalID else {
      return NationalIdentity.mayBeID(ofPerson: id) ? NationalIdentity.token(inColumn: id).map { .token($0) } : nil
    }
    let number = row.trimmed(column)
    if number.isEmpty {
      names.unnumbered += 1
      return nil
    }
    if NationalIdentity.mayBeID(ofPerson: number), let token = NationalIdentity.token(inColumn: number) {
      return .token(token)
    }
    result.refuse(row, "national_id", "`national_id` is no identity number")
    return .unknown("`national_id` is no identity number")
  }

  /// A name of which each part has its column, the first and the last one not empty: half a name may be somebody else's.
  private func name(_ row: TableInput.Row, _ parts: [Int]) -> FactWriter.Cell {
    let texts = parts.map(row.trimmed)
    if texts.allSatisfy(\.isEmpty) { return .none }
    if texts[0].isEmpty || texts[texts.count - 1].isEmpty { return .unknown("a part of the name is empty") }
    return .value(.text(texts.filter { !$0.isEmpty }.joined(separator: " ")))
  }

  /// `nil` for an empty cell, which says nothing.
  private func kind(_ row: TableInput.Row, _ column: Int, _ result: inout EmployeeDocument.Row) -> FactWriter.Cell? {
    let word = row.trimmed(column).lowercased()
    if word.isEmpty { return nil }
    if EmployeeSchemas.kinds.contains(word) { return .value(.text(word)) }
    result.refuse(row, "kind", "`kind` is neither internal nor external")
    return .unknown("`kind` is neither internal nor external")
  }

  private func text(_ cell: String) -> FactWriter.Cell { cell.isEmpty ? .none : .value(.text(cell)) }

  private func day(
    _ row: TableInput.Row, _ column: Int, _ name: String, _ days: DayColumn, _ result: inout EmployeeDocument.Row
  ) -> FactWriter.Cell {
    let text = row.trimmed(column)
    if text.isEmpty { return .none }
    switch days.read(text) {
    case .day(let date): return .value(.date(date))
    // An employment since the beginning of a calendar has no day of its start, one to its end no end.
    case .noDate where name == "start", .endless where name == "end": return .none
    case .noDate, .endless: return .unknown("`\(name)` is a day that programs write where they have none")
    case .mixed: return .unknown("`\(name)`: \(DayColumn.mixture)")
    case .wrong:
      result.refuse(row, name, "`\(name)` is no date; \(DayReader.help)")
      return .unknown("`\(name)` is no date")
    }
  }

  /// `<id>/from <start>`; `<id>/from ?` where the start cannot be read. Two employments that begin on one day stay two: the
  /// second is `…#2`, so that the open one never hides behind the one that ended. The word stands between the digits of a
  /// number and those of a year: six digits and four would be an identity number, and not be kept.
  private func employment(
    _ id: String, _ start: FactWriter.Cell, _ seen: inout [ExactText: Int]
  ) -> FactWriter.Cell {
    guard !id.isEmpty else { return .unknown("`id` is empty") }
    let day: String
    switch start {
    case .value(.date(let date)): day = "from \(date)"
    case .none: day = ""
    default: day = "from ?"
    }
    let identity = "\(id)/\(day)"
    let count = seen[ExactText(identity), default: 0] + 1
    seen[ExactText(identity)] = count
    return .value(.text(count == 1 ? identity : "\(identity)#\(count)"))
  }
}
