import FactStore

/// One rule without names: variables are registers, columns are positions, facets are relations, `or` is gone.
struct LoweredRule: Sendable {
  var head: RelationID
  /// A register per column of the head.
  var headTerms: [Int]
  var body: [LoweredLiteral]
  var registers: RegisterFile
  /// The rule as written, for proofs.
  var text: String
  var span: Span
  /// The literals as written, in order; ``LoweredAtom/written`` and its like index this.
  var literals: [Literal]
}

/// What each register of a rule is for.
struct RegisterFile: Sendable {
  struct Entry: Sendable {
    /// The variable, or `nil` for a constant or a helper.
    var name: String?
    var type: ValueType
    /// Set before the rule runs: a constant.
    var constant: UInt32?
  }
  var entries: [Entry] = []
  /// Variables that hold an interval: name to slot.
  var intervalNames: [String: Int] = [:]
  /// The type of what each interval ranges over.
  var intervalTypes: [ValueType] = []

  var constants: [Int] { entries.indices.filter { entries[$0].constant != nil } }
  /// Variables by name.
  func register(named name: String) -> Int? { entries.firstIndex { $0.name == name } }
}

/// `relation(terms)`; a term is a register, or `nil` for a column that is not constrained.
struct LoweredAtom: Sendable {
  var relation: RelationID
  var terms: [Int?]
  /// Which written literal this came from.
  var written: Int
}

indirect enum LoweredLiteral: Sendable {
  case atom(LoweredAtom)
  case absent(LoweredAtom)
  /// `not { … }`: none of the bodies has a match. `outer` are the registers shared with the rule.
  case notExists(Subquery)
  /// `register = expression`; a comparison where the register is bound already.
  case bind(Int, ValueExpression, written: Int)
  case compare(ValueExpression, Comparison, ValueExpression, written: Int)
  /// `expression in { codes }`
  case member(ValueExpression, Set<UInt32>, written: Int)
  /// `register in { codes }` with a register that nothing else binds. The codes are sorted by value.
  case generate(Int, [UInt32], written: Int)
  /// Computes an interval into a slot.
  case aggregate(LoweredAggregate)
  /// `slot = expression` over intervals.
  case bindInterval(Int, ValueExpression, written: Int)
  /// The value of an interval of one point into a register; else it is not known.
  case settle(Int, slot: Int, written: Int)

  var written: Int {
    switch self {
    case .atom(let atom), .absent(let atom): atom.written
    case .notExists(let subquery): subquery.written
    case .aggregate(let aggregate): aggregate.subquery.written
    case .bind(_, _, let written), .compare(_, _, _, let written), .member(_, _, let written),
      .generate(_, _, let written), .bindInterval(_, _, let written), .settle(_, _, let written):
      written
    }
  }
}

/// Bodies (one per branch of `or`) evaluated for one binding of the outer registers.
struct Subquery: Sendable {
  var bodies: [[LoweredLiteral]]
  /// Registers bound outside and read inside, ascending.
  var outer: [Int]
  var written: Int
}

struct LoweredAggregate: Sendable {
  var slot: Int
  var function: AggregateFunction
  /// One or more registers for `count`, one for the others.
  var variables: [Int]
  var subquery: Subquery
}

/// A value computed from registers and interval slots.
indirect enum ValueExpression: Sendable {
  case register(Int)
  case interval(Int)
  case arithmetic(ValueExpression, Arithmetic, ValueExpression)
  case call(Function, [ValueExpression])

  var registers: Set<Int> {
    switch self {
    case .register(let register): [register]
    case .interval: []
    case .arithmetic(let left, _, let right): left.registers.union(right.registers)
    case .call(_, let arguments): arguments.reduce(into: []) { $0.formUnion($1.registers) }
    }
  }

  var slots: Set<Int> {
    switch self {
    case .register: []
    case .interval(let slot): [slot]
    case .arithmetic(let left, _, let right): left.slots.union(right.slots)
    case .call(_, let arguments): arguments.reduce(into: []) { $0.formUnion($1.slots) }
    }
  }
}
