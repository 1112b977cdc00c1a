import Budget

/// What conditions ask for, where they are made of values that must be there, joined by `and` and `or`. A variable is worked
/// out once, however many refer to it.
struct ConditionAlternatives {
  private let work: Work
  private var known: [ObjectIdentifier: [Set<Requirement>]?] = [:]

  init(work: Work) { self.work = work }

  /// `nil` where a condition depends on more than which values there are, or has too many alternatives.
  mutating func alternatives(of expression: Expression) throws(LimitReached) -> [Set<Requirement>]? {
    try work.spend(1, on: .expressions)
    switch expression {
    case .value(.boolean(let value)): return value ? [[]] : []
    case .variable(let variable):
      let identity = ObjectIdentifier(variable)
      if let found = known[identity] { return found }
      let found = try alternatives(of: variable.expression)
      known[identity] = .some(found)
      return found
    case .higherOrder(let outer, let inner, let arguments):
      guard outer.shortName == "any-of", arguments.count == 2, case .value(let literal) = arguments[0],
        case .attribute(let designator) = arguments[1],
        let found = Requirement(comparing: literal, by: inner, with: designator)
      else { return nil }
      return [[found]]
    case .apply(let function, let arguments):
      switch function.evaluation {
      case .logical(.and):
        var sets: [Set<Requirement>] = [[]]
        for argument in arguments {
          guard let others = try alternatives(of: argument),
            try AlternativeSets.join(&sets, with: others, work)
          else { return nil }
        }
        return sets
      case .logical(.or):
        var sets: [Set<Requirement>] = []
        var seen: Set<Set<Requirement>> = []
        for argument in arguments {
          guard let others = try alternatives(of: argument) else { return nil }
          for set in others {
            try work.spend(1 + set.count, on: .steps)
            if seen.insert(set).inserted { sets.append(set) }
          }
          guard sets.count <= AlternativeSets.limit else { return nil }
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

extension Requirement {
  /// What a comparison with a literal asks for; `nil` where it is no equality.
  init?(comparing literal: Value, by function: Function, with designator: Designator) {
    if case .equality = function.evaluation {
      self.init(key: designator.key, value: literal, ignoresCase: false)
    } else if function.shortName == "string-equal-ignore-case" {
      self.init(key: designator.key, value: literal, ignoresCase: true)
    } else {
      return nil
    }
  }
}
