import FactStore
import Formats
import ImportCore

extension KitosRecordReader {
  /// A role assignment with the e-mail address of its holder; one on a unit is wrapped, and names the unit.
  func assignment(onUnit: Bool) -> KitosObjectRolesDocument.Assignment {
    var reader = self
    return reader.readAssignment(onUnit)
  }

  private mutating func readAssignment(_ onUnit: Bool) -> KitosObjectRolesDocument.Assignment {
    guard isObject("a role assignment") else {
      let lost = FactWriter.Cell.unknown(problems[0].message)
      return .init(
        place: place, unit: onUnit ? lost : nil, user: lost, email: lost, role: lost, problems: problems)
    }
    let unit = onUnit ? uuid("organizationUnitUuid") : nil
    let inner = onUnit ? node["roleAssignment"] : node
    let user = part("user", of: inner)
    let role = part("role", of: inner)
    var email = FactWriter.Cell.none
    if let value = inner?["user"]?["email"], !value.isNull {
      if let text = value.string, let address = NormalForm.email.read(text) {
        email = .text(address)
      } else {
        email = refuse("user/email", "`user/email` is no e-mail address", at: value)
      }
    }
    return .init(place: place, unit: unit, user: user, email: email, role: role, problems: problems)
  }

  private mutating func part(_ key: String, of assignment: JSONNode?) -> FactWriter.Cell {
    guard let text = assignment?[key]?["uuid"]?.string, let id = NormalForm.uuid.read(text) else {
      return refuse(key, "an assignment has no usable `\(key)/uuid`", at: assignment?[key])
    }
    return .text(id)
  }
}
