/// How more rows of a relation act on what reads it: even = only towards true, odd = only towards false, both = either way.
struct Polarity: OptionSet, Hashable {
  let rawValue: Int
  static let even = Polarity(rawValue: 1)
  static let odd = Polarity(rawValue: 2)
  static let both: Polarity = [.even, .odd]

  var flipped: Polarity {
    switch self {
    case .even: .odd
    case .odd: .even
    default: self
    }
  }

  /// The polarity of a path that passes first one, then the other.
  func then(_ next: Polarity) -> Polarity {
    var result: Polarity = []
    if contains(.even) { result.formUnion(next) }
    if contains(.odd) { result.formUnion(next.flipped) }
    return result
  }
}
