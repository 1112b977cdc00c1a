/// One step of a body. What a step does is said here once; each phase says what an atom and a nested body are to it.
///
/// Lowered, they are terms and literals (``LoweredLiteral``); planned, what is looked up and in which order (``PlanStep``); and
/// where they run, what keeps an index or a memory at hand.
enum Step<Atom, Body> {
  /// Some row of a relation.
  case match(Atom)
  /// No row of a relation.
  case absent(Atom)
  /// `not { … }`: none of the bodies has a match.
  case notExists(Body)
  /// `register = expression`; a comparison where the register is bound already.
  case bind(Target, ValueExpression)
  case compare(ValueExpression, Comparison, ValueExpression)
  /// `expression in { codes }`
  case member(ValueExpression, CodeSet)
  /// `register in { codes }` with a register that nothing else binds. The codes are sorted by value.
  case generate(Int, [UInt32])
  /// Computes an interval into a slot.
  case aggregate(AggregateStep<Body>)
  /// `slot = expression` over intervals.
  case bindInterval(Int, ValueExpression)
  /// The value of an interval of one point into a register; else it is not known.
  case settle(Target, slot: Int)
}

/// The register that a step sets.
struct Target: Sendable {
  var register: Int
  /// In a plan: it holds a value before the step.
  var isBound = false
  /// In a plan: more than a `not` reads it, so a value that is not known does not do.
  var isRead = false
}

/// `slot = count(variables) { … }`
struct AggregateStep<Body> {
  var slot: Int
  var function: AggregateFunction
  /// One or more registers for `count`, one for the others.
  var variables: [Int]
  var subquery: Body
}

extension Step: Sendable where Atom: Sendable, Body: Sendable {}
extension AggregateStep: Sendable where Body: Sendable {}

extension Step {
  /// The atom that the step looks up, there or absent.
  var atom: Atom? {
    switch self {
    case .match(let atom), .absent(let atom): atom
    default: nil
    }
  }

  /// The nested body that the step asks.
  var body: Body? {
    switch self {
    case .notExists(let body): body
    case .aggregate(let aggregate): aggregate.subquery
    default: nil
    }
  }

  /// The expressions that the step computes.
  var expressions: [ValueExpression] {
    switch self {
    case .bind(_, let expression), .member(let expression, _), .bindInterval(_, let expression): [expression]
    case .compare(let left, _, let right): [left, right]
    case .match, .absent, .notExists, .generate, .aggregate, .settle: []
    }
  }

  /// The register that the step sets itself, where it is no atom.
  var sets: Int? {
    switch self {
    case .bind(let target, _), .settle(let target, _): target.register
    case .generate(let register, _): register
    case .match, .absent, .notExists, .compare, .member, .aggregate, .bindInterval: nil
    }
  }

  /// The same step of the next phase.
  func map<NewAtom, NewBody>(
    atom: (Atom) -> NewAtom, body: (Body) -> NewBody
  ) -> Step<NewAtom, NewBody> {
    switch self {
    case .match(let old): .match(atom(old))
    case .absent(let old): .absent(atom(old))
    case .notExists(let old): .notExists(body(old))
    case .bind(let target, let expression): .bind(target, expression)
    case .compare(let left, let comparison, let right): .compare(left, comparison, right)
    case .member(let expression, let codes): .member(expression, codes)
    case .generate(let register, let codes): .generate(register, codes)
    case .aggregate(let old):
      .aggregate(
        AggregateStep<NewBody>(
          slot: old.slot, function: old.function, variables: old.variables, subquery: body(old.subquery)))
    case .bindInterval(let slot, let expression): .bindInterval(slot, expression)
    case .settle(let target, let slot): .settle(target, slot: slot)
    }
  }
}
