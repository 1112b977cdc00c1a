import FactStore
import Formats
import ImportCore

extension KitosRecordReader {
  /// A record of one of the secretariat's lists of users.
  func listedUser(_ kind: KitosKind) -> KitosEntry {
    var reader = self
    var entry = KitosEntry(place: place)
    reader.readListedUser(kind, &entry)
    entry.problems = reader.problems
    return entry
  }

  private mutating func readListedUser(_ kind: KitosKind, _ entry: inout KitosEntry) {
    let isRecord = isObject("a \(kind.noun)")
    let lost = FactWriter.Cell.unknown(problems.first?.message ?? "")
    let user = isRecord ? uuid("uuid") : lost
    let email = isRecord ? email("email") : lost
    entry.identity = user.text
    entry.pair(email, user)
    switch kind {
    case .crossOrganisationUsers, .rightsHolders:
      let name = isRecord ? userName() : lost
      let granted = isRecord ? apiAccess() : lost
      entry.add("kitos.listed_user", ["user": user, "email": email, "name": name])
      entry.add("kitos.api_access", ["user": user, "email": email, "granted": granted])
      if !granted.isUnknown { entry.flagged = email.text }
      if kind == .crossOrganisationUsers {
        let stakeholder = isRecord ? flag("stakeholderAccess") : lost
        entry.add("kitos.stakeholder_access", ["user": user, "granted": stakeholder])
        for (name, at) in isRecord ? organisationNames() : [(lost, place)] {
          entry.add("kitos.active_in", ["user": user, "organisation_name": name], at: at)
        }
      } else {
        let organisation = node["orgName"]?.string
        if isRecord, organisation == nil { _ = refuse("orgName", "`orgName` is no text", at: node["orgName"]) }
        entry.add(
          "kitos.organisation_role",
          ["user": user, "organisation": .unknown("`orgName` is no text"), "role": .text("RightsHolderAccess")],
          organisationName: organisation)
      }
    case .localAdmins:
      let organisation = isRecord ? referenced("organization") : lost
      entry.add("kitos.organisation_role", ["user": user, "organisation": organisation, "role": .text("LocalAdmin")])
    case .globalAdmins: entry.add("kitos.global_administrator", ["user": user])
    default: entry.add("kitos.system_integrator", ["user": user])
    }
    if kind == .localAdmins, let user = user.text, let organisation = entry.rows[0].cells["organisation"]?.text {
      entry.identity = user + " " + organisation
    }
  }

  private mutating func organisationNames() -> [(FactWriter.Cell, Place)] {
    guard let list = node["organizationsWhereActive"], list.kind == .array else {
      return [(refuse("organizationsWhereActive", "`organizationsWhereActive` is no list"), place)]
    }
    return list.elements.enumerated().map { index, element in
      let at = Place(line: element.line, pointer: place.pointer + "/organizationsWhereActive/\(index)")
      guard let name = element.string else { return (refuse(at, "the name of an organisation is no text"), at) }
      return (.text(name), at)
    }
  }

  /// A required truth value.
  mutating func flag(_ key: String) -> FactWriter.Cell {
    guard let value = node[key] else { return missing(key) }
    return bool(value, key)
  }

  /// The uuid of a required reference such as `organization`.
  mutating func referenced(_ key: String) -> FactWriter.Cell {
    guard let text = node[key]?["uuid"]?.string, let id = NormalForm.uuid.read(text) else {
      return refuse(key, "`\(key)/uuid` is no uuid", at: node[key])
    }
    return .text(id)
  }
}
