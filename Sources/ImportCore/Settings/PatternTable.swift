import Budget

/// Many patterns, compared with many paths.
///
/// Patterns without wildcards are looked up, however many there are. Each other one costs time in proportion to the names,
/// since only the last `*` and the last `**` ever take more on a mismatch; the work is counted as ``Resource/steps``.
struct PatternTable {
  private let atAnyDepth: Bool
  /// Patterns without wildcards, by path; those for a name at any depth, by name.
  private var paths: [String: [Int]] = [:]
  private var names: [String: [Int]] = [:]
  private var globs: [Glob] = []
  private var alphabet = Alphabet()
  private var account: Account

  /// - Parameter atAnyDepth: whether a pattern without `/` fits a name at any depth.
  init(_ patterns: [PathPattern], atAnyDepth: Bool = false, limits: RunLimits = .standard) {
    self.atAnyDepth = atAnyDepth
    account = Account(limits)
    for (index, pattern) in patterns.enumerated() {
      let isForNames = atAnyDepth && !pattern.isAnchored
      if let literal = pattern.literal {
        // An empty pattern is no path.
        guard !literal.isEmpty else { continue }
        if isForNames { names[literal, default: []].append(index) } else { paths[literal, default: []].append(index) }
      } else {
        globs.append(Glob(pattern, index: index, isForNames: isForNames, &alphabet))
      }
    }
  }

  /// The positions of the patterns that fit one of the forms of a path, in their order.
  mutating func matches(_ forms: [String]) throws(LimitReached) -> [Int] {
    guard !paths.isEmpty || !names.isEmpty || !globs.isEmpty else { return [] }
    var found = Set<Int>()
    for form in forms {
      let parts = form.split(separator: "/")
      found.formUnion(paths[parts.joined(separator: "/")] ?? [])
      if !names.isEmpty, let last = parts.last { found.formUnion(names[String(last)] ?? []) }
      guard !globs.isEmpty else { continue }
      let units = parts.map { alphabet.units(of: $0) }
      for glob in globs where !found.contains(glob.index) {
        var steps = 1
        if glob.fits(units, &steps) { found.insert(glob.index) }
        try account.spend(steps, on: .steps)
      }
    }
    return found.sorted()
  }
}

/// Characters as numbers: those that no pattern names are all one, since no pattern tells them apart.
private struct Alphabet {
  private var units: [Character: UInt32] = [:]

  static let many: UInt32 = .max
  static let one: UInt32 = .max - 1
  static let other: UInt32 = 0
  /// From here on a unit of a pattern stands for a set.
  static let firstSet: UInt32 = 1 << 30

  mutating func unit(of character: Character) -> UInt32 {
    if let unit = units[character] { return unit }
    units[character] = UInt32(units.count + 1)
    return UInt32(units.count)
  }

  func units(of name: Substring) -> [UInt32] { name.map { units[$0] ?? Self.other } }
}

/// A pattern with wildcards, over numbers.
private struct Glob {
  let index: Int
  private var segments: [[UInt32]?] = []
  private var sets: [Set<UInt32>] = []

  init(_ pattern: PathPattern, index: Int, isForNames: Bool, _ alphabet: inout Alphabet) {
    self.index = index
    if isForNames { segments.append(nil) }
    for segment in pattern.segments {
      guard case .name(let elements) = segment else {
        // `**/**` is `**`.
        if segments.isEmpty || segments.last! != nil { segments.append(nil) }
        continue
      }
      var units: [UInt32] = []
      for element in elements {
        switch element {
        case .literal(let character): units.append(alphabet.unit(of: character))
        case .one: units.append(Alphabet.one)
        case .many: units.append(Alphabet.many)
        case .set(let characters):
          units.append(Alphabet.firstSet + UInt32(sets.count))
          var set = Set<UInt32>()
          for character in characters { set.insert(alphabet.unit(of: character)) }
          sets.append(set)
        }
      }
      segments.append(units)
    }
  }

  func fits(_ names: [[UInt32]], _ steps: inout Int) -> Bool {
    var at = 0
    var name = 0
    var back: (segment: Int, name: Int)?
    while name < names.count {
      if at < segments.count, segments[at] == nil {
        back = (at + 1, name)
        at += 1
      } else if at < segments.count, let segment = segments[at], fits(segment, names[name], &steps) {
        at += 1
        name += 1
      } else if let last = back {
        // Only the latest `**` takes one name more: what an earlier one could take, this one can as well.
        at = last.segment
        name = last.name + 1
        back = (last.segment, name)
      } else {
        return false
      }
    }
    return segments[at...].allSatisfy { $0 == nil }
  }

  private func fits(_ pattern: [UInt32], _ name: [UInt32], _ steps: inout Int) -> Bool {
    var at = 0
    var unit = 0
    var back: (pattern: Int, unit: Int)?
    while unit < name.count {
      steps += 1
      if at < pattern.count, pattern[at] == Alphabet.many {
        back = (at + 1, unit)
        at += 1
      } else if at < pattern.count, fits(pattern[at], name[unit]) {
        at += 1
        unit += 1
      } else if let last = back {
        at = last.pattern
        unit = last.unit + 1
        back = (last.pattern, unit)
      } else {
        return false
      }
    }
    return pattern[at...].allSatisfy { $0 == Alphabet.many }
  }

  private func fits(_ element: UInt32, _ unit: UInt32) -> Bool {
    if element == Alphabet.one { return true }
    if element >= Alphabet.firstSet, element < Alphabet.one {
      return sets[Int(element - Alphabet.firstSet)].contains(unit)
    }
    return element == unit
  }
}
