import FactStore
import TestSupport
import Testing

@testable import ImportCore
@testable import ImportKitos

/// Days that are none, and columns of which nobody knows the order.
@Suite struct DayColumnTests {
  @Test(arguments: [
    (["25-03-2026", "03-04-2026"], false), (["25-03-2026", "03-25-2026"], true), (["03-04-2026", "3.25.2026"], true),
    (["2026-03-25", "03/25/2026"], true), (["2026-25-03"], true), (["03/25/26", "2026-01-02"], true),
    (["03-04-2026", "04-05-2026"], false), (["2026-03-25", ""], false), (["", "Ingen"], false), (["12-31-9999"], true),
    (["1-1-1-1", "a-25-2026"], false), (["2026-03-25T00:00:00"], false),
  ])
  func tellsMixedOrders(_ texts: [String], _ isMixed: Bool) { #expect(DayColumn(texts).isMixed == isMixed, "\(texts)") }

  /// Ten thousand texts of digits and signs against the rule as it is said: three numbers, the last or middle of which is no month.
  @Test func tellsMonthsFirstAsTheRuleSays() {
    func isMonthFirst(_ text: String) -> Bool {
      let head = text.prefix { !$0.isWhitespace && $0 != "T" }
      let parts = head.split(omittingEmptySubsequences: false) { "-./".contains($0) }.map(String.init)
      guard parts.count == 3, parts.allSatisfy({ (1...4).contains($0.count) && Int($0) != nil && !$0.contains("+") })
      else {
        return false
      }
      let numbers = parts.map { Int($0)! }
      let (month, day) = parts[0].count == 4 ? (numbers[2], numbers[1]) : (numbers[0], numbers[1])
      return (1...12).contains(month) && (13...31).contains(day)
    }
    var random = SplitMix64(seed: 22)
    var found = 0
    for round in 0..<10_000 {
      var text = ""
      if round % 2 == 0 {
        let numbers = (0..<3).map { _ in random.below(35) }
        let year = random.chance(50) ? "20" : ""
        text =
          "\(year)\(numbers[0])-\(numbers[1] < 10 ? "0" : "")\(numbers[1])/\(numbers[2])"
          + (random.chance(20) ? "T1" : "")
      } else {
        for _ in 0..<random.below(12) {
          text += random.pick(["1", "2", "0", "3", "9", "-", ".", "/", " ", "T", "\u{301}", "\u{663}"])
        }
      }
      let isFirst = isMonthFirst(text)
      found += isFirst ? 1 : 0
      #expect(DayColumn([text]).isMixed == isFirst, "\(text)")
    }
    #expect(found > 300, "both kinds are tried: \(found)")
  }

  @Test(
    arguments: [
      ("0001-01-01", .noDate), ("01-01-0001", .noDate), ("1900-01-01", .noDate), ("1899-12-30", .noDate),
      ("01.01.1753", .noDate), ("1601-01-01", .noDate), ("9999-12-31", .endless), ("31-12-9999", .endless),
      ("1970-01-01", .day(CalendarDate(days: 0))), ("1900-01-02", .day(CalendarDate("1900-01-02")!)), ("x", .wrong),
      ("03/04/2026", .wrong),
    ] as [(String, DayColumn.Reading)])
  func tellsDaysThatAreNone(_ text: String, _ reading: DayColumn.Reading) { #expect(DayColumn().read(text) == reading) }

  static let org = KitosDocuments.organisation

  /// The latest login in both documents that tell it: a fact, none, or not known.
  @Test(
    arguments: [
      ("2026-06-14", "14-06-2026", "2026-06-14"), ("0001-01-01T00:00:00Z", "01-01-0001", nil),
      ("1970-01-01T00:00:00Z", "01-01-1970", nil), ("1900-01-01T00:00:00Z", "1900-01-01", nil),
      ("2026-12-24T08:00:00Z", "24-12-2026", "?"), ("9999-12-31T00:00:00Z", "31-12-9999", "?"),
      ("2026-11-20T23:59:59Z", "20-11-2026", "2026-11-20"),
    ] as [(String, String, String?)])
  func readsTheLatestLogin(_ json: String, _ table: String, _ day: String?) throws {
    for (name, text, kind) in [
      ("t.json", KitosTables.document([KitosTables.user(1, more: #""LastLogin":"\#(json)","#)]), "kitos.odata.users"),
      ("o.csv", "Navn;Email;Seneste login;API bruger;Lokal Admin\r\nA;a@b.dk;\(table);Ja;Nej\r\n", "kitos.ui.users"),
    ] {
      let loaded = try LoadingFolder.load([name: text], as: ["\(name)=\(kind),organisation=\(Self.org)"])
      let facts = loaded.facts("kitos.last_login")
      #expect(
        facts.count == (day == nil || day == "?" ? 0 : 1) && facts.allSatisfy { $0.hasSuffix(day ?? "") }, "\(kind)")
      #expect(loaded.holes("kitos.last_login").isEmpty == (day != "?"), "\(kind)")
      #expect(loaded.facts("kitos.login_field").count == 1 && loaded.isComplete)
    }
  }

  /// Whether a user is deleted on the day judged.
  @Test(
    arguments: [
      (#""Deleted":true,"DeletedDate":"2026-01-01T00:00:00Z""#, true),
      (#""Deleted":true,"DeletedDate":null"#, true), (#""Deleted":true,"DeletedDate":"0001-01-01T00:00:00""#, true),
      (#""Deleted":false,"DeletedDate":"0001-01-01T00:00:00""#, false),
      (#""DeletedDate":"2026-01-01T00:00:00Z""#, true),
      (#""Deleted":true,"DeletedDate":"2026-12-24T00:00:00Z""#, false), (#""x":1"#, false),
      (#""Deleted":false,"DeletedDate":"2026-01-01T00:00:00Z""#, nil), (#""DeletedDate":"soon""#, nil),
    ] as [(String, Bool?)])
  func readsDeletions(_ written: String, _ isDeleted: Bool?) throws {
    let record = KitosTables.user(1).replacing(#""Deleted":false,"DeletedDate":null"#, with: written)
    let loaded = try LoadingFolder.load(
      ["t.json": KitosTables.document([record])], as: ["t.json=kitos.odata.users,organisation=\(Self.org)"])
    #expect(loaded.facts("kitos.deleted_user").count == (isDeleted == true ? 1 : 0))
    #expect(loaded.holes("kitos.deleted_user").isEmpty == (isDeleted != nil))
  }

  /// A column that mixes day and month says nothing, wherever it stands.
  @Test func aMixedColumnSaysNothing() throws {
    let tables = [
      (
        "o.csv", "kitos.last_login",
        "Navn;Email;Seneste login;API bruger;Lokal Admin\r\nA;a@b.dk;03-04-2026;Ja;Nej\r\nB;b@b.dk;03-25-2026;Ja;Nej\r\n"
      ),
      (
        "o.csv", "kitos.last_login",
        "Navn;Email;Oprettet;Seneste login;API bruger;Lokal Admin\r\nA;a@b.dk;03-25-2020;03-04-2026;Ja;Nej\r\n"
      ),
      (
        "e.csv", "employees.employment?end",
        "id;name;email;unit;start;end\r\n1;A;a@b.dk;U;2020-01-01;03-04-2026\r\n2;B;b@b.dk;U;;03-25-2026\r\n"
      ),
      (
        "r.csv", "register.approval?date",
        "system;what;subject;requested_by;approved_by;date\r\nkitos;api-access;a@b.dk;c@b.dk;d@b.dk;03-04-2026\r\n"
          + "kitos;api-access;b@b.dk;c@b.dk;d@b.dk;03-25-2026\r\n"
      ),
    ]
    for (name, relation, text) in tables {
      let loaded = try LoadingFolder.load([name: text])
      #expect(loaded.facts(relation).isEmpty, "\(relation)")
      #expect(!loaded.holes(relation).isEmpty, "\(relation)")
      #expect(loaded.file(name).notes.contains { $0.contains(DayColumn.mixture.english) }, "\(relation)")
    }
  }

  /// An employment since the beginning of a calendar has no start; one that ends on its first day has an end that nobody
  /// knows.
  @Test(
    arguments: [
      ("1900-01-01", "", [], [], 0), ("2020-01-01", "31-12-9999", ["1/from 2020-01-01 | 2020-01-01"], [], 0),
      ("2020-01-01", "1900-01-01", ["1/from 2020-01-01 | 2020-01-01"], [], 1),
    ] as [(String, String, [String], [String], Int)])
  func readsEmployments(_ start: String, _ end: String, _ starts: [String], _ ends: [String], _ holes: Int) throws {
    let loaded = try LoadingFolder.load([
      "e.csv": "id;name;email;unit;start;end\r\n1;A;a@b.dk;U;\(start);\(end)\r\n"
    ])
    #expect(loaded.facts("employees.employment?start") == starts && loaded.facts("employees.employment?end") == ends)
    #expect(loaded.holes("employees.employment?end").count == holes)
  }
}
