import Testing

@testable import ImportCore

/// Every way of writing a number that somebody thought of, in every country and place: none comes through. All numbers are
/// invented.
struct IdentityWritingTests {
  private static let mask = NationalIdentity.mask

  /// Date and serial of one number each, and by their first letter the country.
  static let groups: [[String]] = [
    ["219090", "00777"], ["619090", "00777"], ["215090", "00777"], ["010101", "0101"], ["610101", "0101"],
    ["121212", "1212"], ["121272", "1212"], ["19121212", "1212"], ["01011990", "0101"], ["21901990", "00777"],
    ["19909021", "00777"], ["01012003", "4101"], ["010101", "900R"], ["311299", "9999"],
  ]

  /// What hands, names of files, addresses, pages, mail and programs put between the two.
  static let separators: [String] = [
    " ", "  ", "   ", "      ", "-", "--", " - ", " -- ", "_", "__", "~", "·", "•", "×", "§", ",", ", ", " , ", ":",
    ": ",
    ";", "; ", ".", ". ", "...", "/", " / ", "//", "\\", "|", " | ", "'", "\"", "`", "#", "*", "**", "=", "==", "!",
    "?", "@",
    "$", "%", "&", "^", "(", " (", ")", "[", "]", "{", "}", "<", ">", "><", "+", "++", "\n", "\r", "\t", "\r\n", "\n\n",
    "\u{B}",
    "\u{C}", "\u{0}", "\u{1F}", "\u{7F}", "-\u{0}", "\u{85}", "\u{A0}", "\u{A0}\u{A0}", "\u{2002}", "\u{2009}",
    "\u{202F}",
    "\u{2028}", "\u{3000}", "\u{AD}", "\u{200B}", "\u{2060}", "\u{FEFF}", "\u{2011}", "\u{2012}", "\u{2013}",
    "\u{2014}",
    "\u{2015}", "\u{2212}", "\u{FE58}", "\u{FF0D}", "\u{FF3F}", "\u{FF0E}", "、", "。", "・", "…", "😀", "°", "\u{2800}",
    "\u{3164}", "\u{1160}", "-\u{301}",
    "%20", "%2D", "%2d", "%5F", "%7E", "%C2%A0", "%E2%80%91", "%c2%ad", "%A0", "%2520", "%252D", "%25252D", "%u2011",
    "%0A",
    "%0D%0A", "%09", "%20%20", "%20-%20", "+%2B+", "=20", "=2D", "=2d", "=C2=A0", "=E2=80=91", "=A0", "=0D=0A", "=09",
    "&nbsp;", "&nbsp", "&ndash;", "&mdash;", "&hyphen;", "&shy;", "&zwj;", "&middot;", "&#45;", "&#045;", "&#8209;",
    "&#8209;&#8203;",
    "&#x2D;", "&#X2d;", "&#x2011;", "&amp;#45;", "&amp;nbsp;", "&amp;amp;nbsp;", "&nbsp;-&nbsp;", "&nbsp; - &nbsp;",
    "\\u2011", "\\u002d", "\\u002D", "\\u{2D}", "\\u{2011}", "\\u{200B}", "\\U0000002d", "\\x2D", "\\xC2\\xA0", "\\055",
    "\\040",
    "\\t", "\\n", "\\r\\n", "\\\\n", "\\\\u002d", "\\-", "\\/", "\\U002D", "\\X2D", "\\N", "&NBSP;", "&SHY;", "_X002D_",
    "_x0020_", "_x002D_", "_x000D_",
  ]

