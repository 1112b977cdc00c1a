/// Documents as Gravitee writes them, of APIs that nobody has.
enum GraviteeSamples {
  /// An export of version 2 of which fields may be given otherwise, as JSON; `nil` leaves one out.
  static func export(_ changed: [String: String?] = [:]) -> String {
    object(
      [
        ("name", #""Lonn""#), ("crossId", #""c-1""#), ("version", #""1.0""#), ("visibility", #""PUBLIC""#),
        ("gravitee", #""2.0.0""#), ("flow_mode", #""DEFAULT""#), ("flows", "[]"), ("groups", #"["HR"]"#),
        (
          "primaryOwner",
          #"{"id":"u-1","email":"kari@inst.example","displayName":"Kari Testesen","type":"USER"}"#
        ),
        ("members", #"[{"source":"Feide","sourceId":"per@inst.example","roles":["r-2"]}]"#), ("labels", #"["dfo"]"#),
        ("resources", "[]"), ("properties", "[]"), ("pages", "[]"), ("metadata", "[]"), ("plans", "[\(plan())]"),
        ("id", #""a-1""#),
        (
          "proxy",
          #"{"groups":[{"name":"g","endpoints":[{"name":"e","target":"https://api.dfo.no/x"}],"ssl":{"trustAll":true,"hostnameVerifier":false}}]}"#
        ),
      ], changed)
  }

  static func plan(_ changed: [String: String?] = [:]) -> String {
    object(
      [
        ("id", #""p-1""#), ("name", #""Ansatte""#), ("validation", #""manual""#), ("security", #""api-key""#),
        ("status", #""published""#), ("characteristics", #"["Gule data"]"#), ("comment_required", "false"),
        ("flows", "[]"),
      ], changed)
  }

  /// A plan of version 1 with one rule.
  static func plan(rule: String) -> String { plan(["flows": nil, "paths": #"{"/":[\#(rule)]}"#]) }

  static let envelope = #"""
    {"export":{"date":"2026-05-04T06:00:00Z","apimVersion":"4.11.7"},"api":{"id":"a-2","name":"FS","apiVersion":"1",
    "definitionVersion":"V4","visibility":"PRIVATE","groups":["g-1"],"listeners":[{"type":"HTTP"}],"endpointGroups":[],
    "properties":[],"resources":[],"flows":[]},"members":[{"id":"u-1","displayName":"Kari",
    "roles":[{"name":"PRIMARY_OWNER","scope":"API"}]},{"id":"u-2","displayName":"Per","roles":[{"name":"REVIEWER","scope":"API"}]}],
    "metadata":[],"pages":[],"plans":[{"id":"p-2","name":"Open","security":{"type":"KEY_LESS"},"status":"PUBLISHED",
    "validation":"AUTO","commentRequired":false,"flows":[]}]}
    """#

  static func subscription(_ changed: [String: String?] = [:]) -> String {
    object(
      [
        ("id", #""s-1""#), ("api", #"{"id":"a-1"}"#), ("plan", #"{"id":"p-1"}"#), ("application", #"{"id":"app-1"}"#),
        ("status", #""ACCEPTED""#), ("consumerStatus", #""STARTED""#), ("consumerMessage", #""""#),
        ("subscribedBy", #"{"id":"u-1","displayName":"Kari"}"#), ("processedBy", #"{"id":"u-2"}"#),
        ("processedAt", #""2026-01-02T08:00:00Z""#), ("createdAt", #""2026-01-01T07:59:00.123Z""#),
        ("updatedAt", #""2026-01-02T08:00:00Z""#),
      ], changed)
  }

  /// A page of version 2.
  static func page(_ records: [String], total: Int? = nil) -> String {
    #"{"data":[\#(records.joined(separator: ","))],"pagination":{"page":1,"perPage":100,"pageCount":1,"totalCount":\#(total ?? records.count)},"links":{}}"#
  }

  static func key(_ changed: [String: String?] = [:]) -> String {
    object(
      [
        ("id", #""k-1""#), ("key", #""KANARI-0001-KANARI""#), ("subscriptions", #"[{"id":"s-1"}]"#),
        ("revoked", "false"), ("paused", "false"), ("expired", "false"), ("createdAt", #""2022-01-02T08:00:00Z""#),
      ], changed)
  }

  static func application(_ changed: [String: String?] = [:]) -> String {
    object(
      [
        ("id", #""app-1""#), ("name", #""Kort""#), ("status", #""ACTIVE""#), ("type", #""SIMPLE""#), ("groups", "[]"),
        ("owner", #"{"id":"u-1","email":"kari@inst.example","displayName":"Kari","type":"USER"}"#),
        ("api_key_mode", #""EXCLUSIVE""#), ("settings", #"{"app":{"client_id":null}}"#),
        ("created_at", "1641110000000"),
      ], changed)
  }

  static let roles = #"""
    [{"id":"r-1","name":"OWNER","scope":"API","system":false,"permissions":{"METADATA":["C","R","U","D"]}},
    {"id":"r-2","name":"USER","scope":"API","system":false,"permissions":{"METADATA":["R"],"DEFINITION":"R"}}]
    """#

  private static func object(_ fields: [(String, String)], _ changed: [String: String?]) -> String {
    var fields = fields.map { ($0.0, Optional($0.1)) }
    for (key, value) in changed.sorted(by: { $0.key < $1.key }) {
      if let place = fields.firstIndex(where: { $0.0 == key }) {
        fields[place].1 = value
      } else {
        fields.append((key, value))
      }
    }
    return "{" + fields.compactMap { key, value in value.map { "\"\(key)\":\($0)" } }.joined(separator: ",") + "}"
  }
}
