/// Codes of organisation forms, as Enhetsregisteret and Altinn write them.
enum OrganisationForm {
  /// The code in capitals. `SÆR` is `SAER` in some services.
  static func code(_ text: String) -> String {
    let code = text.uppercased()
    return code == "SÆR" ? "SAER" : code
  }
}
