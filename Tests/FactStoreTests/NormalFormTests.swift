import FactStore
import TestSupport
import Testing

@Suite struct NormalFormTests {
  static let rows: [(form: NormalForm, raw: String, normal: String?)] = [
    (.email, "mette@kommune.example", "mette@kommune.example"),
    (.email, "  Mette.HANSEN@Kommune.Example\t\r\n", "mette.hansen@kommune.example"),
    (.email, "\u{FEFF}a@b.example", "a@b.example"), (.email, "\u{A0}a@b.example\u{2003}", "a@b.example"),
    (.email, "SØREN@BLÅ.example", "søren@blå.example"), (.email, "o'neil+tag@b.example", "o'neil+tag@b.example"),
    (.email, "", nil), (.email, "   ", nil), (.email, "@", nil), (.email, "a@", nil), (.email, "@b", nil),
    (.email, "a", nil), (.email, "a@b@c", nil), (.email, "a b@c.example", nil), (.email, "a@b\u{A0}.example", nil),
    (.email, "a@b.example\0", nil), (.email, "a\u{7F}@b.example", nil), (.email, "Mette <a@b.example>", nil),
    (.email, "<a@b.example>", nil), (.email, "a@b.example;c@d.example", nil), (.email, "a,b@c.example", nil),
    (.email, "mailto:a@b.example", nil), (.email, "\"a\"@b.example", nil), (.email, "a(x)@b.example", nil),
    (.email, "a@b.example, c", nil),

    (.email, "so\u{308}ren@blå.example", "s\u{F6}ren@blå.example"), (.email, "ÅSE@b.example", "åse@b.example"),
    (.email, "A\u{30A}se@b.example", "\u{E5}se@b.example"), (.email, "anna@b.example.", "anna@b.example"),
    (.email, "anna@B.EXAMPLE.", "anna@b.example"), (.email, "anna@b.example..", nil), (.email, "anna@b..example", nil),
    (.email, "anna@.b.example", nil), (.email, "anna@xn--bl-zia.example", "anna@blå.example"),
    (.email, "anna@XN--BL-ZIA.Example", "anna@blå.example"),
    (.email, "anna@bla\u{30A}.example", "anna@bl\u{E5}.example"),
    (.email, "anna@xn--zzzzzzz!.example", nil), (.email, "anna@xn--abc-.example", nil),
    (.email, "anna@ＢＬÅ．example", "anna@blå.example"), (.email, "ａｎｎａ＠b.example", "anna@b.example"),
    (.email, "anna@b\u{3002}example", "anna@b.example"), (.email, "STRASSE@b.example", "strasse@b.example"),
    (.email, "straße@b.example", "strasse@b.example"), (.email, "a@straße.example", "a@straße.example"),
    (.email, "ısmail@b.example", "ısmail@b.example"), (.email, "İ@b.example", "i\u{307}@b.example"),
    (.email, "'anna@b.example", nil), (.email, "'anna@b.example'", nil), (.email, "anna@b.example'", nil),
    (.email, "s?ren@b.example", nil), (.email, "sÃ¸ren@b.example", nil), (.email, "s\u{FFFD}ren@b.example", nil),
    (.email, "\u{430}nna@b.example", nil), (.email, "anna@b.ex\u{430}mple", nil), (.email, "\u{3B1}nna@b.example", nil),
    (.email, "иван@пример.рф", "иван@пример.рф"), (.email, "a@b.example|c@d.example", nil),
    (.email, "a@b.example/c", nil),
    (.email, "a@b_c.example", nil), (.email, "a@[10.0.0.1]", nil), (.email, "\u{301}a@b.example", nil),
    (.email, "anna@b.example\u{200B}", nil), (.email, "😀@b.example", nil),

    (.domain, "Kommune.Example", "kommune.example"), (.domain, " x.example. ", "x.example"),
    (.domain, "localhost", "localhost"), (.domain, "blå-bær.example", "blå-bær.example"),
    (.domain, "xn--bl-zia.example", "blå.example"),
    (.domain, "BLÅ.example.", "blå.example"), (.domain, "bla\u{30A}.example", "bl\u{E5}.example"),
    (.domain, "", nil), (.domain, ".", nil), (.domain, "..", nil), (.domain, ".x", nil), (.domain, "x..y", nil),
    (.domain, "x.example..", nil), (.domain, "x example", nil), (.domain, "x_y.example", nil),
    (.domain, "a@x.example", nil), (.domain, "https://x.example", nil), (.domain, "x.example/", nil),

    (.uuid, "3F2504E0-4F89-11D3-9A0C-0305E82C3301", "3f2504e0-4f89-11d3-9a0c-0305e82c3301"),
    (.uuid, " {3F2504E0-4F89-11D3-9A0C-0305E82C3301} ", "3f2504e0-4f89-11d3-9a0c-0305e82c3301"),
    (.uuid, "3f2504e0-4f89-11d3-9a0c-0305e82c3301", "3f2504e0-4f89-11d3-9a0c-0305e82c3301"),
    (.uuid, "{3f2504e0-4f89-11d3-9a0c-0305e82c3301", nil), (.uuid, "3f2504e0-4f89-11d3-9a0c-0305e82c3301}", nil),
    (.uuid, "3f2504e04f8911d39a0c0305e82c3301", nil), (.uuid, "3f2504e0-4f89-11d3-9a0c-0305e82c330", nil),
    (.uuid, "3f2504e0-4f89-11d3-9a0c-0305e82c330g", nil), (.uuid, "3f2504e0-4f89-11d3-9a0c0-305e82c3301", nil),
    (.uuid, "３f2504e0-4f89-11d3-9a0c-0305e82c3301", nil), (.uuid, "{}", nil), (.uuid, "", nil),

    (.orgnr, "974760673", "974760673"), (.orgnr, " 974 760 673 ", "974760673"),
    (.orgnr, "974\u{A0}760\u{A0}673", "974760673"), (.orgnr, "000000000", "000000000"),
    (.orgnr, "97476067", nil), (.orgnr, "9747606730", nil), (.orgnr, "NO974760673", nil), (.orgnr, "97476067x", nil),
    (.orgnr, "974-760-673", nil), (.orgnr, "٩٧٤٧٦٠٦٧٣", nil), (.orgnr, "", nil), (.orgnr, "974760673.0", nil),

    (.cvr, "29189846", "29189846"), (.cvr, "DK29189846", "29189846"), (.cvr, "dk 29 18 98 46", "29189846"),
    (.cvr, "Dk-29189846", nil), (.cvr, "2918984", nil), (.cvr, "291898460", nil), (.cvr, "DKDK29189846", nil),
    (.cvr, "SE29189846", nil), (.cvr, "29189846DK", nil), (.cvr, "DK", nil), (.cvr, "", nil),
    (.cvr, "D\u{212A}29189846", nil),
  ]

  @Test(arguments: rows) func table(_ form: NormalForm, _ raw: String, _ normal: String?) {
    #expect(form.normalise(raw) == normal)
  }

  /// A normal form is its own normal form, and holds neither white space nor control characters at its ends.
  @Test func normalisingTwiceChangesNothing() {
    var random = SplitMix64(seed: 3)
    let pieces = [
      "a", "B", "Å", "İ", "ß", "Σ", "9", "1", "-", ".", "@", " ", "\u{A0}", "DK", "{", "}", "\u{301}", "x.example",
      "29189846", "974760673", "3F2504E0-4F89-11D3-9A0C-0305E82C3301", "\u{200B}", "\r\n",
    ]
    for _ in 0..<20_000 {
      let raw = (0..<(1 + random.below(4))).map { _ in random.pick(pieces) }.joined()
      for form in NormalForm.allCases {
        guard let normal = form.normalise(raw) else { continue }
        #expect(form.normalise(normal) == normal, "\(form) of \(raw.debugDescription)")
        #expect(form.normalise(" \(normal)\n") == normal)
      }
    }
  }
}
