import FactStore
import ImportCore

/// The roles on one object, or on an organisation unit and the units below it, with e-mail addresses.
struct KitosObjectRolesDocument: SourceDocument {
  /// ``KitosKind/unitRoles``, or a kind of roles that the configuration names; `nil` where nothing says what the object is.
  var kind: KitosKind?
  /// The object that the configuration names.
  var object: String?
  var assignments: [Assignment]
  var lost: [Damage]
  var cut: Damage?

  struct Assignment: Sendable, ReadRecord {
    var place: Place
    /// For roles on units, which each record names itself.
    var unit: FactWriter.Cell?
    var user: FactWriter.Cell
    var email: FactWriter.Cell
    var role: FactWriter.Cell
    var problems: [SourceReport.Problem] = []
  }

  var damageOfWhole: String? { cut?.text }
  var records: Int { assignments.count + lost.count }
  var problemCount: Int { assignments.problemCount }

  func inform(_ survey: inout Survey, file: FileID) {
    for entry in assignments {
      if let email = entry.email.text, let uuid = entry.user.text { survey.kitos.users.pair(email: email, uuid: uuid) }
    }
  }

  /// What the roles are on: as told, else as the loaded objects or the loaded roles have it.
  private func resolve(_ survey: Survey) -> KitosKind? {
    if let kind { return kind }
    if let object, let known = survey.kitos.objectKinds[object]?.objectRoles { return known }
    let roles = Set(assignments.compactMap(\.role.text))
    let kinds = KitosKind.objectKinds.filter { !(survey.kitos.rolesUsed[$0] ?? []).isDisjoint(with: roles) }
    return kinds.count == 1 ? kinds[0].objectRoles : nil
  }

  func write(to writer: FactWriter, survey: Survey, report: inout SourceReport) {
    report.grade = .closed
    let kind = resolve(survey)
    if let kind {
      report.kind = kind.rawValue
      if self.kind == nil {
        report.notes.append("taken as `\(kind.rawValue)`, as the other documents have it")
      }
    } else {
      report.completeness = .partial
      report.notes.append(
        "the document does not say what its roles are on; give the kind and the object in `tilsyn.yaml` or with "
          + "`--as PATH=\(KitosKind.usageRoles.rawValue),object=…`")
    }
    let relations =
      kind.map { $0.roleRelation.map { [$0] } ?? [] } ?? KitosKind.objectKinds.compactMap(\.roleRelation)
    if kind == .unitRoles { writeUnits(to: writer, survey, &report) } else { writeOne(to: writer, kind, &report) }
    for assignment in assignments {
      for relation in relations { write(assignment, relation, kind, writer) }
      report.count(assignment.problems)
    }
    for damage in lost {
      for relation in relations {
        writer.addHole(relation, ofObject(kind), reason: .unusable, text: damage.text, at: damage.place)
      }
      report.reject(SourceReport.Problem(damage))
    }
    if let cut {
      for relation in relations {
        writer.addHole(relation, ofObject(kind), reason: .truncated, text: cut.text, at: cut.place)
      }
      report.fail(cut)
    }
  }

  private func write(_ entry: Assignment, _ relation: String, _ kind: KitosKind?, _ writer: FactWriter) {
    let object = entry.unit ?? objectCell
    guard kind == nil else {
      writer.add(relation, ["object": object, "user": entry.user, "role": entry.role], at: entry.place)
      return
    }
    var known: [String: Value] = [:]
    known["object"] = object.known
    known["user"] = entry.user.known
    known["role"] = entry.role.known
    writer.addHole(relation, known, reason: .context, text: "what the role is on is not known", at: entry.place)
  }

  /// What is known of a record that cannot be read: all are of one object, but for those of units.
  private func ofObject(_ kind: KitosKind?) -> [String: Value] {
    kind == .unitRoles ? [:] : objectCell.known.map { ["object": $0] } ?? [:]
  }

  private var objectCell: FactWriter.Cell {
    object.map { .text($0) } ?? .unknown("which object the roles are on is not known", .context)
  }

  private func writeOne(to writer: FactWriter, _ kind: KitosKind?, _ report: inout SourceReport) {
    // The list of objects covers the relation; one object's roles say nothing of other objects.
    report.limits.append("roles on other objects")
    if kind != nil, object == nil {
      report.completeness = .partial
      report.notes.append(
        "the document does not say which object its roles are on; give it in `tilsyn.yaml` or with "
          + "`--as PATH=\(report.kind ?? ""),object=…`")
    }
  }

  private func writeUnits(to writer: FactWriter, _ survey: Survey, _ report: inout SourceReport) {
    writer.cover("kitos.unit_role", grade: .closed)
    if survey.kitos.hasUserTable { return }
    guard let object, survey.kitos.rootUnits.contains(object) else {
      let text =
        object == nil
        ? "the roles on one unit and the units below it; which unit was asked for is not known"
        : "the roles on one unit and the units below it; no loaded list of units says that it is the topmost one"
      writer.addHole("kitos.unit_role", [:], reason: .context, text: text, at: Place(line: 1))
      report.completeness = .partial
      report.notes.append(text + "; give it in `tilsyn.yaml` or with `--as PATH=\(report.kind ?? ""),object=…`")
      return
    }
  }
}
