import FactStore
import ImportCore

/// A page of system usages, contracts or data-processing registrations, or one of them.
struct KitosObjectsDocument: SourceDocument {
  var kind: KitosKind
  var isSingle: Bool
  /// From the configuration; each record may name its own.
  var organisation: String?
  var objects: [KitosObject]
  var lost: [Damage]
  var cut: Damage?
  var file: FileID

  var damageOfWhole: String? { cut?.text }
  var records: Int { objects.count + lost.count }
  var problemCount: Int { objects.problemCount }

  /// The one organisation that every record names; `nil` when there are several or none.
  private var commonOrganisation: String? {
    let named = Set(objects.map(\.organisation.text))
    return named.count == 1 ? named.first! : nil
  }

  private var key: Survey.ListKey {
    let known = organisation ?? commonOrganisation
    return Survey.ListKey(kind: kind.rawValue, organisation: known, file: known == nil ? file : nil)
  }

  func inform(_ survey: inout Survey, file: FileID) {
    for object in objects {
      if let named = object.organisation.text, let name = object.organisationName {
        survey.kitos.organisationNames[name, default: []].insert(named)
      }
      if let id = object.object.text { survey.kitos.objectKinds[id] = kind }
      for role in object.roles {
        if let id = role.role.text { survey.kitos.rolesUsed[kind, default: []].insert(id) }
      }
    }
  }

  func enlist(in survey: inout Survey, file: FileID) {
    if !isSingle {
      survey.addPage(
        key, Survey.Page(file: file, count: records, identities: Set(objects.compactMap { $0.object.text })))
    }
    for object in objects {
      guard let id = object.object.text else { continue }
      survey.note(kind.objectRelation!, key: id, cells: object.optionalCells)
    }
  }

  func tally(organisation: String?, survey: Survey) -> RecordTally {
    let counted = organisation == nil ? objects : objects.filter { $0.organisation.text == organisation }
    let identities = counted.compactMap { $0.object.text }
    return RecordTally(
      identities: Set(identities), others: counted.count - identities.count + (organisation == nil ? lost.count : 0))
  }

  func write(to writer: FactWriter, survey: Survey, report: inout SourceReport) {
    let hasList = key.organisation != nil && survey.hasList(kind.rawValue, organisation: key.organisation)
    if !isSingle || !hasList {
      for relation in kind.relations { writer.cover(relation, grade: .assumed) }
    }
    report.grade = .assumed
    if isSingle {
      if !hasList { addPageHoles(writer, "only one \(kind.noun) was exported, others may exist", &report) }
    } else if let doubt = survey.doubt(of: key) {
      addPageHoles(writer, doubt, &report)
    }
    for object in objects { write(object, writer, survey, &report) }
    for damage in lost {
      addHoles(writer, .unusable, damage.text, damage.place)
      report.reject(SourceReport.Problem(damage))
    }
    if let cut {
      addHoles(writer, .truncated, cut.text, cut.place)
      report.fail(cut)
    }
    if let organisation, objects.contains(where: { $0.organisation.text.map { $0 != organisation } ?? false }) {
      report.notes.append("some records belong to another organisation than `\(organisation)`, which was given for it")
    } else if organisation == nil, Set(objects.compactMap(\.organisation.text)).count > 1 {
      report.notes.append("the document mixes organisations; each record keeps its own")
    }
  }

  private func write(_ object: KitosObject, _ writer: FactWriter, _ survey: Survey, _ report: inout SourceReport) {
    let relation = kind.objectRelation!
    var cells = ["object": object.object]
    for (index, (name, cell)) in zip(
      ["name", "organisation", "created_by", "modified_by"], object.optionalCells
    ).enumerated() {
      if let id = object.object.text, survey.isDisputed(relation, key: id, index) {
        cells[name] = .unknown("records of one \(kind.noun) disagree in `\(name)`", .conflict)
      } else {
        cells[name] = cell
      }
    }
    let doubt = survey.kitos.doubt(ofObject: object.object)
    writer.add(relation, cells, at: object.place, in: doubt)
    for assignment in object.roles {
      writer.add(
        kind.roleRelation!, ["object": object.object, "user": assignment.user, "role": assignment.role],
        at: assignment.place, in: doubt)
    }
    for link in object.links {
      writer.add(kind.linkRelation!, ["object": object.object, "to": link.to], at: link.place, in: doubt)
    }
    report.count(object.problems)
  }

  private func addPageHoles(_ writer: FactWriter, _ text: String, _ report: inout SourceReport) {
    addHoles(writer, .page, text, Place(line: 1))
    report.completeness = .partial
    report.notes.append(text)
  }

  private func addHoles(_ writer: FactWriter, _ reason: Hole.Reason, _ text: String, _ place: Place) {
    for relation in kind.relations { writer.addHole(relation, [:], reason: reason, text: text, at: place) }
  }
}
