import Importers
import Testing

@testable import ImportCore

/// What a recorded query leaves out, by its text alone.
@Suite struct RecordedQueryTests {
  static let org = KitosDocuments.organisation

  /// A query, the kind it made, and whether its answer is a part.
  static let queries: [(text: String, kind: String, isPart: Bool)] = [
    ("GET /api/v2/organizations/\(org)/users", "kitos.api-v2.users", false),
    ("GET /api/v2/organizations/\(org)/users?orderByProperty=Name&page=0&pageSize=250", "kitos.api-v2.users", false),
    ("curl -K token.conf 'https://kitos.dk/api/v2/organizations/\(org)/users?page=0'", "kitos.api-v2.users", false),
    ("GET /api/v2/organizations/\(org)/users?nameOrEmailQuery=api", "kitos.api-v2.users", true),
    ("/api/v2/organizations/\(org)/users?page=0&emailQuery=a%40b.example", "kitos.api-v2.users", true),
    ("/api/v2/organizations/\(org)/users?ROLEQUERY=LocalAdmin", "kitos.api-v2.users", true),
    ("/api/v2/organizations/\(org)/users?emailQuery=", "kitos.api-v2.users", false),
    ("/api/v2/organizations/\(KitosDocuments.other)/users", "kitos.api-v2.users", true),
    ("/api/v2/it-system-usages?organizationUuid=\(KitosDocuments.other)", "kitos.api-v2.usages", true),
    ("/api/v2/it-contracts?organizationUuid=\(org)&changedSinceGtEq=2026-01-01", "kitos.api-v2.contracts", true),
    ("/api/v2/it-contracts?organizationUuid=\(org)&nameContent=drift", "kitos.api-v2.contracts", true),
    ("/odata/GetUsersByUuid(organizationUuid=\(org))?$expand=ObjectOwner&$count=true", "kitos.odata.users", false),
    (
      "/odata/GetUsersByUuid(organizationUuid=\(org))?$expand=OrganizationRights($filter=Organization/Uuid eq x)",
      "kitos.odata.users", false
    ),
    ("/odata/GetUsersByUuid(organizationUuid=\(org))?%24filter=HasApiAccess%20eq%20false", "kitos.odata.users", true),
    ("/odata/Users?$search=ole", "kitos.odata.users", true),
    ("/api/v2/delta-feed/deleted-entities?deletedSinceUTC=2020-01-01", "kitos.api-v2.deletions", false),
    ("/api/v2/delta-feed/deleted-entities?entityType=ItContract", "kitos.api-v2.deletions", true),
    ("Get-Recipient -ResultSize Unlimited | Export-Csv m.csv", "exchange.mailboxes", false),
    ("$all = Get-EXORecipient -ResultSize:Unlimited -Properties A, B; $all", "exchange.mailboxes", false),
    (
      "(Get-Recipient -ResultSize Unlimited) | Select-Object PrimarySmtpAddress, @{n='EmailAddresses';"
        + "e={$_.EmailAddresses -join ';'}} | Sort-Object PrimarySmtpAddress | Export-Csv m.csv -Encoding utf8",
      "exchange.mailboxes", false
    ),
    ("Get-Recipient -Filter * -ResultSize Unlimited", "exchange.mailboxes", false),
    ("Get-Recipient -Filter {City -eq 'X'} -ResultSize Unlimited", "exchange.mailboxes", true),
    ("get-recipient -resultsize unlimited -recipienttypedetails SharedMailbox", "exchange.mailboxes", true),
    ("Get-Recipient -ResultSize Unlimited -OrganizationalUnit x", "exchange.mailboxes", true),
    ("Get-Recipient kitos-api@x.example", "exchange.mailboxes", true),
    ("Get-Mailbox -ResultSize Unlimited | Export-Csv m.csv", "exchange.mailboxes", true),
    ("Get-DistributionGroup -ResultSize Unlimited", "exchange.mailboxes", true),
    ("Get-Recipient -ResultSize Unlimited | Where-Object { $_.Name -like 'a|b' }", "exchange.mailboxes", true),
    ("Get-Recipient -ResultSize Unlimited | ? HiddenFromAddressListsEnabled -eq $false", "exchange.mailboxes", true),
    ("Get-Recipient -ResultSize Unlimited | select -Last 10", "exchange.mailboxes", true),
    ("Get-Recipient -ResultSize Unlimited | sort Name -Unique", "exchange.mailboxes", true),
    ("SELECT id, email FROM employees WHERE end_date IS NULL", "organisation.employees", true),
    ("SELECT id, email FROM employees", "organisation.employees", false),
    ("/enduser/connections/accesspackages?party=\(org)&from=\(org)", "altinn.package-permissions", false),
    ("exported by hand from the pages", "kitos.ui.users", false),
    ("which users? all of them", "kitos.ui.users", false),
  ]

  @Test(arguments: queries.indices) func tellsParts(_ index: Int) {
    let row = Self.queries[index]
    let query = RecordedQuery(
      row.text, traits: Registry.all.list(ofKind: row.kind), organisation: row.kind.hasPrefix("kitos") ? Self.org : nil)
    #expect(query.restrictions.isEmpty != row.isPart, "\(row.text): \(query.restrictions)")
    // Values of the query may name people.
    #expect(!query.restrictions.contains { $0.contains("@") || $0.contains("LocalAdmin") })
  }

  @Test(
    arguments: [
      ("/x?page=3&pageSize=100", 3, nil, 100), ("/x?$skip=200&$top=50", nil, 200, 50),
      ("/x?pageSize=all", nil, nil, nil),
      ("/x?page=-1", nil, nil, nil), ("Get-Recipient -ResultSize 500", nil, nil, 500),
      ("Get-Recipient -ResultS:500 | select -First 20", nil, nil, 20),
      ("Get-Recipient -ResultSize Unlimited", nil, nil, nil),
      ("https://x.example/y?offset=10&limit=10 (by Ole)", nil, 10, 10),
    ] as [(String, Int?, Int?, Int?)])
  func readsPages(_ text: String, _ page: Int?, _ skipped: Int?, _ size: Int?) {
    let query = RecordedQuery(text, traits: Registry.all.list(ofKind: "exchange.mailboxes"))
    #expect([query.page, query.skipped, query.size] == [page, skipped, size])
  }
}
