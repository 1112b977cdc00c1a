/// Reads the part of the syntax of PCRE that is regular and means the same in all versions, over bytes and without options.
///
/// Whatever else there is makes the pattern undecided: lookaround, references back, atomic and possessive parts, conditions,
/// recursion, options, verbs, names, properties. Linear in the pattern.
struct PatternParser {
  private let text: [UInt8]
  private let table: ByteTable
  private var at = 0
  private var depth = 0
  /// Whether it has a class that depends on the table.
  private(set) var usesTable = false

  /// PCRE itself allows no more groups in each other.
  private static let deepest = 200
  static let longest = 4096

  static func parse(_ text: [UInt8], _ table: ByteTable) throws(PatternProblem) -> (PatternNode, usesTable: Bool) {
    guard text.count <= longest else { throw .undecided }
    var parser = PatternParser(text: text, table: table)
    let node = try parser.choice()
    // A parenthesis that closes nothing.
    guard parser.at == text.count else { throw .wrong }
    return (node, parser.usesTable)
  }

  private init(text: [UInt8], table: ByteTable) { (self.text, self.table) = (text, table) }

  private var next: UInt8? { at < text.count ? text[at] : nil }

  private func isNext(_ sign: Unicode.Scalar) -> Bool { next == UInt8(ascii: sign) }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard isNext(sign) else { return false }
    at += 1
    return true
  }

  // MARK: Structure

  private mutating func choice() throws(PatternProblem) -> PatternNode {
    var branches = [try sequence()]
    while take("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence() throws(PatternProblem) -> PatternNode {
    var parts: [PatternNode] = []
    while let sign = next, sign != UInt8(ascii: "|"), sign != UInt8(ascii: ")") {
      parts.append(try quantified(try item()))
    }
    return parts.count == 1 ? parts[0] : parts.isEmpty ? .empty : .sequence(parts)
  }

  /// An item, and whether a quantifier may follow in every version.
  private mutating func item() throws(PatternProblem) -> (PatternNode, mayRepeat: Bool) {
    let sign = text[at]
    at += 1
    switch sign {
    case UInt8(ascii: "("): return (try group(), true)
    case UInt8(ascii: "["): return (.byte(try set()), true)
    case UInt8(ascii: "."): return (.byte(ByteSet([10]).inverted), true)
    case UInt8(ascii: "^"): return (.start, false)
    case UInt8(ascii: "$"): return (.end, false)
    case UInt8(ascii: "\\"): return try escape()
    case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"):
      // Nothing stands before it. What two quantifiers in a row mean differs.
      throw .wrong
    case UInt8(ascii: "{"):
      at -= 1
      guard try quantity() == nil else { throw .wrong }
      at += 1
      return (.byte(ByteSet([sign])), true)
    default: return (.byte(ByteSet([sign])), true)
    }
  }

  private mutating func group() throws(PatternProblem) -> PatternNode {
    if isNext("*") { throw .undecided }
    if take("?") { guard take(":") else { throw at < text.count ? .undecided : .wrong } }
    depth += 1
    guard depth <= Self.deepest else { throw .undecided }
    let node = try choice()
    guard take(")") else { throw .wrong }
    depth -= 1
    return node
  }

  private mutating func quantified(_ item: (PatternNode, mayRepeat: Bool)) throws(PatternProblem) -> PatternNode {
    guard let quantity = try quantity() else { return item.0 }
    guard item.mayRepeat else { throw .undecided }
    if isNext("+") { throw .undecided }
    _ = take("?")
    // A second quantifier is an error in some versions and a repetition of the first in others.
    if isNext("*") || isNext("+") || isNext("?") { throw .undecided }
    if isNext("{"), try self.quantity() != nil { throw .undecided }
    return .repeated(item.0, least: quantity.least, most: quantity.most)
  }

  /// A quantifier that begins here; `nil` where there is none, and a brace that begins none is a literal.
  private mutating func quantity() throws(PatternProblem) -> (least: Int, most: Int?)? {
    if take("*") { return (0, nil) }
    if take("+") { return (1, nil) }
    if take("?") { return (0, 1) }
    guard isNext("{") else { return nil }
    let start = at
    at += 1
    // Newer versions read `{,3}` and `{ 1 }` as quantifiers as well.
    if isNext(",") || isNext(" ") || isNext("\t") { throw .undecided }
    guard let least = try number() else {
      at = start
      return nil
    }
    var most: Int? = least
    if take(",") { most = try number() }
    if isNext(" ") || isNext("\t") { throw .undecided }
    guard take("}") else {
      at = start
      return nil
    }
    if let most, most < least { throw .wrong }
    return (least, most)
  }

  private mutating func number() throws(PatternProblem) -> Int? {
    let start = at
    var value = 0
    while let digit = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) {
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
      // More is undecided for its size alone.
      if value > 10_000 { throw .undecided }
      at += 1
    }
    return at > start ? value : nil
  }

  // MARK: Escapes and sets

  private mutating func escape() throws(PatternProblem) -> (PatternNode, mayRepeat: Bool) {
    guard let letter = next else { throw .wrong }
    switch letter {
    case UInt8(ascii: "A"):
      at += 1
      return (.start, false)
    case UInt8(ascii: "z"), UInt8(ascii: "Z"):
      at += 1
      return (.end, false)
    default: return (.byte(try escapedSet().set), true)
    }
  }

  /// What an escape means, within a set too; the byte where it is one.
  private mutating func escapedSet() throws(PatternProblem) -> (set: ByteSet, byte: UInt8?) {
    guard let letter = next else { throw .wrong }
    at += 1
    if let set = table.set(ofEscape: letter) {
      usesTable = true
      return (set, nil)
    }
    guard let byte = try escapedByte(letter) else { throw .undecided }
    return (ByteSet([byte]), byte)
  }

  private mutating func escapedByte(_ letter: UInt8) throws(PatternProblem) -> UInt8? {
    switch letter {
    case UInt8(ascii: "t"): return 9
    case UInt8(ascii: "n"): return 10
    case UInt8(ascii: "f"): return 12
    case UInt8(ascii: "r"): return 13
    case UInt8(ascii: "e"): return 27
    case UInt8(ascii: "a"): return 7
    case UInt8(ascii: "x"):
      guard at + 1 < text.count, let high = Self.hex(text[at]), let low = Self.hex(text[at + 1]) else { return nil }
      at += 2
      return high << 4 | low
    default:
      let isWord = Character(Unicode.Scalar(letter)).isLetter || Character(Unicode.Scalar(letter)).isNumber
      return letter < 0x80 && letter > 0x20 && letter < 0x7F && !isWord ? letter : nil
    }
  }

  private static func hex(_ byte: UInt8) -> UInt8? {
    Character(Unicode.Scalar(byte)).hexDigitValue.map { UInt8($0) }
  }

  /// A set in brackets, behind the first of them.
  private mutating func set() throws(PatternProblem) -> ByteSet {
    let isNegated = take("^")
    var set = ByteSet()
    var isFirst = true
    while true {
      guard let sign = next else { throw .wrong }
      if sign == UInt8(ascii: "]"), !isFirst {
        at += 1
        return isNegated ? set.inverted : set
      }
      let low = try member()
      defer { isFirst = false }
      guard isNext("-"), at + 1 < text.count, text[at + 1] != UInt8(ascii: "]") else {
        set.formUnion(low.set)
        continue
      }
      at += 1
      let high = try member()
      // A range from or to a class is an error, or none, by the version.
      guard let first = low.byte, let last = high.byte else { throw .undecided }
      if isNext("-"), at + 1 < text.count, text[at + 1] != UInt8(ascii: "]") { throw .undecided }
      guard first <= last else { throw .wrong }
      set.formUnion(ByteSet(first...last))
    }
  }

  private mutating func member() throws(PatternProblem) -> (set: ByteSet, byte: UInt8?) {
    guard let sign = next else { throw .wrong }
    at += 1
    if sign == UInt8(ascii: "\\") { return try escapedSet() }
    // `[:alpha:]` and its like.
    if sign == UInt8(ascii: "["), isNext(":") || isNext(".") || isNext("=") { throw .undecided }
    return (ByteSet([sign]), sign)
  }
}
