/// A document of Enhetsregisteret whose records are used.
enum RegisterKind: String, CaseIterable {
  case roles = "er.roles"
  case units = "er.units"
  case roleTypes = "er.role-types"
}
