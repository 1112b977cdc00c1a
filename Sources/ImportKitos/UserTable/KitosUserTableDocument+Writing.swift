import FactStore
import ImportCore
import Localization

extension KitosUserTableDocument {
  func write(to writer: FactWriter, survey: Survey, report: inout SourceReport) {
    let doubt = survey.doubt(of: key)
    let grade: CompletenessGrade = total != nil && total != .unclear && doubt == nil ? .counted : .assumed
    report.grade = grade
    let hasLogins = users.contains { $0.lastLogin != nil }
    for relation in KitosKind.userTable.tableRelations
    where hasLogins || (relation != "kitos.last_login" && relation != "kitos.login_field") {
      writer.cover(relation, grade: grade)
    }
    for relation in KitosKind.roleTypeKinds.compactMap(\.roleTypeRelation) { writer.leaveOut(relation, "available") }
    let organisation = Kitos.organisation(self.organisation, of: Phrase("the document"), &report)
    let isEmpty = survey.isEmpty(key) && cut == nil
    if !isEmpty {
      writer.add("kitos.user_list", ["organisation": organisation], at: Place(line: 1))
    } else if let doubt {
      survey.noteEmptyList(of: key.organisation, doubt, to: writer, &report)
    }
    if let doubt, !isEmpty || !survey.kitos.users.hasList(organisation: key.organisation) {
      addHoles(writer, .page, doubt, Place(line: 1), key.organisation)
      report.completeness = .partial
      report.notes.append(doubt)
    }
    var types = RoleTypesOnce()
    for user in users {
      report.count(user.problems)
      guard let state = state(of: user, survey, writer) else { continue }
      writeUser(user, organisation, state.doubt, writer)
      writeRoles(user, organisation, state.doubt, survey, writer, &types)
    }
    if let cut {
      addHoles(writer, .truncated, cut.text, cut.place, key.organisation)
      report.fail(cut)
    }
    sayLimits(hasLogins, &report)
  }

  private func sayLimits(_ hasLogins: Bool, _ report: inout SourceReport) {
    report.limits.append(
      """
      which organisation the roles on systems, contracts and data processing are in, and who changed these last: their own \
      lists (API V2) have both
      """)
    if !hasLogins, !users.isEmpty {
      report.limits.append("logins: no field `LastLogin`, which Kitos has since June 2026")
    }
    let missing = KitosTableUser.RightsKind.allCases.filter { kind in
      users.contains { user in user.rights.contains { $0.kind == kind && $0.list == nil } }
    }.map { "`\($0.key)`" }
    let roles = users.contains { $0.organisationRoles == nil } ? ["`OrganizationRights`"] : []
    if !(roles + missing).isEmpty {
      report.completeness = .partial
      report.notes.append(
        """
        some users have no \((roles + missing).joined(separator: ", ")): the request must ask for them with `$expand`, as \
        the page Organisation, Brugere does
        """)
    }
  }

  /// Whether rows about the user are certain; `nil` for a user who is deleted and holds nothing.
  private func state(
    of user: KitosTableUser, _ survey: Survey, _ writer: FactWriter
  ) -> (doubt: FactWriter.Doubt?, Void)? {
    let at = user.place
    if case .unknown(let text, let reason) = user.isDeleted {
      writer.addHole(
        "kitos.deleted_user", user.user.known.map { ["user": $0] } ?? [:], reason: reason, text: text, at: at)
      // Others may have the user as living: that much of the record is read.
      let doubt = UserInDispute.note(user.user, user.email, survey, to: writer, at: at)
      return (doubt ?? FactWriter.Doubt(text: text, reason: reason), ())
    }
    let isDeleted = user.isDeleted == .value(.bool(true))
    if isDeleted { writer.add("kitos.deleted_user", ["user": user.user], at: at) }
    let doubt = UserInDispute.note(user.user, user.email, survey, to: writer, at: at)
    return isDeleted && doubt == nil ? nil : (doubt, ())
  }

  private func writeUser(
    _ user: KitosTableUser, _ organisation: FactWriter.Cell, _ doubt: FactWriter.Doubt?, _ writer: FactWriter
  ) {
    let at = user.place
    func add(_ relation: String, _ cells: [String: FactWriter.Cell]) {
      writer.add(relation, cells.merging(["user": user.user]) { $1 }, at: at, in: doubt)
    }
    add("kitos.listed_user", ["email": user.email, "name": user.name])
    add("kitos.api_access", ["email": user.email, "granted": user.apiAccess])
    add("kitos.stakeholder_access", ["granted": user.stakeholder])
    add("kitos.member", ["organisation": organisation])
    for (relation, cell) in [
      ("kitos.global_administrator", user.isGlobalAdministrator), ("kitos.system_integrator", user.isSystemIntegrator),
    ] {
      switch cell {
      case .value(.bool(true)): add(relation, [:])
      case .unknown(let text, let reason):
        writer.addHole(relation, user.user.known.map { ["user": $0] } ?? [:], reason: reason, text: text, at: at)
      default: break
      }
    }
    guard let login = user.lastLogin else { return }
    add("kitos.login_field", [:])
    if login != .none { add("kitos.last_login", ["day": login]) }
  }

