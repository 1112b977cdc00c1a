/// The readings of a text, one after the other: as it is written, then with the signs of each kind that is spelt out in it, and
/// of several. See ``IdentityNumbers``.
struct Readings: Sequence {
  private let plain: PlainText
  /// What each further reading decodes.
  private var ways: [(kinds: SpeltSign.Kinds, extent: PlainText.Extent)] = []

  init(_ text: String) {
    plain = PlainText(text)
    // Most texts that hold such a byte spell out nothing: `shop.listed_user`. What is spelt out may spell out more.
    guard plain.maySpellOut else { return }
    var present: SpeltSign.Kinds = []
    for byte in plain.bytes { if let kind = SpeltSign.kind(of: byte) { present.insert(kind) } }
    for kinds in (1..<8).map({ SpeltSign.Kinds(rawValue: $0) }) where present.isSuperset(of: kinds) {
      ways += PlainText.Extent.allCases.map { (kinds, $0) }
    }
  }

  /// Each is made when it is its turn: a long text has them one at a time.
  func makeIterator() -> AnyIterator<PlainText> {
    var next = -1
    return AnyIterator {
      while next < ways.count {
        next += 1
        if next == 0 { return plain }
        guard next <= ways.count else { return nil }
        let way = ways[next - 1]
        if let reading = plain.decoded(way.kinds, way.extent) { return reading }
      }
      return nil
    }
  }
}
