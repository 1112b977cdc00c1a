import Formats
import ImportCore

/// Which columns of a table are those of a list of employees, by their titles.
///
/// A title that a list made for this program has (`id`, `end`) counts before all others. Of the titles of HR systems no choice
/// is made: where two columns fit one meaning, or only a word that may mean many things does, that is a question.
struct ColumnChoice {
  typealias Meaning = ColumnTitles.Meaning

  private let header: [String]
  /// The titles in lower case.
  private let names: [String]
  /// Whether the titles are those of a list that is made for this program.
  private let isExact: Bool
  /// The columns that fit each meaning by the table of titles, in order; in a list that is made for this program, those with
  /// the exact title alone.
  private var fitting: [Meaning: [Int]] = [:]
  private(set) var questions: [ColumnQuestion] = []
  /// Whether the table is a list of employees.
  private(set) var isEmployees = false

  init(_ header: [String]) {
    self.header = header
    names = header.map { TableInput.trim($0).lowercased() }
    isExact = Self.isExact(Set(names))
    for (index, title) in header.enumerated() {
      let meaning = Meaning.allCases.first { $0.exact == names[index] } ?? ColumnTitles.meaning(of: title)?.meaning
      if let meaning { fitting[meaning, default: []].append(index) }
    }
    if isExact {
      for meaning in Meaning.allCases {
        if let index = names.firstIndex(where: { $0 == meaning.exact }) { fitting[meaning] = [index] }
      }
    }
    // Beside the number of an employee, an `id` may be that of the row.
    if let ids = fitting[.id] {
      fitting[.id] = ids.filter { names[$0] != "id" } + ids.filter { names[$0] == "id" }
    }
    isEmployees = isExact || isListOfHR
    askOfCompeting()
    if !isExact { askOfDays() }
  }

  /// Whether a table is a list of employees. Cheap for one that has no number of an employee: it is asked of many rows.
  static func isEmployees(_ header: [String]) -> Bool {
    let names = header.map { TableInput.trim($0).lowercased() }
    if isExact(Set(names)) { return true }
    return (names.contains("id") || names.contains(where: ColumnTitles.isNumber)) && Self(header).isEmployees
  }

  /// Where the column of a meaning stands; `nil` where there is none.
  subscript(_ meaning: Meaning) -> Int? { fitting[meaning]?.first }

  /// The column that says who is of the house; only a list that is made for this program has one.
  var kind: Int? { isExact ? names.firstIndex(of: "kind") : nil }

  /// The columns that a name is put together of; empty where one column has it whole, or where a part is missing.
  var nameParts: [Int] {
    guard self[.name] == nil, let first = self[.firstName], let last = self[.lastName] else { return [] }
    return [first, self[.middleName], last].compactMap(\.self)
  }

  /// The columns that are read under another title than the exact one, as notes show them.
  var renamed: String {
    let titles = Meaning.allCases.compactMap { meaning -> String? in
      guard let index = self[meaning], names[index] != meaning.exact else { return nil }
      if meaning.exact == nil, !nameParts.contains(index) { return nil }
      return "`\(ForeignText.name(TableInput.trim(header[index])))` = \(meaning.shown)"
    }
    return titles.joined(separator: ", ")
  }

  /// Whether the titles are those of a list that is made for this program. Without `id` it is still one, which lacks what it
  /// needs.
  private static func isExact(_ names: Set<String>) -> Bool {
    let typical = names.intersection(["name", "email", "unit", "start", "end"]).count
    let hasPeriod = names.contains("start") || names.contains("end")
    if names.contains("id"), typical >= 1, hasPeriod || names.contains("email") || names.contains("unit") {
      return true
    }
    return typical >= 3 && hasPeriod
  }

  private var isListOfHR: Bool {
    guard fitting[.id] != nil, !header.contains(where: ColumnTitles.isOfAccounts) else { return false }
    let people: [Meaning] = [.name, .firstName, .lastName, .email]
    guard people.contains(where: { fitting[$0] != nil }) else { return false }
    let hasPeriod = fitting[.start] != nil || fitting[.end] != nil
    // A number of anything, with days of anything, is nobody's.
    if isBareID, !isOfEmployment { return hasPeriod && fitting[.email] != nil }
    return hasPeriod || (!isForeign && header.contains { ColumnTitles.mayBeStart($0) || EndColumn.mayBeDay($0) })
  }

  /// Whether the days are those of an employment, as their title says.
  private var isOfEmployment: Bool {
    let days = fitting[.start, default: []] + fitting[.end, default: []]
    return days.contains { ColumnTitles.meaning(of: header[$0])?.isOfEmployment == true }
  }

  /// Whether nothing says whose number the `id` is.
  private var isBareID: Bool { self[.id].map { names[$0] == "id" } ?? false }

  private var isForeign: Bool { header.contains(where: ColumnTitles.isForeign) }

  /// Two columns of one meaning, and a name of which a part stands in a column that may be the whole.
  private mutating func askOfCompeting() {
    for meaning in Meaning.allCases {
      // Columns of one and the same title are refused with the table.
      guard let columns = fitting[meaning], Set(columns.map { names[$0] }).count > 1 else { continue }
      ask(.competing, meaning, columns)
    }
    guard let name = self[.name], !(isExact && names[name] == "name") else { return }
    let parts = [self[.firstName], self[.lastName]].compactMap(\.self)
    if parts.count == 1 { ask(.competing, .name, [name] + parts) }
  }

  /// Days that may be those of something else than the employment.
  private mutating func askOfDays() {
    let read = Set(fitting.values.joined())
    let rest = header.indices.filter { !read.contains($0) }
    if self[.start] == nil {
      let may = rest.filter { ColumnTitles.mayBeStart(header[$0]) }
      if !may.isEmpty { ask(.guess, .start, may) }
    }
    if self[.end] == nil {
      let may = rest.filter { EndColumn.mayTell(header[$0]) }
      if !may.isEmpty { ask(.guess, .end, may) }
    }
    let unsaid = [self[.start], self[.end]].compactMap(\.self).filter {
      ColumnTitles.meaning(of: header[$0])?.isOfEmployment != true
    }
    if !unsaid.isEmpty, isBareID || rest.contains(where: { !isOfPerson(header[$0]) }) {
      ask(.ofWhat, unsaid[0] == self[.start] ? .start : .end, unsaid)
    }
  }

  /// Whether a column that is not read speaks of the person or the employment, and of nothing else that may have days.
  private func isOfPerson(_ title: String) -> Bool {
    ColumnTitles.isOfPerson(title) || EndColumn.mayTell(title) || IdentityColumns.holds(title)
  }

  private mutating func ask(_ why: ColumnQuestion.Why, _ meaning: Meaning, _ columns: [Int]) {
    questions.append(ColumnQuestion(why: why, meaning: meaning, titles: columns.map { TableInput.trim(header[$0]) }))
  }
}
