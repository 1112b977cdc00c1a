/// Who is named in the texts of a result, so that a report which is handed on can leave it out.
///
/// Names have to be known: a text does not tell whether two words in it are a person or a system. Addresses show themselves, so
/// that only those need be known that are nobody's.
package struct People: Hashable, Sendable {
  /// Names of people as exports have them, in the order of their bytes.
  package var names: [String]
  /// Addresses that belong to a function and keep their names, in their normal form, in the order of their bytes.
  package var functional: [String]
  /// Domains that so many addresses share that they tell of an organisation and not of a person.
  package var domains: [String]

  /// Addresses that a domain has at least to be shown.
  static let addressesOfDomain = 3

  package init(names: [String] = [], functional: [String] = [], domains: [String] = []) {
    self.names = names
    self.functional = functional
    self.domains = domains
  }

  /// The same, with people of whom another result speaks: their names may stand in what is told of it, and no export of this one
  /// need know them any longer.
  func knowing(_ others: People) -> People {
    var people = self
    people.names = Set(names + others.names).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return people
  }

  /// Nobody: texts without a sign of mail stay as they are.
  package static let none = People()
}
