import FactStore
import ImportCore

/// A list of role types, or one of them. The list is never split into pages.
struct KitosRoleTypesDocument: SourceDocument {
  /// From the configuration; the document itself names none.
  var kind: KitosKind?
  var isSingle: Bool
  var types: [KitosRoleType]
  var lost: [Damage]
  var cut: Damage?
  var file: FileID

  var damageOfWhole: String? { cut?.text }
  var records: Int { types.count + lost.count }
  var problemCount: Int { types.problemCount }

  private var roles: Set<String> { Set(types.compactMap(\.role.text)) }

  func inform(_ survey: inout Survey, file: FileID) {
    for type in types where !type.available.isUnknown {
      if let id = type.role.text { survey.kitos.roleTypesWithAvailability.insert(id) }
    }
  }

  private static func key(_ kind: KitosKind) -> Survey.ListKey {
    Survey.ListKey(kind: kind.rawValue, organisation: nil, file: nil)
  }

  func enlist(in survey: inout Survey, file: FileID) {
    guard !isSingle, let kind = kind ?? survey.kitos.kind(ofRoles: roles) else { return }
    survey.addPage(
      Self.key(kind), Survey.Page(file: file, count: records, identities: []))
  }

  func write(to writer: FactWriter, survey: Survey, report: inout SourceReport) {
    report.grade = isSingle ? .assumed : .closed
    guard let kind = kind ?? survey.kitos.kind(ofRoles: roles), let relation = kind.roleTypeRelation else {
      writeUnassigned(to: writer, &report)
      return
    }
    report.kind = kind.rawValue
    if self.kind == nil {
      report.notes.append("taken as `\(kind.rawValue)`, since only loaded objects of that kind use its roles")
    }
    let hasList = survey.hasList(kind.rawValue, organisation: nil)
    if !isSingle || !hasList { writer.cover(relation, grade: isSingle ? .assumed : .closed) }
    let doubt =
      isSingle
      ? (hasList ? nil : "only one role type was exported, others may exist") : survey.doubt(of: Self.key(kind))
    if let text = doubt {
      writer.addHole(relation, [:], reason: .page, text: text, at: Place(line: 1))
      report.completeness = .partial
      report.notes.append(text)
    }
    for type in types {
      writer.add(
        relation, ["role": type.role, "name": type.name, "write": type.write, "available": type.available],
        at: type.place)
      report.count(type.problems)
    }
    for damage in lost {
      writer.addHole(relation, [:], reason: .unusable, text: damage.text, at: damage.place)
      report.reject(SourceReport.Problem(damage))
    }
    if let cut {
      writer.addHole(relation, [:], reason: .truncated, text: cut.text, at: cut.place)
      report.fail(cut)
    }
    if !isSingle {
      report.limits.append(
        "withdrawn role types: the list holds only those available today; fetch one alone, with its uuid at the end of the "
          + "address")
    }
  }

  /// Whose roles these are is not known: each may exist in every relation of role types.
  private func writeUnassigned(to writer: FactWriter, _ report: inout SourceReport) {
    report.completeness = .partial
    report.notes.append(
      "the document does not say whose roles these are, and the loaded objects do not tell; give the kind in "
        + "`tilsyn.yaml` or with `--as PATH=\(KitosKind.usageRoleTypes.rawValue)`")
    for relation in KitosKind.roleTypeKinds.compactMap(\.roleTypeRelation) {
      for type in types {
        var known: [String: Value] = [:]
        known["role"] = type.role.known
        known["name"] = type.name.known
        known["write"] = type.write.known
        known["available"] = type.available.known
        writer.addHole(
          relation, known, reason: .context, text: "whose role type this is is not known", at: type.place)
      }
      for damage in lost {
        writer.addHole(relation, [:], reason: .unusable, text: damage.text, at: damage.place)
      }
      if let cut { writer.addHole(relation, [:], reason: .truncated, text: cut.text, at: cut.place) }
    }
    for type in types { report.count(type.problems) }
    for damage in lost { report.reject(SourceReport.Problem(damage)) }
    if let cut { report.fail(cut) }
  }
}
