import FactStore
import Testing

@testable import ImportCore

/// What definitions of APIs say.
struct GraviteeDefinitionTests {
  private func load(_ changed: [String: String?] = [:], _ others: [String: String] = [:]) throws -> LoadedSources {
    var files = others
    files["a.json"] = GraviteeSamples.export(changed)
    return try LoadingFolder(files).load()
  }

  @Test func anExportIsRead() throws {
    let loaded = try load()
    #expect(loaded.facts("gravitee.api?visibility") == ["a-1 | PUBLIC"])
    #expect(loaded.facts("gravitee.api_owner?user") == ["a-1 | u-1"])
    #expect(loaded.holes("gravitee.api_owner?group").contains { $0.hasPrefix("a-1") } == false)
    #expect(loaded.facts("gravitee.user?email") == ["u-1 | kari@inst.example"])
    #expect(loaded.facts("gravitee.plan?security") == ["p-1 | API_KEY"])
    #expect(loaded.facts("gravitee.plan?validation") == ["p-1 | MANUAL"])
    #expect(loaded.facts("gravitee.plan?status") == ["p-1 | PUBLISHED"])
    #expect(loaded.facts("gravitee.endpoint?host") == ["a-1, g, e | api.dfo.no"])
    #expect(loaded.facts("gravitee.endpoint?trusts_all") == ["a-1, g, e | true"])
    #expect(loaded.facts("gravitee.api_group") == ["a-1 | HR"])
    #expect(loaded.facts("gravitee.member_by_role_id") == ["a-1 | feide/per@inst.example | r-2 | API"])
  }

  /// A key that is missing or null was not exported; an empty list says that there are none.
  @Test(
    arguments: [
      ("members", "gravitee.api_member"), ("groups", "gravitee.api_group"), ("plans", "gravitee.plan"),
    ]) func whatWasNotExportedIsOpen(_ part: (key: String, relation: String)) throws
  {
    func isOpen(_ value: String?) throws -> Bool {
      let holes = try load([part.key: value]).holes(part.relation)
      return holes.contains {
        part.relation == "gravitee.plan" ? $0.hasPrefix("not listed | a-1") : $0.hasPrefix("a-1")
      }
    }
    #expect(try isOpen(nil))
    #expect(try isOpen("null"))
    #expect(try !isOpen("[]"))
  }

