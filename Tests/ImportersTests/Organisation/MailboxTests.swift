import FactStore
import Importers
import Testing

@testable import ImportCore
@testable import ImportOrganisation

@Suite struct MailboxTests {
  private let header =
    "PrimarySmtpAddress,RecipientTypeDetails,EmailAddresses,RequireSenderAuthenticationEnabled,"
    + "AcceptMessagesOnlyFromSendersOrMembers\r\n"

  @Test func readsTheDirectory() throws {
    let loaded = try LoadingFolder.load([
      "m.csv": header
        + "Kitos-API@Ballerup.dk,SharedMailbox,\"SMTP:Kitos-API@ballerup.dk;smtp:api@ballerup.dk;X500:/o=x;SIP:a@b.dk\","
        + "False,\r\nmette@ballerup.dk,UserMailbox,SMTP:mette@ballerup.dk,True,Alle medarbejdere\r\n"
    ])
    #expect(
      loaded.facts("mailbox.entry") == [
        "kitos-api@ballerup.dk | kitos-api@ballerup.dk", "mette@ballerup.dk | mette@ballerup.dk",
      ])
    #expect(
      loaded.facts("mailbox.entry?type") == [
        "kitos-api@ballerup.dk | SharedMailbox", "mette@ballerup.dk | UserMailbox",
      ])
    #expect(
      loaded.facts("mailbox.entry?authenticated_senders_only") == [
        "kitos-api@ballerup.dk | false", "mette@ballerup.dk | true",
      ])
    #expect(
      loaded.facts("mailbox.alias") == [
        "kitos-api@ballerup.dk | api@ballerup.dk", "kitos-api@ballerup.dk | kitos-api@ballerup.dk",
        "mette@ballerup.dk | mette@ballerup.dk",
      ])
    #expect(loaded.facts("mailbox.accepts_only_from") == ["mette@ballerup.dk | Alle medarbejdere"])
    for relation in MailboxSchemas.all where relation.name != "mailbox.unlisted" {
      #expect(loaded.holes(relation.name).isEmpty)
    }
    #expect(loaded.origin("mailbox.accepts_only_from", "mette@ballerup.dk | Alle medarbejdere") == "m.csv:3")
    #expect(loaded.isComplete)
    #expect(loaded.systemsLoaded == ["mailbox", "export"])
  }

  @Test func anAbsentColumnIsAnAbsentFacet() throws {
    let loaded = try LoadingFolder.load(["m.csv": "\"DisplayName\";\"primarysmtpaddress\"\n\"API\";\"a@b.dk\"\n"])
    #expect(loaded.facts("mailbox.entry") == ["a@b.dk | a@b.dk"])
    #expect(loaded.holes("mailbox.entry").isEmpty)
    #expect(loaded.holes("mailbox.entry?type") == ["* | * (column-absent)"])
    #expect(loaded.holes("mailbox.entry?authenticated_senders_only") == ["* | * (column-absent)"])
    #expect(loaded.holes("mailbox.alias") == ["* | * (column-absent)"])
    #expect(loaded.holes("mailbox.accepts_only_from") == ["* | * (column-absent)"])
    #expect(loaded.isComplete)
    #expect(loaded.file("m.csv").limits.count == 4)
  }

  /// A row, the relation that is in doubt, its hole, and whether the record counts as rejected.
  static let traps: [(row: String, relation: String, hole: String, isRejected: Bool)] = [
    ("a@b.dk,,SMTP:a@b.dk,True,", "mailbox.entry?type", "a@b.dk | * (unusable)", false),
    ("a@b.dk,UserMailbox,SMTP:a@b.dk,,", "mailbox.entry?authenticated_senders_only", "a@b.dk | * (unusable)", false),
    (
      "a@b.dk,UserMailbox,SMTP:a@b.dk,perhaps,", "mailbox.entry?authenticated_senders_only", "a@b.dk | * (unusable)",
      true
    ),
    ("a@b.dk,UserMailbox,SMTP:a@b.dk;smtp:nonsense,True,", "mailbox.alias", "a@b.dk | * (unusable)", true),
    (
      "a@b.dk,UserMailbox,\"{SMTP:a@b.dk, smtp:b@b.dk, smtp:c...}\",True,", "mailbox.alias", "a@b.dk | * (truncated)",
      true
    ),
    ("a@b.dk,UserMailbox,\"{SMTP:a@b.dk, smtp:b@b.dk…}\",True,", "mailbox.alias", "a@b.dk | * (truncated)", true),
    ("a@b.dk,UserMailbox,\"{SMTP:a@b.dk, smtp:b@b\",True,", "mailbox.alias", "a@b.dk | * (truncated)", true),
    ("a@b.dk,UserMailbox,System.Collections.ArrayList,True,", "mailbox.alias", "a@b.dk | * (truncated)", true),
    ("a@b.dk,UserMailbox,,True,\"{x, y...}\"", "mailbox.accepts_only_from", "a@b.dk | * (truncated)", true),
    (",UserMailbox,SMTP:z@b.dk,True,", "mailbox.entry", "* | * (unusable)", true),
    (",UserMailbox,SMTP:z@b.dk,True,", "mailbox.alias", "* | z@b.dk (unusable)", true),
  ]

  @Test(arguments: traps.indices)
  func leavesAHole(_ index: Int) throws {
    let row = Self.traps[index]
    let loaded = try LoadingFolder.load(["m.csv": header + row.row + "\r\n"])
    #expect(loaded.holes(row.relation) == [row.hole])
    #expect(loaded.file("m.csv").rejected == (row.isRejected ? 1 : 0))
    #expect(loaded.isComplete == !row.isRejected)
  }

  /// Every recipient has its primary address among its addresses: a cell without it was left out, or cut.
  @Test(arguments: ["", "smtp:other@b.dk", "x500:/o=B/cn=a", "sip:a@b.dk"])
  func addressesWithoutThePrimaryOneAreNotAll(_ cell: String) throws {
    let loaded = try LoadingFolder.load(["m.csv": header + "a@b.dk,UserMailbox,\(cell),False,\r\n"])
    #expect(loaded.holes("mailbox.alias") == ["a@b.dk | * (truncated)"])
    #expect(loaded.file("m.csv").limits.contains { $0.contains("1 recipient:") })
    #expect(loaded.isComplete, "nothing in it is wrong")
  }

  @Test func anEmptyListIsNoEntry() throws {
    let loaded = try LoadingFolder.load(["m.csv": header + "a@b.dk,UserMailbox,SMTP:A@b.dk,False,\r\n"])
    #expect(loaded.holes("mailbox.alias").isEmpty)
    #expect(loaded.facts("mailbox.alias") == ["a@b.dk | a@b.dk"])
    #expect(loaded.holes("mailbox.accepts_only_from").isEmpty)
  }

  /// A cell, its entries, and whether more may exist.
  static let lists: [(cell: String, entries: [String], isWhole: Bool)] = [
    ("", [], true), ("  ", [], true), ("{}", [], true),
    ("SMTP:a@b.dk", ["SMTP:a@b.dk"], true),
    ("SMTP:a@b.dk;smtp:b@b.dk", ["SMTP:a@b.dk", "smtp:b@b.dk"], true),
    ("SMTP:a@b.dk, smtp:b@b.dk", ["SMTP:a@b.dk", "smtp:b@b.dk"], true),
    ("SMTP:a@b.dk smtp:b@b.dk", ["SMTP:a@b.dk", "smtp:b@b.dk"], true),
    ("{SMTP:a@b.dk, smtp:b@b.dk}", ["SMTP:a@b.dk", "smtp:b@b.dk"], true),
    ("{SMTP:a@b.dk, ...}", ["SMTP:a@b.dk"], false),
    ("{SMTP:a@b.dk, smtp:b@b...}", ["SMTP:a@b.dk"], false),
    ("SMTP:a@b.dk smtp:b@b.dk...", ["SMTP:a@b.dk"], false),
    ("Microsoft.Exchange.Data.ProxyAddressCollection", [], false),
  ]

  @Test(arguments: lists.indices)
  func readsAddressLists(_ index: Int) {
    let list = AddressList(addresses: Self.lists[index].cell)
    #expect(list.entries == Self.lists[index].entries)
    #expect((list.doubt == nil) == Self.lists[index].isWhole)
  }

  @Test func aMissingRequiredColumnIsNamed() throws {
    let loaded = try LoadingFolder.load(["m.csv": "RecipientTypeDetails,EmailAddresses\nUserMailbox,SMTP:a@b.dk\n"])
    let report = loaded.file("m.csv")
    #expect(report.kind == MailboxImporter.recipients.name)
    #expect(report.problems.contains { $0.message.contains("`PrimarySmtpAddress`") })
    #expect((report.records, report.rejected) == (1, 1))
    #expect(loaded.holes("mailbox.entry") == ["* | * (truncated)"])
    #expect(!loaded.isComplete)
  }
}
