/// Columns and keys that hold identity numbers of people by their title: nothing in them is kept, whatever its digits are.
package enum IdentityColumns {
  private static let names: Set<String> = [
    "cpr", "cprnr", "cprno", "cprnummer", "cprnumber", "personnummer", "personnr", "personnumber", "persnr",
    "personalnumber", "personalidentitynumber", "personalidentitycode", "personalid", "personidentifier",
    "personidentificationnumber", "fødselsnummer", "fodselsnummer", "foedselsnummer", "fødselsnr", "fodselsnr",
    "fødselsogpersonnummer", "fnr", "dnr", "dnummer", "nationalid", "nationalidentifier", "nationalidnumber",
    "nationalidentitynumber", "nationalidentificationnumber", "identitynumber", "identitetsnummer", "idnummer",
    "samordningsnummer", "hetu", "henkilötunnus", "henkilotunnus", "henkilötunnusnumero", "sotu", "ssn",
    "socialsecuritynumber", "socialsecurityno", "birthnumber",
  ]

  /// Behind the urn of whoever defines the attribute.
  private static let suffixes = ["personidentifierno", "ssn"]

  /// Case, spaces and signs aside: `CPR-nr.`, `national_id`, `Fødselsnummer`.
  package static func holds(_ title: String) -> Bool {
    let letters = title.lowercased().filter { $0.isLetter || $0.isNumber }
    // Letters of two parts are one: texts are equal as Unicode, not by their bytes.
    return names.contains(letters) || suffixes.contains(where: letters.hasSuffix)
  }
}
