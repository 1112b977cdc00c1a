import Audit
import Localization

extension TextReport {
  /// What policies say of the controls of the frameworks that were asked for. Of one framework the worst controls, of several
  /// a line each; all of it when verbose, every control with its policies.
  /// - Parameter limit: lines below the title; where it is 0, a title is all.
  func frameworkSections(limit: Int) -> [[String]] {
    let frameworks = result.frameworks
    if style.isVerbose { return frameworks.map { [head(of: $0)] + lines(of: $0, withPolicies: true) } }
    if frameworks.count > 1 {
      guard limit > 0 else { return [[head(ofAll: frameworks)]] }
      return [section(say("by framework:"), frameworks.map { "\($0.id): \(counts(of: [$0]))" }, limit: limit)]
    }
    return frameworks.map { framework in
      let lines = lines(of: framework, withPolicies: false)
      return limit == 0
        ? [head(of: framework)] : section(headText(of: framework), lines, limit: limit)
    }
  }

  private func head(of framework: FrameworkOutcome) -> String {
    style.paint(style.fit(headText(of: framework)), .bold)
  }

  private func headText(of framework: FrameworkOutcome) -> String {
    say("controls of \(framework.title): \(counts(of: [framework]))")
  }

  private func head(ofAll frameworks: [FrameworkOutcome]) -> String {
    let names = frameworks.map(\.id).joined(separator: ", ")
    return style.paint(style.fit(say("controls of \(names): \(counts(of: frameworks))")), .bold)
  }

  private func counts(of frameworks: [FrameworkOutcome]) -> String {
    ControlVerdict.allCases.compactMap { verdict in
      let count = frameworks.reduce(0) { $0 + ($1.counts.first { $0.verdict == verdict }?.count ?? 0) }
      return count > 0 ? "\(count) \(say(verdict.word))" : nil
    }.joined(separator: ", ")
  }

  private func lines(of framework: FrameworkOutcome, withPolicies: Bool) -> [String] {
    var lines: [String] = []
    func add(_ text: String, indent: String = "  ") {
      lines.append(withPolicies ? indent + style.fit(text, after: indent.count) : text)
    }
    let width = framework.covered.map { DisplayWidth.of(say($0.verdict.word)) }.max() ?? 0
    for control in framework.covered {
      let counts = say("\(control.failed) failed, \(control.unverified) unverified, \(control.passed) passed")
      add(
        "\(DisplayWidth.pad(say(control.verdict.word), to: width))  \(control.id)  \(control.title): \(counts)")
      guard withPolicies else { continue }
      for share in control.policies { add("\(share.policy): \(say(share.verdict.word))", indent: "    ") }
    }
    let bare = framework.uncovered.map(\.id)
    if !bare.isEmpty {
      add(say("no policy bears on \(bare.count, "control", "controls"): \(bare.joined(separator: ", "))"))
    }
    if withPolicies { add(say(FrameworkWords.meaning)) }
    return lines
  }
}
