import FactStore
import Importers
import Testing

@testable import ImportCore
@testable import ImportOrganisation

/// What the admin centres of Exchange and of Microsoft 365 export.
@Suite struct AdminCentreTests {
  private static let header = "\u{FEFF}Display name,Email address,Recipient type,Archive status,Last modified time\r\n"

  @Test func readsTheListOfMailboxes() throws {
    let loaded = try LoadingFolder.load([
      "m.csv": Self.header
        + "Kitos API,Kitos-API@k.example,SharedMailbox,None,\r\nÅse Vik,ase@k.example,UserMailbox,None,\r\n"
    ])
    #expect(loaded.file("m.csv").kind == "exchange.admin-centre-mailboxes")
    #expect(
      loaded.facts("mailbox.entry?type") == ["ase@k.example | UserMailbox", "kitos-api@k.example | SharedMailbox"])
    #expect(
      loaded.facts("mailbox.alias") == ["ase@k.example | ase@k.example", "kitos-api@k.example | kitos-api@k.example"])
    #expect(loaded.holes("mailbox.alias") == ["* | * (column-absent)"])
    #expect(loaded.holes("mailbox.accepts_only_from") == ["* | * (column-absent)"])
    #expect(loaded.holes("mailbox.entry?authenticated_senders_only") == ["* | * (column-absent)"])
    #expect(loaded.holes("mailbox.unlisted") == ["* (hidden)"])
    #expect(loaded.holes("mailbox.entry").isEmpty && loaded.isComplete)
  }

  /// What stands under `Recipient type`, and the type that it is; `nil` for none.
  static let types: [(text: String, type: String?)] = [
    ("UserMailbox", "UserMailbox"), ("User", "UserMailbox"), ("SHARED", "SharedMailbox"),
    ("Shared mailbox", "SharedMailbox"), ("Room", "RoomMailbox"), ("EquipmentMailbox", "EquipmentMailbox"),
    ("MailUser", nil), ("Delt", nil), ("1", nil), ("", nil), ("User, Shared", nil), ("GroupMailbox", nil),
  ]

  @Test(arguments: types.indices)
  func readsTheType(_ index: Int) throws {
    let (text, type) = Self.types[index]
    let loaded = try LoadingFolder.load([
      "m.csv": "DISPLAY NAME;EMAIL;RECIPIENT TYPE\nA;a@k.example;\(text)\nB;b@k.example;Room\n"
    ])
    #expect(
      loaded.facts("mailbox.entry?type").filter { $0.hasPrefix("a") } == (type.map { ["a@k.example | \($0)"] } ?? []))
    #expect(loaded.holes("mailbox.entry?type").count == (type == nil ? 1 : 0))
  }

  @Test func anAddressThatIsNoneLeavesAHole() throws {
    let loaded = try LoadingFolder.load(["m.csv": Self.header + "A,,UserMailbox,None,\r\nB,b,UserMailbox,None,\r\n"])
    #expect(loaded.holes("mailbox.entry") == ["* | * (unusable)"] && loaded.file("m.csv").rejected == 2)
  }

  /// Accounts are no mailboxes, and no employees.
  @Test func theListOfUsersIsNamedAndNotUsed() throws {
    let loaded = try LoadingFolder.load([
      "u.csv":
        "Block credential,City,Display name,First name,Last name,Licenses,Proxy addresses,User principal name,When created\r\n"
        + "False,,Åse Vik,Åse,Vik,Unlicensed,,ase@k.example,2020-01-01\r\n"
    ])
    let report = loaded.file("u.csv")
    #expect(report.kind == AdminCentreUsers.kind && report.outOfScope == 1)
    #expect(report.notes.contains { $0.contains("Get-Recipient") })
    for schema in MailboxSchemas.all + EmployeeSchemas.all where schema.alternatives?.isMain != false {
      #expect(loaded.store[schema.name]?.completeness == .absent, "\(schema.name)")
    }
  }
}
