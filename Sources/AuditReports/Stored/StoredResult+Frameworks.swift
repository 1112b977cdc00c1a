import Audit

/// What a stored result says of the controls of frameworks: it must follow from what it says of its policies.
extension StoredResult {
  static func frameworks(_ root: ResultNode, of result: AuditResult) throws(ResultDamage) -> [FrameworkOutcome] {
    let cover = CoverFramework(result)
    return try root.list("frameworks").map { node throws(ResultDamage) in
      FrameworkOutcome(
        id: try node.text("id"), title: try node.text("title"), publisher: try node.text("publisher"),
        edition: try node.text("edition"), source: try node.text("source"),
        file: AuditBasis.File(path: try node.text("path"), sha256: try node.text("sha256")),
        controls: try node.list("controls").map { node throws(ResultDamage) in try control(node, cover) })
    }
  }

  private static func control(
    _ node: ResultNode, _ cover: CoverFramework
  ) throws(ResultDamage) -> FrameworkOutcome.Control {
    let told = FrameworkOutcome.Control(
      id: try node.text("id"), title: try node.text("title"), verdict: try node.word("verdict"),
      policies: try node.list("policies").map { share throws(ResultDamage) in
        FrameworkOutcome.Share(policy: try share.text("id"), verdict: try share.word("verdict"))
      },
      failed: try node.int("failed"), unverified: try node.int("unverified"), passed: try node.int("passed"),
      severity: try node.optional("severity") == nil ? nil : try node.word("severity"))
    guard cover.outcome(ofControl: told.id, title: told.title, policies: told.policies.map(\.policy)) == told else {
      throw node.damage("do not follow from what it says of its policies")
    }
    return told
  }
}
