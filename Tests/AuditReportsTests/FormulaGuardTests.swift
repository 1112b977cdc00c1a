import Audit
import AuditReports
import Testing

/// What a spreadsheet would take for a formula is text in rows, and comes back as it was.
struct FormulaGuardTests {
  static let signs = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫", "⁺", "₋", "−"]
  static let before = ["", " ", "  ", "\u{A0}", "\u{3000}", "\"", "'", "''", " \"' ", "“"]

  private func key(_ values: [String]) -> String {
    RowsReport.key(values.map { Finding.Key(name: "n", type: "t", value: $0) })
  }

  @Test(arguments: signs)
  func isGuarded(_ sign: String) {
    for before in Self.before {
      for text in ["\(before)\(sign)", "\(before)\(sign)1+1", "\(before)\(sign)cmd|' /C calc'!A0"] {
        let field = key([text])
        #expect(field.hasPrefix("'"), "\(text)")
        #expect(RowsReport.values(ofKey: field) == [text])
        // Each value is guarded: a reader may split at commas too.
        #expect(key(["a", text]) == "a,\(field)")
      }
    }
  }

  @Test(arguments: [
    "", "a", "a=b", "1-2", "*", "'quoted'", "\"quoted\"", " a", "'", "kitos@kommune.example", "\\=", "ø-", "漢", "'a=b",
    "\t=1", "\r=1", "\n-", "\u{1B}=1", "\u{200B}=1", "\u{FEFF}@x",
  ])
  func isLeftAlone(_ text: String) {
    let field = key([text])
    #expect(!field.hasPrefix("''") && RowsReport.values(ofKey: field) == [text])
    // A cell never begins with what acts.
    #expect(field.unicodeScalars.first.map { !"=+-@\t\r".unicodeScalars.contains($0) } ?? true)
  }

  /// Every value of a few such characters has a field of its own, and the field gives it back.
  @Test func allValuesComeBack() {
    let alphabet = ["'", "=", "-", " ", "\"", "a", ",", "\\", "\t"]
    var values = [""]
    var fields: [String: String] = [:]
    for _ in 0..<5 {
      values = values.flatMap { value in alphabet.map { value + $0 } }
      for value in values {
        let field = key([value])
        #expect(fields.updateValue(value, forKey: field) == nil)
        #expect(RowsReport.values(ofKey: field) == [value])
      }
      guard values.count < 7000 else { break }
    }
    #expect(fields.count > 7000)
  }
}
