import FactStore
import Formats
import ImportCore
import Localization

/// The lists across organisations, which the secretariat alone can read.
extension Kitos {
  static let crossOrganisationUsers = kind(
    .crossOrganisationUsers, [.keys(["email", "uuid", "organizationsWhereActive"])],
    fills: [
      "kitos.listed_user", "kitos.user_in_dispute", "kitos.api_access", "kitos.stakeholder_access", "kitos.active_in",
    ]
  ) { $0.readUserAcross() }
  .with { kind in
    kind.grade = .closed
    kind.limits = ["users with neither API nor stakeholder access, and anybody's roles"]
    kind.whole.write = { document, survey, writer, _ in
      guard !survey.kitos.users.hasList(organisation: nil) else { return }
      let text: Phrase = "the list leaves out users with neither API nor stakeholder access"
      document.addHoles(writer, ["kitos.listed_user"], .hidden, text)
      document.addHoles(
        writer, ["kitos.api_access", "kitos.stakeholder_access"], .hidden, text, known: ["granted": .bool(false)])
    }
  }

  static let rightsHolders = kind(
    .rightsHolders, [.keys(["email", "uuid", "orgName"])],
    fills: ["kitos.listed_user", "kitos.user_in_dispute", "kitos.api_access", "kitos.organisation_role"]
  ) { $0.readRightsHolder() }
  .with { kind in
    kind.grade = .closed
    kind.known = { _ in ["role": .text("RightsHolderAccess")] }
    kind.limits = ["users who are no rights holders, and further roles of those who are"]
    kind.whole.write = onlySome("the list has rights holders only")
  }

  static let localAdmins = kind(
    .localAdmins, [.keys(["uuid", "name", "email", "organization"], exact: true)], fills: ["kitos.organisation_role"]
  ) { record in
    let user = record.readSomebody()
    let organisation = record.referenced("organization")
    record.tellOrganisations()
    record.add("kitos.organisation_role", ["user": user, "organisation": organisation, "role": .text("LocalAdmin")])
    if let user = user.text, let organisation = organisation.text { record.facts.identity = user + " " + organisation }
  }
  .with { kind in
    kind.grade = .closed
    kind.known = { _ in ["role": .text("LocalAdmin")] }
    kind.limits = ["roles other than that of local administrator"]
    kind.whole.write = onlySome("the list has local administrators only")
  }

  static let globalAdmins = kind(.globalAdmins, fills: ["kitos.global_administrator"]) { record in
    let user = record.readSomebody()
    record.add("kitos.global_administrator", ["user": user])
  }
  .with { kind in
    kind.grade = .closed
    kind.whole.tell = { if isList($0, $1) { $1.kitos.users.globalAdministratorsAreListed = true } }
    kind.whole.isAnswered = { $1.kitos.users.globalAdministratorsAreListed || $1.kitos.hasUserTable }
  }

  static let systemIntegrators = kind(.systemIntegrators, fills: ["kitos.system_integrator"]) { record in
    let user = record.readSomebody()
    record.add("kitos.system_integrator", ["user": user])
  }
  .with { kind in
    kind.grade = .closed
    kind.whole.tell = { if isList($0, $1) { $1.kitos.users.systemIntegratorsAreListed = true } }
  }

  /// Whether a document decides who is in its list, and who is not.
  private static func isList(_ document: RecordDocument, _ survey: Survey) -> Bool {
    !document.isSingle && document.isWhole && !document.entries.isEmpty && survey.claims[document.file]?.isPart != true
  }

  /// What a list leaves out by its nature, unless a user list shows it.
  private static func onlySome(
    _ text: Phrase
  ) -> @Sendable (RecordDocument, Survey, FactWriter, inout SourceReport) -> Void {
    { document, survey, writer, report in
      guard !survey.kitos.users.hasList(organisation: nil) else { return }
      document.addHoles(writer, document.kind.fills, .hidden, text)
      document.note(text, &report)
    }
  }
}

extension Record {
  /// The uuid of a user whose address stands beside it.
  fileprivate mutating func readSomebody() -> FactWriter.Cell {
    let user = uuid("uuid")
    let email = email("email")
    facts.identity = user.text
    if let email = email.text, let uuid = user.text { facts.tell { $0.kitos.users.pair(email: email, uuid: uuid) } }
    return user
  }

  private mutating func readListed() -> (user: FactWriter.Cell, email: FactWriter.Cell) {
    let (user, email) = (uuid("uuid"), email("email"))
    let name = userName()
    let granted = apiAccess()
    facts.identity = user.text
    isAbout(user, email)
    tellAccess(granted, email)
    add("kitos.listed_user", ["user": user, "email": email, "name": name])
    add("kitos.api_access", ["user": user, "email": email, "granted": granted])
    return (user, email)
  }

  fileprivate mutating func readUserAcross() {
    let user = readListed().user
    let stakeholder = flag("stakeholderAccess")
    add("kitos.stakeholder_access", ["user": user, "granted": stakeholder])
    let place = place
    var active: [(name: FactWriter.Cell, at: Place)] = []
    for (node, at) in list("organizationsWhereActive", lost: { active.append(($1, place)) }) {
      active.append((node.string.map { .text($0) } ?? refuse(at, "the name of an organisation is no text"), at))
    }
    for (name, at) in active { add("kitos.active_in", ["user": user, "organisation_name": name], at: at) }
    leaveOpen(of: user, statesStakeholder: true, "the list does not show global administrators")
    facts.conclude { [active] survey, writer in
      OtherOrganisations.writeHoles(of: user, activeIn: active, survey, to: writer)
    }
  }

  fileprivate mutating func readRightsHolder() {
    let user = readListed().user
    let role = FactWriter.Cell.text("RightsHolderAccess")
    if let name = self["orgName"]?.text {
      facts.add(
        "kitos.organisation_role",
        naming: ["user": .cell(user), "role": .cell(role), "organisation": .late { Self.organisation(name, $0) }])
    } else {
      let organisation = refuse("orgName", "`orgName` is no text", at: node("orgName"))
      add("kitos.organisation_role", ["user": user, "organisation": organisation, "role": role])
    }
    leaveOpen(of: user, statesStakeholder: false, "the list does not show global administrators")
  }

  /// The organisation of a name, where the other documents give that name to one.
  private static func organisation(_ name: String, _ survey: Survey) -> FactWriter.Cell {
    let known = survey.kitos.organisationNames[name] ?? []
    if known.count == 1, let only = known.first { return .text(only) }
    return .unknown("the document names the organisation, and no other document gives the uuid of that name", .context)
  }

  /// The uuid of a required reference such as `organization`.
  fileprivate mutating func referenced(_ key: String) -> FactWriter.Cell {
    uuid(
      key, of: object, "`\(key)/uuid` is no uuid",
      at: Place(line: node(key)?.line ?? place.line, pointer: place.pointer + "/" + key))
  }
}
