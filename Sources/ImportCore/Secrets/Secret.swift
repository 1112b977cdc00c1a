import FactStore

/// A secret that an export holds: where it stands and what it is, never what it says.
///
/// Whoever reads a document drops the value while reading it, and notes this instead.
package struct Secret: Hashable, Sendable {
  /// What a secret is of.
  package enum Kind: String, CaseIterable, Sendable {
    case key, token, password, hash, other
    case privateKey = "private-key"
    case certificate
    /// The name and password in front of the host of an address, or a password in its query.
    case userInfo = "user-info"
    case authorizationHeader = "authorization-header"
  }

  package let place: Place
  /// The key or title under which it stands.
  package let name: String
  package let kind: Kind
  /// How long it is, as a range of characters: the length of a password says something of it.
  package let length: String

  /// - Parameter count: characters of the value.
  package init(at place: Place, name: String, _ kind: Kind, count: Int) {
    self.init(at: place, name: name, kind: kind, length: Self.lengthClass(of: count))
  }

  init(at place: Place, name: String, kind: Kind, length: String) {
    self.place = place
    self.name = name
    self.kind = kind
    self.length = length
  }

  package static let lengthClasses = ["under 8", "8 to 15", "16 to 31", "32 to 63", "64 to 255", "256 and more"]

  private static func lengthClass(of count: Int) -> String {
    switch count {
    case ..<8: lengthClasses[0]
    case ..<16: lengthClasses[1]
    case ..<32: lengthClasses[2]
    case ..<64: lengthClasses[3]
    case ..<256: lengthClasses[4]
    default: lengthClasses[5]
    }
  }
}
