import FactStore
import Localization

/// A document of a known kind of which nothing can be used.
package struct DamagedDocument: SourceDocument {
  package var relations: [String]
  package var records: Int
  package var damage: Damage
  /// What the configuration says of every record.
  private var known: [String: Value] = [:]

  package var damageOfWhole: Phrase? { damage.text }
  package var problemCount: Int { 0 }

  /// `reason` is what is wrong with the whole; without one, what the reader of the format said.
  package init(_ input: DocumentInput, relations: [String], records: Int = 0, reason: Phrase? = nil) {
    self.relations = relations
    self.records = records
    known = input.known
    damage =
      reason.map { Damage(place: Place(line: 1), text: $0) }
      ?? input.damage ?? Damage(place: Place(line: 1), text: "the content does not fit the kind")
  }

  package func write(to writer: FactWriter, survey: Survey, report: inout SourceReport) {
    for relation in relations {
      // Covered: an export was given, it is damaged rather than absent.
      writer.cover(relation, grade: .assumed)
      if writer.schemas[relation]?.lost == .ownRow { continue }
      writer.addHole(relation, knowing: known, reason: .truncated, text: damage.text, at: damage.place)
    }
    report.grade = .assumed
    report.fail(damage)
    report.records += records
    report.rejected += records
  }
}
