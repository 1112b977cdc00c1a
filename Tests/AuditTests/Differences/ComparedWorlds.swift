import Audit
import FactStore

/// Two small audits side by side: rights by a grant, by a group, and unless somebody has ended; and a policy on strangers.
struct ComparedWorlds {
  let differences: Differences

  private static let rules = """
    entity src.user  entity src.place  entity src.group
    relation src.grant(user: src.user, right: text, place: src.place) source
    relation src.member(user: src.user, group: src.group) source
    relation src.group_right(group: src.group, right: text, place: src.place) source
    relation src.ended(user: src.user) source
    relation src.person(user: src.user) source
    relation src.remark(user: src.user, text: text) source
    relation my.active(user: src.user)
    my.active(user) if src.grant(user), not src.ended(user)
    my.active(user) if src.member(user), not src.ended(user)
    relation effective.src(holder: src.user, right: text, place: src.place)
    effective.src(holder: user, right: right, place) if src.grant(user, right: right, place), not src.ended(user)
    effective.src(holder: user, right: right, place) if
      src.member(user, group), src.group_right(group, right: right, place), my.active(user)
    policy src.known {
      title en "t"  severity high  why en "w"  fix en "f"  basis ours "b"
      for user in my.active(user)
      fail en "{user} is a stranger" if not src.person(user)
      example "e" { GIVEN }
    }
    """

  /// - Parameters:
  ///   - old: the facts of the one side, as examples give them.
  ///   - new: those of the other.
  init(_ old: String, _ new: String) throws {
    func audit(_ given: String) throws -> Auditor {
      var setting = SmallAudit.Setting()
      setting.comparesRights = true
      return try SmallAudit(Self.rules.replacing("GIVEN", with: given), setting).auditor
    }
    let options = CompareAudits.Options(paths: ("old", "new"), systems: (["src"], ["src"]))
    differences = CompareAudits(old: try audit(old), new: try audit(new), options: options).differences()
  }

  /// `gained u1 write a`, with the causes behind it.
  var rights: [String: [String]] {
    Dictionary(
      differences.rights.map { change in
        let right = change.right
        return (
          "\(change.kind.rawValue) \(right.holder) \(right.right) \(right.place)", change.causes.map(Self.text)
        )
      }
    ) { $1 }
  }

  /// `new u1`, with the causes behind it.
  var findings: [String: [String]] {
    Dictionary(
      differences.findings.map { ("\($0.kind.rawValue) \($0.finding.subject[0].value)", $0.causes.map(Self.text)) }
    ) { $1 }
  }

  /// `+ fact`, `- fact`, `~ fact was …`
  static func text(_ change: FactChange) -> String {
    switch (change.old, change.new) {
    case (_?, let new?): "~ \(new.fact) was \(change.was)"
    case (let old?, nil): "- \(old.fact)"
    case (nil, let new?): "+ \(new.fact)"
    case (nil, nil): ""
    }
  }
}
