import FactStore
import Formats
import ImportCore
import Localization

/// The kinds of the files of rows.
extension DFO {
  private static let noRows: Phrase = "the file is no text of rows without titles, as DFØ sends them"

  private static func kind(
    _ form: DFORowForm, _ noun: Noun, fills: [RelationSchema], read: @escaping @Sendable (inout Record) -> Void
  ) -> Kind {
    Kind(form.kind, noun: noun, fills: fills.map(\.name), read: read).with { kind in
      // Titles that no file has: they come from the reader of rows.
      kind.form = .table(
        required: form.titles.map { [$0] },
        otherwise: noRows)
      asList(&kind)
    }
  }

  /// Who has been in which position, and when.
  static let rows = kind(DFORowForm.posts, Noun("row"), fills: [DFOSchemas.post] + Personnel.told) { $0.readPost() }
    .with { kind in
      kind.facets = [
        Facet(
          DFOSchemas.post.name, key: "post", columns: ["unit", "position", "affiliated", "start", "end"], noun: "row")
      ]
      let write = kind.whole.write
      kind.whole.write = { document, survey, writer, report in
        write?(document, survey, writer, &report)
        let count = document.count(of: Record.ignored)
        if count > 0 {
          report.notes.append("\(count, "row has", "rows have") the business area 9999, and are not used")
        }
      }
    }

  /// People, with the last day of those who have left.
  static let people = kind(
    DFORowForm.people, Noun("employee"),
    fills: [DFOSchemas.termination, DFOSchemas.employeeName, DFOSchemas.party] + Personnel.told
  ) { $0.readPerson() }
  .with { $0.facets = [Facet(DFOSchemas.termination.name, key: "employee", columns: ["end"], noun: "employee")] }

  /// Units of the organisation.
  static let units = kind(DFORowForm.units, Noun("unit"), fills: [DFOSchemas.unit]) { $0.readUnitRow() }
    .with { $0.facets = [Facet(DFOSchemas.unit.name, key: "unit", columns: ["name", "parent"], noun: "unit")] }
}

extension Record {
  /// The mark of rows that the format says to pass over.
  static let ignored = "ignored"
  private static let ignoredArea = "9999"
  private static let affiliatedCode = "20009999"

  private func written(_ key: String) -> String { self[key]?.text ?? "" }

  private mutating func rowNumber(_ key: String, isRequired: Bool) -> FactWriter.Cell {
    guard let number = DFOText.number(written(key)), !number.isEmpty || !isRequired else {
      if !isRequired, written(key).isEmpty { return .unknown("the record says nothing in `\(key)`") }
      return refuse(key, "`\(key)` is no number of at most eight digits")
    }
    return number.isEmpty ? .none : .text(number)
  }

  /// What facts call a unit of an area.
  private func unit(_ number: FactWriter.Cell, area: String) -> Facts.Cell {
    guard let number = number.text else { return .cell(number) }
    return .late { .text($0.dfo.unit(number, area: area)) }
  }

  private mutating func rowDay(_ key: String, isEnd: Bool) -> FactWriter.Cell {
    switch DFOText.packedDay(written(key)) {
    case .day(let date): return .value(.date(date))
    case .endless where isEnd: return .none
    case .endless, .wrong: return refuse(key, "`\(key)` is no day")
    }
  }

