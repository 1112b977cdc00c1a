import FactStore

/// A document of a known kind of which nothing can be used.
struct DamagedDocument: SourceDocument {
  var relations: [String]
  var records: Int
  var damage: Damage
  /// What the configuration says of every record.
  private var known: [String: Value] = [:]

  var damageOfWhole: String? { damage.text }

  /// `reason` is what is wrong with the whole; without one, what the reader of the format said.
  init(_ input: DocumentInput, relations: [String], records: Int = 0, reason: String? = nil) {
    self.relations = relations
    self.records = records
    if input.context.kind.flatMap(KitosKind.init)?.isOfOneOrganisation == true {
      known = FactWriter.known(organisation: input.context.organisation)
    }
    damage =
      reason.map { Damage(place: Place(line: 1), text: $0) }
      ?? input.damage ?? Damage(place: Place(line: 1), text: "the content does not fit the kind")
  }

  func write(to writer: FactWriter, survey: Survey, report: inout SourceReport) {
    for relation in relations {
      // Covered: an export was given, it is damaged rather than absent.
      writer.cover(relation, grade: .assumed)
      if ListDoubts.isSaidOfOneself(relation) { continue }
      writer.addHole(relation, knowing: known, reason: .truncated, text: damage.text, at: damage.place)
    }
    report.grade = .assumed
    report.fail(damage)
    report.records += records
    report.rejected += records
  }
}
