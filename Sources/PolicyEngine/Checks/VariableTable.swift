/// Which variable each name of a rule stands for.
///
/// A name belongs to the outermost body that mentions it directly (in an atom, a negated atom or a comparison, not
/// inside `not { … }` or an aggregate), so that the order of literals never matters. A name that only nested bodies
/// mention is local to each of them. A branch of an `or` belongs to the body around it: where one branch mentions a
/// name directly, the name is the same variable in all of them, and planning relies on that.
struct VariableTable {
  struct VariableID: Hashable, Comparable {
    let raw: Int
    static func < (left: Self, right: Self) -> Bool { left.raw < right.raw }
  }

  struct Variable {
    var name: String
    /// Index into `scopes`.
    var scope: Int
    /// Indices into `occurrences`, in the order walked: bodies as written, then the head, then mentions.
    var occurrences: [Int] = []
  }

  struct Scope {
    enum Kind { case rule, negation, aggregate }
    var kind: Kind
    var parent: Int?
  }

  struct Occurrence {
    enum Role: Equatable {
      /// Alone in an atom of a body.
      case column(relation: String, column: String, isPunned: Bool, isNegated: Bool)
      /// Alone in the head.
      case head(relation: String, column: String)
      /// Alone beside `=` or before `in`.
      case side
      /// Part of an expression.
      case operand
      /// Listed by an aggregate.
      case aggregated
      case mention(RuleUnit.Mention.Place)
    }
    var name: Name
    var role: Role
    var place: Place
    var scope: Int { place.scope }
    var branches: [Branch] { place.branches }
    var isPopulation: Bool { place.isPopulation }
    var isBody: Bool {
      switch role {
      case .head, .mention: false
      default: true
      }
    }
  }

  /// Where an occurrence stands.
  struct Place {
    /// Index into `scopes`.
    var scope = 0
    /// From the outermost to the innermost.
    var branches: [Branch] = []
    /// Written in the `for` body of a policy.
    var isPopulation = false
  }

  /// One branch of one `or`.
  struct Branch: Hashable {
    var or: Int
    var index: Int
  }

  private(set) var scopes = [Scope(kind: .rule, parent: nil)]
  private(set) var occurrences: [Occurrence] = []
  private(set) var variables: [Variable] = []
  private var bySpan: [Span: VariableID] = [:]
  private var scopeBySpan: [Span: Int] = [:]
  private var ors = 0

  init(_ unit: RuleUnit) {
    walk(unit.population, Place(isPopulation: true))
    walk(unit.body, Place(isPopulation: unit.kind == .population))
    if let head = unit.head {
      walk(head, Place()) { column, _ in .head(relation: head.relation.text, column: column) }
    }
    for mention in unit.mentions { add(mention.name, .mention(mention.place), Place()) }
    resolve()
  }

  /// All of them, as they are first met.
  var ids: [VariableID] { variables.indices.map { VariableID(raw: $0) } }

  subscript(id: VariableID) -> Variable { variables[id.raw] }

  /// The variable of that name that the rule's own body, head or message has.
  func own(_ name: String) -> VariableID? { ids.first { self[$0].scope == 0 && self[$0].name == name } }

  /// The variables that a body mentions itself, by the scope that it opens, in the order of their names.
  func variables(of scope: Int) -> [VariableID] {
    ids.filter { self[$0].scope == scope && self[$0].occurrences.contains { occurrences[$0].isBody } }
      .sorted { self[$0].name < self[$1].name }
  }

  /// The variable that a name stands for, found by its place. Mentions of other clauses have none.
  func variable(_ name: Name) -> VariableID? { bySpan[name.span] }

  /// The scope that a `not { … }` or an aggregate opens.
  func scope(at span: Span) -> Int { scopeBySpan[span] ?? 0 }

  /// Whether a scope lies within another, or is it.
  func isScope(_ scope: Int, within outer: Int) -> Bool {
    var at: Int? = scope
    while let current = at {
      if current == outer { return true }
      at = scopes[current].parent
    }
    return false
  }

  func occurrences(of id: VariableID) -> [Occurrence] { variables[id.raw].occurrences.map { occurrences[$0] } }

  /// Names of the variables that the body itself mentions, in order.
  var ownVariables: [String] {
    variables.filter { variable in
      variable.scope == 0 && variable.occurrences.contains { occurrences[$0].isBody }
    }.map(\.name)
  }

