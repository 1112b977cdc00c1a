/// A regular expression as it was meant, for a matcher that shares nothing with the one under test.
indirect enum NaivePattern {
  case one(@Sendable (Unicode.Scalar) -> Bool)
  case start, end
  case sequence([NaivePattern])
  case either([NaivePattern])
  case times(NaivePattern, Int, Int?)

  static func matches(_ pattern: NaivePattern, _ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    return (0...scalars.count).contains { !pattern.ends(in: scalars, from: [$0]).isEmpty }
  }

  /// Where it can end, begun at any of some places.
  private func ends(in text: [Unicode.Scalar], from places: Set<Int>) -> Set<Int> {
    switch self {
    case .one(let test): Set(places.filter { $0 < text.count && test(text[$0]) }.map { $0 + 1 })
    case .start: places.filter { $0 == 0 }
    case .end: places.filter { $0 == text.count }
    case .sequence(let parts): parts.reduce(places) { $1.ends(in: text, from: $0) }
    case .either(let branches): branches.reduce(into: []) { $0.formUnion($1.ends(in: text, from: places)) }
    case .times(let inner, let least, let most):
      Self.repeated(inner, least, most, text, places)
    }
  }

  private static func repeated(
    _ inner: NaivePattern, _ least: Int, _ most: Int?, _ text: [Unicode.Scalar], _ places: Set<Int>
  ) -> Set<Int> {
    var now = places
    for _ in 0..<least { now = inner.ends(in: text, from: now) }
    var all = now
    for _ in 0..<(most.map { $0 - least } ?? text.count + 1) {
      now = inner.ends(in: text, from: now)
      if now.isSubset(of: all) { break }
      all.formUnion(now)
    }
    return all
  }
}

/// Random expressions with their meaning, and random texts over few characters, so that many match.
struct RandomPattern {
  private var state: UInt64
  private static let letters: [Unicode.Scalar] = ["a", "b", "ø", "1", "-", "_", " ", "٣", "^", "\n"]

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  private mutating func below(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 33) % limit
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

  mutating func text() -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<below(6) { text.append(pick(Self.letters)) }
    return String(text)
  }

  /// Any text of the characters that mean something.
  mutating func noise() -> String {
    (0..<1 + below(8)).map { _ in
      pick([
        "a", "ø", "1", "(", ")", "[", "]", "{", "}", "\\", "^", "$", "-", "?", "*", "+", "|", ",", "p", "d", "L", ".",
      ])
    }.joined()
  }

  mutating func pattern(depth: Int = 3) -> (String, NaivePattern) {
    let branches = (0..<1 + below(2)).map { _ in branch(depth: depth) }
    return (branches.map(\.0).joined(separator: "|"), .either(branches.map(\.1)))
  }

  private mutating func branch(depth: Int) -> (String, NaivePattern) {
    let pieces = (0..<below(4)).map { _ in piece(depth: depth) }
    return (pieces.map(\.0).joined(), .sequence(pieces.map(\.1)))
  }

  private mutating func piece(depth: Int) -> (String, NaivePattern) {
    let (text, tree) = atom(depth: depth)
    let lazy = pick(["", "", "?"])
    switch below(9) {
    case 0: return (text + "?" + lazy, .times(tree, 0, 1))
    case 1: return (text + "*" + lazy, .times(tree, 0, nil))
    case 2: return (text + "+" + lazy, .times(tree, 1, nil))
    case 3:
      let least = below(3)
      let most = least + below(3)
      return (text + "{\(least),\(most)}" + lazy, .times(tree, least, most))
    case 4:
      let count = below(3)
      return pick([true, false])
        ? (text + "{\(count)}", .times(tree, count, count)) : (text + "{\(count),}", .times(tree, count, nil))
    default: return (text, tree)
    }
  }

  private mutating func atom(depth: Int) -> (String, NaivePattern) {
    switch below(depth > 0 ? 10 : 8) {
    case 0: return ("^", .start)
    case 1: return ("$", .end)
    case 2: return (".", .one { $0 != "\n" && $0 != "\r" })
    case 3, 4:
      let (text, test) = classEscape()
      return (text, .one(test))
    case 5, 6:
      let (text, test) = bracket(depth: 2)
      return (text, .one(test))
    case 7:
      let scalar = pick(Self.letters)
      let isMeta = "^-".unicodeScalars.contains(scalar)
      return ((isMeta ? "\\" : "") + (scalar == "\n" ? "\\n" : String(scalar)), .one { $0 == scalar })
    default:
      let (text, tree) = pattern(depth: depth - 1)
      return ("(\(text))", tree)
    }
  }

  typealias Test = @Sendable (Unicode.Scalar) -> Bool

  /// By what the characters at hand are, not by any table.
  private mutating func classEscape() -> (String, Test) {
    let known: [(String, Test)] = [
      ("d", { "1٣".unicodeScalars.contains($0) }), ("s", { " \n".unicodeScalars.contains($0) }),
      ("w", { "abø1٣^".unicodeScalars.contains($0) }), ("i", { "abø_٣".unicodeScalars.contains($0) }),
      ("c", { "abø1-_٣".unicodeScalars.contains($0) }), ("p{L}", { "abø".unicodeScalars.contains($0) }),
      ("p{Nd}", { "1٣".unicodeScalars.contains($0) }), ("p{Pc}", { $0 == "_" }), ("p{S}", { $0 == "^" }),
      ("p{IsBasicLatin}", { $0.value < 128 }), ("p{Cc}", { $0 == "\n" }),
    ]
    let (name, test) = pick(known)
    if pick([true, true, false]) { return ("\\" + name, test) }
    let capital = name.prefix(1).uppercased() + name.dropFirst()
    return ("\\" + capital, { !test($0) })
  }

  private mutating func bracket(depth: Int) -> (String, Test) {
    var text = ""
    var tests: [Test] = []
    for place in 0..<1 + below(3) {
      switch below(4) {
      case 0:
        let (escape, test) = classEscape()
        text += escape
        tests.append(test)
      case 1:
        text += "a-b"
        tests.append { "ab".unicodeScalars.contains($0) }
      case 2 where place == 0:
        text += "-"
        tests.append { $0 == "-" }
      default:
        let scalar = pick(Self.letters)
        let isMeta = "^-".unicodeScalars.contains(scalar)
        text += (isMeta ? "\\" : "") + (scalar == "\n" ? "\\n" : String(scalar))
        tests.append { $0 == scalar }
      }
    }
    let members = tests
    var all: Test = { scalar in members.contains { $0(scalar) } }
    if pick([true, false, false]) {
      text = "^" + text
      let positive = all
      all = { !positive($0) }
    }
    if depth > 0, below(3) == 0 {
      let (inner, taken) = bracket(depth: depth - 1)
      text += "-" + inner
      let whole = all
      all = { whole($0) && !taken($0) }
    }
    return ("[\(text)]", all)
  }
}
