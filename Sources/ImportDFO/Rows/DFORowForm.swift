import FactStore
import Formats
import ImportCore
import Localization

/// A file of rows that DFØ sends by night: without titles, with a fixed number of fields. What a column is, its place says.
struct DFORowForm: Sendable {
  /// The kind of its records.
  let kind: String
  /// The columns that are read, by their places, as the documentation of the files calls them.
  let columns: [Int: String]
  /// Fields of each row.
  let count: Int
  /// Whether the fields of a row are what such a row has.
  let fits: @Sendable ([String]) -> Bool

  /// The titles of all fields; those that are not read have numbers.
  var titles: [String] { (0..<count).map { columns[$0] ?? "field \($0)" } }

  static let all = [posts, people, units, committees]

  static let posts = DFORowForm(
    kind: "dfo.feide-persti",
    columns: [
      0: "ansattnr", 1: "orgeh", 2: "plans", 3: "stell", 4: "forretningsområde", 5: "start", 6: "end", 7: "type",
    ], count: 9
  ) { fields in
    isNumber(fields[0]) && isNumberOrNone(fields[1]) && isNumberOrNone(fields[2]) && isDay(fields[5])
      && isDay(fields[6]) && ["H", "B"].contains(fields[7])
  }

  static let people = DFORowForm(
    kind: "dfo.feide-persondata",
    columns: [0: "ansattnr", 2: "end", 4: "fnr", 6: "first", 7: "middle", 8: "last", 25: "forretningsområde"], count: 39
  ) { fields in
    isNumber(fields[0]) && (isDay(fields[2]) || isNothing(fields[2])) && isDay(fields[5])
      && (fields[4].isEmpty || isDigits(fields[4], 6...11)) && !isDigits(fields[8], 1...20)
  }

  static let units = DFORowForm(
    kind: "dfo.feide-orgenh",
    columns: [0: "id", 1: "name", 4: "forretningsområde", 6: "parent"], count: 7
  ) { fields in
    isDigits(fields[0], 8...8) && fields[1].contains(where: \.isLetter) && isDigits(fields[4], 4...4)
      && (isDigits(fields[6], 8...8) || fields[6].isEmpty)
  }

  /// Members of committees, who have no rights by it.
  static let committees = DFORowForm(kind: DFOKnown.committees, columns: [:], count: 7) { fields in
    isNumber(fields[0]) && isDay(fields[4]) && isDay(fields[5]) && fields[3].contains(where: { !$0.isWhitespace })
  }

  // MARK: Shapes

  private static func isNumber(_ text: String) -> Bool { DFOText.number(text).map { !$0.isEmpty } ?? false }
  private static func isNumberOrNone(_ text: String) -> Bool { text.isEmpty || DFOText.number(text) != nil }
  private static func isDay(_ text: String) -> Bool { DFOText.packedDay(text) != .wrong }
  static func isNothing(_ text: String) -> Bool { text.isEmpty || text == "00000000" }

  private static func isDigits(_ text: String, _ count: ClosedRange<Int>) -> Bool {
    count.contains(text.utf8.count) && text.utf8.allSatisfy(DFOText.isDigit)
  }
}

extension DFORowForm {
  /// What a text is, by its first rows: most of them, and the very first among them, have the shape of one form.
  static func recognise(_ text: [UInt8]) -> Recognition? {
    var rows: [[String]] = []
    var scanner = DFORowScanner(text)
    while rows.count < sampled, let row = scanner.next() {
      if case .success(let fields) = row.fields { rows.append(fields) }
    }
    guard let first = rows.first else { return nil }
    for form in all where first.count == form.count && form.fits(first) {
      let fitting = rows.count { $0.count == form.count && form.fits($0) }
      guard fitting * 2 > rows.count else { continue }
      return form.kind == DFOKnown.committees
        ? .known(kind: form.kind, what: DFOKnown.committeeText) : .used(kind: form.kind)
    }
    let isOfPeople = [37, 77].contains(first.count) && isNumber(first[0]) && isDay(first[5])
    return isOfPeople
      ? .unknown(
        """
        rows like those of `feide_persondata` with another number of fields; the file of 39 fields is read, and one of 77 \
        has passport numbers, which no audit needs
        """) : nil
  }

  private static let sampled = 50
}
