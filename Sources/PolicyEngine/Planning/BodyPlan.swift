/// A body in the order in which it is evaluated.
struct BodyPlan: Sendable {
  var steps: [PlanStep]
  /// How many positive atoms the body has; each step of kind `match` has an ordinal below it.
  var atomCount: Int
  /// Positions in the body of conditions that no step checks, because nothing binds their variables: only in prefixes.
  var unplaced: [Int] = []

  /// The last step that binds one of some registers, those of a head; past all steps when none of them is bound here.
  func stepBinding(_ registers: [Int]) -> Int {
    guard !registers.isEmpty else { return .max }
    let wanted = Set(registers.map { Int32($0) })
    var last = -1
    var bound: Set<Int32> = []
    for (index, step) in steps.enumerated() {
      guard case .match(let atom) = step else { continue }
      let binds = atom.binds.map(\.register).filter { wanted.contains($0) }
      if !binds.isEmpty { last = index }
      bound.formUnion(binds)
    }
    return bound.isEmpty ? .max : last
  }
}

/// One column of an atom and the register it is compared with or read into.
struct ColumnRegister: Sendable {
  var column: Int32
  var register: Int32
  init(_ column: Int, _ register: Int) {
    self.column = Int32(column)
    self.register = Int32(register)
  }
}

/// A column of an atom, and the expression that an equation wants it to equal.
struct ColumnEquation: Sendable {
  var column: Int
  var expression: ValueExpression
}

indirect enum PlanStep: Sendable {
  case match(AtomPlan)
  case absent(AtomPlan)
  case notExists(SubqueryPlan)
  /// `isRead`: more than a `not` reads the register, so a value that is not known does not do.
  case bind(Int, ValueExpression, isBound: Bool, isRead: Bool)
  case compare(ValueExpression, Comparison, ValueExpression)
  case member(ValueExpression, Set<UInt32>)
  case generate(Int, [UInt32])
  case aggregate(AggregatePlan)
  case bindInterval(Int, ValueExpression)
  /// `isRead` as above: an open interval does not do.
  case settle(Int, slot: Int, isBound: Bool, isRead: Bool)
  /// In a possible plan: a condition that stands after all atoms, asked once more between them, where its variables have
  /// values already. What is impossible by then stays so; anything else is decided at the condition's own place.
  case early(PlanStep)
}

struct AtomPlan: Sendable {
  var relation: RelationID
  /// Position among the positive atoms of the body, as written.
  var ordinal: Int
  /// Columns whose register is bound before the step: the key of the lookup.
  var keys: [ColumnRegister]
  /// Columns whose register the step binds.
  var binds: [ColumnRegister]
  /// Columns whose register the same atom binds in an earlier column.
  var repeats: [ColumnRegister]
  /// In a possible plan: columns that a later equation compares with a value that is known before the step. A row that
  /// has another value there is not looked at; a `*` still takes none from it.
  var equations: [ColumnEquation] = []
  /// Nothing after this step reads what it binds: one match is enough.
  var isExistence: Bool
  /// Which rows the step looks at.
  var side: Side

  enum Side: Sendable, Equatable {
    /// All certain rows; in a possible plan, all rows.
    case all
    /// Rows that were new in the last round.
    case recent
    /// Rows that were there before the last round.
    case stable
    /// Only certain rows, in a possible plan.
    case certain
    /// Only rows that are possible and not certain.
    case extras
  }
}

/// `outer` are the registers bound outside; the bodies are planned for both sets.
struct SubqueryPlan: Sendable {
  var certain: [BodyPlan]
  var possible: [BodyPlan]
  var outer: [Int]
  /// Every relation that the bodies read.
  var relations: Set<RelationID>
}

struct AggregatePlan: Sendable {
  var slot: Int
  var function: AggregateFunction
  var variables: [Int]
  var subquery: SubqueryPlan
}
