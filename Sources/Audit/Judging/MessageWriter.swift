import PolicyEngine

/// Writes what a finding says, in the language of the run.
struct MessageWriter {
  let engine: Engine
  let language: String

  func message(for grounds: Grounds, keys: [Finding.Key]) -> String {
    let explainer = Explainer(engine)
    let hole = grounds.row < 0 ? smallestHole(explainer.proof(of: grounds.relation.id, row: grounds.row)) : nil
    guard let clause = grounds.clause else {
      return phrase(.mayBeMember) + (hole.map { ": \($0)" } ?? "")
    }
    var bindings = explainer.bindings(of: grounds.relation.id, row: grounds.row)
    for key in keys where key.value != "*" { bindings[key.name] = .value(key.value) }
    let text = interpolate(clause.message.text(in: language), bindings)
    switch grounds.kind {
    case .fail, .population: return text
    case .unverified: return hole.map { "\(text) (\($0))" } ?? text
    case .possibleFail: return "\(phrase(.notRuledOut)): \(text)" + (hole.map { " (\($0))" } ?? "")
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
    case .unknown: phrase(.unknown)
    case .interval(let low?, nil): "\(phrase(.atLeast)) \(low)"
    case .interval(nil, let high?): "\(phrase(.atMost)) \(high)"
    case .interval(let low?, let high?): "\(low)–\(high)"
    case .interval(nil, nil): phrase(.unknown)
    }
  }

  /// What is not known, with its place: the hole with the fewest unknowns.
  private func smallestHole(_ proof: Proof) -> String? {
    var best: (text: String, width: Int)?
    proof.forEachLeaf { leaf in
      guard case .hole(_, let text, let origin) = leaf.step else { return }
      let width = leaf.statement.count { $0 == "*" }
      let place = origin.map { "\($0.path):\($0.line): " } ?? ""
      if best == nil || width < best!.width { best = (place + text, width) }
    }
    return best?.text
  }

  private enum Phrase { case mayBeMember, notRuledOut, atLeast, atMost, unknown }

  private func phrase(_ phrase: Phrase) -> String {
    switch (phrase, language) {
    case (.mayBeMember, "da"): "der kan mangle et medlem"
    case (.mayBeMember, "nb"): "det kan mangle et medlem"
    case (.mayBeMember, _): "a member may be missing"
    case (.notRuledOut, "da"): "kan ikke udelukkes"
    case (.notRuledOut, "nb"): "kan ikke utelukkes"
    case (.notRuledOut, _): "cannot be ruled out"
    case (.atLeast, "da"): "mindst"
    case (.atLeast, "nb"): "minst"
    case (.atLeast, _): "at least"
    case (.atMost, "da"): "højst"
    case (.atMost, "nb"): "høyst"
    case (.atMost, _): "at most"
    case (.unknown, "da"): "(ukendt)"
    case (.unknown, "nb"): "(ukjent)"
    case (.unknown, _): "(unknown)"
    }
  }
}
