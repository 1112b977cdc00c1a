import Localization
import PolicyEngine

/// Writes what a finding says, in the language of the run.
struct MessageWriter {
  let explainer: Explainer
  let say: Wording

  func message(for grounds: Grounds, proofs: [Proof], keys: [Finding.Key]) -> String {
    let hole = grounds.isCertain && grounds.excuse == nil ? nil : dearestHole(proofs)
    guard let clause = grounds.clause else {
      return hole.map { say("a member may be missing: \($0)") } ?? say("a member may be missing")
    }
    var bindings = grounds.bindings(explainer)
    for key in keys where key.value != "*" { bindings[key.name] = .value(key.value) }
    let text = interpolate(clause.message.text(in: say.language.rawValue), bindings)
    switch grounds.kind {
    case .fail, .population: return text
    case .unverified: return hole.map { "\(text) (\($0))" } ?? text
    case .possibleFail:
      return hole.map { say("cannot be ruled out: \(text) (\($0))") } ?? say("cannot be ruled out: \(text)")
    }
  }

  /// `{name}` is replaced, `{{` and `}}` stand for braces.
  func interpolate(_ text: String, _ bindings: [String: BoundValue]) -> String {
    var out = ""
    var rest = Substring(text)
    while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      out += rest[..<brace]
      let after = rest.index(after: brace)
      if after < rest.endIndex, rest[after] == rest[brace] {
        out.append(rest[brace])
        rest = rest[rest.index(after: after)...]
      } else if rest[brace] == "{", let end = rest[after...].firstIndex(of: "}") {
        out += describe(bindings[String(rest[after..<end])] ?? .unknown)
        rest = rest[rest.index(after: end)...]
      } else {
        out.append(rest[brace])
        rest = rest[after...]
      }
    }
    return out + rest
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
  private func dearestHole(_ proofs: [Proof]) -> String? {
    var dearest: (place: String, text: Phrase, cost: Int)?
    for proof in proofs {
      proof.forEachLeaf { leaf in
        guard case .hole(let relation, let text, let origin) = leaf.step else { return }
        let cost = leaf.statement.count { $0 == "*" } + (explainer.engine.isAbsent(relation) ? 1_000 : 0)
        let place = origin.map { "\($0.path):\($0.line): " } ?? ""
        if dearest == nil || cost > dearest!.cost { dearest = (place, text, cost) }
      }
    }
    return dearest.map { $0.place + say($0.text) }
  }
}
