/// One thing that a policy asks of a request: that an attribute has a value.
public struct Requirement: Hashable, Sendable {
  public var key: AttributeKey
  public var value: Value
  /// Whether letters count without their case.
  public var ignoresCase: Bool

  /// Whether a request that meets the other requirement, and no more, meets this one.
  func isMet(by other: Requirement) -> Bool {
    guard key.category == other.key.category, key.id == other.key.id, key.type == other.key.type,
      key.issuer == nil || key.issuer == other.key.issuer
    else { return false }
    if value == other.value { return true }
    return ignoresCase && sameCodepoints(value.text.lowercased(), other.value.text.lowercased())
  }
}

/// Why the analysis of a policy does not know all that it says.
public struct Unresolved: Hashable, Sendable {
  public var reason: String
  public var place: Place
}

/// What a rule asks of a request, with everything above it, as alternatives of which one must be met in full.
public struct RuleShape: Sendable {
  public var rule: Rule
  /// Rules that the algorithm of one policy combines are of one group.
  var group: ObjectIdentifier
  var algorithm: CombiningAlgorithm
  public var alternatives: [Set<Requirement>]
  /// What the alternatives do not tell; without one, a request meets an alternative exactly when the rule applies.
  public var unresolved: Unresolved?
}

/// Every rule of a policy in a form without nesting. Exact, or it says where it is not.
public struct PolicyShape: Sendable {
  /// Alternatives of one rule.
  static let alternativeLimit = 4_096

  public private(set) var rules: [RuleShape] = []
  public private(set) var unresolved: [Unresolved] = []
  /// Every value that some rule compares an attribute with, or may.
  private(set) var mentioned: Set<Requirement> = []
  /// Whether a permit can come about without a rule that says so.
  public private(set) var permitsByDefault = false
  private let point: DecisionPoint

  public init(_ root: Policy, in point: DecisionPoint) {
    self.point = point
    add(root, above: [[]], aboveUnresolved: nil)
    unresolved += rules.compactMap(\.unresolved)
    mentioned.formUnion(rules.flatMap(\.alternatives).flatMap { $0 })
  }

  private mutating func add(_ policy: Policy, above: [Set<Requirement>], aboveUnresolved: Unresolved?) {
    if policy.algorithm == .permitUnlessDeny { permitsByDefault = true }
    var shape = Alternatives(above, unresolved: aboveUnresolved)
    shape.require(policy.target, policy.place)
    for child in policy.children {
      switch child {
      case .rule(let rule):
        var own = shape
        own.require(rule.target, rule.place)
        if let condition = rule.condition {
          own.require(condition, rule.place)
          mentioned.formUnion(Mentions(condition).requirements)
        }
        rules.append(
          RuleShape(
            rule: rule, group: ObjectIdentifier(policy), algorithm: policy.algorithm, alternatives: own.sets,
            unresolved: own.unresolved))
      case .policy(let inner): add(inner, above: shape.sets, aboveUnresolved: shape.unresolved)
      case .reference(let reference):
        if let target = try? point.resolve(reference) {
          add(target, above: shape.sets, aboveUnresolved: shape.unresolved)
        } else {
          unresolved.append(
            Unresolved(reason: "a policy that it refers to cannot be used", place: reference.place))
        }
      }
    }
  }
}

/// Alternatives in the making.
private struct Alternatives {
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
          if let requirement = Self.requirement(match) {
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

/// The attributes and the literals of an expression, wherever they stand in it.
private struct Mentions {
  private var designators: [Designator] = []
  private var literals: [Value] = []

  init(_ expression: Expression) { walk(expression) }

  private mutating func walk(_ expression: Expression) {
    switch expression {
    case .value(let value): literals.append(value)
    case .attribute(let designator): designators.append(designator)
    case .selector: break
    case .variable(let variable): walk(variable.expression)
    case .apply(_, let arguments), .higherOrder(_, _, let arguments): for argument in arguments { walk(argument) }
    }
  }

  /// Each attribute with each literal of its type: those that are compared are among them.
  var requirements: [Requirement] {
    designators.flatMap { designator in
      literals.filter { $0.type == designator.key.type }.map {
        Requirement(key: designator.key, value: $0, ignoresCase: false)
      }
    }
  }
}
