/// A body in the order in which it is evaluated.
struct BodyPlan: Sendable {
  var steps: [PlanStep]
  /// In a possible plan: steps of conditions that stand after all atoms, asked once more between them, where their variables
  /// have values already. What is impossible by then stays so; anything else is decided at the condition's own place.
  var early: Set<Int> = []
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

typealias PlanStep = Step<AtomPlan, SubqueryPlan>

extension PlanStep {
  /// The registers whose value the step asks for.
  var reads: Set<Int> {
    var reads = expressions.reduce(into: Set(body?.outer ?? [])) { $0.formUnion($1.registers) }
    if let atom { reads.formUnion(atom.keys.map { Int($0.register) }) }
    switch self {
    case .bind(let target, _), .settle(let target, _): if target.isBound { reads.insert(target.register) }
    default: break
    }
    return reads
  }
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
  var relations: [RelationID]
}
