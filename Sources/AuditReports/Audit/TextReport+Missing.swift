import Audit
import Localization

extension TextReport {
  /// Which exports are missing: the one first that decides most, and how to get it.
  func missingSection(shown: Int) -> [String] {
    let (wanted, open) = (result.scope.wanted, result.scope.notEvaluated)
    var lines: [String] = []
    for (number, export) in wanted.prefix(style.isVerbose ? wanted.count : shown).enumerated() {
      let alone = export.alone > 0 ? ", " + say("\(export.alone) of them for nothing else") : ""
      let waiting = say("\(export.policies.count, "policy waits", "policies wait") for it")
      lines.append("\(number + 1). \(export.document): \(waiting)\(alone)")
      if !export.obtain.isEmpty { lines.append("   \(export.obtain)") }
    }
    if !style.isVerbose, wanted.count > shown {
      lines.append(say("… and \(wanted.count - shown) more; `tilsyn sources` says of each what it decides"))
    }
    for entry in open where style.isVerbose || entry.documents.isEmpty {
      let members = entry.members > 0 ? " (\(say("\(entry.members, "member", "members") not judged")))" : ""
      lines.append(say("not judged: \(entry.policy): \(entry.want(say))") + members)
      if style.isVerbose, !entry.obtain.isEmpty { lines.append("  " + say("obtain: \(entry.obtain)")) }
    }
    let title = wanted.isEmpty ? say("not judged:") : say("\(wanted.count, "export", "exports") missing; get first:")
    return lines.isEmpty ? [] : section(title, lines, limit: wanted.isEmpty ? 3 : 2 * shown + 1)
  }

  func declaredSection(limit: Int) -> [String] {
    // Those first that someone would have been judged by.
    let entries = result.scope.declared.enumerated().sorted {
      ($1.element.members, $0.offset) < ($0.element.members, $1.offset)
    }
    var lines = entries.map { _, entry in
      let members = entry.members > 0 ? " (\(say("\(entry.members, "member", "members")")))" : ""
      return "\(entry.policy)\(members), " + say("without \(entry.without.joined(separator: ", "))")
    }
    if style.isVerbose, !result.scope.outOfScope.isEmpty {
      lines.append(say("no export loaded: \(result.scope.outOfScope.joined(separator: ", "))"))
    }
    return lines.isEmpty ? [] : section(say("out of scope by declaration:"), lines, limit: limit)
  }
}
