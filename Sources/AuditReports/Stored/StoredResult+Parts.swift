import Audit
import FactStore
import PolicyEngine

/// What a stored result says beside its findings.
extension StoredResult {
  static func source(_ node: ResultNode) throws(ResultDamage) -> SourceSummary {
    var source = SourceSummary(
      path: try node.text("path"), kind: try node.optional("kind")?.text(), sha256: try node.text("sha256"),
      records: try node.int("records"), used: try node.int("used"), rejected: try node.int("rejected"),
      outOfScope: try node.int("out_of_scope"), completeness: try node.word("completeness"),
      grade: try grade(node),
      problems: try node.list("problems").map { problem throws(ResultDamage) in
        SourceSummary.Problem(
          line: try problem.int("line"), pointer: try problem.text("pointer"), message: try problem.text("message"))
      }, notes: try node.texts("notes"), limits: try node.texts("limits"))
    if try node.optional("extracted_at") != nil { source.extractedAt = try day(node, "extracted_at") }
    source.daysOld = try node.optional("days_old")?.int()
    source.isOld = try node.flag("is_old")
    return source
  }

  private static func grade(_ node: ResultNode) throws(ResultDamage) -> CompletenessGrade? {
    try node.optional("grade") == nil ? nil : try node.word("grade") as CompletenessGrade
  }

  static func relations(_ node: ResultNode) throws(ResultDamage) -> [RelationSummary] {
    try node.node.members.map { name, value throws(ResultDamage) in
      let relation = ResultNode(node: value, name: "relations.\(name)")
      return RelationSummary(
        name: name, facts: try relation.int("facts"), holes: try relation.int("holes"),
        completeness: try relation.word("completeness"), grade: try grade(relation))
    }
  }

  static func policy(_ node: ResultNode) throws(ResultDamage) -> PolicyOutcome {
    let basis = try node["basis"]
    var policy = PolicyOutcome(
      id: try node.text("id"), title: try node.text("title"), why: try node.text("why"), fix: try node.text("fix"),
      severity: try node.word("severity"), status: try node.word("status"), basisKind: try basis.text("kind"),
      basis: try basis.text("text"), controls: try node.texts("controls"), population: try node.int("population"),
      passed: try node.int("passed"), failed: try node.int("failed"), unverified: try node.int("unverified"),
      exempt: try node.int("exempt"), populationHoles: try node.int("population_holes"),
      passedOnAssumption: try node.int("passed_on_assumption"), judgedWithout: try node.texts("judged_without"),
      funnels: try node.list("funnels").map { funnel throws(ResultDamage) in
        PolicyOutcome.Funnel(
          rule: try funnel.text("rule"),
          steps: try funnel.list("steps").map { step throws(ResultDamage) in
            (literal: try step.text("literal"), members: try step.int("members"))
          })
      })
    policy.waitsFor = try node.texts("waits_for")
    policy.definition = try node.added("definition")?.text() ?? ""
    guard try node.flag("passes") == policy.passes else {
      throw node.damage("contradict themselves in whether one passes")
    }
    return policy
  }

  static func scope(_ node: ResultNode) throws(ResultDamage) -> AuditResult.Scope {
    AuditResult.Scope(
      outOfScope: try node.texts("out_of_scope"),
      notAsked: try node.list("not_asked").map { entry throws(ResultDamage) in
        AuditResult.NotAsked(policy: try entry.text("policy"), controls: try entry.texts("controls"))
      },
      notEvaluated: try node.list("not_evaluated").map { entry throws(ResultDamage) in
        var told = AuditResult.NotEvaluated(
          policy: try entry.text("policy"), missing: try entry.text("missing"), documents: try entry.texts("documents"),
          obtain: try entry.text("obtain"), members: try entry.int("members"))
        if entry.added("open_members") != nil { told.openMembers = try entry.texts("open_members") }
        return told
      },
      declared: try node.list("by_declaration").map { entry throws(ResultDamage) in
        AuditResult.DeclaredOutOfScope(
          policy: try entry.text("policy"), without: try entry.texts("without"), members: try entry.int("members"))
      },
      wanted: try node.list("wanted").map { entry throws(ResultDamage) in
        AuditResult.WantedExport(
          document: try entry.text("document"), relations: try entry.texts("relations"),
          obtain: try entry.text("obtain"), policies: try entry.texts("policies"), alone: try entry.int("alone"),
          members: try entry.int("members"))
      })
  }

  static func parameters(_ root: ResultNode) throws(ResultDamage) -> [AuditResult.Parameter] {
    try root["parameters"].node.members.map { name, value throws(ResultDamage) in
      let node = ResultNode(node: value, name: "parameters.\(name)")
      return AuditResult.Parameter(
        name: name, value: try node.text("value"), standard: try node.text("default"),
        isOverridden: try node.flag("overridden"))
    }
  }

  static func declaration(_ node: ResultNode) throws(ResultDamage) -> AuditResult.Declaration {
    let isSystem = node.node["system"] != nil
    return AuditResult.Declaration(
      name: try node.text(isSystem ? "system" : "kind"), isSystem: isSystem, reason: try node.text("reason"),
      owner: try node.text("owner"), day: try day(node, "day"), path: try node.text("path"), line: try node.int("line"),
      relations: try node.texts("relations"))
  }

  static func basis(_ node: ResultNode) throws(ResultDamage) -> AuditBasis {
    func files(_ key: String) throws(ResultDamage) -> [AuditBasis.File] {
      try node.list(key).map { file throws(ResultDamage) in
        AuditBasis.File(path: try file.text("path"), sha256: try file.text("sha256"))
      }
    }
    return AuditBasis(
      arguments: try node.texts("arguments"), policies: try files("policies"), configuration: try files("configuration")
    )
  }

  static func settings(_ node: ResultNode) throws(ResultDamage) -> AuditSettings {
    var settings = AuditSettings(
      path: try node.text("path"), sha256: try node.text("sha256"), isOfJudgedFolder: try node.flag("of_judged_folder"))
    settings.leftOut = try node.texts("left_out")
    settings.told = try node.texts("told")
    settings.contradicted = try node.texts("contradicted")
    settings.aged = try node.texts("aged")
    settings.parameters = try node.texts("parameters")
    settings.without = try node.texts("without")
    settings.policies = try node.texts("policies")
    settings.added = Set(try node.texts("added"))
    return settings
  }
}
