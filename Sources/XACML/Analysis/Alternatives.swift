import Budget
import Localization

/// Alternatives in the making.
struct Alternatives {
  var sets: [Set<Requirement>]
  var unresolved: Unresolved?

  init(_ sets: [Set<Requirement>], unresolved: Unresolved?) {
    self.sets = sets
    self.unresolved = unresolved
  }

  /// Bytes that they take, about.
  var size: Int {
    var size = 0
    // A set has room for a third more than it holds.
    for set in sets { size += 64 + set.count * (MemoryLayout<Requirement>.stride * 4 / 3 + 1) }
    return size
  }

  private mutating func give(up reason: Phrase, _ place: Place) {
    unresolved = unresolved ?? Unresolved(reason: reason, place: place)
  }

  private mutating func require(
    _ others: [Set<Requirement>], _ place: Place, _ work: Work
  ) throws(LimitReached) {
    if try !AlternativeSets.join(&sets, with: others, work) {
      give(up: Phrase("a rule has more than \(AlternativeSets.limit) alternatives"), place)
    }
  }

  mutating func require(_ target: Target, _ place: Place, _ work: Work) throws(LimitReached) {
    for anyOf in target.anyOf {
      var others: [Set<Requirement>] = []
      for allOf in anyOf.allOf {
        var set: Set<Requirement> = []
        for match in allOf.matches {
          try work.spend(1, on: .expressions)
          if let fault = match.fault {
            give(up: Phrase("\(fault)"), match.place)
          } else if let requirement = Self.requirement(match) {
            set.insert(requirement)
          } else {
            give(
              up: Phrase("a match compares by `\(match.function.shortName)` or selects from content"), match.place)
          }
        }
        others.append(set)
      }
      try require(others, place, work)
    }
  }

  mutating func require(
    _ condition: Expression, _ place: Place, _ conditions: inout ConditionAlternatives, _ work: Work
  ) throws(LimitReached) {
    if let others = try conditions.alternatives(of: condition) {
      try require(others, place, work)
    } else if case .fault(let reason) = condition {
      give(up: Phrase("\(reason)"), place)
    } else {
      give(up: Phrase("a condition depends on more than which values there are"), place)
    }
  }

  private static func requirement(_ match: Match) -> Requirement? {
    guard case .attribute(let designator) = match.source else { return nil }
    return Requirement(comparing: match.literal, by: match.function, with: designator)
  }
}
