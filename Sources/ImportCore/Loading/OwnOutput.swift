import Formats
import FoundationEssentials
import Localization

/// What this program wrote itself, known by its content.
///
/// Such a file is passed over, so what is taken for one is taken out of the audit. Hence the whole file must be in exactly the
/// form that is written, and no line of it may be the beginning of an export: whoever dresses an export as a report gets a
/// file that is not recognised, and an audit that ends in 2.
enum OwnOutput {
  static let reportNote: Phrase = "a report that this program wrote, no source"
  static let keyNote: Phrase = "a key of pseudonyms that this program drew, no source"
  static let resultNote: Phrase = "a result that this program wrote, no source"

  /// Whether a file begins as a report for another program does, which is never passed over as a source.
  static func beginnings(ofOthers head: [UInt8]) -> Bool {
    (headings + [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"tilsyn\"", "::error title=tilsyn::",
      "::notice title=tilsyn::",
      "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":"
        + "{\"name\":\"tilsyn\"",
    ]).contains { head.starts(with: $0.utf8) } || isAssessment(head)
  }

  /// The first line of a comment on a pull request, in every language.
  private static let headings: [String] = Language.allCases.flatMap { language in
    let say = Wording(language)
    return [
      "✅ \(say("PASSED"))", "✅ \(say("REPORTED"))", "✅ \(say("NOTHING NEW"))", "✅ \(say("WAIVED"))",
      "❌ \(say("FAILED"))", "⚠️ \(say("NOT JUDGED"))",
    ].map { "# \($0)" }
  }

  /// `{"assessment-results":{"uuid":"…","metadata":{"title":"Audit of access rights",`
  private static func isAssessment(_ head: [UInt8]) -> Bool {
    let beginning = "{\"assessment-results\":{\"uuid\":\""
    return head.starts(with: beginning.utf8)
      && head.dropFirst(beginning.utf8.count + 36).starts(
        with: "\",\"metadata\":{\"title\":\"Audit of access rights\",".utf8)
  }

  // MARK: Page

  /// The page of a report: its first lines and its last ones, as they are always written, and no table but its own, each of which
  /// has a caption first.
  static func isPage(_ text: some BidirectionalCollection<UInt8>) -> Bool {
    guard isPageBeginning(text), text.suffix(pageEnd.utf8.count).elementsEqual(pageEnd.utf8) else { return false }
    return String(decoding: text, as: UTF8.self).split(separator: "<table").dropFirst()
      .allSatisfy { $0.hasPrefix("><caption>") }
  }

  static func isPageBeginning(_ text: some Collection<UInt8>) -> Bool {
    Language.allCases.contains { language in
      text.starts(with: pageBeginning.replacing("LANGUAGE", with: language.rawValue).utf8)
    }
  }

  private static let pageBeginning = """
    <!doctype html>
    <html lang="LANGUAGE">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <meta name="generator" content="tilsyn
    """
  private static let pageEnd = "</script>\n</body>\n</html>\n"

  // MARK: Table

  /// The titles of the table of findings.
  static let titlesOfTable = titlesOfOldTable + ["status", "first_seen", "waiver"]
  /// The same as versions before 0.2 wrote them.
  static let titlesOfOldTable = [
    "severity", "verdict", "policy", "title", "message", "subject", "violating", "files", "fix", "fingerprint",
  ]
  static let severities = ["critical", "high", "medium", "low", "info"]

  /// The table of findings in either dialect: its titles, and rows of so many quoted cells, every one of them.
  static func isTable(_ text: some BidirectionalCollection<UInt8>) -> Bool {
    var rest = text[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    for titles in [titlesOfTable, titlesOfOldTable] {
      for separator in ",;".utf8 where rest.starts(with: titleLine(titles, separator)) {
        rest = rest.dropFirst(titleLine(titles, separator).count)
        guard rest.isEmpty || rest.last == lineFeed else { return false }
        return rest.split(separator: lineFeed).allSatisfy { isRecord($0, separator, count: titles.count) }
      }
    }
    return false
  }

  private static func titleLine(_ titles: [String], _ separator: UInt8) -> [UInt8] {
    Array(titles.map { "\"\($0)\"" }.joined(separator: String(UnicodeScalar(separator))).utf8) + [13, lineFeed]
  }

  /// `"high","fail",…,"FINGERPRINT",…`, ended by a carriage return.
  private static func isRecord(
    _ line: some BidirectionalCollection<UInt8>, _ separator: UInt8, count: Int
  ) -> Bool {
    guard line.last == 13, line.dropLast().allSatisfy({ $0 >= 0x20 }),
      let cells = quoted(Array(line.dropLast()), separator), cells.count == count
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

  // MARK: Key

  /// The key of pseudonyms: a line that says so, and 64 hexadecimal digits.
  static func isKey(_ text: some BidirectionalCollection<UInt8>) -> Bool {
    let lines = text.split(separator: lineFeed, omittingEmptySubsequences: false)
    return lines.count == 3 && lines[0].elementsEqual(keyMark.utf8) && lines[1].count == 64
      && lines[1].allSatisfy(isHexadecimal) && lines[2].isEmpty
  }

  package static let keyMark = "tilsyn.pseudonym-key/1"

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
  static func isPolicy(_ name: some Collection<UInt8>) -> Bool {
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

  static func isHexadecimal(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }

  static let lineFeed = UInt8(ascii: "\n")
}

extension Registry {
  /// Whether a file begins as an output of this program does, so that the next output may take its place. Reads its
  /// beginning only, but of a workbook all; whether it may be passed over as a source is another question, and asked of the whole.
  public func isOwnOutput(_ path: FilePath) -> Bool {
    guard let head = try? ByteStream.beginning(of: path, limit: 1 << 16) else { return false }
    if head.starts(with: #"{"schema":"tilsyn.result/1","tool":{"name":"tilsyn","#.utf8) { return true }
    if Workbook.sniff(head) { return isOwnWorkbook(path) }
    guard let end = head.firstIndex(of: UInt8(ascii: "\n")) else { return false }
    let line = Array(head[...end])
    return OwnOutput.isRows(line) || OwnOutput.isReport(line, self) || OwnOutput.isTable(line)
      || OwnOutput.isPageBeginning(head) || OwnOutput.beginnings(ofOthers: head)
  }
}
