import Audit
import AuditReports
import Foundation
import PolicyEngine
import Testing

/// A result that is read back shows what it showed; one that is damaged shows nothing.
struct StoredResultTests {
  private static let names = ["text", "html", "json", "rows", "xlsx"] + HandedOnFormatTests.names

  private func expectSame(_ result: AuditResult, options: GateOptions = GateOptions()) throws {
    let json = try HandedOnFormatTests.render("json", result, options: options)
    let stored = try StoredResult(Array(json.utf8))
    for name in Self.names {
      let (then, now) = (
        try HandedOnFormatTests.render(name, result, options: options),
        try HandedOnFormatTests.render(name, stored.result, options: stored.gate)
      )
      #expect(then == now, "\(name)")
    }
  }

  @Test(arguments: [
    GateOptions(), GateOptions(failOn: nil), GateOptions(failOn: .critical, isUnverifiedAllowed: true),
    GateOptions(isIncompleteAllowed: true),
  ]) func showsTheSameInEveryFormat(_ options: GateOptions) throws {
    var result = Samples.mixed
    var settings = AuditSettings(path: "tilsyn.yaml", sha256: "ab", isOfJudgedFolder: true)
    settings.told = ["a.json"]
    settings.added = ["kitos.b", "kitos.a"]
    result.settings = settings
    result.rights = Samples.rights("u1")
    result.declarations = [
      .init(
        name: "exchange", isSystem: true, reason: "r", owner: "o", day: Samples.asOf, path: "tilsyn.yaml", line: 3,
        relations: ["mailbox.entry"])
    ]
    result.scope.declared = [.init(policy: "a.b", without: ["mailbox.entry"], members: 2)]
    result.sources[0].extractedAt = Samples.asOf
    result.sources[0].daysOld = 3
    try expectSame(result, options: options)
    try expectSame(Samples.passing, options: options)
  }

  @Test func showsTheSameOfTenThousandFindings() throws { try expectSame(Samples.large(findings: 10_000)) }

  @Test(arguments: HostileTextTests.hostile) func showsTheSameOfHostileText(_ text: String) throws {
    try expectSame(HostileTextTests().result(text))
  }

  /// Every member, at whatever depth, taken away or made something else: the reader says what is wrong or is told the same.
  @Test func whatIsDamagedIsRefused() throws {
    let json = try HandedOnFormatTests.render("json", Samples.mixed)
    let whole = try JSONSerialization.jsonObject(with: Data(json.utf8))
    var (refused, same) = (0, 0)
    for changed in Self.changes(of: whole) {
      let bytes = Array(try JSONSerialization.data(withJSONObject: changed, options: .fragmentsAllowed))
      do throws(ResultDamage) {
        let stored = try StoredResult(bytes)
        // What was not asked for is not part of what is shown, or the change says something that a result may say.
        _ = stored.result.findings.count
        same += 1
      } catch {
        #expect(!error.message.isEmpty)
        refused += 1
      }
    }
    #expect(refused > 300 && same < refused, "\(refused) refused, \(same) not")
  }

  /// The value with one member or element missing, or one leaf of another type.
  private static func changes(of value: Any) -> [Any] {
    if let object = value as? [String: Any] {
      return object.flatMap { key, inner -> [Any] in
        var without = object
        without[key] = nil
        return [without]
          + changes(of: inner).map { changed in
            var object = object
            object[key] = changed
            return object
          }
      }
    }
    if let list = value as? [Any] {
      return list.indices.flatMap { index -> [Any] in
        changes(of: list[index]).map { changed in
          var list = list
          list[index] = changed
          return list
        }
      } + [["x": 1]]
    }
    return value is String ? [7] : ["x"]
  }

  @Test(arguments: [
    ("", "the file is empty"), ("[]", "no JSON object"), ("{}", "`schema` is missing"),
    (#"{"schema":"tilsyn.result/2"}"#, "of another version"), (#"{"schema":"x"}"#, "no result of this program"),
    (#"{"schema":"tilsyn.result/1","tool":{}}"#, "is missing"),
  ]) func whatIsNoResultIsRefusedWithTheReason(_ text: String, _ reason: String) {
    let error = #expect(throws: ResultDamage.self) { try StoredResult(Array(text.utf8)) }
    #expect(error?.message.contains(reason) == true, "\(error?.message ?? "")")
  }

  @Test func aVerdictThatDoesNotFollowIsRefused() throws {
    let json = try HandedOnFormatTests.render("json", Samples.mixed)
    for (part, other, reason) in [
      ("\"exit\":1", "\"exit\":0", "does not follow"),
      ("\"findings\":{\"fail\":4", "\"findings\":{\"fail\":3", "counts other"),
    ] {
      #expect(json.contains(part))
      let error = #expect(throws: ResultDamage.self) { try StoredResult(Array(json.replacing(part, with: other).utf8)) }
      #expect(error?.message.contains(reason) == true)
    }
  }
}
