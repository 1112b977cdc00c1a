/// Answers of the self-service, of organisations that nobody is.
enum MaskinportenSamples {
  static let id = "00000000-0000-4000-8000-0000000000a1"
  static let other = "00000000-0000-4000-8000-0000000000b2"

  /// A client of which fields may be given otherwise, as JSON; `nil` leaves one out.
  static func client(_ id: String = id, _ changed: [String: String?] = [:]) -> String {
    record(
      [
        ("client_id", "\"\(id)\""), ("client_name", #""Lønn""#), ("client_orgno", #""310000001""#),
        ("integration_type", #""maskinporten""#), ("token_endpoint_auth_method", #""private_key_jwt""#),
        ("scopes", #"["dfo:ansatte"]"#), ("created", #""2024-01-05T10:00:00.123+01:00""#), ("active", "true"),
        ("onbehalfof", "[]"),
      ], changed)
  }

  static func scope(_ changed: [String: String?] = [:]) -> String {
    record(
      [
        ("name", #""eksempel:ansatte""#), ("prefix", #""eksempel""#), ("subscope", #""ansatte""#),
        ("accessible_for_all", "false"), ("allowed_integration_types", #"["maskinporten"]"#),
        ("owner_orgno", #""310000001""#), ("active", "true"), ("last_updated", #""2023-11-03T11:28:13Z""#),
      ], changed)
  }

  static func access(_ changed: [String: String?] = [:]) -> String {
    record(
      [
        ("scope", #""eksempel:ansatte""#), ("state", #""APPROVED""#), ("prefix", "null"),
        ("consumer_orgno", #""310000005""#), ("owner_orgno", #""310000001""#),
        ("created", #""2023-11-28T14:11:35+01:00""#),
      ], changed)
  }

  static func keys(_ keys: String...) -> String {
    #"{"created":"2024-01-05T10:00:00Z","last_updated":"2024-01-05T10:00:00Z","keys":[\#(keys.joined(separator: ","))]}"#
  }

  static func key(_ number: String = "u1SU1LfVLPHCozMx", _ rest: String = #","exp":1795824000"#) -> String {
    #"{"kid":"k1","kty":"RSA","use":"sig","alg":"RS256","e":"AQAB","n":"\#(number)"\#(rest)}"#
  }

  private static func record(_ fields: [(String, String?)], _ changed: [String: String?]) -> String {
    var fields = fields
    for (key, value) in changed {
      if let place = fields.firstIndex(where: { $0.0 == key }) {
        fields[place].1 = value
      } else {
        fields.append((key, value))
      }
    }
    return "{" + fields.compactMap { key, value in value.map { "\"\(key)\":\($0)" } }.joined(separator: ",") + "}"
  }
}
