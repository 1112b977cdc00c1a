import Formats
import FoundationEssentials

/// What this program wrote itself, known by its content.
///
/// Such a file is passed over, so what is taken for one is taken out of the audit. Hence the whole file must be in exactly the
/// form that is written, and no line of it may be the beginning of an export: whoever dresses an export as a report gets a
/// file that is not recognised, and an audit that ends in 2.
enum OwnOutput {
  static let reportNote = "a report that this program wrote, no source"
  static let resultNote = "a result that this program wrote, no source"

  // MARK: Text

  /// `FAILED: 17 checked, …; as of 2026-11-20`, sections, and at the end `next: tilsyn …`; or the first line alone.
  static func isReport(_ text: some BidirectionalCollection<UInt8>, _ registry: Registry) -> Bool {
    // Most texts are no report, and large ones are not taken apart to see it.
    guard text.last == lineFeed, verdicts.contains(where: { text.starts(with: $0.utf8) }),
      isHeadline(String(decoding: firstLine(text), as: UTF8.self))
    else { return false }
    var lines = text.split(separator: lineFeed, omittingEmptySubsequences: false)
    lines.removeLast()
    if lines.count == 1 { return true }
    guard lines.count > 2, lines[1].isEmpty || ["judged: ", "by "].contains(where: { lines[1].starts(with: $0.utf8) }),
      let last = lines.last, next.contains(where: { last.starts(with: $0.utf8) })
    else { return false }
    return lines.dropFirst().dropLast().allSatisfy { isInner($0, registry) }
  }

  private static let longestLine = 1 << 20

  private static func firstLine<Text: Collection<UInt8>>(_ text: Text) -> Text.SubSequence {
    text.prefix(longestLine).prefix { $0 != lineFeed }
  }

  private static let verdicts = ["PASSED", "FAILED", "NOT JUDGED", "REPORTED"]
  private static let next = ["next: tilsyn why ", "next: tilsyn sources "]

  /// `FAILED: 17 checked, …`
  private static func isHeadline(_ line: String) -> Bool {
    guard let colon = line.firstIndex(of: ":") else { return false }
    let head = line[..<colon]
    guard verdicts.contains(where: { head == $0 || head.hasPrefix($0 + " (") && head.hasSuffix(")") }) else {
      return false
    }
    let rest = line[colon...].dropFirst(2)
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, rest.dropFirst(digits.count).hasPrefix(" checked, ") else { return false }
    return line.contains("; as of ")
  }

  /// Whether a line may stand within a report: it is inert, and the title of a section or indented, and no export begins
  /// with it.
  private static func isInner(_ line: some Collection<UInt8>, _ registry: Registry) -> Bool {
    guard line.allSatisfy({ $0 >= 0x20 }) else { return false }
    guard line.first == UInt8(ascii: " ") else { return line.isEmpty || isTitle(String(decoding: line, as: UTF8.self)) }
    return !isDocument(line.drop { $0 == 0x20 }) && !isHeader(line, registry)
  }

  private static let titles: Set = [
    "findings:", "top findings:", "not judged:", "out of scope by declaration:", "warnings:", "written:", "policies:",
    "made with:", "judged under these conditions:", "sources: none read",
  ]
  private static let beginnings = [
    "judged: ", "the gate is off (", "the gate passed: nothing at ", "why the gate failed (",
    "why it could not be judged (", "findings      critical ",
  ]

  private static func isTitle(_ line: String) -> Bool {
    if titles.contains(line) || beginnings.contains(where: line.hasPrefix) { return true }
    // What a configuration did.
    if line.hasPrefix("by "), line.contains(" (sha256 ") { return true }
    if line.hasPrefix("sources: "), line.hasSuffix(" out of scope") { return true }
    return line.first?.isNumber == true && line.hasSuffix(" missing; get first:")
  }

  /// Whether a line begins as JSON or XML does; `{user} may write`, the text of a rule, does not.
  private static func isDocument(_ line: some Collection<UInt8>) -> Bool {
    guard let first = line.first else { return false }
    let second = line.dropFirst().first { $0 != 0x20 }
    switch first {
    case UInt8(ascii: "{"), UInt8(ascii: "["): return second.map { "{[\"]}-0123456789".utf8.contains($0) } ?? true
    case UInt8(ascii: "<"): return true
    default: return false
    }
  }

  private static func isName(_ text: String) -> Bool { text.count <= 60 && !text.utf8.contains(UInt8(ascii: "`")) }

  /// Whether a table of some kind has such a first line.
  private static func isHeader(_ line: some Collection<UInt8>, _ registry: Registry) -> Bool {
    for separator in ";,\t|".utf8 where line.contains(separator) {
      let names = line.split(separator: separator, omittingEmptySubsequences: false).map {
        TableInput.trim(String(decoding: $0, as: UTF8.self).replacing("\"", with: ""))
      }
      // A report speaks of columns too, in sentences, and quotes them; names are short and hold no quotation.
      if names.allSatisfy(isName), registry.recognise(.table(header: names)).isUsed {
        return true
      }
    }
    return false
  }

