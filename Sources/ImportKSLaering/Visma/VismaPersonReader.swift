import FactStore
import ImportCore
import Localization

/// Reads a `person` of Visma with its employments and their positions.
struct VismaPersonReader {
  let path: String
  private var record = VismaRecord()
  private var person = FactWriter.Cell.none

  init(path: String) { self.path = path }

  static func read(_ element: VismaElement, path: String) -> VismaRecord {
    var reader = VismaPersonReader(path: path)
    reader.read(element)
    return reader.record
  }

  private mutating func read(_ element: VismaElement) {
    let number = element.one(.ssn)?.text ?? ""
    person = name(element)
    record.person = person
    record.line = element.line
    let names = [VismaName.givenName, .familyName].compactMap { element.one($0)?.text }.filter { !$0.isEmpty }
    record.add(
      "visma.person",
      [
        "person": person,
        "name": names.isEmpty ? VismaRecord.unsaid("familyName") : .text(names.joined(separator: " ")),
      ], element)
    if NationalIdentity.mayBeID(ofPerson: number), let token = NationalIdentity.token(inColumn: number) {
      record.token = token
    } else {
      let why = record.refuse(element, "`ssn` is no identity number")
      record.add("visma.party", ["person": person, "party": why], element)
    }
    readEmail(element)
    if element.all(.employments).isEmpty {
      record.lack("employments", element, ["visma.employment", "visma.position"], ["person": person])
    }
    for (index, employment) in element.all(.employments, .employment).enumerated() { read(employment, index) }
  }

  private static let noName: Phrase = "`personIdHRM` is missing"
  /// What facts call a person whose record does not say it.
  static let unnamed = FactWriter.Cell.unknown(noName)

  /// What facts call the person.
  private mutating func name(_ element: VismaElement) -> FactWriter.Cell {
    guard let id = element.attribute(.personIdHRM) else {
      record.problems.append(.init(line: element.line, message: Self.noName))
      return Self.unnamed
    }
    return .text(VismaPersonReader.name(id) ?? "\(path), line \(element.line)")
  }

  /// `nil` where an id may be an identity number.
  static func name(_ id: String) -> String? { NationalIdentity.mayBeID(ofPerson: id) ? nil : "Visma \(id)" }

  private mutating func readEmail(_ element: VismaElement) {
    guard let contact = element.one(.contactInfo) else {
      return record.add("visma.email", ["person": person, "email": VismaRecord.unsaid("contactInfo")], element)
    }
    for email in contact.all(.email) where !email.text.isEmpty {
      let address = NormalForm.email.read(email.text).map { FactWriter.Cell.text($0) }
      record.add(
        "visma.email",
        ["person": person, "email": address ?? record.refuse(email, "`email` is no e-mail address")], email)
    }
  }

  // MARK: Employments

  private mutating func read(_ element: VismaElement, _ index: Int) {
    let number = element.one(.employeeId)?.text ?? ""
    let id = person.text.map { "\($0), employment \(index + 1)" }
    let employment = id.map { FactWriter.Cell.text($0) } ?? person
    let isEnded =
      element.all(.category, .description).contains { Self.saysEnded($0.text) }
      || element.all(.category).contains { Self.saysEnded($0.attribute(.name) ?? "") }
    record.add(
      "visma.employment",
      [
        "employment": employment, "person": person,
        "number": number.isEmpty ? record.refuse(element, "`employeeId` is missing") : .text(number),
        "start": start(.startDate, element), "end": end(.endDate, element, isEnded: isEnded),
      ], element)
    if isEnded { record.add("visma.ended_employment", ["employment": employment], element) }
    if element.all(.positions).isEmpty {
      record.lack("positions", element, ["visma.position"], ["person": person, "employment": employment])
    }
    for (number, position) in element.all(.positions, .position).enumerated() {
      read(position, number, of: employment, isEnded)
    }
  }

  private mutating func read(
    _ element: VismaElement, _ index: Int, of employment: FactWriter.Cell, _ isEmploymentEnded: Bool
  ) {
    let position = employment.text.map { FactWriter.Cell.text("\($0), position \(index + 1)") } ?? employment
    let isEnded =
      isEmploymentEnded
      || element.all(.positionInfo, .positionType).contains { Self.saysEnded($0.attribute(.name) ?? "") }
    let title = element.all(.positionInfo, .positionCode).compactMap { $0.attribute(.name) }.first
    record.add(
      "visma.position",
      [
        "position": position, "person": person, "employment": employment, "unit": unit(element),
        "title": title.map { .text($0) } ?? VismaRecord.unsaid("positionCode"),
        "start": start(.positionStartDate, element, isRequired: true),
        "end": end(.positionEndDate, element, isEnded: isEnded), "main": main(element),
      ], element)
    if isEnded { record.add("visma.ended_position", ["position": position], element) }
  }

  /// Whoever has left may be shown by a word alone, without a day.
  private static func saysEnded(_ text: String) -> Bool { text.utf8.count == 7 && text.lowercased() == "sluttet" }

  private mutating func main(_ element: VismaElement) -> FactWriter.Cell {
    switch element.attribute(.isPrimaryPosition)?.lowercased() {
    case "true", "1": .value(.bool(true))
    case "false", "0": .value(.bool(false))
    default: record.refuse(element, "`isPrimaryPosition` is neither true nor false")
    }
  }

  /// The unit, in the chart that it is in. A cost centre is no unit, even where an adapter takes it for one.
  private mutating func unit(_ element: VismaElement) -> FactWriter.Cell {
    guard let chart = element.one(.chart), let number = chart.attribute(.id) else {
      return record.refuse(element, "the position has no chart, or several")
    }
    guard let unit = chart.one(.unit)?.attribute(.id) else {
      return record.refuse(element, "the position has no unit, or several")
    }
    return .text("\(number)-\(unit)")
  }

  // MARK: Days

  private mutating func start(
    _ name: VismaName, _ element: VismaElement, isRequired: Bool = false
  ) -> FactWriter.Cell {
    if let cell = day(name, element) {
      return cell == FactWriter.Cell.none ? record.refuse(element, Phrase("`\(name.rawValue)` is no day")) : cell
    }
    return isRequired
      ? record.refuse(element, Phrase("`\(name.rawValue)` is missing")) : VismaRecord.unsaid(name.rawValue)
  }

  /// The last day; none while it is open. One that is over by a word has an end of which nobody says the day.
  private mutating func end(_ name: VismaName, _ element: VismaElement, isEnded: Bool) -> FactWriter.Cell {
    if let cell = day(name, element) { return cell }
    return isEnded ? .unknown("it has ended, and no day is given", .columnAbsent) : .none
  }

  private mutating func day(_ name: VismaName, _ element: VismaElement) -> FactWriter.Cell? {
    let found = element.all(name).filter { !$0.text.isEmpty }
    guard let first = found.first else { return nil }
    guard found.count == 1, let day = DayReader.read(first.text), !day.isNoDate else {
      return record.refuse(first, Phrase("`\(name.rawValue)` is no day"))
    }
    // The last day of the calendar is how programs write that there is none.
    return day.isEndless ? FactWriter.Cell.none : .value(.date(day))
  }
}
