import Audit
import Budget
import FactStore
import Formats
import PolicyEngine

/// A result that was written as `tilsyn.result/1`, read back: whatever shows it now shows what it showed then.
///
/// Nothing is judged again, and nothing is taken on trust that the file itself contradicts: the gate is decided anew, and its code
/// and the numbers of findings must be those that the file states.
package struct StoredResult: Sendable {
  package let result: AuditResult
  /// What the gate was asked.
  package let gate: GateOptions

  /// Reads a result. Linear in its bytes; findings are made when they are asked for.
  /// - Throws: ``ResultDamage`` where it is none, of another version, or damaged.
  package init(_ bytes: [UInt8], limits: RunLimits = .standard) throws(ResultDamage) {
    let json = JSONRecords.read(bytes, limits: limits)
    if let problem = json.problems.first { throw ResultDamage(line: problem.line, message: problem.message.english) }
    guard json.shape == .object, let record = json.records.first else {
      throw ResultDamage(line: 0, message: "it is no JSON object")
    }
    let root: ResultNode
    switch record.node {
    case .success(let node): root = ResultNode(node: node, name: "")
    case .failure(let problem): throw ResultDamage(line: problem.line, message: problem.message.english)
    }
    let schema = try root.text("schema")
    guard schema == JSONReport.schema else {
      throw ResultDamage(
        line: 0,
        message: schema.hasPrefix("tilsyn.")
          ? "it is of another version: its schema is not `\(JSONReport.schema)`"
          : "it is no result of this program: its schema is not `\(JSONReport.schema)`")
    }
    result = try Self.result(root)
    gate = try Self.gate(try root["gate"])
    try check(root)
  }

  private func check(_ root: ResultNode) throws(ResultDamage) {
    guard try root.int("exit") == Int(GateDecision(result, options: gate).exitCode) else {
      throw ResultDamage(line: 0, message: "its verdict does not follow from what it says of its policies")
    }
    let tally = FindingTally(result.findings)
    let told = try (try root["counts"])["findings"]
    for verdict in Finding.Verdict.allCases where try told.int(verdict.rawValue) != tally.total(verdict) {
      throw ResultDamage(line: 0, message: "it counts other findings than it has")
    }
  }

  private static func gate(_ node: ResultNode) throws(ResultDamage) -> GateOptions {
    let level = try node.text("fail_on")
    let severity = Severity(rawValue: level)
    guard severity != nil || level == "never" else { throw node.damage("has no level that is known") }
    return GateOptions(
      failOn: severity, isUnverifiedAllowed: try node.text("unverified") == "allow",
      isIncompleteAllowed: try node.flag("allow_incomplete"), isNewOnly: node.added("new_only")?.node.bool ?? false)
  }

  private static func result(_ root: ResultNode) throws(ResultDamage) -> AuditResult {
    let tool = try root["tool"]
    var basis = try basis(try root["basis"])
    basis.commit = try tool.text("commit")
    var result = AuditResult(
      toolVersion: try tool.text("version"), asOf: try day(root, "as_of"), language: try root.text("language"),
      isComplete: try root.flag("complete"), incompleteReasons: try root.texts("incomplete"),
      sources: try root.list("sources").map { node throws(ResultDamage) in try source(node) },
      relations: try relations(try root["relations"]),
      policies: try root.list("policies").map { node throws(ResultDamage) in try policy(node) },
      scope: try scope(try root["scope"]), findings: try findings(root), parameters: try parameters(root),
      declarations: try root.list("without").map { node throws(ResultDamage) in try declaration(node) },
      basis: basis, warnings: try root.texts("warnings"))
    let people = try root["people"]
    result.people = People(
      names: try people.texts("names"), functional: try people.texts("functional"), domains: try people.texts("domains")
    )
    result.identifiers = try people.word("identifiers")
    result.purpose = try people.optional("purpose")?.text()
    result.settings = try root.optional("settings").map { node throws(ResultDamage) in try settings(node) }
    result.frameworks = try frameworks(root, of: result)
    result.rights = try rights(root)
    result.waivers = try waivers(root)
    result.comparison = try comparison(root)
    result.keyMark = try root.added("fingerprint_key")?.text()
    result.dispositions = try dispositions(
      root, of: result.findings, result.waivers, isCompared: result.comparison != nil)
    return result
  }

  static func day(_ node: ResultNode, _ key: String) throws(ResultDamage) -> CalendarDate {
    let member = try node[key]
    guard let day = CalendarDate(try member.text()) else { throw member.damage("is no day") }
    return day
  }

  // MARK: Findings

  private static func findings(_ root: ResultNode) throws(ResultDamage) -> FindingList {
    let nodes = try root.list("findings")
    // Each is read once to see that it can be, and again whenever it is asked for: so that they are never held all at once.
    for node in nodes {
      _ = try finding(node)
      _ = try evidence(node)
    }
    // They were read before.
    return FindingList(
      count: nodes.count,
      explained: { range in range.map { (try! finding(nodes[$0]), try! evidence(nodes[$0])) } },
      keyed: { try! finding(nodes[$0]) })
  }

  static func finding(_ node: ResultNode) throws(ResultDamage) -> Finding {
    var finding = Finding(
      fingerprint: try node.text("fingerprint"), policy: try node.text("policy"), severity: try node.word("severity"),
      verdict: try node.word("verdict"), subject: try keys(try node["subject"]),
      violating: try node.optional("violating").map { node throws(ResultDamage) in try keys(node) } ?? [],
      message: try node.text("message"))
    if let witnesses = node.added("witnesses") {
      finding.witnesses = try node.texts("witnesses")
      guard !finding.witnesses.isEmpty else { throw witnesses.damage("is empty") }
    }
    return finding
  }

  private static func keys(_ node: ResultNode) throws(ResultDamage) -> [Finding.Key] {
    try node.list("keys").map { key throws(ResultDamage) in
      Finding.Key(name: try key.text("name"), type: try key.text("type"), value: try key.text("value"))
    }
  }

  private static func evidence(_ node: ResultNode) throws(ResultDamage) -> [Evidence] {
    try node.list("evidence").map { item throws(ResultDamage) in
      let path = try item.optional("path")
      return Evidence(
        fact: try item.text("fact"), path: try path?.text() ?? "", line: path == nil ? 0 : try item.int("line"),
        pointer: path == nil ? "" : try item.text("pointer"), isHole: try item.flag("hole"))
    }
  }
}
