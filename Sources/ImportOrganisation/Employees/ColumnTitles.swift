import FactStore

/// The titles that HR systems write over the columns of a list of employees, in the languages of the north and English.
enum ColumnTitles {
  /// What a column of the list says.
  enum Meaning: String, CaseIterable, Sendable {
    case id, name, firstName, middleName, lastName, email, unit, start, end

    /// What a list that is made for this program calls it; `nil` where such a list has no such column.
    var exact: String? { isPartOfName ? nil : rawValue }

    /// The part of the list that it fills, as messages name it.
    var shown: String { isPartOfName ? Meaning.name.rawValue : rawValue }

    private var isPartOfName: Bool { [.firstName, .middleName, .lastName].contains(self) }
  }

  /// Titles of one meaning.
  struct Entry: Sendable {
    let meaning: Meaning
    let titles: [String]
    /// Whether they speak of the employment itself; days of anything else stand under the others too.
    var isOfEmployment = true
  }

  /// Danish, Norwegian, Swedish and English, in this order, with what they write alike once.
  static let entries: [Entry] = [
    Entry(
      meaning: .id,
      titles: [
        "Medarbejdernr", "Medarbejdernummer", "Medarbejder-id", "Medarbejder nr", "Ansættelsesnr", "Ansættelsesnummer",
        "Personalenr", "Personalenummer", "Lønnr", "Lønnummer", "Lønnsnummer", "Tjenestenr", "Tjenestenummer",
        "Ansattnr", "Ansattnummer", "Ansatt-id", "Ansatt nr", "Ansattes nummer", "Medarbeidernr", "Medarbeidernummer",
        "Medarbeider-id", "Lønnsnr", "Ressursnr", "Ressursnummer", "Anställningsnr", "Anställningsnummer",
        "Anställningsid", "Anst.nr", "Anstnummer", "Anställd-id", "Medarbetarnr", "Medarbetarnummer", "Medarbetar-id",
        "Personalnr", "Employee ID", "Employee number", "Employee no", "Employee nr", "Employee code", "Emp ID",
        "Emp no", "Staff ID", "Staff number", "Staff no", "Personnel number", "Personnel no", "Personnel ID",
        "Worker ID", "Payroll number", "Payroll ID",
      ]),
    Entry(
      meaning: .name,
      titles: [
        "Navn", "Fulde navn", "Fuldt navn", "Medarbejder", "Medarbejdernavn", "Medarbejderens navn", "Fullt navn",
        "Ansattnavn", "Ansattes navn", "Medarbeider", "Medarbeidernavn", "Namn", "Fullständigt namn",
        "Medarbetare", "Medarbetarnamn", "Anställds namn", "Full name", "Employee name", "Employee",
        "Staff name", "Worker name",
      ]),
    Entry(
      meaning: .firstName,
      titles: ["Fornavn", "Fornavne", "Fornavn(e)", "Förnamn", "First name", "Given name", "Forename"]),
    Entry(meaning: .middleName, titles: ["Mellemnavn", "Mellemnavne", "Mellomnavn", "Mellannamn", "Middle name"]),
    Entry(meaning: .lastName, titles: ["Efternavn", "Etternavn", "Efternamn", "Last name", "Surname", "Family name"]),
    Entry(
      meaning: .email,
      titles: [
        "E-mail", "E-mailadresse", "Mail", "Mailadresse", "Arbejdsmail", "Arbejds-e-mail", "E-mail (arbejde)",
        "E-post", "E-postadresse", "Epost adresse", "Jobb-e-post", "E-post arbeid", "E-post jobb", "Arbeidsepost",
        "E-postadress", "Mejl", "Mejladress", "Arbetsmejl", "E-post arbete", "Email address", "E-mail address",
        "Work email", "Work e-mail address", "Work mail", "Business email", "Business e-mail address", "Company email",
      ]),
    Entry(
      meaning: .unit,
      titles: [
        "Afdeling", "Afdelingsnavn", "Enhed", "Enhedsnavn", "Organisationsenhed", "Organisatorisk enhed", "Org.enhed",
        "Avdeling", "Avdelingsnavn", "Enhet", "Enhetsnavn", "Organisasjonsenhet", "Organisatorisk enhet", "Org.enhet",
        "Avdelning", "Avdelningsnamn", "Enhetsnamn", "Organisationsenhet", "Department", "Department name",
        "Organisational unit", "Organizational unit", "Organisation unit", "Organization unit", "Org unit",
        "Business unit",
      ]),
    Entry(
      meaning: .start,
      titles: [
        "Ansat fra", "Ansat den", "Ansat dato", "Ansat pr", "Ansættelse fra", "Ansættelsesdato", "Ansættelse start",
        "Ansættelsesstart", "Ansættelsens start", "Ansættelse startdato", "Startdato ansættelse", "Tiltrædelse",
        "Tiltrædelsesdato", "Tiltrådt", "Tiltrådt dato", "Ansatt fra", "Ansatt dato", "Ansattdato", "Ansatt fra dato",
        "Ansettelse fra", "Ansettelsesdato", "Ansettelsesstart", "Ansettelse startdato", "Startdato ansettelse",
        "Tiltredelse", "Tiltredelsesdato", "Tiltrådte", "Anställd från", "Anställd from", "Anställd fr.o.m.",
        "Anställningsdatum", "Anställningsdag", "Anställning från", "Anställning from", "Anställningsstart",
        "Anställningens start", "Startdatum anställning", "Tillträde", "Tillträdesdatum", "Tillträdesdag", "Hire date",
        "Date of hire", "Hired on", "Employed from", "Employed since", "Employment start",
        "Employment start date", "Start of employment", "Employment from", "Employment date", "Date of employment",
        "Date employed", "Joining date", "Date of joining", "Date joined",
      ]),
    Entry(
      meaning: .start, titles: ["Startdato", "Start dato", "Startdatum", "Start date", "Startdag"],
      isOfEmployment: false),
    Entry(
      meaning: .end,
      titles: [
        "Ansat til", "Ansat til og med", "Ansættelse til", "Ansættelse slut", "Ansættelsesslut", "Ansættelsens ophør",
        "Ansættelse ophør", "Ansættelsesophør", "Ansættelse slutdato", "Slutdato ansættelse", "Fratrædelse",
        "Fratrædelsesdato", "Fratrædelsesdag", "Fratrådt dato", "Fratrådt den", "Ansatt til", "Ansatt til dato",
        "Ansatt til og med", "Ansettelse til", "Ansettelsesslutt", "Ansettelse slutt", "Ansettelse sluttdato",
        "Sluttdato ansettelse", "Ansettelsens opphør", "Fratredelse", "Fratredelsesdato", "Fratrådt dato",
        "Anställd till", "Anställd till och med", "Anställd tom", "Anställd t.o.m.", "Anställning till",
        "Anställning tom", "Anställning slut", "Anställningsslut", "Anställningens slut", "Slutdatum anställning",
        "Avgångsdatum", "Avgångsdag", "Avgång", "Entledigandedatum", "Termination date",
        "Date of termination", "Employed to", "Employed until", "Employment end", "Employment end date",
        "End of employment", "Employment to", "Leaving date", "Date of leaving", "Date left",
      ]),
    Entry(
      meaning: .end, titles: ["Slutdato", "Slut dato", "Sluttdato", "Slutt dato", "Slutdatum", "End date", "Slutdag"],
      isOfEmployment: false),
  ]

