import FactStore
import Formats

/// Reads `without`, and holds it against the rest of the configuration: what may be left out of an audit must be said by
/// somebody, for a reason, and must not be contradicted.
struct AbsenceReader {
  static let keys = ["kind", "system", "reason", "owner", "day"]
  var settings: SettingsReader

  /// One entry as written; what it stands for is not known yet.
  mutating func read(_ node: YAMLNode) -> Configuration.Absence? {
    let entry = settings.map(node, "an entry of `without`", keys: Self.keys)
    let kind = name(entry["kind"], "kind")
    let system = name(entry["system"], "system")
    if (entry["kind"] == nil) == (entry["system"] == nil) {
      settings.report(
        node.line, "an entry of `without` names either a `kind` or a `system`",
        help: "as in `- kind: organisation.approvals`, with `reason`, `owner` and `day`")
    }
    let reason = said(entry["reason"], "reason", node.line, help: "say why there is no such export")
    let owner = said(entry["owner"], "owner", node.line, help: "name who answers for leaving it out")
    var day: CalendarDate?
    if let text = said(entry["day"], "day", node.line, help: "give the day on which that was decided, as 2026-11-20") {
      day = CalendarDate(text)
      if day == nil {
        settings.report(entry["day"]?.line ?? node.line, "`\(text)` is no date", help: "write it as 2026-11-20")
      }
    }
    guard let name = kind ?? system, let reason, let owner, let day else { return nil }
    return .init(name: name, isSystem: kind == nil, reason: reason, owner: owner, day: day, line: node.line)
  }

  private mutating func name(_ node: YAMLNode?, _ what: String) -> String? {
    node.flatMap { settings.text($0, "`\(what)` of an entry of `without`") }
  }

  /// A text that must be there, and say something.
  private mutating func said(_ node: YAMLNode?, _ what: String, _ line: Int, help: String) -> String? {
    guard let node else {
      settings.report(line, "`\(what)` of an entry of `without` is missing", help: help)
      return nil
    }
    guard let text = settings.text(node, "`\(what)` of an entry of `without`") else { return nil }
    guard text.contains(where: { $0.isLetter || $0.isNumber }) else {
      settings.report(node.line, "`\(what)` of an entry of `without` says nothing", help: help)
      return nil
    }
    guard !NationalIdentity.mayStand(in: text) else {
      settings.report(
        node.line, "`\(what)` of an entry of `without` may hold an identity number", help: "name people otherwise")
      return nil
    }
    return text
  }

  /// Fills in kinds and relations, and reports what no entry may say: a name that is none, one said twice, and a kind
  /// that another part of the configuration speaks of as being there.
  mutating func resolve(_ configuration: inout Configuration) {
    let systems = configuration.kindsBySystem
    let kinds = configuration.knownKinds
    var said: [String: Int] = [:]
    let expected = Dictionary(configuration.expectations.map { ($0.kind, $0.line) }) { first, _ in first }
    let named = Dictionary(
      configuration.sources.compactMap { source in source.context.kind.map { ($0, source.line) } }
    ) { first, _ in first }
    for index in configuration.absences.indices {
      let absence = configuration.absences[index]
      guard
        let stoodFor = absence.isSystem ? systems[absence.name] : kinds.contains(absence.name) ? [absence.name] : nil
      else {
        reportUnknown(absence, kinds: kinds, systems: systems.keys.sorted())
        continue
      }
      configuration.absences[index].kinds = stoodFor
      configuration.absences[index].relations = Set(stoodFor.flatMap(configuration.relations)).sorted()
      for kind in stoodFor {
        if let line = said.updateValue(absence.line, forKey: kind) {
          settings.report(
            absence.line, "`without` says of `\(kind)` twice that there is none (line \(line))",
            help: "keep one of the two")
          break
        }
        if let line = expected[kind] {
          settings.report(
            absence.line,
            "`without` says that there is no `\(kind)`, and `expect` awaits it (line \(line))",
            help: "remove one of the two")
        }
        if let line = named[kind] {
          settings.report(
            absence.line,
            "`without` says that there is no `\(kind)`, and `sources` names a file of it (line \(line))",
            help: "remove one of the two")
        }
      }
    }
  }

  private mutating func reportUnknown(_ absence: Configuration.Absence, kinds: [String], systems: [String]) {
    let names = absence.isSystem ? systems : kinds
    let what = absence.isSystem ? "system" : "kind"
    let other = absence.isSystem ? kinds : systems
    let help =
      other.contains(absence.name)
      ? "it is a \(absence.isSystem ? "kind" : "system"): write `\(absence.isSystem ? "kind" : "system"): \(absence.name)`"
      : (Suggestion.nearest(to: absence.name, in: names).map { "did you mean `\($0)`? " } ?? "")
        + "\(what)s are " + names.map { "`\($0)`" }.joined(separator: ", ")
    settings.report(absence.line, "there is no \(what) `\(absence.name)` that could be left out", help: help)
  }
}
