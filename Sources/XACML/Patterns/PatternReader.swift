/// Reads a regular expression in the grammar of XML Schema (part 2, appendix F) as XPath 2.0 extends it: anchors, reluctant
/// quantities, `\$`. What other dialects have besides is no part of it and refused: their flags, boundaries, quotations and
/// groups would decide otherwise than the author of a policy for another decision point meant.
struct PatternReader {
  /// Groups within groups.
  static let depthLimit = 200
  /// Of one quantity.
  static let repetitionLimit = 100_000

  private let scalars: [Unicode.Scalar]
  private var place = 0

  static func read(_ text: String) throws(PatternProblem) -> PatternTree {
    var reader = PatternReader(text)
    let tree = try reader.alternatives(depth: 0)
    if let left = reader.next { throw PatternProblem("`\(left)` closes nothing") }
    return tree
  }

  private init(_ text: String) { scalars = Array(text.unicodeScalars) }

  private var next: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

  private func ahead(_ distance: Int) -> Unicode.Scalar? {
    place + distance < scalars.count ? scalars[place + distance] : nil
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    place += 1
    return true
  }

  // MARK: Branches and quantities

  private mutating func alternatives(depth: Int) throws(PatternProblem) -> PatternTree {
    guard depth <= Self.depthLimit else { throw PatternProblem("groups are nested deeper than \(Self.depthLimit)") }
    var branches = [try branch(depth: depth)]
    while take("|") { branches.append(try branch(depth: depth)) }
    return branches.count == 1 ? branches[0] : .alternatives(branches)
  }

