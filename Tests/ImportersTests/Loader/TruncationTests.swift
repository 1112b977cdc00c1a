import Importers
import Testing

@testable import ImportCore

/// However a document is cut off, nothing that it said is lost without a hole, and nothing is made up.
@Suite struct TruncationTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var context: String?
    var mapping: String?
    var testDescription: String { name }
  }

  private static let users = "kitos.api-v2.users,organisation=\(KitosDocuments.organisation)"

  static let samples: [Sample] = [
    Sample(name: "users.json", text: KitosDocuments.users(1..<6), context: users),
    Sample(name: "users.json", text: KitosDocuments.users(1..<4)),
    Sample(
      name: "user.json",
      text:
        #"{"uuid":"\#(KitosDocuments.user(1))","email":"a@b.dk","firstName":"K","lastName":null,"hasApiAccess":true,"#
        + #""roles":["User","LocalAdmin"]}"#, context: users),
    Sample(
      name: "usages.json",
      text: "["
        + [
          KitosDocuments.usageRecord(1, roles: [(1, 1), (2, 1)]), KitosDocuments.usageRecord(2, modifiedBy: nil),
          KitosDocuments.usageRecord(3, organisation: KitosDocuments.other, roles: [(3, 2)]),
        ].joined(separator: ",\n") + "]\n"),
    Sample(name: "usage.json", text: KitosDocuments.usageRecord(1, roles: [(1, 1)])),
    Sample(
      name: "roles.json", text: KitosDocuments.roleTypes([1, 2, 3]), context: "kitos.api-v2.usage-role-types"),
    Sample(name: "roles.json", text: KitosDocuments.roleTypes([1, 2])),
    Sample(
      name: "table.json",
      text: KitosTables.document([KitosTables.user(1, systemRights: KitosTables.right(1, 1)), KitosTables.user(2)]),
      context: "kitos.odata.users,organisation=\(KitosDocuments.organisation)"),
    Sample(
      name: "o.csv",
      text: "Navn;Email;Seneste login;API bruger;Lokal Admin\r\nA;a@b.dk;;Ja;Nej\r\nB;b@b.dk;01-02-2026;Nej;Ja\r\n",
      context: "kitos.ui.users,organisation=\(KitosDocuments.organisation)"),
    Sample(
      name: "cross.json",
      text: "["
        + (1...3).map {
          #"{"apiAccess":true,"stakeholderAccess":false,"organizationsWhereActive":["X"],"uuid":""#
            + #"\#(KitosDocuments.user($0))","name":"N","email":"a\#($0)@b.dk"}"#
        }.joined(separator: ",\n") + "]", context: "kitos.internal.cross-organisation-users"),
    Sample(
      name: "units.json",
      text: "["
        + (1...3).map {
          #"{"parentOrganizationUnit":null,"uuid":"\#(KitosDocuments.object($0))","name":"N"}"#
        }.joined(separator: ",\n") + "]",
      context: "kitos.api-v2.units,organisation=\(KitosDocuments.organisation)"),
    Sample(
      name: "m.csv",
      text: "#TYPE X\r\n\"PrimarySmtpAddress\",\"RecipientTypeDetails\",\"EmailAddresses\","
        + "\"RequireSenderAuthenticationEnabled\",\"AcceptMessagesOnlyFrom\"\r\n"
        + "\"a@b.dk\",\"SharedMailbox\",\"SMTP:a@b.dk;smtp:c@b.dk\",\"False\",\"\"\r\n"
        + "\"d@b.dk\",\"UserMailbox\",\"SMTP:d@b.dk\",\"True\",\"x\"\r\n"),
    Sample(
      name: "employees.csv",
      text:
        "id;name;email;unit;start;end\r\n1;Mette;m@b.dk;U;2020-01-01;\r\n2;Ole Æø;o@b.dk;V;01-02-2019;31-12-2024\r\n"),
    Sample(
      name: "a.jsonl", text: "{\"a\":\"x1\",\"b\":12}\n{\"a\":\"y2\",\"b\":34}\n\n{\"a\":\"z3\",\"b\":56}\n",
      mapping: "{ path: a.jsonl, format: jsonl, facts: [{ relation: t.r }] }"),
    Sample(
      name: "a.json", text: #"{"total":2,"items":[{"a":"x","b":12},{"a":"y","b":34}]}"#,
      mapping:
        "{ path: a.json, format: json, records: /items, total: /total, grade: counted, facts: [{ relation: t.r }] }"),
    Sample(
      name: "a.json", text: #"[{"a":"x","l":[{"b":1},{"b":2}]},{"a":"y","l":[{"b":3}]}]"#,
      mapping: "{ path: a.json, format: json, facts: [{ relation: t.r, each: /l, columns: { a: ../a } }] }"),
    Sample(
      name: "a.tsv", text: "x\t12\r\ny\t34\r\n",
      mapping: "{ path: a.tsv, format: tsv, header: false, fields: [a, b], facts: [{ relation: t.r }] }"),
  ]

  private func load(_ sample: Sample, _ bytes: [UInt8], in folder: LoadingFolder) throws -> LoadedSources {
    try folder.write(sample.name, bytes)
    var configuration = Configuration(.all)
    if let mapping = sample.mapping {
      let yaml = """
        mapping:
          relations: { t.r: { columns: { a: text, b: int } } }
          files: [\(mapping)]
        """
      configuration = try Configuration.read(Array(yaml.utf8), path: "tilsyn.yaml", .all)
    }
    let overrides = sample.context.map { ["\(sample.name)=\($0)"] } ?? []
    return try folder.load(as: overrides, configuration: configuration, jobs: 1)
  }

  @Test(arguments: samples)
  func losesNothingInSilence(_ sample: Sample) throws {
    let folder = try LoadingFolder()
    let bytes = Array(sample.text.utf8)
    let whole = try load(sample, bytes, in: folder)
    #expect(whole.isComplete, "\(whole.incompleteReasons)")
    let expected = Coverage(whole)
    for length in stride(from: 0, to: bytes.count, by: bytes.count > 400 ? 13 : bytes.count > 100 ? 3 : 1) {
      let cut = Array(bytes[..<length])
      let loaded = try load(sample, cut, in: folder)
      let report = loaded.files[0]
      #expect(report.records == report.used + report.rejected + report.outOfScope)
      // A table, and JSON lines, that end with a whole line cannot be told from a shorter export: `expect` is for that.
      if isWhole(sample, cut) { continue }
      let coverage = Coverage(loaded)
      #expect(coverage.lost(of: expected).isEmpty, "cut at \(length)")
      #expect(coverage.invented(against: expected).isEmpty, "cut at \(length)")
      #expect(!loaded.isComplete, "cut at \(length)")
    }
  }

  /// Whether what is left is a whole document of its kind.
  private func isWhole(_ sample: Sample, _ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    if sample.name.hasSuffix(".json") { return sample.text.dropFirst(text.count).allSatisfy(\.isWhitespace) }
    if text.isEmpty, sample.mapping != nil { return true }
    if sample.name.hasSuffix(".jsonl") { return text.hasSuffix("\n") || text.hasSuffix("}") }
    return text.hasSuffix("\r\n") && text.split(separator: "\r\n").count > (sample.name == "m.csv" ? 1 : 0)
  }
}
