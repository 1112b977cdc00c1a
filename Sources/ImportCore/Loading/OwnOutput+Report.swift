import Formats
import Localization

extension OwnOutput {
  /// `FAILED: 17 checked, …; as of 2026-11-20`, sections, and at the end `next: tilsyn …`; or the first line alone. In any
  /// language that reports are written in.
  static func isReport(_ text: some BidirectionalCollection<UInt8>, _ registry: Registry) -> Bool {
    // Most texts are no report, and large ones are not taken apart to see it.
    guard text.last == lineFeed, isHeadline(String(decoding: firstLine(text), as: UTF8.self)) else { return false }
    var lines = text.split(separator: lineFeed, omittingEmptySubsequences: false)
    lines.removeLast()
    if lines.count == 1 { return true }
    guard lines.count > 2, lines[1].isEmpty || underVerdict.contains(where: { $0.begins(line(lines[1])) }),
      let last = lines.last, commands.contains(where: { $0.begins(line(last)) })
    else { return false }
    return lines.dropFirst().dropLast().allSatisfy { isInner($0, registry) }
  }

  private static func line(_ bytes: some Collection<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  private static let longestLine = 1 << 20

  static func firstLine<Text: Collection<UInt8>>(_ text: Text) -> Text.SubSequence {
    text.prefix(longestLine).prefix { $0 != lineFeed }
  }

  // MARK: Words

  private static func patterns(_ phrases: Phrase...) -> [PhrasePattern] { phrases.map { PhrasePattern($0) } }

  private static let verdicts = patterns("PASSED", "FAILED", "NOT JUDGED", "REPORTED", "NOTHING NEW", "WAIVED")
  private static let counts = PhrasePattern("\(0) checked, \(0) failed, \(0) unverified, \(0) passed")
  private static let day = PhrasePattern("as of \("")")
  private static let underVerdict = patterns(
    "judged: \(0, "policy", "policies")", "by \("")", "people have pseudonyms", "people are not named",
    "people are named for: \("")")
  private static let commands = patterns("next:")

  /// Titles of sections that stand there as they are, or with something in their places.
  private static let titles =
    patterns(
      "findings:", "top findings:", "not judged:", "out of scope by declaration:", "warnings:", "written:", "policies:",
      "made with:", "judged under these conditions:", "sources: none read", "open whatever is fetched:",
      "open whatever is fetched (first of each policy, \(0) more with -v):", "the gate is off (--fail-on never)",
      "the gate passed: nothing at \("") and above", "the gate passed: nothing new at \("") and above",
      "the gate passed: nothing at \("") and above, unverified allowed",
      "why the gate failed (fails on \("") and above):", "why it could not be judged:",
      "why it could not be judged (--allow-incomplete judges what there is):",
      "\(0, "export", "exports") missing; get first:", "people have pseudonyms", "people are not named",
      "people are named for: \("")", "by framework:", "controls of \(""): \("")",
      "since the baseline of \(""): \("")", "waivers: \("")",
      "waivers, of which none counts here (--ignore-waivers): \("")")
  private static let judged = PhrasePattern("judged: \(0, "policy", "policies")")
  private static let deeds = PhrasePattern("by \("")")
  private static let sources = PhrasePattern("sources: \(0, "file", "files")")
  private static let sum = PhrasePattern("\(0) read = \(0) used + \(0) rejected + \(0) out of scope")
  private static let tally = (head: PhrasePattern("findings"), gravest: PhrasePattern("critical"))

  // MARK: Lines

  /// `FAILED: 17 checked, …`
  static func isHeadline(_ line: String) -> Bool {
    guard let colon = line.firstIndex(of: ":") else { return false }
    let head = line[..<colon]
    // `PASSED`, or with conditions in parentheses behind it.
    let verdict = head.firstRange(of: " (").map { head[..<$0.lowerBound] } ?? head
    guard verdicts.contains(where: { $0.fits(verdict) }), verdict.endIndex == head.endIndex || head.hasSuffix(")")
    else {
      return false
    }
    let rest = line[colon...].dropFirst(2)
    guard rest.first?.isNumber == true, counts.begins(rest) else { return false }
    return line.split(separator: "; ").last.map { day.fits($0) } ?? false
  }

  /// Whether a line may stand within a report: it is inert, and the title of a section or indented, and no export begins
  /// with it.
  private static func isInner(_ line: some Collection<UInt8>, _ registry: Registry) -> Bool {
    guard line.allSatisfy({ $0 >= 0x20 }) else { return false }
    guard line.first == UInt8(ascii: " ") else { return line.isEmpty || isTitle(String(decoding: line, as: UTF8.self)) }
    return !isDocument(line.drop { $0 == 0x20 }) && !isHeader(line, registry)
  }

  private static func isTitle(_ line: String) -> Bool {
    if titles.contains(where: { $0.fits(line) }) || judged.begins(line) { return true }
    // What a configuration did.
    if deeds.begins(line), line.contains(" (sha256 ") { return true }
    if sources.begins(line), let comma = line.firstRange(of: ", ") { return sum.begins(line[comma.upperBound...]) }
    // The titles of the table of severities.
    let words = line.split(separator: " ")
    return words.count == 6 && tally.head.fits(words[0]) && tally.gravest.fits(words[1])
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
}
