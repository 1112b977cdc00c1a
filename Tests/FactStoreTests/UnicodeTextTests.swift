import FactStore
import Testing

@Suite struct UnicodeTextTests {
  @Test(arguments: [
    ("Søren", "Søren"), ("Ka\u{30A}re", "K\u{E5}re"), ("O\u{308}stberg", "\u{D6}stberg"), ("", ""),
    ("ASCII only", "ASCII only"),
    ("ﬁn", "ﬁn"), ("\u{212B}se", "\u{C5}se"),
  ]) func composes(_ text: String, _ canonical: String) {
    #expect(Array(UnicodeText.canonical(text).utf8) == Array(canonical.utf8))
  }

  @Test(arguments: [
    ("Kari  NORDMANN", "kari nordmann"), ("Ka\u{30A}re\u{A0}Bru", "k\u{E5}re bru"), ("Zero\u{200B}Width", "zerowidth"),
    ("STRASSE", "stra\u{DF}e"), ("\u{FEFF}Anna", "anna"), ("An\u{AD}na", "anna"),
  ]) func folds(_ one: String, _ other: String) {
    #expect(Array(UnicodeText.folded(one).utf8) == Array(UnicodeText.folded(other).utf8))
  }

  @Test(
    arguments: [
      0x200B, 0x200C, 0x200D, 0x200E, 0x202E, 0x2060, 0x2066, 0xFEFF, 0xAD, 0xFE0F, 0xE0101, 0xE0041, 0x34F, 0x61C,
      0x180E,
      0x115F, 0x3164, 0x2800, 0x00, 0x1B, 0x85 + 1, 0x9F,
    ] as [UInt32]) func knowsWhatShowsNothing(_ code: UInt32) throws
  {
    let text = "an\(Unicode.Scalar(code).map(Character.init).map(String.init) ?? "")na"
    #expect(UnicodeText.hasInvisible(text))
    #expect(UnicodeText.withoutInvisible(text) == "anna")
    #expect(NormalForm.email.normalise("\(text)@kommune.example") == nil)
    #expect(NormalForm.email.normalise("anna@\(text).example") == nil)
    #expect(NormalForm.domain.normalise("\(text).example") == nil)
  }

  /// One name, as programs and people write it.
  @Test(arguments: [
    "Søren Åse", "søren åse", "SØREN ÅSE", "Søren A\u{30A}se", "Søren\u{A0}Åse", "Søren  Åse", " Søren\tÅse ",
    "Søren\u{200B} Åse",
    "Sø\u{AD}ren Åse", "Søren\u{2003}Åse", "Søren\u{3000}Åse", "Søren\nÅse", "Åse, Søren", "Søren-Åse",
    "Søren\u{2011}Åse",
    "Søren \u{212B}se", "Ｓøren Åse", "\u{FEFF}Søren Åse", "Søren \u{202E}Åse", "Soeren Aase", "Sören Åse",
    "(Søren) Åse.",
    "S\u{F8}ren\u{2028}\u{C5}se", "Søren Åse\u{0}", "𝐒øren Åse",
  ]) func oneNameHasTheSameWords(_ name: String) {
    #expect(UnicodeText.nameWords(name) == "aase soeren")
  }

  @Test func namesOfOthersHaveOtherWords() {
    let names = [
      "Søren Åse", "Søren Åsen", "Søren", "Åse", "Søren P Åse", "Søren Ase", "SørenÅse", "", "日本", "O'Neill", "Oneill",
    ]
    #expect(Set(names.map(UnicodeText.nameWords)).count == names.count)
    #expect(UnicodeText.nameWords(" - \u{200B}") == "")
    #expect(UnicodeText.nameWords("Straße") == UnicodeText.nameWords("STRASSE"))
  }

  @Test func lettersAndSpacesShow() {
    for text in ["Søren", "a b", "a\u{A0}b", "日本", "e\u{301}"] { #expect(!UnicodeText.hasInvisible(text)) }
  }
}
