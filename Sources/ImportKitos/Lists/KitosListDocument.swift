import FactStore
import ImportCore

/// A list whose records become rows as they are: the secretariat's lists, units, the catalogue, permissions, deletions.
struct KitosListDocument: SourceDocument {
  var kind: KitosKind
  var isSingle: Bool
  /// From the configuration.
  var organisation: String?
  var entries: [KitosEntry]
  var lost: [Damage]
  var cut: Damage?
  var file: FileID
  /// What the configuration says of whom and what an answer is about, by column.
  var context: [String: Value] = [:]
  /// What could not be told of the document as a whole, with what to do about it.
  var notes: [String] = []
  /// Names of organisations by uuid, as the document gives them.
  var organisationNames: [String: Set<String>] = [:]

  var damageOfWhole: String? { cut?.text }
  var records: Int { entries.count + lost.count }
  var problemCount: Int { entries.problemCount }
  private var isWhole: Bool { lost.isEmpty && cut == nil && entries.allSatisfy { $0.problems.isEmpty } }

  func inform(_ survey: inout Survey, file: FileID) {
    for pair in entries.lazy.flatMap(\.pairs) { survey.kitos.users.pair(email: pair.email, uuid: pair.uuid) }
    for email in entries.lazy.compactMap(\.flagged) { survey.kitos.users.withAPIFlag.insert(email) }
    for (name, uuids) in organisationNames { survey.kitos.organisationNames[name, default: []].formUnion(uuids) }
    let isList = !isSingle && isWhole && !entries.isEmpty && survey.claims[file]?.isPart != true
    if kind == .globalAdmins, isList { survey.kitos.users.globalAdministratorsAreListed = true }
    if kind == .systemIntegrators, isList { survey.kitos.users.systemIntegratorsAreListed = true }
    for row in entries.lazy.flatMap(\.rows) {
      switch row.relation {
      case "kitos.listed_user": survey.kitos.users.note(row.cells["user"]!, row.cells["email"]!)
      case "kitos.permission": row.cells["user"]?.text.map { _ = survey.kitos.users.asked.insert($0) }
      case "kitos.deleted_object": row.cells["object"]?.text.map { _ = survey.kitos.deletedObjects.insert($0) }
      default: break
      }
    }
    for entry in entries {
      for row in entry.rows where row.relation == kind.objectRelation {
        if let id = row.cells["object"]?.text { survey.kitos.objectKinds[id] = kind }
        if kind == .units, let id = row.cells["object"]?.text, row.cells["parent"] == FactWriter.Cell.none {
          survey.kitos.rootUnits.insert(id)
        }
      }
    }
  }

  private var key: Survey.ListKey {
    // The catalogue is one list for all organisations.
    let isShared = kind == .systems || kind == .interfaces
    return Survey.ListKey(
      kind: kind.rawValue, organisation: isShared ? nil : organisation,
      file: organisation == nil && !isShared ? file : nil)
  }

  /// Whether the list decides what no other document does: an empty one takes nothing from those that have it.
  private func isNeeded(_ survey: Survey) -> Bool {
    guard kind == .globalAdmins, entries.isEmpty, lost.isEmpty else { return true }
    return !survey.kitos.users.globalAdministratorsAreListed && !survey.kitos.hasUserTable
  }

  private var isPaged: Bool { kind == .systems || kind == .interfaces || kind == .units }

  func enlist(in survey: inout Survey, file: FileID) {
    guard !isSingle else { return }
    survey.addPage(
      key, Survey.Page(file: file, count: records, identities: Set(entries.compactMap(\.identity))))
  }

  func tally(organisation: String?, survey: Survey) -> RecordTally {
    guard organisation == nil || organisation == key.organisation else { return RecordTally() }
    let identities = entries.compactMap(\.identity)
    return RecordTally(identities: Set(identities), others: records - identities.count)
  }

