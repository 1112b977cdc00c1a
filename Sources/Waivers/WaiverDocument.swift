import Audit
import FactStore
import Formats
import ImportCore

/// A file of waivers as somebody wrote it: entries are added, changed and removed by their lines, and every other line stays as
/// it is, comments and order with it.
package struct WaiverDocument {
  /// Why an entry cannot be changed without an editor.
  package struct Unwieldy: Error {
    /// From 1.
    package let line: Int
  }

  /// Without their line ends.
  private var lines: [String]
  private let lineEnd: String
  /// By entry: the line that it begins on and the one after its last, from 0, and its keys.
  private let entries: [Entry]

  private struct Entry {
    var id: String
    var lines: Range<Int>
    /// By key: its lines, and the columns before it.
    var keys: [String: (lines: Range<Int>, indent: Int)]
    var isWieldy: Bool
  }

  /// The text of a new file.
  package static let empty = """
    # Accepted findings: who accepts what, why, and until when. `tilsyn waiver check PATH` says which of them do not count.
    waivers:

    """

  /// - Parameter bytes: a file that ``WaiverReader`` can read.
  package init(_ bytes: [UInt8], path: String) throws(ConfigurationError) {
    let root = try SettingsFile.tree(bytes, path: path)
    let text = String(decoding: bytes, as: UTF8.self)
    lineEnd = text.contains("\r\n") ? "\r\n" : "\n"
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.hasSuffix("\r") ? String($0.dropLast()) : String($0)
    }
    let nodes = root["waivers"]?.elements ?? []
    let starts = nodes.map { $0.line - 1 }
    var entries: [Entry] = []
    for (number, node) in nodes.enumerated() {
      var end = number + 1 < starts.count ? starts[number + 1] : lines.count
      // What stands before the next entry is said of that.
      while end > starts[number] + 1, Self.isBlank(lines[end - 1]) { end -= 1 }
      entries.append(Self.entry(node, starts[number]..<end, lines))
    }
    self.entries = entries
  }

  private static func isBlank(_ line: String) -> Bool {
    let text = line.drop { $0 == " " || $0 == "\t" }
    return text.isEmpty || text.first == "#"
  }

  private static func entry(_ node: YAMLNode, _ range: Range<Int>, _ lines: [String]) -> Entry {
    let members = node.members ?? []
    var keys: [String: (lines: Range<Int>, indent: Int)] = [:]
    var isWieldy = lines[range.lowerBound].drop { $0 == " " }.hasPrefix("- ")
    for (number, member) in members.enumerated() {
      let start = member.key.line - 1
      var end = number + 1 < members.count ? members[number + 1].key.line - 1 : range.upperBound
      if end <= start { isWieldy = false }
      while end > start + 1, isBlank(lines[end - 1]) { end -= 1 }
      keys[member.key.name] = (start..<max(end, start + 1), member.key.column - 1)
    }
    return Entry(id: node["id"]?.text ?? "", lines: range, keys: keys, isWieldy: isWieldy)
  }

  /// The file as it is now.
  package var bytes: [UInt8] { Array(lines.joined(separator: lineEnd).utf8) }

  // MARK: Changing

  /// Adds an entry at the end.
  package mutating func add(_ waiver: Waiver) throws(Unwieldy) {
    if let last = entries.last, !last.isWieldy { throw Unwieldy(line: last.lines.lowerBound + 1) }
    let indent = entries.first.map { lines[$0.lines.lowerBound].prefix { $0 == " " }.count } ?? 2
    while let last = lines.last, last.allSatisfy({ $0 == " " || $0 == "\t" }) { lines.removeLast() }
    // `waivers: []` has no place for an entry.
    if entries.isEmpty, let at = lines.lastIndex(where: { $0.hasPrefix("waivers:") }) { lines[at] = "waivers:" }
    lines += Self.text(of: waiver, indent: indent) + [""]
  }

  /// Removes the entries of these ids.
  package mutating func remove(_ ids: Set<String>) throws(Unwieldy) {
    for entry in entries.reversed() where ids.contains(entry.id) {
      guard entry.isWieldy else { throw Unwieldy(line: entry.lines.lowerBound + 1) }
      lines.removeSubrange(entry.lines)
    }
    // A list without entries is one all the same.
    if entries.allSatisfy({ ids.contains($0.id) }), let at = lines.lastIndex(where: { $0.hasPrefix("waivers:") }) {
      lines[at] = "waivers: []"
    }
  }

  /// Gives keys of an entry other values.
  package mutating func change(_ id: String, _ values: [(key: String, value: String)]) throws(Unwieldy) {
    guard let entry = entries.first(where: { $0.id == id }) else { return }
    let places = values.compactMap { change in entry.keys[change.key].map { (change, $0) } }
    guard entry.isWieldy, places.count == values.count else { throw Unwieldy(line: entry.lines.lowerBound + 1) }
    // From the last line up, so that the places of the others stay.
    for ((key, value), place) in places.sorted(by: { $0.1.lines.lowerBound > $1.1.lines.lowerBound }) {
      let head = lines[place.lines.lowerBound].prefix(place.indent)
      lines.replaceSubrange(place.lines, with: ["\(head)\(key): \(Self.scalar(value))"])
    }
  }

  // MARK: Writing

  private static func text(of waiver: Waiver, indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    func member(_ key: String, _ value: String) -> String { "\(margin)  \(key): \(scalar(value))" }
    var match: [String] = []
    let witnesses: [String]
    switch waiver.match {
    case .fingerprint(let digits, let named):
      match = ["\(margin)    fingerprint: \(digits)"]
      witnesses = named
    case .keys(let subject, let object, let verdict, let named):
      for (key, values) in [("subject", subject), ("object", object)] where !values.isEmpty {
        match.append("\(margin)    \(key): [\(values.map(quoted).joined(separator: ", "))]")
      }
      if verdict == .unverified { match.append("\(margin)    verdict: unverified") }
      witnesses = named
    }
    if !witnesses.isEmpty {
      match.append("\(margin)    witnesses:")
      match += witnesses.map { "\(margin)      - \($0)" }
    }
    return ["\(margin)- id: \(scalar(waiver.id))", member("policy", waiver.policy), "\(margin)  match:"] + match + [
      member("reason", waiver.reason), member("owner", waiver.owner), member("approver", waiver.approver),
      member("approved_on", waiver.approvedOn.description), member("expires", waiver.expires.description),
    ]
  }

  /// A text as YAML has it: plain where it means the same to everybody.
  static func scalar(_ text: String) -> String {
    let isPlain =
      text.first.map { $0.isLetter || $0.isNumber } == true && text.last != " " && text.last != ":"
      && text.unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || " ._@/+,;()-:".unicodeScalars.contains(scalar)
      } && !text.contains(": ") && !text.contains(" #")
    return isPlain ? text : quoted(text)
  }

  private static func quoted(_ text: String) -> String {
    var written = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": written += "\\\""
      case "\\": written += "\\\\"
      case "\n": written += "\\n"
      case "\t": written += "\\t"
      case _
      where scalar.value < 0x20 || scalar.value == 0x7F || (0x80...0x9F).contains(scalar.value)
        || scalar.properties.isDefaultIgnorableCodePoint:
        written +=
          "\\U" + String(repeating: "0", count: 8 - String(scalar.value, radix: 16).count)
          + String(scalar.value, radix: 16)
      default: written.unicodeScalars.append(scalar)
      }
    }
    return written + "\""
  }
}
