import FactStore
import Formats
import ImportCore
import Localization

/// What the titles of a list of employees leave open, so that whoever has the list must say it.
struct ColumnQuestion: Sendable {
  enum Why: Sendable {
    /// Several columns fit one meaning.
    case competing
    /// The title may mean it, and other things as well.
    case guess
    /// The days are those of an employment, or of whatever else the table speaks of.
    case ofWhat
  }

  let why: Why
  let meaning: ColumnTitles.Meaning
  /// As the file writes them.
  let titles: [String]

  private var names: String { titles.map { "`\(ForeignText.name($0))`" }.joined(separator: ", ") }

  var text: Phrase {
    switch why {
    case .competing: return "\(names) may each be `\(meaning.rawValue)`"
    case .guess: return "whether \(names) says `\(meaning.rawValue)` is a guess"
    case .ofWhat: return "whether \(names) are days of the employment, or of something else in the row, is a guess"
    }
  }

  /// What is wrong with the list, and the answer to put into `tilsyn.yaml`.
  static func problem(_ questions: [ColumnQuestion], _ choice: ColumnChoice, _ input: DocumentInput) -> Phrase {
    let first = questions.dropFirst().reduce(questions[0].text) { Phrase("\($0), and \($1.text)") }
    if questions.allSatisfy({ $0.why == .ofWhat }), let path = ColumnAnswer.pattern(input.path) {
      return """
        no column is chosen for you: \(first); where they are of the employment, say so in `tilsyn.yaml`, as here, and where \
        not, leave the file out with `ignore`: \("sources: [ { path: \"\(path)\", kind: \(EmployeeImporter.kind) } ]")
        """
    }
    guard let answer = ColumnAnswer(questions, choice, input) else {
      return "no column is chosen for you: \(first); give the columns the titles `id,name,email,unit,start,end`"
    }
    return """
      no column is chosen for you: \(first); give the columns the titles `id,name,email,unit,start,end`, or say in \
      `tilsyn.yaml` which ones they are, as here: \(answer.text)
      """
  }
}

/// The mapping that reads a list of employees by the titles that it has: a line of YAML to paste.
struct ColumnAnswer {
  let text: String

  /// `nil` where a title cannot be written as it is, or where no column has the number of the employee.
  init?(_ questions: [ColumnQuestion], _ choice: ColumnChoice, _ input: DocumentInput) {
    guard let table = input.table else { return nil }
    let header = table.header.map(TableInput.trim)
    func asked(_ meaning: ColumnTitles.Meaning) -> String? { questions.first { $0.meaning == meaning }?.titles.first }
    func title(_ meaning: ColumnTitles.Meaning) -> String? {
      choice[meaning].map { header[$0] } ?? asked(meaning).flatMap { EndColumn.isState($0) ? nil : $0 }
    }
    let read: [ColumnTitles.Meaning] = [.id, .name, .email, .unit, .start, .end]
    let columns = read.compactMap { title($0) }
    guard let id = title(.id), columns.allSatisfy(Self.isPlain), let path = Self.pattern(input.path) else { return nil }
    var facts = [
      Self.fact("employees.person", [("person", id)], optional: [("name", title(.name))])
    ]
    if let email = title(.email) {
      facts.append(
        "{ relation: employees.email, columns: { person: \"\(id)\", email: \"\(email)\" }, "
          + "empty: { email: none-of-it } }")
    }
    facts.append(
      Self.fact(
        "employees.employment", [("employment", id), ("person", id)],
        optional: [("unit", title(.unit)), ("start", title(.start)), ("end", title(.end))]))
    let format = table.rows.first?.sheet == nil ? "csv" : "xlsx"
    text =
      "mapping: { files: [ { path: \"\(path)\", format: \(format), facts: [ \(facts.joined(separator: ", ")) ] } ] }"
  }

  /// A column that the list has not is not known: no text, of which nothing is said.
  private static func fact(
    _ relation: String, _ required: [(String, String)], optional: [(name: String, title: String?)]
  ) -> String {
    let unsaid = #"{ const: "" }"#
    var columns = required.map { "\($0.0): \"\($0.1)\"" }
    for (name, title) in optional { columns.append("\(name): \(title.map { "\"\($0)\"" } ?? unsaid)") }
    let empties = optional.map { "\($0.name): \($0.title == nil ? "unknown" : "none")" }
    return "{ relation: \(relation), columns: { \(columns.joined(separator: ", ")) }, "
      + "empty: { \(empties.joined(separator: ", ")) } }"
  }

  /// Whether a title stands in quotes as it is, and shows as it is.
  private static func isPlain(_ title: String) -> Bool {
    !title.isEmpty && ForeignText.name(title).isExactly(title) && !NationalIdentity.mayStand(in: title)
      && !title.contains(where: { $0 == "\"" || $0 == "\\" || $0.isNewline })
  }

  /// The name of the file in any folder.
  static func pattern(_ path: String) -> String? {
    guard let name = path.split(separator: "/").last.map({ String($0) }), isPlain(name) else { return nil }
    return "**/" + String(name.map { "*?[]".contains($0) ? "?" : $0 })
  }
}
