import FactStore
import Localization

/// Holds each document to the day on which it says it was made: `extracted_at` of `tilsyn.yaml` or `--as`.
///
/// One of a later day than the one judged shows another day, and nothing of it is used. An old one shows how things were:
/// its facts stay, but that there is no more than them is not known any longer (language.md, statement 8.4).
struct ExtractionCheck {
  /// Days for which an export is relied on, where nobody says otherwise.
  static let standardAge = 92

  let contexts: [SourceContext]
  private let registry: Registry
  let asOf: CalendarDate
  /// The longest that `expect` allows, by kind.
  private let expected: [String: Int]

  init(configuration: Configuration, contexts: [SourceContext], asOf: CalendarDate) {
    self.contexts = contexts
    registry = configuration.registry
    self.asOf = asOf
    expected = Dictionary(
      configuration.expectations.compactMap { expectation in expectation.maxAgeDays.map { (expectation.kind, $0) } },
      uniquingKeysWith: max)
  }

  /// The days from when the document was made to the day judged.
  func age(_ index: Int) -> Int? {
    guard let day = contexts[index].extractedAt.flatMap({ CalendarDate($0) }) else { return nil }
    return Int(asOf.days) - Int(day.days)
  }

  /// Puts a document of which nothing can be used in the place of each one that was made after the day judged.
  func refuseLater(_ files: inout [ReadFile], found: [FoundFile], writer: (Int) -> FactWriter) {
    for index in files.indices where found[index].role == .source {
      guard let age = age(index), age < 0, let day = contexts[index].extractedAt else { continue }
      let reason: Phrase = "it was made on \(day), after the day judged (\("\(asOf)")), and cannot show that day"
      files[index].failure = reason
      let damage = Damage(place: Place(line: 1), text: reason)
      if !files[index].mappedRelations.isEmpty {
        let writer = writer(index)
        for relation in files[index].mappedRelations {
          writer.cover(relation, grade: .assumed)
          writer.addHole(relation, reason: .truncated, text: reason, at: damage.place)
        }
        files[index].writer = writer
        files[index].report.rejected += files[index].report.used
        files[index].report.used = 0
        files[index].report.fail(damage)
      } else if let kind = files[index].report.kind, files[index].document != nil {
        var input = DocumentInput(file: FileID(index), path: found[index].shown, context: contexts[index])
        input.known = registry.known(ofKind: contexts[index].kind, organisation: contexts[index].organisation)
        // What was written of it at once goes too.
        files[index].writer = nil
        files[index].document = DamagedDocument(
          input, relations: registry.relations(ofKind: kind), records: files[index].document?.records ?? 0,
          reason: reason)
      } else {
        files[index].report.fail(damage)
      }
    }
  }

  /// Why a document is too old to be relied on; `nil` when it is not.
  func tooOld(_ index: Int, kind: String?) -> Phrase? {
    guard let age = age(index), let day = contexts[index].extractedAt else { return nil }
    let limit = contexts[index].maxAgeDays ?? kind.flatMap { expected[$0] } ?? Self.standardAge
    guard age > limit else { return nil }
    return "it was made on \(day), \(age) days before the day judged; after \(limit) days it is not relied on"
  }

  /// Leaves a hole in everything that an old document fills.
  func doubt(_ writer: FactWriter, _ index: Int, relations: [String], reason: Phrase) {
    for relation in relations {
      // A list of one organisation says nothing of others, however old it is.
      var known: [String: Value] = [:]
      if let organisation = contexts[index].organisation,
        writer.schemas[relation]?.columns.contains(where: { $0.name == "organisation" && !$0.isOptional }) == true
      {
        known["organisation"] = .text(organisation)
      }
      writer.addHole(relation, known, reason: .old, text: reason, at: Place(line: 1))
    }
  }
}
