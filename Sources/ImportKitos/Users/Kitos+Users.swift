import FactStore
import Formats
import ImportCore
import Localization

extension Kitos {
  /// A page of the users of one organisation, which the document does not name.
  static let users = kind(
    .users,
    [
      .keys(["uuid", "email", "roles"], without: ["organizationContext", "systemContext"]),
      .keys(["uuid", "email", "apiAccess", "firstName"]),
    ], fills: userRelations
  ) { $0.readUser() }
  .with { kind in
    kind.states = ["kitos.user_list"]
    kind.known = organisation
    kind.whole.write = writeUserList
    kind.whole.enlist = { document, survey in
      if document.records > 0 { survey.kitos.users.addList(organisation: document.key.organisation) }
    }
    kind.whole.isAnswered = { $1.kitos.users.hasList(organisation: $0.context.organisation) }
    kind.whole.hasList = { $1.kitos.users.hasList(organisation: $0.context.organisation) }
    kind.limits = [
      """
      global administrators: the user list leaves them out, so it proves nobody read-only; the user table behind the pages \
      (OData) or the secretariat's list of them would
      """,
      "logins, and who gave a role: the user table behind the pages (OData) has both",
    ]
  }

  /// One user, as the pages show it.
  static let internalUser = kind(
    .internalUser, [.keys(["uuid", "email", "hasApiAccess"])], fills: userRelations + ["kitos.stakeholder_access"]
  ) { $0.readUser() }
  .with { kind in
    kind.states = users.states
    kind.listed = users.name
    kind.known = users.known
    kind.whole = users.whole
    kind.limits = users.limits
  }

  private static func writeUserList(
    _ document: RecordDocument, _ survey: Survey, _ writer: FactWriter, _ report: inout SourceReport
  ) {
    if document.context.organisation == nil {
      document.note(
        "\(Phrase("the document")) does not name its organisation; \(advice("organisation", report))", &report)
    }
    guard !document.isSingle, !survey.isEmpty(document.key) else { return }
    writer.add("kitos.user_list", ["organisation": listed(document.context)], at: Place(line: 1))
  }

  /// The organisation of a list of users.
  static func listed(_ context: SourceContext) -> FactWriter.Cell {
    told(context.organisation, "which organisation the user list is of is not known")
  }
}

extension Record {
  /// A record of a user list, or a single user of the internal interface, which writes `hasApiAccess`.
  fileprivate mutating func readUser() {
    let organisation = Kitos.listed(context)
    let user = uuid("uuid")
    let email = email("email")
    let name = userName()
    let granted = apiAccess()
    let stakeholder = has("hasStakeHolderAccess") ? flag("hasStakeHolderAccess") : nil
    facts.identity = user.text
    isAbout(user, email)
    tellAccess(granted, email)
    let (isListed, named) = (isListed, context.organisation)
    facts.tell { if isListed { $0.kitos.users.addMember(user, organisation: named) } }
    add("kitos.listed_user", ["user": user, "email": email, "name": name])
    add("kitos.api_access", ["user": user, "email": email, "granted": granted])
    if let stakeholder { add("kitos.stakeholder_access", ["user": user, "granted": stakeholder]) }
    add("kitos.member", ["user": user, "organisation": organisation])
    for (role, at) in organisationRoles() {
      if role.text == KitosSchemas.globalAdministrator {
        add("kitos.global_administrator", ["user": user], at: at)
      } else {
        add("kitos.organisation_role", ["user": user, "organisation": organisation, "role": role], at: at)
      }
    }
    leaveOpen(of: user, statesStakeholder: stakeholder != nil, "the user list leaves global administrators out")
  }

  // MARK: Shared by all that lists users

  /// Tells who is meant, and leaves what is said of a user in doubt whom another document lists as deleted.
  mutating func isAbout(_ user: FactWriter.Cell, _ email: FactWriter.Cell) {
    let place = place
    facts.tell { survey in
      survey.kitos.users.note(user, email)
      if let email = email.text, let uuid = user.text { survey.kitos.users.pair(email: email, uuid: uuid) }
    }
    facts.doubt = { $0.kitos.users.isInDispute(user, email) ? UserInDispute.doubt : nil }
    facts.conclude { survey, writer in _ = UserInDispute.note(user, email, survey, to: writer, at: place) }
  }

  /// Tells that a document says whether the user with an address has API access.
  mutating func tellAccess(_ granted: FactWriter.Cell, _ email: FactWriter.Cell) {
    guard !granted.isUnknown, let email = email.text else { return }
    facts.tell { $0.kitos.users.withAPIFlag.insert(email) }
  }

  /// What the list leaves open of a user whom it names. Where another document shows global administrators, it does so for its
  /// own users only; a record that does not say who its user is says nothing of the users of others.
  mutating func leaveOpen(of user: FactWriter.Cell, statesStakeholder: Bool, _ text: Phrase) {
    let place = place
    facts.conclude { survey, writer in
      RolesElsewhere.writeHoles(of: user, statesStakeholder: statesStakeholder, survey, to: writer, at: place)
      guard !survey.kitos.users.globalAdministratorsAreListed, let id = user.text,
        !survey.kitos.users.withGlobalAdministratorFlag.contains(id)
      else { return }
      writer.addHole("kitos.global_administrator", ["user": .text(id)], reason: .hidden, text: text, at: place)
    }
  }

  mutating func userName() -> FactWriter.Cell {
    for key in ["name", "firstName", "lastName"] {
      if let value = self[key], !value.isNull, value.text == nil {
        return refuse(key, "`\(key)` is no text", at: value.node)
      }
    }
    if let name = self["name"]?.text { return .text(name) }
    let parts = ["firstName", "lastName"].compactMap { self[$0]?.text }
    if !parts.isEmpty { return .text(parts.joined(separator: " ")) }
    return refuse("name", "neither `name` nor `firstName` is a text")
  }

  mutating func apiAccess() -> FactWriter.Cell {
    if has("apiAccess") { return flag("apiAccess") }
    // Documents of the pages leave it null for a user who never had it.
    guard let key = ["hasApiAccess", "HasApiAccess"].first(where: has) else { return missing("apiAccess") }
    return self[key]?.isNull == true ? .value(.bool(false)) : flag(key)
  }

  private mutating func organisationRoles() -> [(FactWriter.Cell, Place)] {
    let place = place
    var roles: [(FactWriter.Cell, Place)] = []
    for (node, at) in list("roles", lost: { roles.append(($1, place)) }) {
      roles.append((organisationRole(node, at), at))
    }
    return roles
  }

  private static let numberedRole: Phrase = """
    a role is written as a number, and numbers mean different roles in different documents (7 is one role here and \
    another there); export without the header X-KITOS-SERIALIZE-ENUM-AS-INTEGER
    """

  mutating func organisationRole(_ element: JSONNode, _ at: Place) -> FactWriter.Cell {
    if element.kind == .int || element.kind == .double { return refuse(at, Self.numberedRole) }
    guard let name = element.string else { return refuse(at, "a role is no text") }
    guard KitosSchemas.organisationRoles.contains(name) || name == KitosSchemas.globalAdministrator else {
      return refuse(at, "a role has a name that is none of the administrator roles known")
    }
    return .text(name)
  }
}
