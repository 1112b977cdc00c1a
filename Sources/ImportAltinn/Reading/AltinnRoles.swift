import FactStore
import ImportCore
import ImportEnhetsregisteret
import Localization

/// Which codes are roles of Altinn.
///
/// A code that is none says nothing: it may be a slip for any role, also for the one under which Altinn keeps what was given as
/// such. What a run knows besides, the catalogues of roles say that it loads.
enum AltinnRoles {
  /// Whether the code is a role of Altinn, or of a register whose roles Altinn takes over, whatever was loaded.
  static func isRole(_ code: String) -> Bool {
    codes.contains(code) || RegisterRoleNames.codes.contains(code.uppercased())
  }

  /// What a row says whose role is in no catalogue.
  private static let unknown: Phrase = """
    the code of the role is in no catalogue, neither Altinn's own nor one that was loaded: it may be any role; where it is \
    right, load the list of roles that has it (`GET .../meta/info/roles`)
    """
  private static let doubt = unknown

  /// The columns of a relation that hold roles as documents write them, of those that say who has what.
  private static func columns(of relation: String) -> [String] {
    switch relation {
    case "altinn.assignment", "altinn.authorised_role", "altinn.shown_package", "altinn.shown_resource",
      "altinn.client", "altinn.client_delegation", "altinn.role_package":
      ["role"]
    case "altinn.role_map": ["role", "gives"]
    default: []
    }
  }

  /// What a row may be instead, where its role cannot be told: what is shown by a role may have been given.
  private static func alternatives(to relation: String) -> [String] {
    switch relation {
    case "altinn.shown_package": ["altinn.shown_package", "altinn.given_package"]
    case "altinn.shown_resource": ["altinn.shown_resource", "altinn.standing_delegation"]
    default: [relation]
    }
  }

  // MARK: Records

  /// Leaves open what a record says of a role that is in no catalogue: it may be any role. Said once of each record.
  static func settle(_ facts: inout Facts, _ survey: Survey) {
    let gaps = facts.gaps
    facts.gaps = []
    var place: Place?
    for row in facts.rows {
      guard let relation = row.relation, let known = withoutUnknownRole(relation, row.cells, survey) else { continue }
      place = place ?? row.place
      for relation in alternatives(to: relation) { facts.lack(relation, known, text: doubt, at: row.place) }
    }
    for var gap in gaps {
      if let relation = gap.relation, let known = withoutUnknownRole(relation, gap.known, survey) {
        place = place ?? gap.place
        gap.known = known
      }
      facts.gaps.append(gap)
    }
    if let place { facts.refuse(unknown, at: place) }
  }

  /// What is known of a row whose role is in no catalogue: all but the role. `nil` where every role of it is known.
  private static func withoutUnknownRole(
    _ relation: String, _ cells: [String: Facts.Cell], _ survey: Survey
  ) -> [String: Facts.Cell]? {
    var known = cells
    for column in columns(of: relation) {
      if let code = cells[column]?.text, !survey.altinn.scope.knows(role: code) { known[column] = nil }
    }
    return known.count < cells.count ? known : nil
  }

  private static let codes = Set(
    [ofAltinn, ofUnits, ofGuardians, ofAltinn2].flatMap { $0.split(whereSeparator: \.isWhitespace).map(String.init) })

  private static let ofAltinn = """
    agent appstyrt-rettighetshaver hovedadministrator privatperson rettighetshaver selvregistrert supplier
    """

  /// By which Altinn shows the roles of Enhetsregisteret.
  private static let ofUnits = """
    administrativ-enhet-offentlig-sektor bestyrende-reder bostyrer daglig-leder deltaker-delt-ansvar
    deltaker-fullt-ansvar eierkommune elektronisk-signeringsrett-tildeler elektronisk-signeringsrettig
    felles-registrert-med fisjonsovertaker forestaar-avvikling foretaksgruppe-med forretningsforer fusjonsovertaker
    helseforetak hovedenhet hovedforetak ikke-naeringsdrivende-hovedenhet innehaver kirkelig-fellesraad
    komplementar konkursdebitor konsern-datter konsern-grunnlag konsern-mor kontaktperson kontaktperson-ados
    kontaktperson-kommune kontaktperson-nuf kontaktperson-revisor kontorfelleskapmedlem mva-signerer mva-utfyller
    nestleder norsk-representant observator organisasjonsledd-offentlig-sektor parti-organ-leder
    parti-organ-nestleder parti-organ-styremedlem parti-organ-varamedlem personlige-konkurs prokurist
    prokurist-fellesskap prokurist-hver-for-seg regnskapsforer regnskapsforeradressat revisor revisoradressat
    saerskilt-oppdelt-enhet sameier signerer signerer-fellesskap signerer-hver-for-seg stifter styreleder
    styremedlem utleiebygg varamedlem virksomhet-fellesskap-drifter
    """

  /// By which Altinn shows what guardians may do.
  private static let ofGuardians = """
    bank-representasjon-dagligbank bank-ta-opp-lan-kreditter forsikringsselskap-forvalte-forsikringsavtaler
    helfo-fastlege helfo-refusjon-privatpersoner husbanken-bostotte husbanken-startlan
    inkassoselskap-inkassoavtaler kartverket-arv-privat-skifte-uskifte kartverket-avtaler-rettigheter
    kartverket-endring-eiendom kartverket-kjop-eiendom kartverket-laneopptak
    kartverket-salg-fast-eiendom-borettslagsandel kartverket-sletting kommune-bygg-eiendom kommune-helse-omsorg
    kommune-skatt-avgift kommune-skole-utdanning kommune-sosiale-tjenester kredittvurderingsselskap-kredittsperre
    namsmannen-gjeldsordning namsmannen-tvangsfullbyrdelse-forliksradet nav-arbeid nav-familie nav-hjelpemidler
    nav-pensjon nav-sosiale-tjenester ovrige-avslutning-husleiekontrakter ovrige-disponere-inntekter-dekke-utgifter
    ovrige-inngaelse-husleiekontrakter ovrige-kjop-leie-varer-tjenester ovrige-salg-losore-storre-verdi
    pasientreiser-refusjon-pasientreiser skatteetaten-endre-postadresse skatteetaten-innkreving-tvangsfullbyrdelse
    skatteetaten-melde-flytting skatteetaten-skatt statsforvalter-soke-om-samtykke-disposisjon
    tingretten-begjaere-skifte-uskiftebo tingretten-begjaere-uskifte tingretten-privat-skifte-dodsbo
    """

  /// Roles of Altinn 2, which last until packages take their place.
  private static let ofAltinn2 = """
    a0212 a0236 a0237 a0238 a0239 a0240 a0241 a0278 a0282 a0286 a0287 a0288 a0293 a0294 a0298 admai apiadm
    apiadmnuf attst boadm bobel bobes eckeyrole hadm hvask kladm komab loper pasig pavad priut regna revai signe
    siskd uihtl uiluf utinn utomr
    """
}
