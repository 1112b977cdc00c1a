import FactStore
import PolicyEngine

/// A body in disjunctive form: one list of goals per branch.
typealias NaiveBody = [[NaiveGoal]]

/// One thing to be shown. Facets, `or` and names are gone; variables are slots.
indirect enum NaiveGoal: Sendable {
  /// A row of a stored or derived relation.
  case match(String, [NaiveTerm])
  case not(NaiveBody)
  case compare(NaiveExpression, Comparison, NaiveExpression)
  case oneOf(NaiveExpression, Set<Value>)

  /// All slots that occur, nested bodies included.
  var slots: Set<Int> {
    switch self {
    case .match(_, let terms): Set(terms.compactMap { if case .slot(let slot) = $0 { slot } else { nil } })
    case .not(let body): Self.slots(of: body)
    case .compare(let left, _, let right): left.slots.union(right.slots)
    case .oneOf(let expression, _): expression.slots
    }
  }

  static func slots(of body: NaiveBody) -> Set<Int> {
    body.joined().reduce(into: []) { $0.formUnion($1.slots) }
  }

  /// Relations read, and whether through a negation or an aggregate.
  var reads: [(relation: String, strict: Bool)] {
    switch self {
    case .match(let relation, _): [(relation, false)]
    case .not(let body): Self.strictReads(of: body)
    case .compare(let left, _, let right): left.reads + right.reads
    case .oneOf(let expression, _): expression.reads
    }
  }

  static func strictReads(of body: NaiveBody) -> [(relation: String, strict: Bool)] {
    body.joined().flatMap(\.reads).map { ($0.relation, true) }
  }
}

/// What a column of a row must be.
enum NaiveTerm: Sendable {
  case slot(Int)
  case constant(Value)
  case anything
}

/// An expression with its variables as slots.
indirect enum NaiveExpression: Sendable {
  case constant(Value)
  case slot(Int)
  case call(String, [NaiveExpression])
  case aggregate(AggregateFunction, [Int], NaiveBody)
  case arithmetic(NaiveExpression, Arithmetic, NaiveExpression)

  var slots: Set<Int> {
    switch self {
    case .constant: []
    case .slot(let slot): [slot]
    case .call(_, let arguments): arguments.reduce(into: []) { $0.formUnion($1.slots) }
    case .aggregate(_, let counted, let body): NaiveGoal.slots(of: body).union(counted)
    case .arithmetic(let left, _, let right): left.slots.union(right.slots)
    }
  }

  var hasAggregate: Bool {
    switch self {
    case .constant, .slot: false
    case .call(_, let arguments): arguments.contains(where: \.hasAggregate)
    case .aggregate: true
    case .arithmetic(let left, _, let right): left.hasAggregate || right.hasAggregate
    }
  }

  var reads: [(relation: String, strict: Bool)] {
    switch self {
    case .constant, .slot: []
    case .call(_, let arguments): arguments.flatMap(\.reads)
    case .aggregate(_, _, let body): NaiveGoal.strictReads(of: body)
    case .arithmetic(let left, _, let right): left.reads + right.reads
    }
  }
}

/// A rule ready to be evaluated.
struct NaiveRule: Sendable {
  var relation: String
  var head: [NaiveExpression]
  var body: NaiveBody
  var slotCount: Int
}

/// What a variable is bound to while a body is solved.
enum NaiveBinding: Hashable {
  case free
  case known(Value)
  /// `*`
  case any
  /// An aggregate whose value is not known exactly.
  case interval(NaiveInterval)

  /// Whether there is a value, and it is not known exactly.
  var isVague: Bool {
    switch self {
    case .free, .known: false
    case .any, .interval: true
    }
  }
}