  static let places: [(before: String, after: String)] = [
    ("", ""), ("CPR ", ""), ("CPR: ", "."), ("cprnr", "slut"), ("a_", "_b"), ("", ".json"), ("", "@eksempel.example"),
    ("(", ")"), ("ø", "å"), ("id=", "&b=1"), ("?q=", ""), ("%22", "%22"), ("\"", "\""), ("/personer/", "/navn.json"),
    ("{\"cpr\":\"", "\",\"navn\":\"A\"}"), ("Ola%20", ".csv"), ("a%5f", "%20b"), ("\\n", "\\n"), ("&#40;", "&#41;"),
    ("=3D", "=20"), ("<td>", "</td>"), ("\u{200B}", "\u{200B}"), ("x=", ""), ("sag 4, ", ", bilag 7"), ("[", "]"),
    ("#", "!"),
    ("11111111-0000-4000-8000-000000000003 ", " den 2026-11-20T12:00:00Z"), ("&", ""), ("%", ""), ("=", ""), ("\\", ""),
  ]

  /// Whether a text is what stands around a number, and the mask. Of signs that are spelt out beside it, as `%22`, the digits may
  /// be taken for more of the number.
  private static func isMasked(_ masked: String, _ before: String, _ after: String) -> Bool {
    let isSpeltBefore = before.hasSuffix(";") || before.hasSuffix("\\") || before.last?.isNumber == true
    let isSpeltAfter = after.hasPrefix("%") || after.hasPrefix("=")
    return (0...(isSpeltBefore ? 3 : 0)).contains { dropped in
      (0...(isSpeltAfter ? 3 : 0)).contains { masked == before.dropLast(dropped) + mask + after.dropFirst($0) }
    }
  }

  @Test(arguments: separators)
  func areFoundWhateverSeparatesThem(_ separator: String) {
    for groups in Self.groups {
      let number = groups.joined(separator: separator)
      for (before, after) in Self.places {
        let text = before + number + after
        #expect(NationalIdentity.mayStand(in: text), "\(text)")
        #expect(Self.isMasked(NationalIdentity.masked(text), before, after), "\(text.debugDescription)")
      }
      #expect(NationalIdentity.mayBeID(ofPerson: number), "\(number)")
    }
  }

  /// One number has one token whatever separates its groups, with its century and without, with a word beside it and without.
  @Test(arguments: separators)
  func haveOneTokenWhateverSeparatesThem(_ separator: String) throws {
    for (groups, plain) in [
      (["219090", "00777"], "21909000777"), (["010101", "0101"], "0101010101"), (["01011990", "0101"], "0101900101"),
      (["21901990", "00777"], "21909000777"), (["19909021", "00777"], "21909000777"),
    ] {
      let token = try #require(NationalIdentity.token(inColumn: plain))
      let number = groups.joined(separator: separator)
      #expect(NationalIdentity.token(inColumn: number) == token, "\(number)")
      #expect(NationalIdentity.token(inColumn: "CPR \(number)") == token, "\(number)")
    }
  }

  /// Two are nobody's, so that nobody is joined with one of them.
  @Test(arguments: ["21909000777 og 21909000778", "010101-0101 010101-0102", "010101-0101, 010101-0102"])
  func twoNumbersHaveNoToken(_ text: String) { #expect(NationalIdentity.token(inColumn: text) == nil) }

  /// Dates with all their digits and in parts; digits that are spelt out; Finnish numbers in other hands.
  static let spellings: [String] = [
    "01.01.1990-0101", "01.01.1990 0101", "01-01-1990-0101", "01/01/1990/0101", "01_01_1990_0101", "01.01.1990 - 0101",
    "01.01.1990, 0101", "1.1.1990-0101", "1/1/1990 0101", "01/1-1990 0101", "21.90.1990-00777", "21.90.1990 00777",
    "1990-90-21-00777", "1990-90-21 00777", "1990-01-01-0101", "1990-01-01, 0101", "01.01.2003-4101", "01.01.03-4101",
    "01-01-90, 0101", "01_01_90_0101", "01:01:90:0101", "01,01,90,0101", "01 - 01 - 90 - 0101", "01/01-90 0101",
    "01%2D01%2D90%2D0101", "01&#8209;01&#8209;90&#8209;0101", "01=2E01=2E1990=2D0101", "010190 01 01", "010190-01-01",
    "219090 00 777", "219090 007 77", "219090-007-77", "010101_900R", "010101 900R", "010101~900r", "010101%2D900R",
    "010101 A900R", "010101-a900r", "01.01.01-900R", "01.01.1901-900R", "01_01_2001_900R", "01.01.2001A900R",
    "&#48;10101010&#x31;",
    "%30%31%30%31%30%31%30%31%30%31", "\\u{30}101010101", "=30=31=30=31=30=31=30=31=30=31", "0_1_0_1_0_1_0_1_0_1",
    "0-1-0-1-0-1 0-1-0-1", "2%201%209%200%209%200%200%200%207%207%207", "２１９０９０＿００７７７", "②①⑨⓪⑨⓪⓪⓪⑦⑦⑦",
    "018190%2012345", "010190%2d1234", "018190 (12345", "010190\u{0}1234", "01\u{0}0190\u{7F}1234",
  ]

  @Test(arguments: spellings)
  func areFoundInEverySpelling(_ number: String) {
    for (before, after) in Self.places {
      #expect(
        Self.isMasked(NationalIdentity.masked(before + number + after), before, after), "\(before + number + after)")
    }
  }