  /// What a title means; `nil` where it is none of the table.
  static func meaning(of title: String) -> (meaning: Meaning, isOfEmployment: Bool)? { meanings[key(title)] }

  private static let meanings: [String: (meaning: Meaning, isOfEmployment: Bool)] = Dictionary(
    entries.flatMap { entry in
      entry.titles.map { (key($0), (meaning: entry.meaning, isOfEmployment: entry.isOfEmployment)) }
    }
  ) { first, _ in first }

  /// Whether a title is that of the number of an employee.
  static func isNumber(_ title: String) -> Bool {
    title.utf8.count <= longest && meanings[key(title)]?.meaning == .id
  }

  /// More bytes than any title of a number has, with blanks and signs.
  private static let longest = 64

  /// Titles that may say when an employment began, or that any other thing did.
  static func mayBeStart(_ title: String) -> Bool { starts.contains(key(title)) }

  private static let starts: Set<String> = Set(
    [
      "Fra", "Fra dato", "Fom", "Fra og med", "Gyldig fra", "Dato", "Date", "Datum", "Från", "Fr.o.m.",
      "Från och med", "From", "From date", "Valid from", "Giltig från", "Startede", "Begyndt", "Begynte", "Started",
    ].map(key))

  /// Whether a table with such a column tells of leave, courses, rights or things: its days are no employment's.
  static func isForeign(_ title: String) -> Bool {
    let title = key(title)
    return foreign.contains { title.contains($0) }
  }