  /// All names, nested ones too.
  var names: Set<String> { Set(variables.map(\.name)) }

  /// Whether both can hold at once: neither stands in another branch of an `or` of the other. Branches are given from
  /// the outermost to the innermost, so the first that differ decide.
  static func coexist(_ left: [Branch], _ right: [Branch]) -> Bool {
    for (one, other) in zip(left, right) where one != other { return one.or != other.or }
    return true
  }
}

extension VariableTable {
  private mutating func add(_ name: Name, _ role: Occurrence.Role, _ place: Place) {
    occurrences.append(Occurrence(name: name, role: role, place: place))
  }

  private mutating func walk(_ literals: [Literal], _ place: Place) {
    for literal in literals {
      switch literal {
      case .atom(let atom, _), .notAtom(let atom, _):
        let isNegated = if case .notAtom = literal { true } else { false }
        walk(atom, place) {
          .column(relation: atom.relation.text, column: $0, isPunned: $1, isNegated: isNegated)
        }
      case .notBody(let body, let span): walk(body, open(.negation, in: place, at: span))
      case .or(let bodies, _):
        let or = ors
        ors += 1
        for (index, body) in bodies.enumerated() {
          var inner = place
          inner.branches.append(Branch(or: or, index: index))
          walk(body, inner)
        }
      case .comparison(_, let comparison, _, _):
        for side in literal.expressions { walk(side, place, alone: comparison == .equal ? .side : .operand) }
      case .inSet(let expression, _, _), .inName(let expression, _, _): walk(expression, place, alone: .side)
      }
    }
  }

  /// - Parameter role: of a variable alone, by its column and whether it is named after it.
  private mutating func walk(_ atom: Atom, _ place: Place, role: (_ column: String, Bool) -> Occurrence.Role) {
    for argument in atom.arguments {
      switch argument.value {
      case .punned: add(argument.column, role(argument.column.text, true), place)
      case .expression(let expression): walk(expression, place, alone: role(argument.column.text, false))
      case .wildcard, .none: break
      }
    }
  }

  /// - Parameter role: of the expression, where it is a variable alone.
  private mutating func walk(_ expression: Expression, _ place: Place, alone role: Occurrence.Role = .operand) {
    if case .variable(let name) = expression { add(name, role, place) }
    for child in expression.children { walk(child, place) }
    guard case .aggregate(let aggregate) = expression else { return }
    let inner = open(.aggregate, in: place, at: aggregate.span)
    for name in aggregate.variables { add(name, .aggregated, inner) }
    walk(aggregate.body, inner)
  }

  private mutating func open(_ kind: Scope.Kind, in place: Place, at span: Span) -> Place {
    scopes.append(Scope(kind: kind, parent: place.scope))
    scopeBySpan[span] = scopes.count - 1
    var inner = place
    inner.scope = scopes.count - 1
    return inner
  }

  private mutating func resolve() {
    // Scopes in which each name stands directly, and whether it does within the `for` body there.
    var direct: [String: [Int: Bool]] = [:]
    for occurrence in occurrences where occurrence.isBody {
      let isPopulation = direct[occurrence.name.text]?[occurrence.scope] ?? false
      direct[occurrence.name.text, default: [:]][occurrence.scope] = isPopulation || occurrence.isPopulation
    }
    var ids: [ScopedName: VariableID] = [:]
    for (index, occurrence) in occurrences.enumerated() {
      let owner = owner(of: occurrence, in: direct[occurrence.name.text] ?? [:])
      let key = ScopedName(name: occurrence.name.text, scope: owner)
      let id = ids[key] ?? VariableID(raw: variables.count)
      if ids[key] == nil {
        ids[key] = id
        variables.append(Variable(name: key.name, scope: owner))
      }
      variables[id.raw].occurrences.append(index)
      if occurrence.role != .mention(.elsewhere) { bySpan[occurrence.name.span] = id }
    }
  }

  private struct ScopedName: Hashable {
    var name: String
    var scope: Int
  }

  private func owner(of occurrence: Occurrence, in direct: [Int: Bool]) -> Int {
    var owner = occurrence.scope
    var at = scopes[occurrence.scope].parent
    while let scope = at {
      // The `for` body means the same in every rule of its policy: what only a finding's body mentions is not seen.
      if let isPopulation = direct[scope], isPopulation || !occurrence.isPopulation { owner = scope }
      at = scopes[scope].parent
    }
    return owner
  }
}