  /// Whether a file begins as a report for another program does, which is never passed over as a source.
  static func beginnings(ofOthers head: [UInt8]) -> Bool {
    [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"tilsyn\"", "::error title=tilsyn::",
      "::notice title=tilsyn::", "# ✅ PASSED", "# ✅ REPORTED", "# ❌ FAILED", "# ⚠️ NOT JUDGED",
      "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":"
        + "{\"name\":\"tilsyn\"",
    ].contains { head.starts(with: $0.utf8) }
  }

  // MARK: Table

  /// The titles of the table of findings.
  static let titlesOfTable = [
    "severity", "verdict", "policy", "title", "message", "subject", "violating", "files", "fix", "fingerprint",
  ]
  private static let severities = ["critical", "high", "medium", "low", "info"]

  /// The table of findings in either dialect: its titles, and rows of so many quoted cells, every one of them.
  static func isTable(_ text: some BidirectionalCollection<UInt8>) -> Bool {
    var rest = text[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    for separator in ",;".utf8 where rest.starts(with: titleLine(separator)) {
      rest = rest.dropFirst(titleLine(separator).count)
      guard rest.isEmpty || rest.last == lineFeed else { return false }
      return rest.split(separator: lineFeed).allSatisfy { isRecord($0, separator) }
    }
    return false
  }

  private static func titleLine(_ separator: UInt8) -> [UInt8] {
    Array(titlesOfTable.map { "\"\($0)\"" }.joined(separator: String(UnicodeScalar(separator))).utf8) + [13, lineFeed]
  }

  /// `"high","fail",…,"FINGERPRINT"`, ended by a carriage return.
  private static func isRecord(_ line: some BidirectionalCollection<UInt8>, _ separator: UInt8) -> Bool {
    guard line.last == 13, line.dropLast().allSatisfy({ $0 >= 0x20 }),
      let cells = quoted(Array(line.dropLast()), separator), cells.count == titlesOfTable.count
    else { return false }
    return severities.contains { cells[0].elementsEqual($0.utf8) }
      && ["fail", "unverified"].contains { cells[1].elementsEqual($0.utf8) } && isPolicy(cells[2])
      && cells[9].count == 64 && cells[9].allSatisfy(isHexadecimal)
  }

  /// The cells of a line, each in quotes, as they stand; `nil` where one is not, or is not ended.
  private static func quoted(_ line: [UInt8], _ separator: UInt8) -> [ArraySlice<UInt8>]? {
    let quote = UInt8(ascii: "\"")
    var cells: [ArraySlice<UInt8>] = []
    var at = 0
    while at < line.count, line[at] == quote {
      let start = at + 1
      at = start
      // A quote within a cell stands twice.
      while at < line.count, line[at] != quote || at + 1 < line.count && line[at + 1] == quote {
        at += line[at] == quote ? 2 : 1
      }
      guard at < line.count else { return nil }
      cells.append(line[start..<at])
      at += 1
      if at == line.count { return cells }
      guard line[at] == separator else { return nil }
      at += 1
    }
    return nil
  }

  // MARK: Rows

  /// Lines of `policy⇥verdict⇥subject⇥violating⇥fingerprint`, every one of them.
  static func isRows(_ text: some BidirectionalCollection<UInt8>) -> Bool {
    guard text.last == lineFeed, isRow(firstLine(text)) else { return false }
    return text.dropLast().split(separator: lineFeed, omittingEmptySubsequences: false).allSatisfy { isRow($0) }
  }

  private static func isRow(_ line: some Collection<UInt8>) -> Bool {
    let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
    guard fields.count == 5, fields[1].elementsEqual("fail".utf8) || fields[1].elementsEqual("unverified".utf8) else {
      return false
    }
    return isPolicy(fields[0]) && !fields[2].isEmpty && line.allSatisfy { $0 >= 0x20 || $0 == UInt8(ascii: "\t") }
      && fields[4].count == 64 && fields[4].allSatisfy(isHexadecimal)
  }

  /// `hr.leavers-without-access`
  private static func isPolicy(_ name: some Collection<UInt8>) -> Bool {
    let parts = name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count > 1
      && parts.allSatisfy { part in
        !part.isEmpty
          && part.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || isDigit(byte) || "-_".utf8.contains(byte)
          }
      }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }

  private static let lineFeed = UInt8(ascii: "\n")
}

extension Registry {
  /// Whether a file begins as an output of this program does, so that the next output may take its place. Reads its
  /// beginning only; whether it may be passed over as a source is another question, and asked of the whole.
  public func isOwnOutput(_ path: FilePath) -> Bool {
    guard let head = try? ByteStream.beginning(of: path, limit: 1 << 16) else { return false }
    if head.starts(with: #"{"schema":"tilsyn.result/1","tool":{"name":"tilsyn","#.utf8) { return true }
    guard let end = head.firstIndex(of: UInt8(ascii: "\n")) else { return false }
    let line = Array(head[...end])
    return OwnOutput.isRows(line) || OwnOutput.isReport(line, self) || OwnOutput.isTable(line)
      || OwnOutput.beginnings(ofOthers: head)
  }
}
