import Formats

/// A secret that a text holds, known by its shape and whatever the text is called: a private key in PEM, a JWT, the value of an
/// Authorization header, a password in an address or behind `password=`.
///
/// Linear, and for most texts one look at each sixteen bytes: the shapes are looked for where ``SecretMarks`` finds a mark.
struct SecretShape {
  var kind: Secret.Kind
  /// Where the secret itself stands, in bytes.
  let range: Range<Int>
  /// What the text calls it: `pwd` of `pwd=…`.
  var name: String?

  /// Shapes that are told of one text.
  private static let most = 8

  /// Whether a text holds one.
  package static func mayStand(in text: String) -> Bool {
    var text = text
    return text.withUTF8 { mayStand(in: $0) }
  }

  /// The same of bytes.
  static func mayStand(in bytes: UnsafeBufferPointer<UInt8>) -> Bool { first(in: bytes, from: 0) != nil }

  /// The first ones of a text, in their order.
  static func all(in bytes: UnsafeBufferPointer<UInt8>) -> [SecretShape] {
    var found: [SecretShape] = []
    var place = 0
    while found.count < most, let next = first(in: bytes, from: place) {
      found.append(next)
      place = max(next.range.upperBound, place + 1)
    }
    return found
  }

  /// The first one that begins at or behind a place.
  static func first(in bytes: UnsafeBufferPointer<UInt8>, from place: Int) -> SecretShape? {
    var place = place
    while let mark = SecretMarks.next(in: bytes, from: place) {
      if let shape = ShapeReader(bytes: bytes).shape(at: mark) { return shape }
      place = mark + 1
    }
    return nil
  }

  /// Whether the source of a JSON text may hold one in its values or keys: never no where it does.
  static func mayStand(inSource bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = 0
    let reader = ShapeReader(bytes: bytes)
    while let mark = SecretMarks.next(in: bytes, from: place, isSource: true) {
      if reader.isSpeltOut(at: mark) || reader.shape(at: mark) != nil { return true }
      place = mark + 1
    }
    return false
  }
}