  func write(to writer: FactWriter, survey: Survey, report: inout SourceReport) {
    report.grade = isPaged || isSingle ? .assumed : .closed
    report.notes += notes
    if !notes.isEmpty { report.completeness = .partial }
    let hasList = isSingle && survey.hasList(kind.rawValue, organisation: key.organisation)
    if !hasList {
      for relation in kind.relations { writer.cover(relation, grade: report.grade ?? .assumed) }
    }
    if isSingle, !hasList, kind != .permissions, kind.createdKind == nil {
      doubt(writer, "only one \(kind.noun) was exported, others may exist", &report)
    } else if !isSingle, let text = survey.doubt(of: key) {
      if isNeeded(survey) { doubt(writer, text, &report) } else { report.notes.append(text) }
    }
    writeUnlisted(to: writer, survey, &report)
    for entry in entries { write(entry, writer, survey, &report) }
    for damage in lost {
      addHoles(writer, .unusable, damage.text, damage.place, known: knownOfAll)
      report.reject(SourceReport.Problem(damage))
    }
    if let cut {
      addHoles(writer, .truncated, cut.text, cut.place, known: knownOfAll)
      report.fail(cut)
    }
  }

  /// What the list leaves out by its nature, unless a user list shows it.
  private func writeUnlisted(to writer: FactWriter, _ survey: Survey, _ report: inout SourceReport) {
    let reason = Hole.Reason.hidden
    let start = Place(line: 1)
    switch kind {
    case .crossOrganisationUsers:
      report.limits.append("users with neither API nor stakeholder access, and anybody's roles")
      guard !survey.kitos.users.hasList(organisation: nil) else { return }
      let text = "the list leaves out users with neither API nor stakeholder access"
      writer.addHole("kitos.listed_user", [:], reason: reason, text: text, at: start)
      for relation in ["kitos.api_access", "kitos.stakeholder_access"] {
        writer.addHole(relation, ["granted": .bool(false)], reason: reason, text: text, at: start)
      }
    case .rightsHolders:
      report.limits.append("users who are no rights holders, and further roles of those who are")
      guard !survey.kitos.users.hasList(organisation: nil) else { return }
      doubt(writer, "the list has rights holders only", &report, reason: reason)
    case .localAdmins:
      report.limits.append("roles other than that of local administrator")
      guard !survey.kitos.users.hasList(organisation: nil) else { return }
      doubt(writer, "the list has local administrators only", &report, reason: reason)
    default: break
    }
  }

  private func write(
    _ entry: KitosEntry, _ writer: FactWriter, _ survey: Survey, _ report: inout SourceReport
  ) {
    let listed = entry.rows.first { $0.relation == "kitos.listed_user" }
    let doubt = listed.flatMap {
      UserInDispute.note($0.cells["user"]!, $0.cells["email"]!, survey, to: writer, at: entry.place)
    }
    for row in entry.rows {
      var cells = row.cells
      if let name = row.organisationName {
        let known = survey.kitos.organisationNames[name] ?? []
        cells["organisation"] =
          known.count == 1
          ? .value(.text(known.first!))
          : .unknown("the document names the organisation, and no other document gives the uuid of that name", .context)
      }
      let isObject = row.relation == kind.objectRelation
      writer.add(
        row.relation, cells, at: row.place, in: isObject ? survey.kitos.doubt(ofObject: cells["object"]!) : doubt)
    }
    if let listed { writeElsewhere(entry, listed, writer, survey) }
    report.count(entry.problems)
  }

  /// What is known of every record of the list, read or not.
  private var knownOfAll: [String: Value] {
    switch kind {
    case .localAdmins: ["role": .text("LocalAdmin")]
    case .rightsHolders: ["role": .text("RightsHolderAccess")]
    default: context
    }
  }

  private func doubt(
    _ writer: FactWriter, _ text: String, _ report: inout SourceReport, reason: Hole.Reason = .page
  ) {
    addHoles(writer, reason, text, Place(line: 1), known: reason == .hidden ? [:] : knownOfAll)
    report.completeness = .partial
    report.notes.append(text)
  }

  private func addHoles(
    _ writer: FactWriter, _ reason: Hole.Reason, _ text: String, _ place: Place, known: [String: Value]
  ) {
    for relation in kind.relations where writer.schemas[relation]?.lost != .ownRow {
      writer.addHole(relation, knowing: known, reason: reason, text: text, at: place)
    }
  }
}
