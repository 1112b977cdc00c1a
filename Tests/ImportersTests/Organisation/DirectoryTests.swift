import FactStore
import Importers
import Testing

@testable import ImportCore
@testable import ImportOrganisation

/// What an export of the mail directory leaves out (ListTests has its size), and how its closed lists are compared.
@Suite struct DirectoryTests {
  private static let header = "PrimarySmtpAddress,RecipientTypeDetails,EmailAddresses\r\n"

  @Test(arguments: [
    ("UserMailbox", "UserMailbox"), ("usermailbox", "UserMailbox"), (" SHAREDMAILBOX ", "SharedMailbox"),
    ("Remoteusermailbox", "RemoteUserMailbox"), ("guestMailUser", "GuestMailUser"), ("GroupMailbox", "GroupMailbox"),
    ("SharedMailbox\u{200B}", "SharedMailbox"), ("Fællespostkasse", nil), ("Delt postkasse", nil), ("Shared", nil),
    ("4", nil), ("MailboxUser", nil), ("Shared Mailbox", nil), ("User mailbox", nil), ("None", nil),
    ("SharedMailbox; UserMailbox", nil), ("Shared\u{41C}ailbox", nil),
  ])
  func readsTypes(_ text: String, _ type: String?) throws {
    let loaded = try LoadingFolder.load(["m.csv": Self.header + "a@b.dk,\(text),SMTP:a@b.dk\r\n"])
    #expect(loaded.facts("mailbox.entry?type") == (type.map { ["a@b.dk | \($0)"] } ?? []))
    #expect(loaded.holes("mailbox.entry?type") == (type == nil ? ["a@b.dk | * (unusable)"] : []))
    #expect(loaded.file("m.csv").rejected == (type == nil ? 1 : 0))
  }

  /// A cell of `EmailAddresses`, its mail addresses, and whether it leaves a doubt.
  static let cells: [(cell: String, addresses: [String], hasDoubt: Bool)] = [
    ("SMTP:a@b.dk;smtp:c@b.dk", ["a@b.dk", "c@b.dk"], false),
    ("'SMTP:a@b.dk';'smtp:c@b.dk'", ["a@b.dk", "c@b.dk"], false),
    ("{'SMTP:a@b.dk', 'smtp:c@b.dk'}", ["a@b.dk", "c@b.dk"], false),
    ("SMTP:a@b.dk;mailto:c@b.dk", ["a@b.dk", "c@b.dk"], false),
    ("SMTP:a@b.dk;X400:C=DK;A= ;P=B;O=Exchange;S=D;G=E;;smtp:c@b.dk", ["a@b.dk", "c@b.dk"], false),
    ("x400:c=DK;a=400NET;p=B;o=X (Y);s=D@b.dk;SMTP:a@b.dk", ["a@b.dk"], false),
    ("SMTP:a@b.dk;X500:/o=B/ou=Group (FYDIBOHF23SPDLT)/cn=Recipients/cn=0a1-Kitos Api", ["a@b.dk"], false),
    ("X500:/o=B C/ou=D, E/cn=f@b.dk;smtp:a@b.dk", ["a@b.dk"], false), ("SIP:c@b.dk;SMTP:a@b.dk", ["a@b.dk"], false),
    ("EUM:1234;phone-context=x.b.dk;SPO:SPO_1@SPO_2;SMTP:a@b.dk", ["a@b.dk"], false),
    ("X500:/o=B;c@b.dk;SMTP:a@b.dk", ["a@b.dk", "c@b.dk"], false), ("SMTP:a@b.dk;mail:c@b.dk", ["a@b.dk"], true),
    ("SMTP:a@b.dk;smtp:c", ["a@b.dk"], true), ("SMTP:a@b.dk|smtp:c@b.dk", [], true),
    ("SMTP:a@b.dk;smtp:c@b.dk.", ["a@b.dk", "c@b.dk"], false),
    ("SMTP:a@b.dk;smtp:\u{200B}c@b.dk", ["a@b.dk", "c@b.dk"], false),
    ("[SMTP:a@b.dk;smtp:c@b.dk]", ["a@b.dk", "c@b.dk"], false),
    ("", [], false),
  ]

  @Test(arguments: cells.indices)
  func readsProxyAddresses(_ index: Int) {
    let row = Self.cells[index]
    let read = ProxyAddresses(row.cell)
    #expect(read.addresses.sorted() == row.addresses, "\(row.cell)")
    #expect(read.hasOther == row.hasDoubt, "\(row.cell)")
  }

  /// Only a list of mailboxes has the two columns, and it never has groups.
  @Test func aListOfMailboxesHasNoGroups() throws {
    let header = "PrimarySmtpAddress,RecipientTypeDetails,EmailAddresses,RequireSenderAuthenticationEnabled\r\n"
    let mailboxes = header + "a@b.dk,UserMailbox,SMTP:a@b.dk,False\r\n"
    let alone = try LoadingFolder.load(["m.csv": mailboxes])
    #expect(alone.holes("mailbox.unlisted") == ["* (hidden)"])
    #expect(alone.holes("mailbox.entry").isEmpty)
    let both = try LoadingFolder.load([
      "m.csv": mailboxes, "g.csv": Self.header + "g@b.dk,MailUniversalSecurityGroup,SMTP:g@b.dk\r\n",
    ])
    #expect(both.holes("mailbox.unlisted").isEmpty)
    let recipients = try LoadingFolder.load(["m.csv": Self.header + "a@b.dk,UserMailbox,SMTP:a@b.dk\r\n"])
    #expect(recipients.holes("mailbox.unlisted").isEmpty)
  }

  @Test func aDirectoryWithoutRowsIsNotExported() throws {
    let loaded = try LoadingFolder.load(["m.csv": Self.header])
    for schema in MailboxSchemas.all { #expect(loaded.store[schema.name]?.completeness == .absent) }
  }
}
