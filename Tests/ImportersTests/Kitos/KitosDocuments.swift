/// Small documents of Kitos with invented identities.
enum KitosDocuments {
  static let organisation = "00000000-0000-4000-8000-00000000000a"
  static let other = "00000000-0000-4000-8000-00000000000b"

  static func user(_ number: Int) -> String { uuid("a", number) }
  static func object(_ number: Int) -> String { uuid("c", number) }
  static func role(_ number: Int) -> String { uuid("e", number) }

  private static func uuid(_ kind: String, _ number: Int) -> String {
    let digits = String(number)
    return "\(kind)0000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
  }

  /// A record of a user list.
  static func userRecord(_ number: Int, api: String = "true", roles: String = #"["User"]"#) -> String {
    """
    {"uuid":"\(user(number))","email":"User\(number)@kommune.example","name":"User \(number)","firstName":"User",\
    "lastName":"\(number)","phoneNumber":null,"apiAccess":\(api),"roles":\(roles)}
    """
  }

  static func users(_ range: Range<Int>) -> String {
    "[\n" + range.map { userRecord($0) }.joined(separator: ",\n") + "\n]"
  }

  /// A record of a list of usages.
  static func usageRecord(
    _ number: Int, organisation: String? = organisation, modifiedBy: Int? = 1, roles: [(Int, Int)] = [],
    relations: String = #","outgoingSystemRelations":[]"#
  ) -> String {
    let context = organisation.map { #"{"cvr":"12345678","uuid":"\#($0)","name":"Eksempel Kommune"}"# } ?? "null"
    let modifier = modifiedBy.map { #"{"uuid":"\#(user($0))","name":"x"}"# } ?? "null"
    let assignments = roles.map {
      #"{"user":{"uuid":"\#(user($0.0))","name":"x"},"role":{"uuid":"\#(role($0.1))","name":"y"}}"#
    }
    return """
      {"uuid":"\(object(number))","createdBy":null,"lastModified":"2026-02-22T11:29:43.0255828Z","lastModifiedBy":\
      \(modifier),"systemContext":{"uuid":"\(object(900 + number))","name":"System \(number)"},"organizationContext":\
      \(context),"roles":[\(assignments.joined(separator: ","))],"gdpr":{"level":1}\
      \(relations)}
      """
  }

  static func usages(_ range: Range<Int>, organisation: String? = organisation) -> String {
    "[" + range.map { usageRecord($0, organisation: organisation) }.joined(separator: ",\n") + "]"
  }

  static func roleTypes(_ numbers: [Int]) -> String {
    "["
      + numbers.map {
        #"{"writeAccess":true,"isExternallyAvailable":false,"description":null,"uuid":"\#(role($0))","name":"R\#($0)"}"#
      }.joined(separator: ",\n") + "]"
  }
}