  /// A sign of one program that is digits to another hides nothing: each is one reading, beside the plain one.
  @Test(arguments: [
    "x=010190-1234", "x=210190_1234", "x=219090 00777", "id=010190=2D1234", "id=210190=2D1234", "5%010190%2D1234",
    "%010190&nbsp;1234", "x=010190&nbsp;1234", "a=0101901234%20", "&#010190-1234", "\\u010190-1234", "\\x010190-1234",
    "_x010190_1234", "100%010190=2D1234", "b=31%32=010190\\u002d1234",
  ])
  func noReadingHidesANumber(_ text: String) {
    #expect(NationalIdentity.mayStand(in: text))
    let left = NationalIdentity.masked(text)
    #expect(!left.contains("1234") && !left.contains("777"), "\(left)")
  }

  /// None hides behind the one before it, whatever country's both are.
  @Test func severalBesideEachOtherAreAllFound() {
    let numbers = [
      "010101-900R", "010101-9006", "010190-1234", "0101901234", "219090 00777", "121272-1212", "19121212-1212",
    ]
    for one in numbers {
      for other in numbers {
        for between in [" ", ", ", " og ", "\n", "/", " / ", ";", " 5 ", "_"] {
          let masked = NationalIdentity.masked(one + between + other)
          #expect(
            !masked.contains(where: \.isNumber) || masked == Self.mask + between + Self.mask,
            "\(one + between + other): \(masked)")
        }
      }
    }
  }

  /// Rows of digits that are longer than any number, and whether one may be in them.
  @Test(arguments: [
    // Several without anything between, whatever their check digits are.
    ("2190900077721909000778", true), ("01010101010202020202", true), ("219090007770101010101", true),
    ("219090007772190900077821909000779", true), ("010101010101010101020101010103", true),
    // Behind or before a day or a point in time; filled with zeros.
    ("2026112021909000777", true), ("202611200101010101", true), ("2190900077720261120", true),
    ("2026112015300021909000777", true), ("00021909000777", true), ("0000000101010101", true),
    // Anywhere, with right check digits: Norwegian, a D-number, a synthetic one, Danish, Swedish.
    ("99018190123659", true), ("4401819012365", true), ("9999018190123659999", true), ("990101901211", true),
    ("9901019012119", true), ("0101901211999", true), ("991212121212", true), ("1912121212129", true),
    // Others: points in time, articles, cards, accounts, ids of locations.
    ("20261120153000", false), ("20261120153000123", false), ("1767225600000", false), ("5790000000000", false),
    ("5798009811578", false), ("5798001234567", false), ("12345678901234", false), ("9788202123456", false),
    ("4571736012345678", false), ("99999999999999999999", false),
  ])
  func longRows(_ digits: String, _ holds: Bool) {
    #expect(NationalIdentity.masked("nr \(digits).") == (holds ? "nr \(Self.mask)." : "nr \(digits)."))
  }

  /// Digits beside a date or serial of two groups: with right check digits.
  @Test(arguments: [
    ("99010190-1211", true), ("010190-121199", true), ("99018190 12365", true), ("018190_1236599", true),
    ("5010101A900R", true),
    ("99010190-1212", false), ("018190_1236699", false), ("20261120-0001", false), ("20260101-12345", false),
    ("20261120-153000", false), ("20261120153000-0001", false), ("5010101A900S", false),
  ])
  func longerGroups(_ text: String, _ holds: Bool) {
    #expect(NationalIdentity.masked("nr \(text).") == (holds ? "nr \(Self.mask)." : "nr \(text)."))
  }

  // MARK: At random

  /// A number of a country, in groups. Its check digits are wrong as often as not, but where they must be right.
  private static func number(_ chance: inout Chance) -> [String] {
    let (day, month, year) = (chance.two(1...28), chance.below(12) + 1, chance.two(20...99))
    let (plain, synthetic) = (Chance.padded(month), Chance.padded(month + 80))
    switch chance.below(6) {
    case 0: return [day + plain + year, chance.digits(4)]
    case 1: return [day + synthetic + year, chance.digits(5)]
    case 2: return [year + plain + day, chance.digits(4)]
    case 3:
      let digits = day + plain + year + "9" + chance.digits(2)
      let check = Array("0123456789ABCDEFHJKLMNPRSTUVWXY")[Int(digits)! % 31]
      return [String(digits.prefix(6)), digits.suffix(3) + String(check)]
    case 4: return [day + plain + "19" + year, chance.digits(4)]
    default: return [day + synthetic + "19" + year, chance.digits(5)]
    }
  }

  @Test func tenThousandNumbersAreAllMasked() {
    var chance = Chance(seed: 2026)
    for _ in 0..<10_000 {
      let number = Self.number(&chance).joined(separator: chance.one(of: Self.separators))
      let (before, after) = chance.one(of: Self.places)
      let text = before + number + after
      #expect(Self.isMasked(NationalIdentity.masked(text), before, after), "\(text.debugDescription)")
    }
  }

  /// Signs, escapes and digits at random: never a trap, the glance never misses what the look would find, what was masked holds
  /// nothing more, and nothing but digits and what stands between them is lost.
  @Test func anyTextIsMaskedOnceAndForAll() {
    var chance = Chance(seed: 99)
    let parts =
      Self.separators + Self.groups.joined() + Self.spellings
      + [
        "%", "&", "&#", "\\", "\\u{", "_x", "=", "%2", "0", "1", "9", "01", "12", "0101", "1990", "12345", "x", "T",
        "ø", "A", "é", "×", "ÿ", "ab", "deadbeef",
        "4f1c2a90-3b7d-4e21-9a55-0c1d2e3f4a5b", "-3b7d-4e21-9a55-0c1d2e3f4a5b",
        String(repeating: "0123456789ab", count: 3),
      ]
    for _ in 0..<10_000 {
      let text = (0..<chance.below(12)).map { _ in chance.one(of: parts) }.joined()
      let masked = NationalIdentity.masked(text)
      let mayStand = !IdentityNumbers(text).found.isEmpty
      #expect(NationalIdentity.mayStand(in: text) == mayStand, "\(text.debugDescription)")
      #expect((masked != text) == mayStand)
      #expect(!NationalIdentity.mayStand(in: masked), "\(text.debugDescription): \(masked.debugDescription)")
    }
  }
}

/// Numbers that look like chance and are the same in every run.
struct Chance {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }

  mutating func one<Element>(of elements: [Element]) -> Element { elements[below(elements.count)] }
  mutating func digits(_ count: Int) -> String { (0..<count).map { _ in String(below(10)) }.joined() }
  mutating func two(_ range: ClosedRange<Int>) -> String { Self.padded(range.lowerBound + below(range.count)) }
  static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
