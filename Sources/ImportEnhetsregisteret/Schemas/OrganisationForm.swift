import ImportCore

/// Codes of organisation forms, as Enhetsregisteret and Altinn write them.
package enum OrganisationForm {
  /// Forms of units that belong to another.
  package static let subUnits: Set<String> = ["BEDR", "AAFY"]

  /// The code in capitals. `SÆR` is `SAER` in some services.
  package static func code(_ text: String) -> String {
    let code = text.uppercased()
    return code == "SÆR" ? "SAER" : code
  }
}
