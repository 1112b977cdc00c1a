import Localization
import PolicyEngine

/// Writes what findings say, in the language of the run.
struct MessageWriter {
  let explainer: Explainer
  let say: Wording
  private var templates: [String: MessageTemplate] = [:]

  init(explainer: Explainer, say: Wording) {
    self.explainer = explainer
    self.say = say
  }

  /// - Parameters:
  ///   - support: what the proofs of the grounds rest on.
  ///   - keys: the member, as the finding names it.
  mutating func message(for grounds: Grounds, support: ProofSupport, keys: [Finding.Key]) -> String {
    let hole = grounds.isCertain && grounds.excuse == nil ? nil : dearestHole(support)
    guard let clause = grounds.clause else {
      return hole.map { say("a member may be missing: \($0)") } ?? say("a member may be missing")
    }
    let text = template(clause.message.text(in: say.language.rawValue)).filled { name in
      if let key = keys.first(where: { $0.name == name && $0.value != "*" }) { return key.value }
      return describe(explainer.binding(of: name, in: support) ?? .unknown)
    }
    switch grounds.kind {
    case .fail, .population: return text
    case .unverified: return hole.map { "\(text) (\($0))" } ?? text
    case .possibleFail:
      return hole.map { say("cannot be ruled out: \(text) (\($0))") } ?? say("cannot be ruled out: \(text)")
    }
  }

  private mutating func template(_ text: String) -> MessageTemplate {
    if let known = templates[text] { return known }
    let template = MessageTemplate(text)
    templates[text] = template
    return template
  }

  private func describe(_ value: BoundValue) -> String {
    switch value {
    case .value(let text): text
    case .unknown, .interval(nil, nil): say("(unknown)")
    case .interval(let low?, nil): say("at least \(low)")
    case .interval(nil, let high?): say("at most \(high)")
    case .interval(let low?, let high?): "\(low)–\(high)"
    }
  }

  /// What is not known, with its place: an absent export before the hole with the most unknowns, for without that the
  /// other settles nothing.
  private func dearestHole(_ support: ProofSupport) -> String? {
    var dearest: (place: String, text: Phrase, cost: Int)?
    for leaf in support.leaves where leaf.isHole {
      let hole = explainer.text(of: leaf)
      guard let reason = hole.reason else { continue }
      let absence = explainer.engine.isAbsent(hole.relation) ? 1_000 : 0
      let cost = hole.statement.utf8.count { $0 == UInt8(ascii: "*") } + absence
      let place = hole.origin.map { "\($0.path):\($0.line): " } ?? ""
      if dearest == nil || cost > dearest!.cost { dearest = (place, reason, cost) }
    }
    return dearest.map { $0.place + say($0.text) }
  }
}
