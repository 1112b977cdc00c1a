import Audit
import FactStore
import Formats
import ImportCore

/// Reads a file of waivers. Everything that is wrong with it is told at once, each with its line and what to write: a waiver
/// that says less than all of it is none.
package struct WaiverReader {
  /// What a file of waivers is called where nobody says otherwise.
  package static let fileName = "waivers.yaml"
  static let keys = ["id", "policy", "match", "reason", "owner", "approver", "approved_on", "expires"]
  static let matchKeys = ["fingerprint", "subject", "object", "verdict", "witnesses"]

  private var settings: SettingsReader
  private let path: String
  private var ids: [String: Int] = [:]

  private init(path: String) {
    settings = SettingsReader(path: path)
    self.path = path
  }

  /// Reads a file by its name.
  package static func read(_ file: FilePath) throws(ConfigurationError) -> (waivers: [Waiver], bytes: [UInt8]) {
    let bytes = try SettingsFile.bytes(file)
    return (try read(bytes, path: file.shown), bytes)
  }

  /// - Parameter path: the file as it is shown.
  package static func read(_ bytes: [UInt8], path: String) throws(ConfigurationError) -> [Waiver] {
    var reader = WaiverReader(path: path)
    let root = try SettingsFile.tree(bytes, path: path)
    let entries = reader.settings.map(root, "the file of waivers", keys: ["waivers"])["waivers"]
    if entries == nil, reader.settings.problems.isEmpty,
      !(root.members ?? []).contains(where: { $0.key.name == "waivers" })
    {
      reader.settings.report(
        root.line, "the file has no `waivers`", help: "write `waivers:` and below it an entry for each")
    }
    let waivers = reader.settings.list(entries, "`waivers`").compactMap { reader.waiver($0) }
    guard reader.settings.problems.isEmpty else { throw ConfigurationError(problems: reader.settings.problems) }
    return waivers
  }

  // MARK: An entry

  private mutating func waiver(_ node: YAMLNode) -> Waiver? {
    guard node.members != nil else {
      settings.report(node.line, "a waiver must be a map of `key: value`", help: "begin it with `- id: W-1`")
      return nil
    }
    let entry = settings.map(node, "a waiver", keys: Self.keys)
    let id = said(entry["id"], "id", node, help: "give it a name of its own, as `W-2026-001`")
    if let id, let line = ids.updateValue(node.line, forKey: id) {
      settings.report(
        node.line, "the waiver `\(id)` stands twice (line \(line))", help: "give one of the two another id")
    }
    let policy = said(entry["policy"], "policy", node, help: "name the policy, as `kitos.api-user-is-not-a-person`")
    let match = match(entry["match"], node)
    let reason = reason(entry["reason"], node)
    let owner = said(entry["owner"], "owner", node, help: "name who answers for the gap")
    let approver = said(entry["approver"], "approver", node, help: "name who accepted it: somebody else than the owner")
    let approvedOn = day(entry["approved_on"], "approved_on", node, help: "give the day on which it was accepted")
    let expires = day(entry["expires"], "expires", node, help: "give the last day on which it holds")
    if let approvedOn, let expires, expires < approvedOn {
      settings.report(
        entry["expires"]?.line ?? node.line, "a waiver expires on \(expires), before it was approved on \(approvedOn)",
        help: "give a day after its approval, at most \(Waiver.longestDays) days later")
    }
    guard let id, let policy, let match, let reason, let owner, let approver, let approvedOn, let expires else {
      return nil
    }
    return Waiver(
      id: id, policy: policy, match: match, reason: reason, owner: owner, approver: approver, approvedOn: approvedOn,
      expires: expires, path: path, line: node.line)
  }

  /// A text that must be there, and say something.
  private mutating func said(_ node: YAMLNode?, _ key: String, _ entry: YAMLNode, help: String) -> String? {
    guard let node else {
      settings.report(entry.line, "`\(key)` of a waiver is missing", help: help)
      return nil
    }
    guard let text = settings.text(node, "`\(key)` of a waiver") else { return nil }
    guard text.contains(where: { $0.isLetter || $0.isNumber }) else {
      settings.report(node.line, "`\(key)` of a waiver says nothing", help: help)
      return nil
    }
    guard !NationalIdentity.mayStand(in: text) else {
      settings.report(node.line, "`\(key)` of a waiver may hold an identity number", help: "name people otherwise")
      return nil
    }
    return text
  }

  private mutating func reason(_ node: YAMLNode?, _ entry: YAMLNode) -> String? {
    let help =
      "say in \(Waiver.shortestReason) characters or more why the gap can be lived with, and what is done about it"
    guard let text = said(node, "reason", entry, help: help) else { return nil }
    // Blanks and signs make no reason longer.
    guard text.count(where: { $0.isLetter || $0.isNumber }) * 2 >= Waiver.shortestReason,
      text.split(whereSeparator: \.isWhitespace).joined(separator: " ").count >= Waiver.shortestReason
    else {
      settings.report(
        node?.line ?? entry.line, "`reason` of a waiver has fewer than \(Waiver.shortestReason) characters", help: help)
      return nil
    }
    return text
  }

  private mutating func day(_ node: YAMLNode?, _ key: String, _ entry: YAMLNode, help: String) -> CalendarDate? {
    guard let text = said(node, key, entry, help: "\(help), as 2026-11-20") else { return nil }
    guard let day = CalendarDate(text) else {
      settings.report(node?.line ?? entry.line, "`\(key)` of a waiver is no date", help: "write it as 2026-11-20")
      return nil
    }
    return day
  }

  // MARK: What it is for

  private mutating func match(_ node: YAMLNode?, _ entry: YAMLNode) -> Waiver.Match? {
    let help = "write `fingerprint: …`, or `subject: …` and `object: …`, below it; `tilsyn waiver add` does"
    guard let node else {
      settings.report(entry.line, "`match` of a waiver is missing", help: help)
      return nil
    }
    let match = settings.map(node, "`match` of a waiver", keys: Self.matchKeys)
    let witnesses = settings.texts(match["witnesses"], "`witnesses`")
    guard (match["fingerprint"] == nil) != (match["subject"] == nil) else {
      settings.report(node.line, "`match` of a waiver names either a `fingerprint` or a `subject`", help: help)
      return nil
    }
    if let digits = match["fingerprint"] {
      for key in ["object", "verdict"] where match[key] != nil {
        settings.report(
          match[key]!.line, "`\(key)` stands beside a `fingerprint`", help: "leave it out: a fingerprint says it")
      }
      return fingerprint(digits).map { .fingerprint($0, witnesses: witnesses) }
    }
    guard let subject = values(match["subject"], "subject"), let object = values(match["object"], "object") else {
      return nil
    }
    var verdict = Finding.Verdict.fail
    if let word = match["verdict"] {
      guard let chosen = word.text.flatMap(Finding.Verdict.init(rawValue:)) else {
        settings.report(word.line, "`verdict` of a waiver is `fail` or `unverified`")
        return nil
      }
      verdict = chosen
    }
    return .keys(subject: subject, object: object, verdict: verdict, witnesses: witnesses)
  }

  private mutating func fingerprint(_ node: YAMLNode) -> String? {
    guard let text = settings.text(node, "`fingerprint` of a waiver")?.lowercased() else { return nil }
    guard text.allSatisfy(\.isHexDigit), text.count >= Waiver.leastDigits, text.count <= 64 else {
      settings.report(
        node.line, "`fingerprint` of a waiver is no fingerprint of \(Waiver.leastDigits) to 64 hexadecimal digits",
        help: "copy it from a report; fewer digits could be those of another finding")
      return nil
    }
    return text
  }

  /// One value, or those of several keys in their order.
  private mutating func values(_ node: YAMLNode?, _ key: String) -> [String]? {
    guard let node else { return [] }
    if node.elements != nil { return settings.texts(node, "`\(key)` of a waiver") }
    guard let text = settings.text(node, "`\(key)` of a waiver") else { return nil }
    guard !text.isEmpty else {
      settings.report(node.line, "`\(key)` of a waiver is empty", help: "copy the value from a report")
      return nil
    }
    return [text]
  }
}
