import Audit
import FactStore
import PolicyEngine

/// What a stored result says of its findings beside their verdicts. Results of versions that had no waivers and compared with
/// no earlier one say nothing of it.
extension StoredResult {
  static func waivers(_ root: ResultNode) throws(ResultDamage) -> WaiverReport? {
    try root.added("waivers").map { node throws(ResultDamage) in
      let path = try node.text("path")
      return WaiverReport(
        file: AuditBasis.File(path: path, sha256: try node.text("sha256")),
        isOfJudgedFolder: try node.flag("of_judged_folder"), isIgnored: try node.flag("ignored"),
        outcomes: try node.list("entries").map { entry throws(ResultDamage) in try waiver(entry, path: path) })
    }
  }

  private static func waiver(_ node: ResultNode, path: String) throws(ResultDamage) -> WaiverOutcome {
    let match = try node["match"]
    let witnesses = try match.texts("witnesses")
    return WaiverOutcome(
      waiver: Waiver(
        id: try node.text("id"), policy: try node.text("policy"),
        match: match.added("fingerprint") != nil
          ? .fingerprint(try match.text("fingerprint"), witnesses: witnesses)
          : .keys(
            subject: try match.texts("subject"), object: try match.texts("object"), verdict: try match.word("verdict"),
            witnesses: witnesses),
        reason: try node.text("reason"), owner: try node.text("owner"), approver: try node.text("approver"),
        approvedOn: try day(node, "approved_on"), expires: try day(node, "expires"), path: path,
        line: try node.int("line")),
      state: try node.word("state"), findings: try node.int("findings"), remark: try node.text("remark"))
  }

  static func comparison(_ root: ResultNode) throws(ResultDamage) -> BaselineReport? {
    try root.added("baseline").map { node throws(ResultDamage) in
      BaselineReport(
        file: AuditBasis.File(path: try node.text("path"), sha256: try node.text("sha256")),
        asOf: try day(node, "as_of"), toolVersion: try node.text("version"), remarks: try node.texts("remarks"),
        gone: try node.list("gone").map { gone throws(ResultDamage) in
          GoneFinding(
            finding: try finding(try gone["finding"]),
            firstSeen: try gone.optional("first_seen") == nil ? nil : try day(gone, "first_seen"),
            reason: try gone.word("reason"))
        },
        lost: try node.list("lost").map { lost throws(ResultDamage) in
          LostPolicy(
            policy: try lost.text("policy"), severity: try lost.text("severity"), members: try lost.int("members"),
            reason: try lost.word("reason"))
        }, lostExports: try node.texts("lost_exports"), stillOpen: Set(try node.texts("still_open")))
    }
  }

  /// What is known of each finding. Where nothing was compared and nothing waived, nothing is.
  static func dispositions(
    _ root: ResultNode, of findings: FindingList, _ waivers: WaiverReport?, isCompared: Bool
  ) throws(ResultDamage) -> Dispositions {
    guard waivers != nil || isCompared else { return .none }
    var places: [String: Int] = [:]
    for (place, outcome) in (waivers?.outcomes ?? []).enumerated() { places[outcome.waiver.id] = place }
    let list = try root.list("findings").map { node throws(ResultDamage) -> Disposition in
      var disposition = Disposition(age: try node.word("baseline"))
      if try node.optional("first_seen") != nil { disposition.firstSeen = try day(node, "first_seen") }
      disposition.isReopened = node.added("reopened")?.node.bool ?? false
      if let waiver = try node.optional("waiver") {
        guard let place = places[try waiver.text("id")], let outcome = waivers?.outcomes[place] else {
          throw waiver.damage("is none of the waivers that it names")
        }
        disposition.waiver = place
        disposition.isWaived = try waiver.flag("counts")
        guard !disposition.isWaived || outcome.state == .accepted && waivers?.isIgnored == false else {
          throw waiver.damage("counts, and its waiver does not")
        }
      }
      return disposition
    }
    return Dispositions(list, of: findings)
  }
}
