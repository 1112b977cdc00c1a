/// A head, a body and whatever else names its variables: what is checked as one.
///
/// A finding (`fail`, `unverified`, `except`) is checked with the `for` body in front of its own, because the
/// population is part of every such rule.
struct RuleUnit {
  enum Kind: Sendable { case rule, population, fail, unverified, except }

  var kind: Kind
  /// Of rules only.
  var head: Atom?
  /// The `for` body, in front of a finding's own.
  var population: [Literal] = []
  var body: [Literal]
  var mentions: [Mention] = []
  var span: Span

  var literals: [Literal] { population + body }

  /// A variable named outside a body.
  struct Mention {
    enum Place: Equatable {
      /// `for user in`
      case key
      /// `per person`
      case per
      /// `{user}` in a text.
      case message
      /// Another clause of the policy; counts as a use and is checked there.
      case elsewhere
    }
    var name: Name
    var place: Place
  }
}

extension RuleUnit {
  init(_ rule: Rule) {
    self.init(kind: .rule, head: rule.head, body: rule.body, span: rule.span)
  }

  /// The population of a policy. What the findings name counts as used here.
  init(_ population: PolicyDeclaration.Population, of policy: PolicyDeclaration, sources: [SourceText]) {
    self.init(kind: .population, body: population.body, span: population.span)
    mentions = population.names.map { Mention(name: $0, place: .key) }
    if population.names.isEmpty {
      mentions += VariableTable(self).ownVariables.map {
        Mention(name: Name($0, population.span), place: .elsewhere)
      }
    }
    for (finding, kind) in policy.findings {
      var unit = RuleUnit(kind: kind, body: finding.body, span: finding.span)
      unit.addMentions(of: finding, in: sources)
      mentions += VariableTable(unit).names.map { Mention(name: Name($0, finding.span), place: .elsewhere) }
    }
  }

  init(_ finding: PolicyDeclaration.Finding, _ kind: Kind, of policy: PolicyDeclaration, sources: [SourceText]) {
    self.init(kind: kind, population: policy.population?.body ?? [], body: finding.body, span: finding.span)
    addMentions(of: finding, in: sources)
  }

  private mutating func addMentions(of finding: PolicyDeclaration.Finding, in sources: [SourceText]) {
    mentions += finding.per.map { Mention(name: $0, place: .per) }
    for entry in finding.message.entries {
      mentions += Placeholders.read(entry.text, in: sources).names.map { Mention(name: $0, place: .message) }
    }
  }
}

extension PolicyDeclaration {
  /// The first `for` clause.
  var population: Population? {
    for case .population(let population) in clauses { return population }
    return nil
  }

  /// Every `fail`, `unverified` and `except` clause, as written.
  var findings: [(finding: Finding, kind: RuleUnit.Kind)] {
    clauses.compactMap { clause in
      switch clause {
      case .fail(let finding): (finding, .fail)
      case .unverified(let finding): (finding, .unverified)
      case .except(let finding): (finding, .except)
      default: nil
      }
    }
  }

  /// The names of the `for` clause, or all variables of its body where it names none.
  public var keys: [String] {
    guard let population else { return [] }
    if !population.names.isEmpty { return population.names.map(\.text) }
    return VariableTable(RuleUnit(kind: .population, body: population.body, span: population.span)).ownVariables
  }
}
