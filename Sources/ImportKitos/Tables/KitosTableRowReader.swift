import FactStore
import ImportCore
import Localization

/// Reads the rows of tables that a person exports from the Kitos pages.
enum KitosTableRowReader {
  /// `Brugere Overblik`.
  static func overview(_ row: TableInput.Row, _ columns: KitosOverviewColumns) -> KitosOverviewDocument.Row {
    var problems: [SourceReport.Problem] = []
    func refuse(_ column: String, _ message: Phrase) -> FactWriter.Cell {
      problems.append(.init(line: row.line, pointer: row.place(column).pointer, message: message))
      return .unknown(message)
    }
    let email = email(row, columns.email, KitosOverviewColumns.emailTitle, refuse)
    let name = columns.name.map { row.trimmed($0) } ?? ""
    var flags: [KitosOverviewColumns.Flag: FactWriter.Cell] = [:]
    for flag in KitosOverviewColumns.Flag.allCases {
      guard let column = columns.flags[flag] else { continue }
      switch row.trimmed(column).lowercased() {
      case "ja": flags[flag] = .value(.bool(true))
      case "nej": flags[flag] = .value(.bool(false))
      case "": flags[flag] = refuse(flag.rawValue, "`\(flag.rawValue)` is empty")
      default: flags[flag] = refuse(flag.rawValue, "`\(flag.rawValue)` is neither `Ja` nor `Nej`")
      }
    }
    let login = columns.lastLogin.map { Self.latestLogin(row.trimmed($0), columns, refuse) }
    if let sign = signOfShift(row, columns) { _ = refuse(sign, "`\(sign)` holds what belongs to another column") }
    return KitosOverviewDocument.Row(
      place: row.place, email: email,
      name: name.isEmpty ? .unknown("the table has no name for the user", .columnAbsent) : .text(name), flags: flags,
      lastLogin: login, isShifted: !problems.isEmpty, problems: problems)
  }

  /// The latest login. What happened after the day judged tells nothing of that day.
  private static func latestLogin(
    _ text: String, _ columns: KitosOverviewColumns, _ refuse: (String, Phrase) -> FactWriter.Cell
  ) -> FactWriter.Cell {
    if text.isEmpty || text.lowercased() == "ingen" { return .none }
    switch columns.days.read(text) {
    case .day(let day): return LastLogin.cell(day, asOf: columns.asOf)
    case .noDate: return .none
    case .endless: return .unknown(LastLogin.later)
    case .mixed: return .unknown(DayColumn.mixture)
    case .wrong: return refuse(KitosOverviewColumns.lastLoginTitle, "`Seneste login` is no date; \(DayReader.help)")
    }
  }

  /// The title of a column that holds what only another one can: the cells of the row stand beside their columns.
  private static func signOfShift(_ row: TableInput.Row, _ columns: KitosOverviewColumns) -> String? {
    if let created = columns.created {
      let text = row.trimmed(created)
      if !text.isEmpty, text.lowercased() != "ingen", columns.days.read(text) == .wrong { return "Oprettet" }
    }
    return columns.texts.first { column in
      let text = row.trimmed(column.index)
      return ["ja", "nej"].contains(text.lowercased()) || DayReader.read(text) != nil
    }?.title
  }

  /// `OS2KITOS Brugere`.
  static func roster(_ row: TableInput.Row, _ columns: KitosRosterColumns) -> KitosRosterDocument.Row {
    var problems: [SourceReport.Problem] = []
    func refuse(_ column: String, _ message: Phrase) -> FactWriter.Cell {
      problems.append(.init(line: row.line, pointer: row.place(column).pointer, message: message))
      return .unknown(message)
    }
    let email = email(row, columns.email, KitosRosterColumns.emailTitle, refuse)
    let name = [columns.firstName, columns.lastName].compactMap { $0 }.map { row.trimmed($0) }.filter { !$0.isEmpty }
    return KitosRosterDocument.Row(
      place: row.place, email: email,
      name: name.isEmpty
        ? .unknown("the table has no name for the user", .columnAbsent) : .text(name.joined(separator: " ")),
      problems: problems)
  }

  private static func email(
    _ row: TableInput.Row, _ column: Int, _ title: String, _ refuse: (String, Phrase) -> FactWriter.Cell
  ) -> FactWriter.Cell {
    let text = row.trimmed(column)
    if let email = NormalForm.email.read(text) { return .text(email) }
    return refuse(title, text.isEmpty ? Phrase("`\(title)` is empty") : Phrase("`\(title)` is no e-mail address"))
  }
}
