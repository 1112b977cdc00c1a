import FactStore
import XACML

/// One policy, with everything that can be said of it before other documents are known.
struct AltinnPolicyDocument: SourceDocument {
  private struct Row: Sendable {
    var relation: String
    var cells: [String: FactWriter.Cell]
    var line: Int
  }
  private struct Doubt: Sendable {
    var relation: String
    var cells: [String: FactWriter.Cell]
    var text: String
    var line: Int
  }

  private var rows: [Row] = []
  private var doubts: [Doubt] = []
  private(set) var records: Int
  /// What other files may contradict: the name, and of a resource's own policy the resources.
  private let name: String
  private let claims: [String]
  private var content = 0
  var damageOfWhole: String? { nil }

  init(_ point: DecisionPoint, index: AttributeIndex, parties: PolicyPath) {
    let root = point.roots[0]
    let shape = PolicyShape(root, in: point)
    records = max(1, shape.rules.count)
    var naming = PolicyNaming()
    // A delegation that was taken back leaves a policy without rules.
    let isTakenBack = shape.rules.isEmpty && parties.giver != nil
    let kind = Self.isDelegation(shape) || isTakenBack ? "delegation" : "resource"
    let resources = Self.resources(of: shape, &naming)
    name = Self.name(root, shape, kind, resources, parties, &naming)
    claims = kind == "resource" ? resources : []
    let policy = FactWriter.Cell.text(name)
    for resource in resources.isEmpty ? ["*"] : resources {
      rows.append(
        Row(
          relation: "altinn.policy", cells: ["policy": policy, "resource": .text(resource), "kind": .text(kind)],
          line: root.place.line))
    }
    let ruleNames = Self.ruleNames(shape)
    for (shape, name) in zip(shape.rules, ruleNames) {
      rows.append(
        Row(
          relation: "altinn.policy_rule",
          cells: [
            "policy": policy, "rule": .text(name), "effect": .text(shape.rule.effect == .permit ? "permit" : "deny"),
          ],
          line: shape.rule.place.line))
      addNames(shape, name, policy, &naming)
    }
    addGrants(root, shape, point, policy, &naming)
    addLevels(root, policy)
    addIdleRules(shape, ruleNames, policy)
    addTwoAnswers(root, shape, point, index, policy, &naming)
    content = hashOfContent()
  }

  // MARK: Names

  private static func isDelegation(_ shape: PolicyShape) -> Bool {
    let subjects = shape.rules.flatMap(\.alternatives).flatMap { $0 }.filter { $0.key.category == Names.subject }
    return !subjects.isEmpty && subjects.allSatisfy(PolicyNaming.isParty)
  }

  private static func resources(of shape: PolicyShape, _ naming: inout PolicyNaming) -> [String] {
    var names: Set<String> = []
    for alternative in shape.rules.flatMap(\.alternatives) {
      let part = alternative.filter { $0.key.category == Names.resource }
      if !part.isEmpty { names.insert(naming.resource(Self.sorted(part)).resource) }
    }
    return names.sorted()
  }

  private static func sorted(_ set: Set<Requirement>) -> [Requirement] {
    set.sorted { ($0.key.id, $0.value.text) < ($1.key.id, $1.value.text) }
  }

  /// PolicyIds repeat from policy to policy, so a policy is called after what it is about.
  private static func name(
    _ root: Policy, _ shape: PolicyShape, _ kind: String, _ resources: [String], _ parties: PolicyPath,
    _ naming: inout PolicyNaming
  ) -> String {
    let base = resources.isEmpty ? root.id : resources.joined(separator: ", ")
    // Without rules only its place tells whose it was.
    if shape.rules.isEmpty, let giver = parties.giver, let receiver = parties.receiver {
      return "\(base) from party \(giver) to \(receiver)"
    }
    guard kind == "delegation" else { return base }
    var receivers: Set<String> = []
    for alternative in shape.rules.flatMap(\.alternatives) {
      for requirement in Self.sorted(alternative) where PolicyNaming.isParty(requirement) {
        receivers.insert(
          "\(requirement.key.id.replacing("urn:altinn:", with: "")) \(naming.value(requirement))")
      }
    }
    let giver = parties.giver.map { " from party \($0)" } ?? ""
    return "\(base)\(giver) to \(receivers.sorted().joined(separator: ", "))"
  }

