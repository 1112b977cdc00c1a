import TestSupport
import Testing

@testable import AuditReports

/// Lines of a terminal: within the width, between words, and nothing lost but where that is said.
struct LineWrapTests {
  static let table: [(text: String, width: Int, hang: Int, limit: Int, lines: [String])] = [
    ("", 10, 2, 3, [""]),
    ("short", 10, 2, 3, ["short"]),
    ("exactly ten", 11, 2, 3, ["exactly ten"]),
    ("one two three four", 9, 2, 9, ["one two", "  three", "  four"]),
    ("one two three four", 9, 0, 9, ["one two", "three", "four"]),
    ("HIGH  two spaces stay", 40, 2, 3, ["HIGH  two spaces stay"]),
    ("two  spaces at a break go", 5, 0, 9, ["two", "space", "s at", "a", "break", "go"]),
    ("one two three four five", 9, 2, 2, ["one two", "  three …"]),
    ("one two three", 7, 2, 1, ["one …"]),
    ("one two three", 8, 2, 1, ["one …"]),
    ("one two three", 9, 2, 1, ["one two …"]),
    ("abcdefghijkl", 5, 2, 9, ["abcde", "  fgh", "  ijk", "  l"]),
    ("abcdefghijkl", 5, 2, 1, ["abcd…"]),
    ("漢字漢字 漢字", 8, 2, 9, ["漢字漢字", "  漢字"]),
    ("漢字漢字漢字", 5, 0, 9, ["漢字", "漢字", "漢字"]),
    ("e\u{301}e\u{301}e\u{301} x", 3, 0, 9, ["e\u{301}e\u{301}e\u{301}", "x"]),
    ("  leading", 20, 2, 3, ["  leading"]),
    ("trailing  ", 20, 2, 3, ["trailing"]),
    ("漢", 1, 2, 3, ["漢"]),
  ]

  @Test(arguments: table.indices) func breaks(_ index: Int) {
    let row = Self.table[index]
    #expect(LineWrap.lines(row.text, width: row.width, hang: row.hang, limit: row.limit) == row.lines, "\(row)")
  }

  /// Of 10,000 texts of words, wide signs and marks.
  @Test func nothingIsLostAndNothingIsTooWide() {
    var random = SplitMix64(seed: 16)
    let pieces = ["a", "ord", "længere", "漢字", "e\u{301}", "x/y-z.json:17", "…", String(repeating: "langt", count: 9)]
    for _ in 0..<10_000 {
      let words = (0..<Int(random.next() % 12)).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }
      let text = words.joined(separator: random.next() % 5 == 0 ? "  " : " ")
      let (width, hang) = (Int(random.next() % 40) + 2, Int(random.next() % 4))
      let lines = LineWrap.lines(text, width: width, hang: hang)
      #expect(lines.allSatisfy { DisplayWidth.of($0) <= width }, "\(text) \(width)")
      // What is shown is the text, but for spaces; words that fit on a line are whole.
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " }, "\(text) \(width)")
      let shown = lines.flatMap { $0.split(separator: " ") }
      for word in text.split(separator: " ") where DisplayWidth.of(String(word)) <= width - hang {
        #expect(shown.contains(word), "\(text) \(width): \(word)")
      }
      let limit = Int(random.next() % 4) + 1
      let cut = LineWrap.lines(text, width: width, hang: hang, limit: limit)
      #expect(cut.count == min(limit, lines.count) && cut.allSatisfy { DisplayWidth.of($0) <= width })
      #expect(lines.count <= limit || cut[limit - 1].hasSuffix("…"), "\(cut)")
    }
  }

  @Test func aHugeWordCostsWhatIsShown() {
    let text = String(repeating: "x", count: 20 << 20)
    let lines = LineWrap.lines(text, width: 80, hang: 2, limit: 3)
    #expect(lines.count == 3 && lines[2].hasSuffix("…"))
  }
}
