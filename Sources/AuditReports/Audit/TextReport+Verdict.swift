import Audit
import Localization

extension TextReport {
  /// The verdict in one sentence, for the first line and for stderr where the report goes to a file.
  package static func verdict(_ result: AuditResult, gate: GateDecision) -> String {
    let say = result.wording
    let totals = Totals(result.policies)
    let tally = result.dispositions.total
    let word: Phrase =
      switch gate.outcome {
      case .passed where gate.options.failOn != nil && totals.failed > 0 && gate.options.isNewOnly: "NOTHING NEW"
      // Whatever failed, somebody accepts.
      case .passed
      where gate.options.failOn != nil && totals.failed > 0
        && tally.waived[.fail, default: 0] == tally.all[.fail, default: 0] && tally.waivedCount > 0:
        "WAIVED"
      // Where something failed, nothing passed: the gate was told not to mind.
      case .passed where gate.options.failOn == nil || totals.failed > 0: "REPORTED"
      case .passed: "PASSED"
      case .failed: "FAILED"
      case .notJudged: "NOT JUDGED"
      }
    var text = say(word)
    if !result.isComplete, gate.options.isIncompleteAllowed {
      text += " (\(say("INCOMPLETE, judged on what there is")))"
    }
    if gate.outcome == .passed, gate.options.isUnverifiedAllowed, totals.unverified > 0 {
      text += " (\(say("unverified allowed")))"
    }
    text +=
      ": "
      + say(
        "\(totals.members) checked, \(totals.failed) failed, \(totals.unverified) unverified, \(totals.passed) passed")
    if totals.exempt > 0 { text += ", " + say("\(totals.exempt) exempt") }
    if tally.waivedCount > 0 { text += ", " + say("\(tally.waivedCount) waived") }
    if totals.populationHoles > 0 { text += ", " + say("\(totals.populationHoles) more may exist") }
    let words = DispositionWords(result)
    let changes = result.comparison.flatMap { comparison in
      words.changes.map { say("since the baseline of \(comparison.asOf.description): \($0)") }
    }
    return
      ([text, changes, policies(result)].compactMap { $0 } + conditions(result) + [
        say("as of \(result.asOf.description)")
      ])
      .joined(separator: "; ")
  }

  /// `6 of 17 policies could not be judged; no export of exchange.mailboxes, … and 3 more`
  private static func policies(_ result: AuditResult) -> String {
    let say = result.wording
    let open = result.scope.notEvaluated.count
    let all = result.policies.count { $0.status != .outOfScope }
    var text =
      open > 0
      ? say("\(open) of \(all, "policy", "policies") could not be judged") : say("\(all, "policy", "policies")")
    let wanted = result.scope.wanted.map(\.document)
    if let first = wanted.first {
      let more = wanted.count > 2 ? " " + say("and \(wanted.count - 2) more") : ""
      text += "; " + say("no export of \(wanted.count > 1 ? "\(first), \(wanted[1])" : first)") + more
    }
    return text
  }

  /// What a reader must know before the numbers mean anything.
  private static func conditions(_ result: AuditResult) -> [String] {
    let say = result.wording
    var conditions: [String] = []
    let without = result.declarations.map(\.name)
    if !without.isEmpty { conditions.append(say("judged without \(without.joined(separator: ", "))")) }
    let old = result.sources.filter(\.isOld)
    if let first = old.first {
      let more = old.count > 1 ? " " + say("and \(old.count - 1) more") : ""
      conditions.append(say("too old to rely on: \(first.path) (\(first.daysOld ?? 0, "day", "days"))") + more)
    }
    if let settings = result.settings.flatMap({ SettingsText(say).condition($0) }) { conditions.append(settings) }
    return conditions
  }

  func conditionSection(limit: Int) -> [String] {
    conditions.isEmpty ? [] : section(say("judged under these conditions:"), conditions, limit: limit)
  }

  /// What was declared, and which parameters are not those of the policies: it changes what the numbers mean.
  var conditions: [String] {
    var lines = result.declarations.map { declaration in
      let (name, reason) = (declaration.name, declaration.reason)
      let said = "(\(declaration.owner), \(declaration.day); \(declaration.path):\(declaration.line))"
      return (declaration.isSystem ? say("without system \(name): \(reason)") : say("without \(name): \(reason)"))
        + " \(said)"
    }
    lines += result.parameters.filter { $0.value != $0.standard }.map {
      say("parameter \($0.name) = \($0.value), where the policies say \($0.standard)")
    }
    return lines
  }

  func gateSection(limit: Int) -> [String] {
    let options = gate.options
    let level = say(options.failOn?.word ?? "never")
    let title: String
    switch gate.outcome {
    case .passed where options.failOn == nil: title = say("the gate is off (--fail-on never)")
    case .passed where options.isNewOnly: title = say("the gate passed: nothing new at \(level) and above")
    case .passed:
      title =
        options.isUnverifiedAllowed
        ? say("the gate passed: nothing at \(level) and above, unverified allowed")
        : say("the gate passed: nothing at \(level) and above")
    case .failed: title = say("why the gate failed (fails on \(level) and above):")
    case .notJudged:
      title =
        result.isComplete || options.isIncompleteAllowed
        ? say("why it could not be judged:")
        : say("why it could not be judged (--allow-incomplete judges what there is):")
    }
    var reasons = gate.reasons
    if gate.outcome != .notJudged { reasons += result.incompleteReasons.map { say("incomplete: \($0)") } }
    return section(title, reasons, limit: limit)
  }
}
