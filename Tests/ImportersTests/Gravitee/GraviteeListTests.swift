import FactStore
import Testing

@testable import ImportCore

/// What lists of the management interface say, and what they cannot.
struct GraviteeListTests {
  private typealias Samples = GraviteeSamples
  private static let all = "status=ACCEPTED&status=PENDING&status=PAUSED&status=RESUMED&status=CLOSED&status=REJECTED"

  private func load(_ files: [String: String], _ query: String = "") throws -> LoadedSources {
    try LoadingFolder(files).load(
      as: query.isEmpty ? [] : ["a.json=gravitee.subscriptions,query=/apis/a-1/subscriptions \(query)"])
  }

  @Test func aSubscriptionIsRead() throws {
    let loaded = try load(["a.json": Samples.page([Samples.subscription()])])
    #expect(loaded.facts("gravitee.subscription") == ["s-1 | a-1 | p-1 | app-1 | ACCEPTED"])
    #expect(loaded.facts("gravitee.subscription?processed") == ["s-1 | 2026-01-02"])
    #expect(loaded.facts("gravitee.subscription?asked") == ["s-1 | 2026-01-01"])
    #expect(loaded.facts("gravitee.subscription?consumer_message") == ["s-1 | false"])
    #expect(loaded.facts("gravitee.subscription?ends") == [])
    #expect(!loaded.holes("gravitee.subscription?ends").contains { $0.hasPrefix("s-1") || $0.hasPrefix("*") })
  }

  @Test func versionOneSaysTheSame() throws {
    let old =
      #"[{"id":"s-1","api":"a-1","plan":"p-1","application":"app-1","status":"accepted","subscribed_by":"u-1","processed_by":"system","processed_at":1641110000000,"created_at":1641110000000,"updated_at":1,"ending_at":"1798761600000","request":"sak 1","keys":["KANARI-KEY-1"]}]"#
    let loaded = try load(["a.json": old])
    #expect(loaded.facts("gravitee.subscription?processed") == ["s-1 | 2022-01-02"])
    #expect(loaded.facts("gravitee.subscription?ends") == ["s-1 | 2027-01-01"])
    #expect(loaded.facts("gravitee.subscription?consumer_message") == ["s-1 | true"])
    #expect(loaded.facts("gravitee.subscription?processed_by") == [])
    #expect(loaded.holes("gravitee.subscription?processed_by").contains { $0.hasPrefix("s-1") })
    #expect(!loaded.text.contains("KANARI") && !loaded.text.contains("sak 1"))
  }

