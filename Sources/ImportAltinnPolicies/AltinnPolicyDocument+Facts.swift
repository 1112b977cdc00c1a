import Budget
import FactStore
import ImportCore
import XACML

/// What a policy says, relation by relation.
extension AltinnPolicyDocument {
  mutating func addNames(
    _ shape: RuleShape, _ rule: String, _ policy: FactWriter.Cell, _ naming: inout PolicyNaming
  ) {
    var seen: Set<Requirement> = []
    for requirement in shape.alternatives.flatMap(PolicyNaming.sorted) where seen.insert(requirement).inserted {
      rows.append(
        Row(
          relation: "altinn.policy_names",
          cells: [
            "policy": policy, "rule": .text(rule), "category": .text(PolicyNaming.category(requirement)),
            "attribute": .text(requirement.key.id), "value": .text(naming.value(requirement)),
          ], line: shape.rule.place.line))
    }
    if let unresolved = shape.unresolved {
      doubts.append(
        Doubt(
          relation: "altinn.policy_names", cells: ["policy": policy, "rule": .text(rule)], text: unresolved.reason,
          line: unresolved.place.line))
    }
  }

  mutating func addGrants(
    _ root: Policy, _ shape: PolicyShape, _ point: DecisionPoint, _ policy: FactWriter.Cell,
    _ naming: inout PolicyNaming, _ work: Work
  ) {
    let found = PolicyGrants(root, in: point, shape: shape, isSingle: PolicyNaming.isSingle, work: work)
    let subjects = found.grants.map { naming.subject($0.subject) }
    let alsos = subjects.map(\.also)
    // Each row of what must be so together names all the others. Past the limit the policy is refused as a whole.
    for (subject, also) in zip(subjects, alsos) {
      guard (try? work.spend(also.utf8.count * (1 + subject.others.count), on: .steps)) != nil else { return }
    }
    for (place, grant) in found.grants.enumerated() {
      let subject = subjects[place]
      let resource = naming.resource(grant.resource)
      let cells: [String: FactWriter.Cell] = [
        "policy": policy, "resource": .text(resource.name), "part": .text(resource.part),
        "attribute": .text(subject.attribute), "value": .text(subject.value), "action": .text(grant.action ?? "*"),
        "also": .text(alsos[place]),
      ]
      rows.append(Row(relation: "altinn.policy_grants", cells: cells, line: grant.place.line))
      for other in subject.others {
        rows.append(
          Row(
            relation: "altinn.policy_grants_only_with",
            cells: cells.merging(["other": .text(other.attribute), "needs": .text(other.value)]) { first, _ in first },
            line: grant.place.line))
      }
      for wider in resource.wider {
        rows.append(
          Row(
            relation: "altinn.policy_part", cells: ["part": .text(resource.part), "within": .text(wider)],
            line: grant.place.line))
      }
    }
    addDoubts(of: found, shape, policy, &naming)
  }

  /// What is not known of the grants: of a rule, what it may open besides is of what its alternatives ask for.
  private mutating func addDoubts(
    of found: PolicyGrants, _ shape: PolicyShape, _ policy: FactWriter.Cell, _ naming: inout PolicyNaming
  ) {
    func add(_ cells: [String: FactWriter.Cell], _ unresolved: Unresolved) {
      doubts.append(
        Doubt(
          relation: "altinn.policy_grants", cells: cells.merging(["policy": policy]) { first, _ in first },
          text: unresolved.reason, line: unresolved.place.line))
    }
    for unresolved in found.unresolvedInGeneral { add([:], unresolved) }
    for rule in shape.rules {
      guard let unresolved = rule.unresolved else { continue }
      if shape.permitsByDefault {
        add([:], unresolved)
        continue
      }
      var scopes: Set<[String: FactWriter.Cell]> = []
      for alternative in rule.alternatives { scopes.insert(Self.scope(of: alternative, &naming)) }
      if scopes.contains([:]) || scopes.count > 100 { scopes = [[:]] }
      for cells in scopes { add(cells, unresolved) }
    }
  }