  private func writeRoles(
    _ user: KitosTableUser, _ organisation: FactWriter.Cell, _ doubt: FactWriter.Doubt?, _ survey: Survey,
    _ writer: FactWriter, _ types: inout RoleTypesOnce
  ) {
    var known: [String: Value] = [:]
    known["user"] = user.user.known
    known["organisation"] = organisation.known
    for role in user.organisationRoles ?? [] {
      if role.role.text == KitosSchemas.globalAdministrator {
        writer.add("kitos.global_administrator", ["user": user.user], at: role.place, in: doubt)
        continue
      }
      let cells = ["user": user.user, "organisation": organisation, "role": role.role]
      writer.add("kitos.organisation_role", cells, at: role.place, in: doubt)
      writer.add(
        "kitos.admin_role_grant", cells.merging(["granted_by": cell(role.grantor)]) { $1 }, at: role.place, in: doubt)
      writeMaker(user, role, organisation, doubt, writer)
    }
    if user.organisationRoles == nil {
      let text: Phrase = "the document has no `OrganizationRights` of the user"
      for relation in ["kitos.organisation_role", "kitos.admin_role_grant", "kitos.local_admin_made_by"] {
        writer.addHole(relation, knowing: known, reason: .columnAbsent, text: text, at: user.place)
      }
    }
    for (kind, list) in user.rights {
      for right in list ?? [] {
        let cells = ["user": user.user, "object": right.object, "role": right.role]
        let doubt = doubt ?? survey.kitos.doubt(ofObject: right.object)
        writer.add(kind.roleRelation, cells, at: right.place, in: doubt)
        writer.add(
          "kitos.business_role_grant", cells.merging(["granted_by": cell(right.grantor)]) { $1 }, at: right.place,
          in: doubt)
        types.write(kind, right, survey, writer)
      }
      guard list == nil else { continue }
      let text: Phrase = "the document has no `\(kind.key)` of the user"
      for relation in [kind.roleRelation, "kitos.business_role_grant"] {
        writer.addHole(relation, knowing: known, reason: .columnAbsent, text: text, at: user.place)
      }
    }
  }

  /// Who made a local administrator: a number that the document does not explain is none of its users.
  private func writeMaker(
    _ user: KitosTableUser, _ role: KitosTableUser.OrganisationRole, _ organisation: FactWriter.Cell,
    _ doubt: FactWriter.Doubt?, _ writer: FactWriter
  ) {
    guard role.role.isUnknown || role.role.text == "LocalAdmin" else { return }
    let maker = cell(role.grantor)
    if case .number = role.grantor, maker.isUnknown { return }
    let cells = ["user": user.user, "organisation": organisation, "maker": maker]
    let unread = role.role.isUnknown ? FactWriter.Doubt(text: "the role cannot be read", reason: .unusable) : nil
    writer.add("kitos.local_admin_made_by", cells, at: role.place, in: doubt ?? unread)
  }

  private func cell(_ grantor: KitosTableUser.Grantor) -> FactWriter.Cell {
    switch grantor {
    case .number(let number):
      numbers[number].map { .text($0) }
        ?? .unknown("who created the right is given by a number that the document does not explain", .context)
    case .unknown(let text): .unknown(text, .context)
    }
  }

  /// Users may be missing from this table. A page that is missing leaves role types closed: those that a loaded user holds
  /// are said with the role, and those that another document names and nobody explains are holes by themselves. Whether a
  /// user is deleted, the records of others never say.
  private func addHoles(
    _ writer: FactWriter, _ reason: Hole.Reason, _ text: Phrase, _ place: Place, _ organisation: String?
  ) {
    let known = FactWriter.known(organisation: organisation)
    for relation in KitosKind.userTable.tableRelations
    where writer.schemas[relation]?.lost != .ownRow && (reason != .page || !relation.hasSuffix("_role_type")) {
      writer.addHole(relation, knowing: known, reason: reason, text: text, at: place)
    }
  }
}

/// Role types of a user table: each is said once, however many users hold the role.
private struct RoleTypesOnce {
  private struct Key: Hashable {
    var relation: String
    var cells: [FactWriter.Cell]
  }
  private var written: Set<Key> = []

  mutating func write(
    _ kind: KitosTableUser.RightsKind, _ right: KitosTableUser.Right, _ survey: Survey, _ writer: FactWriter
  ) {
    let key = Key(relation: kind.roleTypeRelation, cells: [right.role, right.roleName, right.write])
    guard written.insert(key).inserted else { return }
    // Whether it can be assigned today, another document may say.
    let isKnown = right.role.text.map(survey.kitos.roleTypesWithAvailability.contains) == true
    writer.add(
      kind.roleTypeRelation,
      [
        "role": right.role, "name": right.roleName, "write": right.write,
        "available": isKnown
          ? .none : .unknown("the user table does not say whether the role can be assigned today", .columnAbsent),
      ], at: right.place)
  }
}