  /// A list shows what is accepted, unless it was asked for more.
  @Test func ofOtherStatusesNothingIsKnown() throws {
    func open(_ query: String) throws -> Set<String> {
      let holes = try load(["a.json": Samples.page([Samples.subscription()])], query).holes("gravitee.subscription")
      return Set(
        holes.filter { $0.hasPrefix("not listed | a-1") }.compactMap {
          $0.split(separator: " | ").last.map { String($0.prefix { $0 != " " }) }
        })
    }
    #expect(try open(Self.all).isEmpty)
    #expect(try open("status=ACCEPTED&status=PENDING") == ["PAUSED", "RESUMED", "CLOSED", "REJECTED"])
    #expect(
      try load(["a.json": Samples.page([Samples.subscription()])]).holes("gravitee.subscription").contains {
        $0.contains("PENDING")
      })
  }

  @Test func pagesAreCounted() throws {
    let one = Samples.page([Samples.subscription()], total: 2)
    let other = Samples.page([Samples.subscription(["id": #""s-2""#])], total: 2)
    #expect(try load(["a.json": one]).file("a.json").completeness == .partial)
    let both = try LoadingFolder(["a.json": one, "b.json": other]).load(
      as: [
        "a.json=gravitee.subscriptions,query=/apis/a-1/ \(Self.all)",
        "b.json=gravitee.subscriptions,query=/apis/a-1/ \(Self.all)",
      ])
    #expect(both.files.allSatisfy { $0.completeness == .complete && $0.grade == .counted })
  }

  @Test func aListOfNoAdministratorProvesNothing() throws {
    let text = "[\(Samples.application())]"
    let loaded = try LoadingFolder(["a.json": text]).load()
    #expect(loaded.holes("gravitee.application").contains { $0.hasPrefix("not listed") })
    #expect(loaded.file("a.json").completeness == .partial)
    let whole = try LoadingFolder(["a.json": text]).load(
      as: ["a.json=gravitee.applications,scope=all,query=status=ACTIVE&status=ARCHIVED"])
    #expect(whole.holes("gravitee.application").isEmpty)
    #expect(whole.facts("gravitee.application_owner?user") == ["app-1 | u-1"])
    #expect(whole.facts("gravitee.application?key_mode") == ["app-1 | EXCLUSIVE"])
  }

  @Test(
    arguments: [
      ([:], "true"), (["revoked": "true"], "false"), (["paused": "true"], "false"), (["expired": "true"], "false"),
      (["expireAt": #""2026-01-01T00:00:00Z""#], "false"), (["expireAt": #""2027-01-01T00:00:00Z""#], "true"),
      (["revoked": "null"], nil),
    ] as [([String: String?], String?)]) func aKeyLivesOrNot(_ said: (fields: [String: String?], live: String?)) throws
  {
    let loaded = try LoadingFolder(["a.json": "[\(Samples.key(said.fields))]"]).load()
    #expect(loaded.facts("gravitee.key?live") == (said.live.map { ["k-1 | \($0)"] } ?? []))
    #expect(loaded.facts("gravitee.key_subscription") == ["k-1 | s-1"])
    #expect(!loaded.text.contains("KANARI"))
  }

  @Test func keysThatWereNotListedAreOpen() throws {
    let list = Samples.page([Samples.subscription()])
    let other = GraviteeSamples.key(["subscriptions": #"[{"id":"s-9"}]"#])
    let without = try load(["a.json": list, "k.json": "[\(other)]"])
    #expect(without.holes("gravitee.key_subscription").contains { $0.hasPrefix("not listed | s-1") })
    let both = try load(["a.json": list, "k.json": "[\(Samples.key())]"])
    #expect(!both.holes("gravitee.key_subscription").contains { $0.contains("s-1") })
  }

  @Test func membersAreOfWhatTheConfigurationSays() throws {
    let text = Samples.page([#"{"id":"u-1","displayName":"Kari","roles":[{"name":"OWNER","scope":"API"}]}"#])
    let open = try LoadingFolder(["a.json": text]).load()
    #expect(open.facts("gravitee.api_member").isEmpty && open.facts("gravitee.group_member").isEmpty)
    #expect(!open.holes("gravitee.api_member").isEmpty && !open.holes("gravitee.group_member").isEmpty)
    let group = try LoadingFolder(["a.json": text]).load(
      as: ["a.json=gravitee.group-members,query=/configuration/groups/g-1/members"])
    #expect(group.facts("gravitee.group_member") == ["g-1 | u-1"])
    #expect(group.facts("gravitee.group_member_role") == ["g-1 | u-1 | API/OWNER"])
    let api = try LoadingFolder(["a.json": text]).load(as: ["a.json=gravitee.members,query=/apis/a-1/members"])
    #expect(api.facts("gravitee.api_member") == ["a-1 | u-1 | API/OWNER"])
  }

  @Test func usersTellRolesLoginsAndTokens() throws {
    let text =
      #"[{"id":"u-1","displayName":"Kari","source":"feide","sourceId":"k","status":"ACTIVE","lastConnectionAt":1732060800000,"number_of_active_tokens":2,"roles":[{"name":"ADMIN","scope":"ORGANIZATION"}],"envRoles":{"DEFAULT":[{"name":"API_PUBLISHER","scope":"ENVIRONMENT"}]}},{"id":"u-2","displayName":"Per","source":"feide","sourceId":"p"}]"#
    let loaded = try LoadingFolder(["a.json": text]).load()
    #expect(
      loaded.facts("gravitee.user_role") == [
        "u-1 | ENVIRONMENT | DEFAULT | API_PUBLISHER", "u-1 | ORGANIZATION | organisation | ADMIN",
      ])
    #expect(loaded.holes("gravitee.user_role").contains { $0.hasPrefix("u-2") })
    #expect(loaded.facts("gravitee.account?last_login") == ["u-1 | 2024-11-20"])
    #expect(loaded.facts("gravitee.user_list").contains("ORGANIZATION | organisation"))
    #expect(!loaded.holes("gravitee.token").isEmpty)
    #expect(loaded.holes("gravitee.account?status").contains { $0.hasPrefix("u-2") })
  }

  private static let csv = "Plan;Application;Creation date;Process date;Start date;End date date;Status\n"

  @Test func aCSVHasNamesOnly() throws {
    let row = "Ansatte;Kort;2026-01-01T08:00:00.000+0100;2026-01-02T08:00:00.000+0100;;;ACCEPTED\n"
    let alone = try LoadingFolder(["a.csv": Self.csv + row]).load(as: [
      "a.csv=gravitee.subscriptions-csv,query=/apis/a-1/"
    ])
    #expect(alone.file("a.csv").used == 1)
    #expect(alone.facts("gravitee.subscription").first?.contains("name Ansatte | name Kort | ACCEPTED") == true)
    let known = try LoadingFolder([
      "a.csv": Self.csv + row, "b.json": GraviteeSamples.export(), "c.json": "[\(Samples.application())]",
    ])
    .load(as: ["a.csv=gravitee.subscriptions-csv,query=/apis/a-1/"])
    #expect(known.facts("gravitee.subscription").first?.contains("a-1 | p-1 | app-1 | ACCEPTED") == true)
    #expect(known.facts("gravitee.subscription?processed_by") == [])
  }
}
