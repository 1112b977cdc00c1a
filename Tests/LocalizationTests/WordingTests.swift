import Testing

@testable import Localization

@Suite("Phrases in a language")
struct WordingTests {
  @Test(
    "A number takes the word for so many",
    arguments: [(1, "1 policy", "1 regel"), (0, "0 policies", "0 regler"), (2, "2 policies", "2 regler")])
  func plural(count: Int, english: String, danish: String) {
    #expect(Wording(.en)("\(count, "policy", "policies")") == english)
    #expect(Wording(.da)("\(count, "policy", "policies")") == danish)
  }

  @Test("A word for so many may stand without the number")
  func wordAlone() {
    #expect(Wording(.en)("so it \(plural: 1, "is", "are")") == "so it is")
    #expect(Wording(.en)("so they \(plural: 3, "is", "are")") == "so they are")
  }

  @Test("What an argument holds is never read as a place")
  func argumentsAreInert() {
    #expect(Wording(.en)("without \("{1} {2:a|b}")") == "without {1} {2:a|b}")
    #expect(Wording(.nb)("without \("{1}")") == "uten {1}")
    #expect(Wording(.da)("without \("passed")") == "uden passed", "an argument is not translated")
  }

  @Test("A phrase within a phrase is said in the same language")
  func nested() {
    let severity: Phrase = "high"
    #expect(Wording(.da)("incomplete: \(severity)") == "ufuldstændig: høj")
  }

  @Test("A phrase that the catalogue does not have is said in English")
  func unknown() { #expect(Wording(.nb)("no such text of \("x")") == "no such text of x") }

  @Test("Numbers of five digits and more are grouped as the language does where they are grouped")
  func numbers() {
    let values = [0, 9999, 10_000, -1_234_567]
    #expect(values.map { Wording(.en, isGrouping: true).number($0) } == ["0", "9999", "10,000", "-1,234,567"])
    #expect(values.map { Wording(.da, isGrouping: true).number($0) } == ["0", "9999", "10.000", "-1.234.567"])
    #expect(Wording(.nb, isGrouping: true).number(10_000) == "10\u{A0}000")
    #expect(Wording(.da)("and \(10_000) more") == "og 10000 til")
    #expect(Wording(.en, isGrouping: true).number(.min) == "-9,223,372,036,854,775,808")
  }

  @Test("Days in words")
  func days() {
    #expect(Wording(.en).day(year: 2026, month: 3, day: 1) == "1 March 2026")
    #expect(Wording(.da).day(year: 2026, month: 3, day: 1) == "1. marts 2026")
    #expect(Wording(.nb).day(year: 2026, month: 12, day: 24) == "24. desember 2026")
  }

  @Test(
    "A tag names a language as systems and people write it",
    arguments: [
      ("da_DK.UTF-8", Language.da), ("nb-NO", .nb), ("no", .nb), ("nn_NO", .nb), ("EN", .en), ("en_GB.UTF-8", .en),
      ("C", nil), ("POSIX", nil), ("", nil), ("sv_SE", nil), ("dart", nil),
    ] as [(String, Language?)])
  func tags(tag: String, language: Language?) { #expect(Language(tag: tag) == language) }
}
