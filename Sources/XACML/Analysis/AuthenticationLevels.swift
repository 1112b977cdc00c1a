extension Policy {
  /// The category of an obligation's assignment that says how surely a person must be known.
  static let personLevel = "urn:altinn:minimum-authenticationlevel"
  /// The same for an organisation that acts as itself.
  static let organisationLevel = "urn:altinn:minimum-authenticationlevel-org"

  /// The lowest level of authentication that the policy asks for with a permit, told by the category of the assignment.
  /// - Returns: `nil` where it asks for none.
  public func minimumLevel(forOrganisations: Bool) -> Int64? {
    let category = forOrganisations ? Self.organisationLevel : Self.personLevel
    var levels: [Int64] = []
    for assignment in obligations.filter({ $0.on == .permit }).flatMap(\.assignments)
    where assignment.category == category {
      switch assignment.expression {
      case .value(.integer(let level)): levels.append(level)
      case .value(.string(let text)): if let level = Int64(text.trimmed) { levels.append(level) }
      default: break
      }
    }
    return levels.max()
  }
}