  private static func ruleNames(_ shape: PolicyShape) -> [String] {
    var seen: [String: Int] = [:]
    return shape.rules.map { shape in
      let number = seen[shape.rule.id, default: 0] + 1
      seen[shape.rule.id] = number
      return number == 1 ? shape.rule.id : "\(shape.rule.id)#\(number)"
    }
  }

  // MARK: Facts

  private mutating func addNames(
    _ shape: RuleShape, _ rule: String, _ policy: FactWriter.Cell, _ naming: inout PolicyNaming
  ) {
    var seen: Set<Requirement> = []
    for requirement in shape.alternatives.flatMap(Self.sorted) where seen.insert(requirement).inserted {
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

  private mutating func addGrants(
    _ root: Policy, _ shape: PolicyShape, _ point: DecisionPoint, _ policy: FactWriter.Cell,
    _ naming: inout PolicyNaming
  ) {
    let found = PolicyGrants(root, in: point, shape: shape)
    for grant in found.grants {
      let (resource, part) = naming.resource(grant.resource)
      let (attribute, value, also) = naming.subject(grant.subject)
      rows.append(
        Row(
          relation: "altinn.policy_grants",
          cells: [
            "policy": policy, "resource": .text(resource), "part": .text(part), "attribute": .text(attribute),
            "value": .text(value), "action": .text(grant.action ?? "*"), "also": .text(also),
          ], line: grant.place.line))
    }
    var known = ["policy": policy]
    if let only = Self.onlyResource(shape, &naming) { known["resource"] = .text(only) }
    for unresolved in found.unresolved {
      doubts.append(
        Doubt(
          relation: "altinn.policy_grants", cells: known, text: unresolved.reason, line: unresolved.place.line))
    }
  }

  /// The resource that every alternative of every rule asks for: what the policy may grant besides is of that one too.
  private static func onlyResource(_ shape: PolicyShape, _ naming: inout PolicyNaming) -> String? {
    guard !shape.permitsByDefault, !shape.rules.isEmpty else { return nil }
    var names: Set<String> = []
    for alternative in shape.rules.flatMap(\.alternatives) {
      let part = alternative.filter { $0.key.category == Names.resource }
      guard !part.isEmpty else { return nil }
      names.insert(naming.resource(sorted(part)).resource)
    }
    // `nvk/*` is named in part: a match that was not resolved may name the rest.
    guard names.count == 1, let only = names.first, !only.contains("*") else { return nil }
    return only
  }

  private mutating func addLevels(_ root: Policy, _ policy: FactWriter.Cell) {
    for (name, isOrganisation) in [("person", false), ("organisation", true)] {
      guard let level = root.minimumLevel(forOrganisations: isOrganisation) else { continue }
      rows.append(
        Row(
          relation: "altinn.policy_min_auth_level",
          cells: ["policy": policy, "of": .text(name), "level": .value(.int(level))], line: root.place.line))
    }
  }

  private mutating func addIdleRules(_ shape: PolicyShape, _ names: [String], _ policy: FactWriter.Cell) {
    let single: Set<String> = ["urn:altinn:resource", "urn:altinn:org", "urn:altinn:app", Names.actionID]
    let found = RuleFindings(shape) { $0.category != Names.subject && single.contains($0.id) }
    let name = { (rule: Rule) in zip(shape.rules, names).first { $0.0.rule === rule }?.1 ?? rule.id }
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

  private mutating func addTwoAnswers(
    _ root: Policy, _ shape: PolicyShape, _ point: DecisionPoint, _ index: AttributeIndex, _ policy: FactWriter.Cell,
    _ naming: inout PolicyNaming
  ) {
    guard let altinn = try? AltinnDecisionPoint(root, index: index) else {
      // Altinn refuses it as a whole, which is another answer wherever the policy has one.
      if shape.rules.isEmpty { return }
      rows.append(
        Row(
          relation: "altinn.policy_two_answers",
          cells: [
            "policy": policy, "request": .text("any"), "xacml": .text("a decision"), "altinn": .text("refused"),
          ], line: root.place.line))
      return
    }
    let found = TwoAnswers(root, in: point, altinn, shape: shape)
    for difference in found.differences {
      var parts: [String] = []
      for requirement in difference.request { parts.append("\(requirement.key.id)=\(naming.value(requirement))") }
      rows.append(
        Row(
          relation: "altinn.policy_two_answers",
          cells: [
            "policy": policy, "request": .text(parts.isEmpty ? "nothing" : parts.joined(separator: "; ")),
            "xacml": .text(difference.xacml.name), "altinn": .text(difference.altinn.name),
          ], line: difference.place.line))
    }
    for unresolved in found.unresolved {
      doubts.append(
        Doubt(
          relation: "altinn.policy_two_answers", cells: ["policy": policy], text: unresolved.reason,
          line: unresolved.place.line))
    }
  }

  // MARK: Writing

  /// An expectation counts policies, not rules.
  func tally(organisation: String?, survey: Survey) -> RecordTally { RecordTally(others: 1) }

  /// A hash of what the policy says, whatever the lines: two files that say the same do not contradict each other. Good
  /// for one run only.
  private func hashOfContent() -> Int {
    var hasher = Hasher()
    for row in rows {
      hasher.combine(row.relation)
      hasher.combine(row.cells)
    }
    for doubt in doubts { hasher.combine(doubt.text) }
    return hasher.finalize()
  }

  func enlist(in survey: inout Survey, file: FileID) {
    survey.note("altinn.policy", key: name, cells: [.value(.int(Int64(content)))])
    for claim in claims { survey.note("altinn.policy", key: "resource \(claim)", cells: [.text(name)]) }
  }

  private func isDisputed(_ survey: Survey) -> Bool {
    survey.isDisputed("altinn.policy", key: name, 0)
      || claims.contains { survey.isDisputed("altinn.policy", key: "resource \($0)", 0) }
  }

  func write(to writer: FactWriter, survey: Survey, report: inout SourceReport) {
    for schema in AltinnPolicySchemas.all { writer.cover(schema.name, grade: .closed) }
    report.grade = .closed
    report.records += records
    report.used += records
    if isDisputed(survey) { return writeDispute(to: writer, &report) }
    for row in rows { writer.add(row.relation, row.cells, at: Place(line: max(1, row.line))) }
    for doubt in doubts {
      writer.addHole(
        doubt.relation, doubt.cells.compactMapValues(\.known), reason: .unusable, text: doubt.text,
        at: Place(line: max(1, doubt.line)))
    }
    var said: Set<String> = []
    for doubt in doubts where said.insert("\(doubt.line) \(doubt.text)").inserted {
      report.limits.append("line \(doubt.line): \(doubt.text), so not all that the policy grants is known")
    }
  }

  /// Of two policies of one name or resource nobody says which is in force: what either says may not be.
  private func writeDispute(to writer: FactWriter, _ report: inout SourceReport) {
    let text = "another file holds a different policy of the same resource, and nothing says which is in force"
    for row in rows where row.relation == "altinn.policy" {
      writer.add(row.relation, row.cells, at: Place(line: max(1, row.line)))
    }
    for schema in AltinnPolicySchemas.all where schema.name != "altinn.policy" {
      writer.addHole(schema.name, ["policy": .text(name)], reason: .conflict, text: text, at: Place(line: 1))
    }
    report.limits.append(text)
  }
}
