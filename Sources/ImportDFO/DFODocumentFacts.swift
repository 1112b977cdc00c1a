import FactStore
import ImportCore
import Localization

/// The documents of DFØ themselves, and the day that each was asked of.
extension DFOImporter {
  package func relations(aboutKind kind: String) -> [String] {
    kind.hasPrefix("dfo.") ? [DFOSchemas.document.name] : []
  }

  package func write(about all: [LoadedDocument], to writers: [FactWriter]) {
    let own = all.indices.filter { all[$0].report.kind?.hasPrefix("dfo.") == true }
    var names = DocumentNames()
    for index in own { names.note(Self.description(all[index]), digest: all[index].report.sha256) }
    for index in own {
      let document = all[index]
      writers[index].cover(DFOSchemas.document.name, grade: .closed)
      writers[index].add(
        DFOSchemas.document.name,
        [
          "document": .text(names.name(Self.description(document), digest: document.report.sha256)),
          "kind": .text(document.report.kind ?? ""), "path": .text(document.report.path),
          "day": AskedDay.read(document.context),
        ], at: Place(line: 1))
    }
  }

  private static func description(_ document: LoadedDocument) -> String {
    DocumentNames.describe(document.report.kind ?? "", document.context)
  }
}

/// The day of which DFØ was asked. Nothing in an answer says it, so it is what the configuration says.
enum AskedDay {
  static func read(_ context: SourceContext) -> FactWriter.Cell {
    if let query = context.query {
      let asked = asked(in: query)
      if asked.count > 1 || asked == [nil] {
        return .unknown("the recorded query has `dato`, and no one day beside it", .context)
      }
      if let day = asked.first.flatMap({ $0 }) { return .value(.date(day)) }
    }
    if let day = context.extractedAt.flatMap({ CalendarDate($0) }) { return .value(.date(day)) }
    return .unknown("which day was asked is not known; say it as `query: dato=…` or `extracted_at`", .context)
  }

  /// What stands behind each `dato` of a query or a command: `dato=2026-11-01`, or the header `dato: 2026-11-01`.
  private static func asked(in query: String) -> Set<CalendarDate?> {
    let text = query.lowercased()
    var days: Set<CalendarDate?> = []
    var rest = text[...]
    while let range = rest.firstRange(of: "dato") {
      let isWord = range.lowerBound == text.startIndex || !text[text.index(before: range.lowerBound)].isLetter
      rest = rest[range.upperBound...]
      let value = rest.drop { $0 == " " }
      guard isWord, let sign = value.first, sign == "=" || sign == ":" else { continue }
      let day = value.dropFirst().drop { $0 == " " || $0 == "\"" || $0 == "'" }
      let isEnded = day.dropFirst(10).first.map { !$0.isNumber && !$0.isLetter && $0 != "-" } ?? true
      days.insert(isEnded ? CalendarDate(day.prefix(10)) : nil)
    }
    return days
  }
}