  private mutating func branch(depth: Int) throws(PatternProblem) -> PatternTree {
    var pieces: [PatternTree] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      pieces.append(try quantified(try atom(depth: depth)))
    }
    return pieces.count == 1 ? pieces[0] : .sequence(pieces)
  }

  private mutating func quantified(_ atom: PatternTree) throws(PatternProblem) -> PatternTree {
    let least: Int
    let most: Int?
    switch next {
    case "?": (least, most) = (0, 1)
    case "*": (least, most) = (0, nil)
    case "+": (least, most) = (1, nil)
    case "{":
      place += 1
      (least, most) = try quantity()
      place -= 1
    default: return atom
    }
    place += 1
    _ = take("?")
    if let another = next, "?*+{".unicodeScalars.contains(another) {
      throw PatternProblem("`\(another)` repeats what is repeated already")
    }
    return .repetition(atom, least: least, most: most)
  }

  /// `2`, `2,` or `2,3`; the closing brace is taken as well.
  private mutating func quantity() throws(PatternProblem) -> (Int, Int?) {
    let least = try number()
    var most: Int? = least
    if take(",") { most = next == "}" ? nil : try number() }
    guard take("}") else { throw PatternProblem("a quantity in braces is `{2}`, `{2,}` or `{2,3}`") }
    if let most, most < least { throw PatternProblem("the quantity `{\(least),\(most)}` ends before it begins") }
    return (least, most)
  }

  private mutating func number() throws(PatternProblem) -> Int {
    var digits = ""
    while let scalar = next, ("0"..."9").contains(scalar) {
      digits.unicodeScalars.append(scalar)
      place += 1
    }
    guard !digits.isEmpty else { throw PatternProblem("a quantity in braces is `{2}`, `{2,}` or `{2,3}`") }
    guard let number = Int(digits), number <= Self.repetitionLimit else {
      throw PatternProblem("the quantity \(digits.prefix(20)) is too large: at most \(Self.repetitionLimit) are tried")
    }
    return number
  }

  // MARK: Atoms

  private mutating func atom(depth: Int) throws(PatternProblem) -> PatternTree {
    guard let scalar = next else { throw PatternProblem("the expression ends where something belongs") }
    place += 1
    switch scalar {
    case "(":
      if next == "?" { throw PatternProblem("`(?` is of another dialect: groups have no flags and no names") }
      let inner = try alternatives(depth: depth + 1)
      guard take(")") else { throw PatternProblem("a group is not closed") }
      return inner
    case "[":
      return .characters(try classExpression(depth: depth))
    case "\\": return .characters(try escape())
    case ".": return .characters(CharacterClasses.wildcard)
    case "^": return .start
    case "$": return .end
    case "?", "*", "+", "{": throw PatternProblem("`\(scalar)` repeats nothing")
    case "]", "}": throw PatternProblem("`\(scalar)` closes nothing")
    default: return .characters(CodePointSet(scalar))
    }
  }

  /// What follows a backslash.
  private mutating func escape() throws(PatternProblem) -> CodePointSet {
    if let single = try singleEscape() { return CodePointSet(single) }
    guard let scalar = next else { throw PatternProblem("a backslash ends the expression") }
    place += 1
    if scalar == "p" || scalar == "P" {
      let property = try property()
      return scalar == "p" ? property : property.complement
    }
    if let known = CharacterClasses.escape(Character(scalar)) { return known }
    if ("1"..."9").contains(scalar) { throw PatternProblem("`\\\(scalar)` refers to a group, which is not supported") }
    throw PatternProblem("`\\\(scalar)` is no escape of XML Schema")
  }

  /// `\n`, `\.` and others that stand for one character; `nil` where another escape follows.
  private mutating func singleEscape() throws(PatternProblem) -> Unicode.Scalar? {
    let scalar: Unicode.Scalar
    switch next {
    case "n": scalar = "\n"
    case "r": scalar = "\r"
    case "t": scalar = "\t"
    case let other? where #"\|.?*+(){}-[]^$"#.unicodeScalars.contains(other): scalar = other
    default: return nil
    }
    place += 1
    return scalar
  }

  private mutating func property() throws(PatternProblem) -> CodePointSet {
    guard take("{") else { throw PatternProblem(#"a property is written `\p{L}`, in braces"#) }
    var name = ""
    while let scalar = next, scalar != "}" {
      name.unicodeScalars.append(scalar)
      place += 1
    }
    guard take("}") else { throw PatternProblem("a property is not closed") }
    guard let found = CharacterClasses.property(name) else {
      throw PatternProblem("`\(name.prefix(60))` is no category or block of characters")
    }
    return found
  }

  // MARK: Classes in brackets

  /// What follows `[`, to its `]`.
  private mutating func classExpression(depth: Int) throws(PatternProblem) -> CodePointSet {
    guard depth <= Self.depthLimit else { throw PatternProblem("classes are nested deeper than \(Self.depthLimit)") }
    let isNegative = take("^")
    // Joined at the end: one by one each would be put in order among all that came before.
    var ranges: [ClosedRange<UInt32>] = []
    var isFirst = true
    while true {
      guard let scalar = next else { throw PatternProblem("a class is not closed") }
      if scalar == "]" {
        if isFirst { throw PatternProblem("a class is empty") }
        place += 1
        let set = CodePointSet(ranges)
        return isNegative ? set.complement : set
      }
      if scalar == "-", ahead(1) == "[" {
        if isFirst { throw PatternProblem("a class is taken from nothing") }
        place += 2
        let taken = try classExpression(depth: depth + 1)
        guard take("]") else { throw PatternProblem("what is taken from a class stands at its end") }
        let set = CodePointSet(ranges)
        return (isNegative ? set.complement : set).subtracting(taken)
      }
      ranges += try member(isFirst: isFirst).ranges
      isFirst = false
    }
  }

  /// A range, a character or an escape. A hyphen stands for itself only at the beginning or the end.
  private mutating func member(isFirst: Bool) throws(PatternProblem) -> CodePointSet {
    guard let scalar = next else { throw PatternProblem("a class is not closed") }
    var low = scalar
    place += 1
    switch scalar {
    case "[": throw PatternProblem("`[` within a class is written `\\[`")
    case "-":
      guard isFirst || next == "]" || (next == "-" && ahead(1) == "[") else {
        throw PatternProblem("a hyphen within a class is written `\\-`")
      }
      return CodePointSet(scalar)
    case "\\":
      guard let single = try singleEscape() else { return try escapeOfMany() }
      low = single
    default: break
    }
    guard next == "-", let after = ahead(1), after != "]", after != "[" else { return CodePointSet(low) }
    if after == "-", ahead(2) == "[" { return CodePointSet(low) }
    place += 1
    guard var high = next else { throw PatternProblem("a class is not closed") }
    place += 1
    if high == "\\" {
      guard let single = try singleEscape() else { throw PatternProblem("a range ends in a class of characters") }
      high = single
    } else if high == "-" {
      throw PatternProblem("a range ends in a hyphen, which is written `\\-` there")
    }
    guard low <= high else { throw PatternProblem("the range `\(low)-\(high)` ends before it begins") }
    return CodePointSet([low.value...high.value])
  }

  private mutating func escapeOfMany() throws(PatternProblem) -> CodePointSet {
    let set = try escape()
    if next == "-", let after = ahead(1), after != "]", after != "[" {
      throw PatternProblem("a range begins with a class of characters")
    }
    return set
  }
}
