/// A privileged right that somebody holds, whether anything is wrong with it or not.
package struct HeldRight: Hashable, Sendable {
  /// The system that the right is in: what follows `right.` in the name of its relation, `kitos`.
  package var system: String
  /// The id of whoever holds it; `*` where it is not known.
  package var holder: String
  /// What exports call the holder: an address or a name; empty where none does.
  package var name: String
  /// `LocalAdmin`
  package var right: String
  /// The id of what it is in or on; empty where it is in everything.
  package var place: String
  /// What exports call that; empty where none does.
  package var placeName: String
  /// Whether the exports show it, or only leave it open.
  package var isCertain: Bool
  /// Where the exports say so, `path:line`; of what is only possible, where they leave it open.
  package var places: [String]

  package init(
    system: String, holder: String, name: String, right: String, place: String, placeName: String, isCertain: Bool,
    places: [String]
  ) {
    self.system = system
    self.holder = holder
    self.name = name
    self.right = right
    self.place = place
    self.placeName = placeName
    self.isCertain = isCertain
    self.places = places
  }
}
