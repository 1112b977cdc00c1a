import Formats
import ImportCore
import Localization

/// Answers of the self-service that are known and say nothing of who may do what.
enum MaskinportenKnown {
  static let delegationSources = "maskinporten.delegation-sources"
  /// What an export of keys is where a later one of the same client is there.
  static let earlierKeys = "maskinporten.earlier-client-keys"

  /// What each kind is, for people.
  static let kinds: [String: Phrase] = [
    delegationSources: delegationText, earlierKeys: Phrase("the keys that a client had on an earlier day"),
  ]

  private static let delegationText: Phrase =
    "where a scope may be delegated, which says nothing of who was given anything"

  static func recognise(_ sketch: JSONSketch) -> Recognition? {
    rules.first(fitting: sketch).map { .known(kind: $0.kind, what: $0.what) }
  }

  private static let rules = [
    KeyRule(
      kind: delegationSources, required: ["name", "issuer"],
      oneOf: ["active", "created", "last_updated", "description", "delegation_source"], isExact: true,
      what: delegationText)
  ]

  /// Under which people put several answers into one file.
  static let wrappers = ["scopes", "access", "accesses", "clients", "jwks", "onbehalfof"]
}