  private static let foreign = [
    "ferie", "fravær", "orlov", "permisjon", "permission", "semester", "frånvaro", "tjänstledig", "leavetype",
    "absence", "sygdom", "sykdom", "sykmeld", "sygemeld", "sjuk", "barsel", "kursus", "kurs", "course", "training",
    "utbildning", "uddannelse", "projekt", "prosjekt", "project", "adgang", "tilgang", "åtkomst", "access",
    "rettighed", "rettighet", "behörighet", "licens", "lisens", "license", "vagt", "vakt", "shift", "udlån", "utlån",
    "udstyr", "utstyr", "asset", "equipment", "nøgle", "nøkkel", "certifikat", "sertifikat", "certificate", "beløb",
    "beløp", "belopp", "amount",
  ].map(key)

  /// Whether a column speaks of the person or the position, so that days without a word of what they are of, in a table that
  /// has nothing else, are those of the employment.
  static func isOfPerson(_ title: String) -> Bool {
    let title = key(title)
    return title.isEmpty || !isForeign(title) && (words.contains(title) || parts.contains { title.contains($0) })
  }

  private static let words: Set<String> = Set(
    [
      "by", "land", "stad", "ort", "city", "country", "titel", "tittel", "title", "rolle", "roll", "role", "løn",
      "lønn", "lön", "salary", "fte", "sex", "alder", "age", "ålder", "timer", "timmar", "hours", "nr", "bemærkning",
      "merknad",
      "anmärkning", "remark", "remarks", "note", "notes", "kommune", "kommun", "selskab", "selskap", "firma", "company",
    ].map(key))

  private static let parts = [
    "stilling", "befattning", "position", "jobtitle", "titel", "jobbtittel", "profession", "yrke", "overenskomst",
    "avtale", "avtal", "procent", "prosent", "percent", "beskæftigelsesgrad", "sysselsättning", "tjänstgöring",
    "ugentlig", "timetal", "telefon", "mobil", "phone", "leder", "chef", "manager", "supervisor", "adresse", "adress",
    "address", "postnr", "postnummer", "zip", "lokation", "location", "lokasjon", "arbejdssted", "arbeidssted",
    "arbetsplats", "tjenestested", "kontor", "office", "lønklasse", "løntrin", "lønnstrinn", "lønnsgruppe",
    "kostsenter", "omkostningssted", "kostnadsställe", "kostnadssted", "costcenter", "costcentre", "initialer",
    "initials", "brugernavn", "brukernavn", "användarnamn", "username", "køn", "kjønn", "gender", "født", "fødsel",
    "född", "birth", "privat", "private", "afdeling", "avdeling", "avdelning", "enhed", "enhet", "department",
    "orgunit", "division", "direktion", "forvaltning", "förvaltning", "sektor", "sektion", "seksjon", "funktion",
    "funksjon",
  ].map(key)

  /// Titles by which a table is a list of accounts or mailboxes, never one of HR.
  static func isOfAccounts(_ title: String) -> Bool { accounts.contains(key(title)) }

  private static let accounts: Set<String> = [
    "userprincipalname", "primarysmtpaddress", "samaccountname", "blockcredential", "proxyaddresses", "recipienttype",
    "recipienttypedetails", "emailaddresses", "licenses", "objectid", "usertype", "accountenabled",
    "distinguishedname", "objectclass", "apibruger",
  ]

  /// A title as it is compared: without case, blanks and signs, with `aa`, `ae` and `oe` for the letters of the north.
  static func key(_ title: String) -> String {
    var key = ""
    for scalar in UnicodeText.words(title).joined().unicodeScalars {
      switch scalar {
      case "å": key += "aa"
      case "æ", "ä": key += "ae"
      case "ø", "ö": key += "oe"
      default: key.unicodeScalars.append(scalar)
      }
    }
    return key
  }
}
