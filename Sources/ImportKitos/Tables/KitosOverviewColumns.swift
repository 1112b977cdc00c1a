import FactStore
import ImportCore
import Localization

/// Where the columns of an exported user table stand. They are told by their Danish titles, in any order and any case;
/// a column that was hidden in the pages is missing.
struct KitosOverviewColumns: Sendable {
  var email: Int
  var name: Int?
  var lastLogin: Int?
  /// The columns of texts and days that say nothing of rights. What stands in them shows whether a row is shifted.
  var created: Int?
  var texts: [(title: String, index: Int)] = []
  /// How the table writes its days.
  var days = DayColumn()
  /// The day judged: a later login has not happened yet.
  var asOf: CalendarDate?
  var flags: [Flag: Int] = [:]
  /// Titles that are no column of the table.
  var unknown: [String] = []

  /// A column of `Ja` and `Nej`.
  enum Flag: String, CaseIterable, Sendable {
    case api = "API bruger"
    case localAdmin = "Lokal Admin"
    case organisationAdmin = "Organisations Admin"
    case systemAdmin = "System Admin"
    case contractAdmin = "Kontrakt Admin"
    case rightsHolder = "Rettighedshaveradgang"
    case stakeholder = "Interessentadgang"
  }

  /// The role in the organisation that each flag stands for.
  static let roles: [(flag: Flag, role: String)] = [
    (.localAdmin, "LocalAdmin"), (.organisationAdmin, "OrganizationModuleAdmin"), (.systemAdmin, "SystemModuleAdmin"),
    (.contractAdmin, "ContractModuleAdmin"), (.rightsHolder, "RightsHolderAccess"),
  ]

  static let nameTitle = "Navn"
  static let emailTitle = "Email"
  static let lastLoginTitle = "Seneste login"
  /// Columns that say nothing of rights: who created the user, when, and names of roles on units without their access.
  static let others = ["Oprettet af: Bruger", "Oprettet", "Organisations roller"]

  /// `nil` when there is no column of addresses.
  init?(_ table: TableInput) {
    guard let email = table.column(Self.emailTitle) else { return nil }
    self.email = email
    name = table.column(Self.nameTitle)
    lastLogin = table.column(Self.lastLoginTitle)
    created = table.column("Oprettet")
    texts = [Self.nameTitle, "Oprettet af: Bruger", "Organisations roller"].compactMap { title in
      table.column(title).map { (title, $0) }
    }
    for column in [lastLogin, created].compactMap({ $0 }) {
      for row in table.rows { days.look(at: row.trimmed(column)) }
    }
    for flag in Flag.allCases { flags[flag] = table.column(flag.rawValue) }
    let titles = Flag.allCases.map(\.rawValue) + [Self.nameTitle, Self.emailTitle, Self.lastLoginTitle] + Self.others
    let known = Set(titles.map { $0.lowercased() })
    unknown = table.header.map(TableInput.trim).filter { !$0.isEmpty && !known.contains($0.lowercased()) }
  }

  /// Whether a table with these titles, in lower case, is an exported user table.
  static func fit(_ titles: Set<String>) -> Bool {
    guard titles.contains("email") else { return false }
    let flags = Flag.allCases.filter { titles.contains($0.rawValue.lowercased()) }.count
    let others = (others + [nameTitle, lastLoginTitle]).filter { titles.contains($0.lowercased()) }.count
    return flags >= 2 || (flags == 1 && others >= 1)
  }

  /// What hidden columns would have shown.
  var hidden: [(title: String, what: Phrase)] {
    var found: [(String, Phrase)] = []
    if flags[.api] == nil { found.append((Flag.api.rawValue, Phrase("who has API access"))) }
    if lastLogin == nil { found.append((Self.lastLoginTitle, Phrase("logins"))) }
    for (flag, role) in Self.roles where flags[flag] == nil { found.append((flag.rawValue, Phrase("who is \(role)"))) }
    if flags[.stakeholder] == nil { found.append((Flag.stakeholder.rawValue, Phrase("who has stakeholder access"))) }
    return found
  }
}
