/// How a report shows people.
package enum Identifiers: String, Sendable, CaseIterable {
  /// By a name that says nothing of them, the same for the same person under the same key.
  case pseudonym
  /// As somebody: who is the same person cannot be seen.
  case mask
  /// By their names and addresses.
  case full
}
