import Testing

@testable import Formats

/// Names of columns and keys as messages show them: whoever looks for numbers in them sees whole ones or none.
@Suite struct ForeignTextTests {
  /// A number, moved over the cut one place at a time, in the ways that people write it.
  @Test(arguments: [
    "81810112345", "818101 12345", "818101-1234", "8 1 8 1 0 1 1 2 3 4 5", "818101A123B", "８１８１０１１２３４５",
  ])
  func aCutNeverPartsANumber(_ number: String) {
    for length in 0...120 {
      let shown = ForeignText.name(String(repeating: "k", count: length) + number + "kk")
      let digits = shown.unicodeScalars.filter { $0.properties.numericType != nil }.count
      let all = number.unicodeScalars.filter { $0.properties.numericType != nil }.count
      #expect(shown.contains(number) || digits == 0, "\(length): \(digits) of \(all) digits")
    }
  }

  @Test func whatNobodySeesHidesNoNumber() {
    #expect(ForeignText.name("8181\u{200B}0112345") == "…")
    #expect(ForeignText.name("a\u{200B}b\u{1B}c") == "a\u{FFFD}b\u{FFFD}c")
  }

  @Test func longNamesAreCut() {
    #expect(ForeignText.name(String(repeating: "a", count: 80)) == String(repeating: "a", count: 80))
    #expect(ForeignText.name(String(repeating: "a", count: 81)) == String(repeating: "a", count: 80) + "…")
  }
}