  mutating func readPost() {
    let area = written("forretningsområde")
    if area == Self.ignoredArea {
      facts.marks.insert(Self.ignored)
      return
    }
    let number = rowNumber("ansattnr", isRequired: true)
    let employee = employee(number)
    let unit = unit(rowNumber("orgeh", isRequired: false), area: area)
    var position = rowNumber("plans", isRequired: false)
    if position.text == DFOText.placeholderPosition { position = .none }
    let main = word("type", in: ["h": "main", "b": "side"])
    let code = rowNumber("stell", isRequired: false)
    var period = Period(start: rowDay("start", isEnd: false), end: rowDay("end", isEnd: true))
    if period.isReversed { period.end = refuse("end", "`\("end")` is before `\("start")`") }
    let end = period.end
    let start = period.start
    addEvidence(of: employee)
    let organisation = context.organisation
    let rest = ", row of unit \(written("orgeh")), position \(written("plans")), from \(period.name)"
    facts.add(
      DFOSchemas.post.name,
      naming: [
        "post": .late { survey in
          let owner = employee.settled(survey)
          return owner.text.map { .text($0 + rest) } ?? owner
        }, "employee": employee,
        "main": .cell(main.text.map { .value(.bool($0 == "main")) } ?? main), "unit": unit, "position": .cell(position),
        "affiliated": .cell(code.isUnknown ? code : .value(.bool(code.text == Self.affiliatedCode))),
        "start": .cell(start),
        "end": .late { survey in
          Self.end(
            end, start, number.text.map { survey.dfo.termination(of: $0, organisation: organisation) } ?? .unknown)
        },
      ])
  }

  /// The last day in a position, where the list of people ends what is open or goes on after it.
  private static func end(
    _ own: FactWriter.Cell, _ start: FactWriter.Cell, _ termination: DFOSurvey.Termination
  ) -> FactWriter.Cell {
    let day: CalendarDate
    switch (own, termination) {
    case (.unknown, _): return own
    case (.none, .none): return .none
    case (_, .none): return own
    case (_, .unknown):
      return .unknown("no list of people says whether the person has left, and on which day; add `feide_persondata`")
    case (.value(.date(let end)), .day(let last)) where end <= last: return own
    case (_, .day(let last)): day = last
    }
    if case .value(.date(let first)) = start, first > day {
      return .unknown("the position begins after the last day that the list of people has for the person", .conflict)
    }
    return .value(.date(day))
  }

  mutating func readPerson() {
    let number = rowNumber("ansattnr", isRequired: true)
    facts.identity = number.text
    let employee = employee(number)
    let end: FactWriter.Cell = DFORowForm.isNothing(written("end")) ? .none : rowDay("end", isEnd: true)
    let termination: DFOSurvey.Termination =
      switch end {
      case .none: .none
      case .value(.date(let day)): .day(day)
      default: .unknown
      }
    if let number = number.text {
      let organisation = context.organisation
      facts.tell { $0.dfo.note(termination, of: number, organisation: organisation) }
    }
    addEvidence(of: employee)
    facts.add(DFOSchemas.termination.name, naming: ["employee": employee, "end": .cell(end)])
    let names = ["first", "middle", "last"].map(written).filter { !$0.isEmpty }
    facts.add(
      DFOSchemas.employeeName.name,
      naming: [
        "employee": employee,
        "name": .cell(names.isEmpty ? .unknown("the record has no name") : .text(names.joined(separator: " "))),
      ])
    let identity = DFOText.identity(written("fnr"))
    let party: Facts.Cell =
      switch identity {
      case .token(let token): .party(.person(token: token))
      case .placeholder: .unknown("the identity number is one that stands in for a number that is not known")
      case .wrong: .cell(refuse("fnr", "`fnr` is no identity number"))
      }
    facts.add(DFOSchemas.party.name, naming: ["employee": employee, "party": party])
    // One that stands in for a number says nothing, rather than something that cannot be read.
    if case .placeholder = identity { return }
    addEvidence(of: employee, party: party)
  }

  mutating func readUnitRow() {
    let area = written("forretningsområde")
    let number = rowNumber("id", isRequired: true)
    if let number = number.text { facts.tell { $0.dfo.note(unit: number, area: area) } }
    facts.identity = number.text.map { "\($0), \(area)" }
    let name = written("name")
    // A parent is of the area of its unit.
    let parent = written("parent").isEmpty ? .none : rowNumber("parent", isRequired: false)
    facts.add(
      DFOSchemas.unit.name,
      naming: [
        "unit": unit(number, area: area),
        "name": .cell(name.isEmpty ? .unknown("the record says nothing in `\("name")`") : .text(name)),
        "parent": unit(parent, area: area),
      ])
  }
}