  @Test func rolesAreKnownByAListOnly() throws {
    #expect(try load().facts("gravitee.api_member") == ["a-1 | feide/per@inst.example | r-2"])
    #expect(try load().holes("gravitee.role").contains { $0.hasPrefix("r-2") })
    let loaded = try load([:], ["roles.json": GraviteeSamples.roles])
    #expect(loaded.facts("gravitee.api_member") == ["a-1 | feide/per@inst.example | API/USER"])
    #expect(loaded.facts("gravitee.role_permission").contains("API/USER | METADATA | read"))
    #expect(loaded.facts("gravitee.role_permission").contains("API/USER | DEFINITION | read"))
    let old = try load(["members": #"[{"username":"kari","role":"OWNER"}]"#])
    #expect(old.facts("gravitee.api_member") == ["a-1 | kari (user name) | API/OWNER"])
  }

  @Test func listsTellWhoIsWho() throws {
    let loaded = try load(
      [:],
      [
        "users.json":
          #"[{"id":"u-2","displayName":"Per","source":"feide","sourceId":"Per@inst.example","status":"ACTIVE"}]"#,
        "groups.json": #"[{"id":"g-1","name":"HR","roles":{},"event_rules":[{"event":"API_CREATE"}]}]"#,
      ])
    #expect(loaded.facts("gravitee.api_member") == ["a-1 | u-2 | r-2"])
    #expect(loaded.facts("gravitee.api_group") == ["a-1 | g-1"])
    #expect(loaded.facts("gravitee.group_event") == ["g-1 | API_CREATE"])
    #expect(!loaded.holes("gravitee.group_member").isEmpty)
  }

  @Test func anEnvelopeTellsTheOwnerByTheMembers() throws {
    let loaded = try LoadingFolder(["a.json": GraviteeSamples.envelope]).load()
    #expect(loaded.facts("gravitee.api_owner?user") == ["a-2 | u-1"])
    #expect(loaded.facts("gravitee.api_member") == ["a-2 | u-1 | API/PRIMARY_OWNER", "a-2 | u-2 | API/REVIEWER"])
    #expect(loaded.facts("gravitee.api_group") == ["a-2 | g-1"])
  }

  /// Two documents of one API: what one lacks the other says, and where they differ nobody knows.
  @Test func documentsOfOneAPIJoin() throws {
    let list =
      #"[{"id":"a-1","name":"Lonn","version":"1.0","visibility":"PRIVATE","state":"STARTED","owner":{"id":"u-1","type":"USER"}}]"#
    let loaded = try load([:], ["list.json": list])
    #expect(loaded.facts("gravitee.api") == ["a-1"])
    #expect(loaded.facts("gravitee.api?visibility") == [])
    #expect(loaded.holes("gravitee.api?visibility").contains("a-1 | * (conflict)"))
    #expect(loaded.facts("gravitee.api?name") == ["a-1 | Lonn"])
    let byCross = try load(["id": nil], ["b.json": GraviteeSamples.export()])
    #expect(byCross.facts("gravitee.api") == ["a-1"])
    let other = try load([:], ["b.json": GraviteeSamples.export(["members": "[]"])])
    #expect(other.facts("gravitee.api_member") == [])
    #expect(other.holes("gravitee.api_member").contains { $0.hasPrefix("a-1 | feide/per@inst.example") })
  }

  private static let filters: [(rule: String, allows: [String])] = [
    (#"{"resource-filtering":{"whitelist":[{"methods":["GET"],"pattern":"/a/**"}]}}"#, ["p-1 | GET | /a/**"]),
    (#"{"resource-filtering":{"whitelist":[{"methods":[],"pattern":"/a/**"}]}}"#, ["p-1 | * | /a/**"]),
    (#"{"resource-filtering":{"whitelist":[{"pattern":"/a/**"}]},"enabled":false}"#, ["p-1 | * | /**"]),
    (#"{"resource-filtering":{"whitelist":[],"blacklist":[{"pattern":"/b"}]}}"#, ["p-1 | * | /**"]),
    (#"{"resource-filtering":{"whitelist":[{"pattern":"/a"}]},"condition":"{#x}"}"#, ["p-1 | * | /**"]),
    (#"{"rate-limit":{}}"#, ["p-1 | * | /**"]),
  ]

  @Test(arguments: filters.indices) func filtersLetThroughWhatTheySay(_ index: Int) throws {
    let loaded = try load(["plans": "[\(GraviteeSamples.plan(rule: Self.filters[index].rule))]"])
    #expect(loaded.facts("gravitee.plan_allows") == Self.filters[index].allows)
  }

  /// A filter that runs for one verb leaves the others alone.
  @Test func aFilterForOneVerbLetsTheOthersThrough() throws {
    let rule = #"{"methods":["GET"],"resource-filtering":{"whitelist":[{"methods":[],"pattern":"/a"}]}}"#
    let allows = try load(["plans": "[\(GraviteeSamples.plan(rule: rule))]"]).facts("gravitee.plan_allows")
    #expect(allows.contains("p-1 | GET | /a") && allows.contains("p-1 | DELETE | /**") && allows.count == 9)
  }

  @Test func flowsTellScopesAndAddresses() throws {
    let flow = #"""
      [{"name":"f","enabled":true,"path-operator":{"path":"/","operator":"STARTS_WITH"},"methods":[],"pre":[
      {"policy":"policy-assign-attributes","enabled":true,"configuration":{"attributes":[{"name":"scope","value":"dfo:ansatte dfo:stillinger"}]}},
      {"policy":"ip-filtering","configuration":{"whitelistIps":["10.0.0.0/8"]}},
      {"policy":"groovy","enabled":false,"configuration":{}}]}]
      """#
    let loaded = try load(["plans": "[\(GraviteeSamples.plan(["flows": flow]))]"])
    #expect(loaded.facts("gravitee.plan_scope") == ["p-1 | dfo:ansatte", "p-1 | dfo:stillinger"])
    #expect(loaded.facts("gravitee.plan_ip_filter") == ["p-1"])
    #expect(
      loaded.facts("gravitee.plan_policy") == ["p-1 | ip-filtering | false", "p-1 | policy-assign-attributes | false"])
    let open = try load([
      "plans":
        "[\(GraviteeSamples.plan(["flows": flow.replacing("dfo:ansatte dfo:stillinger", with: "{#x}").replacing("10.0.0.0/8", with: "0.0.0.0/0")]))]"
    ])
    #expect(open.facts("gravitee.plan_scope") == [] && open.facts("gravitee.plan_ip_filter") == [])
    #expect(open.holes("gravitee.plan_scope").contains { $0.hasPrefix("p-1") })
  }

  @Test(arguments: [
    ("http://localhost:1/", "local"), ("http://10.1.2.3", "private"), ("http://172.32.0.1", "public"),
    ("http://lonn.example", "public"), ("http://lonn", "cluster"), ("http://x.svc.cluster.local/", "cluster"),
  ]) func hostsAreNearOrFar(_ target: (text: String, reach: String)) throws {
    let proxy = #"{"groups":[{"name":"g","endpoints":[{"name":"e","target":"\#(target.text)"}]}]}"#
    #expect(try load(["proxy": proxy]).facts("gravitee.endpoint?reach") == ["a-1, g, e | \(target.reach)"])
  }

  @Test func whatAnExpressionDecidesIsOpen() throws {
    let proxy = ##"{"groups":[{"name":"g","endpoints":[{"name":"e","target":"https://{#properties['host']}/x"}]}]}"##
    let loaded = try load(["proxy": proxy])
    #expect(loaded.facts("gravitee.endpoint?scheme") == ["a-1, g, e | https"])
    #expect(loaded.facts("gravitee.endpoint?host") == [])
    #expect(loaded.holes("gravitee.endpoint?host").contains { $0.hasPrefix("a-1, g, e") })
    #expect(loaded.holes("gravitee.endpoint?trusts_all").contains { $0.hasPrefix("a-1, g, e") })
  }

  @Test(
    arguments: [
      (#"{"groups":[]}"#, ["a-1 | false"]),
      (#"{"logging":{"mode":"CLIENT_PROXY","content":"HEADERS"}}"#, ["a-1 | false"]),
      (#"{"logging":{"mode":"CLIENT_PROXY","content":"HEADERS_PAYLOADS"}}"#, ["a-1 | true"]),
      (#"{"logging":{"mode":"CLIENT_PROXY"}}"#, []), (#"{"loggingMode":"CLIENT"}"#, []),
    ] as [(String, [String])]) func loggingOfContentsIsTold(_ said: (proxy: String, payload: [String])) throws
  {
    #expect(try load(["proxy": said.proxy]).facts("gravitee.logging?payload") == said.payload)
  }

  @Test func aTemplateHasPlansAndNobody() throws {
    let loaded = try load(["members": nil, "primaryOwner": nil, "groups": nil, "crossId": nil, "id": nil])
    #expect(loaded.facts("gravitee.template") == ["template Lonn, version 1.0"])
    #expect(loaded.facts("gravitee.plan") == ["p-1 (template Lonn, version 1.0) | template Lonn, version 1.0"])
    #expect(loaded.facts("gravitee.api").isEmpty && loaded.facts("gravitee.api_owner").isEmpty)
  }
}
