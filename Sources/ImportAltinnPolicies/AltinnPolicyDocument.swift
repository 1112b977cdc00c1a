import Budget
import FactStore
import ImportCore
import Localization
import XACML

/// One policy, with everything that can be said of it before other documents are known.
struct AltinnPolicyDocument: SourceDocument {
  struct Row: Sendable {
    var relation: String
    var cells: [String: FactWriter.Cell]
    var line: Int
  }
  struct Doubt: Sendable {
    var relation: String
    var cells: [String: FactWriter.Cell]
    var text: Phrase
    var line: Int
  }

  var rows: [Row] = []
  var doubts: [Doubt] = []
  private(set) var records: Int
  /// What other files may contradict: the name, and of a resource's own policy the resources.
  private let name: String
  private let claims: [String]
  private var content = 0
  var damageOfWhole: Phrase? { nil }
  var problemCount: Int { doubts.count }

  /// - Parameter limits: what working out the policy may spend.
  /// - Throws: where it asks for more: what was worked out of it so far is only a part.
  init(
    _ library: PolicyLibrary, parties: PolicyPath, limits: RunLimits = .standard
  ) throws(DocumentProblem) {
    // What was read of it is there as well.
    let work = Work(limits.with(.memory, limits[.memory] / 2))
    let point = try library.decisionPoint()
    let root = point.roots[0]
    let shape = PolicyShape(root, in: point, work: work)
    try Self.require(work, root)
    records = max(1, shape.rules.count)
    var naming = PolicyNaming()
    let identity = PolicyIdentity(root, shape, parties, &naming)
    (name, claims) = (identity.name, identity.claims)
    let policy = FactWriter.Cell.text(name)
    for resource in identity.resources.isEmpty ? ["*"] : identity.resources {
      rows.append(
        Row(
          relation: "altinn.policy",
          cells: ["policy": policy, "resource": .text(resource), "kind": .text(identity.kind)], line: root.place.line))
    }
    for (shape, name) in zip(shape.rules, identity.ruleNames) {
      rows.append(
        Row(
          relation: "altinn.policy_rule",
          cells: [
            "policy": policy, "rule": .text(name), "effect": .text(shape.rule.effect == .permit ? "permit" : "deny"),
          ],
          line: shape.rule.place.line))
      addNames(shape, name, policy, &naming)
    }
    addGrants(root, shape, point, policy, &naming, work)
    try Self.require(work, root)
    addLevels(root, policy)
    addIdleRules(shape, identity.ruleNames, policy, work)
    try Self.require(work, root)
    // Requests that two decision points answer differently are looked for among many; the rest does not rest on it.
    addTwoAnswers(root, shape, point, library, policy, &naming, Work(work.limits))
    content = hashOfContent()
  }

  private static func require(_ work: Work, _ root: Policy) throws(DocumentProblem) {
    guard let limit = work.reached else { return }
    throw DocumentProblem("the policy asks for more than can be worked out: \(limit.message)", at: root.place)
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
    let text: Phrase =
      "another file holds a different policy of the same resource, and nothing says which is in force"
    for row in rows where row.relation == "altinn.policy" {
      writer.add(row.relation, row.cells, at: Place(line: max(1, row.line)))
    }
    for schema in AltinnPolicySchemas.all where !["altinn.policy", "altinn.policy_part"].contains(schema.name) {
      writer.addHole(schema.name, ["policy": .text(name)], reason: .conflict, text: text, at: Place(line: 1))
    }
    report.limits.append(text)
  }
}
