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
  /// The literals as written, in order; ``LoweredLiteral/written`` indexes this.
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

/// One literal of a lowered body.
struct LoweredLiteral: Sendable {
  var step: Step<LoweredAtom, Subquery>
  /// Which of ``LoweredRule/literals`` this came from.
  var written: Int
}

/// What one written literal becomes, in the order in which it is evaluated.
struct LoweredPart {
  let written: Int
  var literals: [LoweredLiteral] = []

  mutating func add(_ step: Step<LoweredAtom, Subquery>) {
    literals.append(LoweredLiteral(step: step, written: written))
  }
}

/// `relation(terms)`; a term is a register, or `nil` for a column that is not constrained.
struct LoweredAtom: Sendable {
  var relation: RelationID
  var terms: [Int?]
}

/// Bodies (one per branch of `or`) evaluated for one binding of the outer registers.
struct Subquery: Sendable {
  var bodies: [[LoweredLiteral]]
  /// Registers bound outside and read inside, ascending.
  var outer: [Int]
}

extension LoweredLiteral {
  /// Every relation that the literal reads, at any depth, each once in the order in which they are written: a set has
  /// another order each time, and in what order relations are evaluated decides which are within the limits of a run.
  var relations: [RelationID] { step.atom.map { [$0.relation] } ?? step.body?.relations ?? [] }

  /// Every register that the literal reads or sets, subqueries included.
  var registers: Set<Int> {
    var registers = step.expressions.reduce(into: Set(step.sets.map { [$0] } ?? [])) { $0.formUnion($1.registers) }
    if let atom = step.atom { registers.formUnion(atom.terms.compactMap { $0 }) }
    if let body = step.body { registers.formUnion(body.registers) }
    if case .aggregate(let aggregate) = step { registers.formUnion(aggregate.variables) }
    return registers
  }
}

extension Subquery {
  /// Every relation that the bodies read, at any depth, each once.
  var relations: [RelationID] { bodies.joined().relations }
  var registers: Set<Int> { bodies.joined().reduce(into: []) { $0.formUnion($1.registers) } }
}

extension LoweredRule {
  /// The positive atoms, as written: an atom's place among them is its ordinal.
  var atoms: [LoweredAtom] { body.compactMap { if case .match(let atom) = $0.step { atom } else { nil } } }

  /// The rule with the literals alone that come from the first written ones.
  func prefix(_ length: Int, head: [Int]) -> LoweredRule {
    var prefix = self
    prefix.body = body.filter { $0.written < length }
    prefix.headTerms = head
    return prefix
  }

  /// Every relation that the body reads, at any depth, each once.
  var relations: [RelationID] { body.relations }
}

extension Sequence<LoweredLiteral> {
  /// Every relation that the literals read, each once in the order in which they are written.
  fileprivate var relations: [RelationID] {
    var seen: Set<RelationID> = []
    return flatMap(\.relations).filter { seen.insert($0).inserted }
  }
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
    case .arithmetic, .call: operands.reduce(into: []) { $0.formUnion($1.registers) }
    }
  }

  var slots: Set<Int> {
    switch self {
    case .register: []
    case .interval(let slot): [slot]
    case .arithmetic, .call: operands.reduce(into: []) { $0.formUnion($1.slots) }
    }
  }

  private var operands: [ValueExpression] {
    switch self {
    case .register, .interval: []
    case .arithmetic(let left, _, let right): [left, right]
    case .call(_, let arguments): arguments
    }
  }
}
