import FactStore
import Formats
import Localization

/// Looks for the secrets of one document, part by part: where each stands, what it is, and how long, never what it says.
package struct SecretSearch: Sendable {
  /// Places of one document that are told one by one.
  package static let mostPlaces = 1000

  /// In the order of the document, each place once.
  package private(set) var secrets: [Secret] = []
  /// Places where something else is filled in when the document is used.
  package private(set) var placeholders: [Secret] = []
  /// There are more places than are told.
  package private(set) var hasMore = false
  /// How many records hold some.
  package private(set) var records = 0
  /// Something of the document could not be looked at.
  package var isPart = false
  /// All of it was, although nobody could tell what it is.
  package var isWhole = false
  private var seen: Set<Seen> = []
  /// What the keys say that were met. Documents repeat a few dozen.
  private var keys: [String: SecretKey] = [:]
  private static let mostKeys = 10_000

  private struct Seen: Hashable {
    let place: Place
    let kind: Secret.Kind
  }

  package init() {}

  /// So many are told that no more need to be looked for.
  package var isFull: Bool { hasMore }

  /// Those that are secrets, and not published as certificates are.
  var unpublished: [Secret] { secrets.filter { $0.kind != .certificate } }

  // MARK: Noting

  package mutating func note(_ secret: Secret) {
    guard seen.insert(Seen(place: secret.place, kind: secret.kind)).inserted else { return }
    if secrets.count < Self.mostPlaces { secrets.append(secret) } else { hasMore = true }
  }

  /// Notes what another search found in a later part of the document.
  package mutating func append(_ other: SecretSearch, lines: Int = 0) {
    for secret in other.secrets { note(secret.moved(by: lines)) }
    for secret in other.placeholders { wait(for: secret.moved(by: lines)) }
    records += other.records
    hasMore = hasMore || other.hasMore
    isPart = isPart || other.isPart
  }

  /// Notes what was found in another pass over the document: of a place that is told already it says nothing new.
  mutating func complete(_ other: SecretSearch) {
    let told = Set(secrets.map(\.place))
    var rest = other
    rest.secrets.removeAll { told.contains($0.place) }
    append(rest)
    if !told.isEmpty { records -= other.records }
    isWhole = isWhole || other.isWhole
  }

  private mutating func wait(for secret: Secret) {
    guard seen.insert(Seen(place: secret.place, kind: secret.kind)).inserted else { return }
    if placeholders.count < Self.mostPlaces { placeholders.append(secret) } else { hasMore = true }
  }

  /// Notes what stands under a name of credentials.
  mutating func note(_ value: UnsafeBufferPointer<UInt8>, _ kind: Secret.Kind, name: String, at place: Place) {
    switch SecretValue.judge(value) {
    case .secret: note(Secret(at: place, name: name, Self.kind(of: value, kind), count: Self.characters(value)))
    case .placeholder: wait(for: Secret(at: place, name: name, kind, count: 0))
    case .none: break
    }
  }

  /// Notes what a text holds, whatever it is called.
  mutating func note(shapesOf text: UnsafeBufferPointer<UInt8>, name: String, at place: Place) {
    guard SecretShape.mayStand(in: text) else { return }
    for shape in SecretShape.all(in: text) {
      let value = UnsafeBufferPointer(rebasing: text[shape.range])
      note(Secret(at: place, name: name, shape.kind, count: Self.characters(value)))
    }
  }

  /// What the shape of a value says is more than what its name does: a private key may be called a secret.
  private static func kind(of value: UnsafeBufferPointer<UInt8>, _ named: Secret.Kind) -> Secret.Kind {
    guard let shape = SecretShape.first(in: value, from: 0), shape.kind != .certificate else { return named }
    return shape.range.count * 2 > value.count ? shape.kind : named
  }

  static func characters(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    text.reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
  }

  /// What a key says, looked up once for each.
  mutating func key(_ text: String) -> SecretKey {
    if let known = keys[text] { return known }
    let key = SecretKey(text)
    if keys.count < Self.mostKeys { keys[text] = key }
    return key
  }

  // MARK: Records

  /// Counts a record, or a row, that `look` looks at.
  mutating func record(_ look: (inout SecretSearch) -> Void) {
    let before = (secrets.count, hasMore)
    look(&self)
    if secrets.count > before.0 || (hasMore && !before.1) { records += 1 }
  }
}

extension Secret {
  /// The same in a part of the document that begins so many lines further down.
  func moved(by lines: Int) -> Secret {
    guard lines != 0 else { return self }
    return Secret(
      at: Place(line: place.line + lines, pointer: place.pointer), name: name, kind: kind, length: length)
  }
}