  /// The resource and the action that an alternative asks for, as far as it names them in full.
  private static func scope(
    of alternative: Set<Requirement>, _ naming: inout PolicyNaming
  ) -> [String: FactWriter.Cell] {
    var cells: [String: FactWriter.Cell] = [:]
    let resource = naming.resource(PolicyNaming.sorted(alternative.filter { $0.key.category == Names.resource })).name
    // `nvk/*` is named in part: a match that was not resolved may name the rest.
    if !resource.contains("*") { cells["resource"] = .text(resource) }
    let actions = alternative.filter { $0.key.category == Names.action }
    if actions.count == 1, let action = actions.first { cells["action"] = .text(action.text) }
    return cells
  }

  mutating func addLevels(_ root: Policy, _ policy: FactWriter.Cell) {
    for (name, isOrganisation) in [("person", false), ("organisation", true)] {
      guard let level = root.minimumLevel(forOrganisations: isOrganisation) else { continue }
      rows.append(
        Row(
          relation: "altinn.policy_min_auth_level",
          cells: ["policy": policy, "of": .text(name), "level": .value(.int(level))], line: root.place.line))
    }
  }

  mutating func addIdleRules(_ shape: PolicyShape, _ names: [String], _ policy: FactWriter.Cell, _ work: Work) {
    let found = RuleFindings(shape, isSingle: PolicyNaming.isSingle, work: work)
    let named = Dictionary(zip(shape.rules.map { ObjectIdentifier($0.rule) }, names)) { first, _ in first }
    let name = { (rule: Rule) in named[ObjectIdentifier(rule)] ?? rule.id }
    func row(_ rule: Rule, _ why: String, _ by: String) -> Row {
      Row(
        relation: "altinn.policy_idle_rule",
        cells: ["policy": policy, "rule": .text(name(rule)), "why": .text(why), "by": .text(by)], line: rule.place.line)
    }
    rows += found.dead.map { row($0, "dead", "") } + found.shadowed.map { row($0.rule, "shadowed", name($0.by)) }
    doubts += found.undecided.map { rule in
      Doubt(
        relation: "altinn.policy_idle_rule", cells: ["policy": policy, "rule": .text(name(rule))],
        text: "what the rule asks for could not be worked out", line: rule.place.line)
    }
  }

  mutating func addTwoAnswers(
    _ root: Policy, _ shape: PolicyShape, _ point: DecisionPoint, _ library: PolicyLibrary, _ policy: FactWriter.Cell,
    _ naming: inout PolicyNaming, _ work: Work
  ) {
    func add(_ request: String, _ xacml: String, _ altinn: String, _ line: Int) {
      rows.append(
        Row(
          relation: "altinn.policy_two_answers",
          cells: ["policy": policy, "request": .text(request), "xacml": .text(xacml), "altinn": .text(altinn)],
          line: line))
    }
    // What only one of them refuses as a whole is answered otherwise wherever the other has an answer.
    if let refused = library.passedOver.first { add("any", "refused", "a decision", refused.place.line) }
    guard let altinn = try? AltinnDecisionPoint(root, index: library.index) else {
      if !shape.rules.isEmpty { add("any", "a decision", "refused", root.place.line) }
      return
    }
    let found = TwoAnswers(root, in: point, altinn, shape: shape, work: work)
    for difference in found.differences {
      var parts: [String] = []
      for requirement in difference.request { parts.append("\(requirement.key.id)=\(naming.value(requirement))") }
      add(
        parts.isEmpty ? "nothing" : parts.joined(separator: "; "), difference.described.xacml,
        difference.described.altinn, difference.place.line)
    }
    for unresolved in found.unresolved {
      doubts.append(
        Doubt(
          relation: "altinn.policy_two_answers", cells: ["policy": policy], text: unresolved.reason,
          line: unresolved.place.line))
    }
  }
}
