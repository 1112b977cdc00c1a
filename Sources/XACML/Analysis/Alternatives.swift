/// Alternatives in the making.
struct Alternatives {
  var sets: [Set<Requirement>]
  var unresolved: Unresolved?

  init(_ sets: [Set<Requirement>], unresolved: Unresolved?) {
    self.sets = sets
    self.unresolved = unresolved
  }

  private mutating func give(up reason: String, _ place: Place) {
    unresolved = unresolved ?? Unresolved(reason: reason, place: place)
  }

  /// Each alternative together with each of the others.
  private mutating func require(_ others: [Set<Requirement>], _ place: Place) {
    guard sets.count * others.count <= PolicyShape.alternativeLimit else {
      return give(up: "a rule has more than \(PolicyShape.alternativeLimit) alternatives", place)
    }
    var seen: Set<Set<Requirement>> = []
    sets = sets.flatMap { left in others.map { left.union($0) } }.filter { seen.insert($0).inserted }
  }

  mutating func require(_ target: Target, _ place: Place) {
    for anyOf in target.anyOf {
      var others: [Set<Requirement>] = []
      for allOf in anyOf.allOf {
        var set: Set<Requirement> = []
        for match in allOf.matches {
          if let fault = match.fault {
            give(up: fault, match.place)
          } else if let requirement = Self.requirement(match) {
            set.insert(requirement)
          } else {
            give(up: "a match compares by `\(match.function.shortName)` or selects from content", match.place)
          }
        }
        others.append(set)
      }
      require(others, place)
    }
  }

  mutating func require(_ condition: Expression, _ place: Place) {
    if let others = Self.alternatives(of: condition) {
      require(others, place)
    } else if case .fault(let reason) = condition {
      give(up: reason, place)
    } else {
      give(up: "a condition depends on more than which values there are", place)
    }
  }

  private static func requirement(_ match: Match) -> Requirement? {
    guard case .attribute(let designator) = match.source else { return nil }
    return requirement(match.function, match.literal, designator)
  }

  private static func requirement(_ function: Function, _ literal: Value, _ designator: Designator) -> Requirement? {
    if case .equality = function.evaluation {
      return Requirement(key: designator.key, value: literal, ignoresCase: false)
    }
    guard function.shortName == "string-equal-ignore-case" else { return nil }
    return Requirement(key: designator.key, value: literal, ignoresCase: true)
  }

  /// What a condition asks for, where it is made of values that must be there, joined by `and` and `or`.
  private static func alternatives(of expression: Expression) -> [Set<Requirement>]? {
    switch expression {
    case .value(.boolean(let value)): return value ? [[]] : []
    case .variable(let variable): return alternatives(of: variable.expression)
    case .higherOrder(let outer, let inner, let arguments):
      guard outer.shortName == "any-of", arguments.count == 2, case .value(let literal) = arguments[0],
        case .attribute(let designator) = arguments[1], let found = requirement(inner, literal, designator)
      else { return nil }
      return [[found]]
    case .apply(let function, let arguments):
      switch function.evaluation {
      case .logical(.and):
        var sets: [Set<Requirement>] = [[]]
        for argument in arguments {
          guard let others = alternatives(of: argument),
            sets.count * others.count <= PolicyShape.alternativeLimit
          else { return nil }
          sets = sets.flatMap { left in others.map { left.union($0) } }
        }
        return sets
      case .logical(.or):
        var sets: [Set<Requirement>] = []
        for argument in arguments {
          guard let others = alternatives(of: argument) else { return nil }
          sets += others
        }
        return sets
      case .strict:
        guard function.shortName.hasSuffix("-is-in"), case .value(let literal) = arguments[0],
          case .attribute(let designator) = arguments[1]
        else { return nil }
        return [[Requirement(key: designator.key, value: literal, ignoresCase: false)]]
      default: return nil
      }
    default: return nil
    }
  }
}
