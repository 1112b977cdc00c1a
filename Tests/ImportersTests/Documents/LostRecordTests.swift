import FactStore
import Importers
import Testing

@testable import ImportCore

/// Whatever way a record of a document is lost, every relation that documents of the kind fill has a hole for it. The kinds
/// are those of the registry: a new one is tried without anybody's thinking of it.
struct LostRecordTests {
  struct Loss: Sendable, CustomTestStringConvertible {
    let kind: String
    let way: String
    let name: String
    let text: String
    var testDescription: String { "\(kind), \(way)" }
  }

  /// Documents of JSON of which something is lost, whatever they are of.
  private static let broken: [(way: String, text: String)] = [
    ("a record that is no object", "[7]"), ("a record that is null", "[null]"), ("a record that is a list", "[[]]"),
    ("a record that breaks off", #"[{"uuid":"#), ("a list that breaks off", "[{},"),
    ("a record with bad syntax", #"[{"uuid":]}"#), ("an object that breaks off", "{"), ("a scalar", "7"),
  ]

  /// The titles of each kind of table, and a row of it.
  private static let tables: [String: (titles: String, row: String)] = [
    "kitos.ui.users": ("Navn;Email;Seneste login;API bruger;Lokal Admin", "A;a@b.example;;Ja;Nej"),
    "kitos.ui.roster": ("Fornavn (påkrævet);Efternavn (påkrævet);Email (påkrævet)", "A;B;a@b.example"),
    "altinn.role-overview": (overview + "Rollekode", "310000001;A;1980-02-03;Person;DAGL"),
    "altinn.package-overview": (overview + "Tilgangspakkekode", "310000001;A;1980-02-03;Person;skatt"),
    "altinn.resource-overview": (overview + "Ressurs-id", "310000001;A;1980-02-03;Person;r1"),
    "exchange.mailboxes": ("PrimarySmtpAddress;RecipientTypeDetails", "a@b.example;UserMailbox"),
    "exchange.admin-centre-mailboxes": ("Display name;Email address;Recipient type", "A;a@b.example;UserMailbox"),
    "organisation.employees": ("id;name;email;unit;start;end", "1;A;a@b.example;U;2020-01-01;"),
    "organisation.mailbox-register": ("email;owner;deputy;purpose", "a@b.example;b@b.example;;x"),
    "organisation.approvals": ("system;subject;what;approved_by", "kitos;a@b.example;api-access;b@b.example"),
    "organisation.integrations": ("integration;system;environment;auth", "ks-hr;ks-laering;lab;basic"),
    "organisation.integration-endpoints": (
      "integration;environment;kind;url", "ks-hr;lab;person;https://a.example/v3/person"
    ),
    "organisation.integration-addresses": ("integration;environment;address", "ks-hr;lab;192.0.2.10"),
    "organisation.integration-steps": ("integration;environment;step;date", "ks-hr;lab;persons-loaded;2026-03-03"),
    "organisation.data-classes": ("api;plan;class", "Lønn;Ansatte;personal"),
    "organisation.duties": ("duty;system;what;place", "authorises;dfo;A290;*"),
    "organisation.conflicts": ("first;second;scope;level", "asks;authorises;any;watch"),
    "gravitee.subscriptions-csv": (
      "Plan;Application;Creation date;Process date;Start date;End date date;Status", "P;A;;;;;ACCEPTED"
    ),
    "library.keys": ("Badge;Holder;Access", "7;a@b.example;all hours"),
  ]
  private static let overview = "Organisasjonsnummer;Mottakernavn;Fødselsdato/organisasjonsnummer;Mottakertype;"

  /// Documents that are neither JSON nor tables.
  private static let others: [String: [(way: String, name: String, text: String)]] = [
    "altinn.policy": [
      ("a policy that breaks off", "policy.xml", "<Policy xmlns=\"urn:oasis:names:tc:xacml:3.0:core:schema:wd-17\">")
    ],
    "visma.persons": [
      ("a list that breaks off", "persons.xml", "<personsXML>"),
      ("a list without a person", "persons.xml", "<personsXML/>"),
      ("no XML", "persons.xml", "{"),
    ],
    "visma.charts": [("a list that breaks off", "charts.xml", "<charts>"), ("no XML", "charts.xml", "[]")],
    "altinn.group-page": [("a page that is none", "page.md", "{")],
  ]

  /// What no record of the kind decides, so that one that is lost leaves it as it is.
  private static let decided = ["altinn.policy": "altinn.policy_part"]

  /// What a list says of itself, whatever of its records is lost.
  private static let ofItself: Set = [
    "kitos.user_list", "library.member_list", "gravitee.document", "gravitee.user_list",
  ]

  private static func losses(_ registry: Registry) -> [Loss] {
    registry.kinds.flatMap { kind -> [Loss] in
      let isNeverEmpty = registry.list(ofKind: kind)?.mayBeEmpty == false
      if let others = others[kind] { return others.map { Loss(kind: kind, way: $0.way, name: $0.name, text: $0.text) } }
      guard registry.readsTables(ofKind: kind) else {
        let empty = isNeverEmpty ? [("a list that is never empty, empty", "[]")] : []
        return (broken + empty).map { Loss(kind: kind, way: $0.0, name: "a.json", text: $0.1) }
      }
      guard let table = tables[kind] else {
        return [Loss(kind: kind, way: "no sample of the table", name: "", text: "")]
      }
      let rest = table.titles.split(separator: ";").dropFirst().joined(separator: ";")
      let empty = isNeverEmpty ? [("a table that is never empty, empty", "\(table.titles)\n")] : []
      return
        ([
          ("a row with a quote that never ends", "\(table.titles)\n\(table.row)\n\"\(table.row)\n"),
          ("a row with too many cells", "\(table.titles)\n\(table.row);x;y\n"),
          ("titles that break off", String(table.titles.dropLast(3))),
          ("a table without its first column", "\(rest)\n\(table.row)\n"), ("an object", "{}"),
        ] + empty).map { Loss(kind: kind, way: $0.0, name: "a.csv", text: $0.1) }
    }
  }

  @Test(arguments: losses(.all)) func everyRelationHasAHole(_ loss: Loss) throws { try check(loss, .all) }

  @Test(arguments: losses(.library)) func aNewSystemToo(_ loss: Loss) throws { try check(loss, .library) }

  /// What the configuration may say of a document: it must not hide what is lost.
  private static let context =
    ",organisation=\(KitosDocuments.organisation),user=\(KitosDocuments.user(1)),object=\(KitosDocuments.object(1))"

  private func check(_ loss: Loss, _ registry: Registry) throws {
    try #require(!loss.name.isEmpty, "give a sample of the table in `tables`")
    for context in ["", Self.context] {
      let loaded = try LoadingFolder([loss.name: loss.text]).load(
        as: ["\(loss.name)=\(loss.kind)\(context)"], registry: registry)
      let report = loaded.files[0]
      #expect(report.kind == loss.kind && !(report.problems.map(\.message) + report.notes).isEmpty)
      #expect(report.records == report.used + report.rejected + report.outOfScope)
      for relation in registry.relations(ofKind: loss.kind) where relation != Self.decided[loss.kind] {
        guard registry.schemas.first(where: { $0.name == relation })?.lost == .anyRow else { continue }
        if Self.ofItself.contains(relation), loaded.store[relation]!.facts.count == 1 { continue }
        #expect(!loaded.store[relation]!.holes.isEmpty, "\(relation) has no hole, with `\(context)`")
        #expect(loaded.store[relation]!.facts.count == 0 || loss.name == "a.csv", "\(relation) has a fact")
      }
    }
  }
}
