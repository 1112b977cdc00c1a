import ImportCore

/// Roles of Enhetsregisteret as pages write them: by code, or by name in Norwegian or English.
package enum RegisterRoleNames {
  /// The role that a page means; `nil` for what is none.
  package static func role(_ text: String) -> (code: String, isAssumed: Bool)? {
    let upper = text.uppercased()
    if codes.contains(upper) { return (upper, false) }
    // STYR is the board, a group of roles; every other page has the chair there. NNH is a slip of the pen.
    if upper == "STYR" { return ("LEDE", true) }
    if upper == "NNH" { return ("INNH", true) }
    let name = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if let code = names[name] { return (code, false) }
    return nil
  }

  /// The parts of a text that is several roles joined by a word; the text itself where it is none or one.
  package static func parts(_ text: some StringProtocol) -> [String] {
    let whole = String(text)
    if role(TableInput.trim(whole)) != nil { return [whole] }
    for word in [" og ", " and ", " samt ", " or ", " eller "] {
      let parts = whole.split(separator: word).map(String.init)
      if parts.count > 1, parts.allSatisfy({ role(TableInput.trim($0)) != nil }) { return parts }
    }
    return [whole]
  }

  /// In capitals.
  package static let codes: Set<String> = [
    "AAFY", "ADOS", "AVKL", "BEDR", "BEST", "BOBE", "DAGL", "DTPR", "DTSO", "EIKM", "ESGR", "ETDL", "FEMV", "FFØR",
    "FGRP", "FISJ", "FUSJ", "HFOR", "HLED", "HLSE", "HMDL", "HNST", "HVAR", "INNH", "KDAT", "KDEB", "KEMN", "KENK",
    "KGRL", "KIRK", "KMOR", "KNUF", "KOMK", "KOMP", "KONT", "KTRF", "LEDE", "MEDL", "MVAG", "MVAU", "NEST", "OBS",
    "OPMV", "ORGL", "POFE", "POHV", "PRIV", "PROK", "READ", "REGN", "REPR", "REVI", "RFAD", "SAM", "SIFE", "SIGN",
    "SIHV", "SREVA", "STFT", "UTBG", "VARA", "VIFE",
  ]

  /// Names that Altinn's own catalogue has in its three languages, and those that its pages have beside.
  private static let names: [String: String] = [
    "accountant": "REGN", "administrativ eining - offentleg sektor": "ADOS",
    "administrativ enhet - offentlig sektor": "ADOS", "administrative unit - public sector": "ADOS",
    "alternate member": "VARA", "alternate member in party's executive body": "HVAR", "auditor": "REVI",
    "auditor registered in auditor register": "SREVA", "bankrupt debtor": "KDEB", "bankruptcy administrator": "BOBE",
    "bankruptcy estate administrator": "BOBE", "bankruptcy trustee": "BOBE", "bestyrande reder": "BEST",
    "bestyrende reder": "BEST", "board chair": "LEDE", "board leader": "LEDE", "board member": "MEDL",
    "board member in party's executive body": "HMDL", "board observer": "OBS", "bobestyrar": "BOBE",
    "bobestyrer": "BOBE", "bookkeeper": "REGN", "bostyrer": "BOBE", "business manager": "FFØR", "ceo": "DAGL",
    "chair": "LEDE", "chair of the board": "LEDE", "chairman": "LEDE", "chairman of the board": "LEDE",
    "chairperson": "LEDE", "chairperson of the board": "LEDE", "chief executive officer": "DAGL", "co-owners": "SAM",
    "contact person": "KONT", "contact person (nuf)": "KNUF", "contact person for a foreign unit": "KNUF",
    "contact person for norwegian-registered foreign company": "KNUF", "contact person for nuf": "KNUF",
    "contact person in administrative unit": "KEMN", "contact person in municipality": "KOMK",
    "contact person nuf": "KNUF", "contactperson for nuf": "KNUF", "contactperson nuf": "KNUF",
    "dagleg leiar": "DAGL", "daglig leder": "DAGL", "day-to-day manager": "DAGL", "deltakar delt ansvar": "DTPR",
    "deltakar fullt ansvar": "DTSO", "deltaker delt ansvar": "DTPR", "deltaker fullt ansvar": "DTSO",
    "deltaker med delt ansvar": "DTPR", "deltaker med fullt ansvar": "DTSO", "den personlege konkursen angår": "KENK",
    "den personlige konkursen angår": "KENK", "deputy board member": "VARA", "deputy chair": "NEST",
    "deputy chairman of the board": "NEST", "deputy leader": "NEST",
    "deputy leader in party's executive body": "HNST", "deputy member": "VARA", "distinct subunit": "OPMV",
    "eierkommune": "EIKM", "eigarkommune": "EIKM", "electronic signing rights": "ESGR",
    "elektronisk signeringsrett": "ESGR", "er frivilleg registrert utleigebygg for": "UTBG",
    "er frivillig registrert utleiebygg for": "UTBG", "er regnskapsforeradresse for": "RFAD",
    "er rekneskapsføraradresse for": "RFAD", "er revisoradresse for": "READ",
    "er verksemd driven i fellesskap av": "VIFE", "er virksomhet drevet i fellesskap av": "VIFE",
    "estate administrator": "BOBE", "estate manager": "BOBE", "external accountant": "REGN",
    "forestår avvikling": "AVKL", "forretningsførar": "FFØR", "forretningsfører": "FFØR",
    "forretningsfører for borettslag og eierseksjonssameie": "FFØR", "founder": "STFT", "general manager": "DAGL",
    "general partner": "KOMP", "granter of electronic signing rights": "ETDL", "har som datter i konsern": "KDAT",
    "har som dotter i konsern": "KDAT", "har som grunnlag for konsern": "KGRL", "har som mor i konsern": "KMOR",
    "har som registreringseining aafy": "AAFY", "har som registreringseining bedr": "BEDR",
    "har som registreringsenhet aafy": "AAFY", "har som registreringsenhet bedr": "BEDR",
    "has as basis for group": "KGRL", "has as parent in group": "KMOR", "has as registration unit aafy": "AAFY",
    "has as registration unit bedr": "BEDR", "has as subsidiary in group": "KDAT", "healthcare institution": "HLSE",
    "helseforetak": "HLSE", "individual procuration": "POHV", "individual signature": "SIHV",
    "information about the company in the home country": "HFOR", "innehavar": "INNH", "innehaver": "INNH",
    "inngår i felles- registrering": "FEMV", "inngår i fellesregistrering": "FEMV",
    "inngår i foretaksgruppe med": "FGRP", "inngår i føretaksgruppe med": "FGRP",
    "inngår i kirkelig fellesråd": "KIRK", "inngår i kontorfellesskap": "KTRF",
    "inngår i kyrkjeleg fellesråd": "KIRK", "is accounting address for": "RFAD", "is auditor address for": "READ",
    "is business operated jointly by": "VIFE", "is voluntarily registered rental building for": "UTBG",
    "joint procuration": "POFE", "joint signature": "SIFE", "komplementar": "KOMP", "konkursdebitor": "KDEB",
    "kontaktperson": "KONT", "kontaktperson for nuf": "KNUF", "kontaktperson i ad": "KEMN",
    "kontaktperson i kommune": "KOMK", "kontaktperson nuf": "KNUF", "leader in party's executive body": "HLED",
    "leader of the board": "LEDE", "leder i partiets utovende organ": "HLED",
    "leiar i partiets utøvande organ": "HLED", "managing director": "DAGL", "managing ship owner": "BEST",
    "managing shipowner": "BEST", "member of company group with": "FGRP", "member of joint registration": "FEMV",
    "nestleder": "NEST", "nestleder i partiets utovende organ": "HNST", "nestleder i styret": "NEST",
    "nestleiar": "NEST", "nestleiar i partiets utøvande organ": "HNST", "nestleiar i styret": "NEST",
    "norsk representant": "REPR", "norsk representant for utanlandsk eining": "REPR",
    "norsk representant for utenlandsk enhet": "REPR", "norwegian representative": "REPR",
    "norwegian representative for a foreign entity": "REPR", "norwegian representative for foreign entity": "REPR",
    "norwegian representative of foreign entity": "REPR", "observatør": "OBS", "observer": "OBS",
    "opplysningar om foretaket i heimalandet": "HFOR", "opplysninger om foretaket i hjemlandet": "HFOR",
    "organisasjonsledd i offentleg sektor": "ORGL", "organisasjonsledd i offentlig sektor": "ORGL",
    "organizational unit in the public sector": "ORGL", "owner": "INNH", "owning municipality": "EIKM",
    "part of a church council": "KIRK", "part of office community": "KTRF", "participant full responsibility": "DTSO",
    "participant shared responsibility": "DTPR", "participant with full liability": "DTSO",
    "participant with full responsibility": "DTSO", "participant with joint and several liability": "DTSO",
    "participant with limited liability": "DTPR", "participant with shared liability": "DTPR",
    "participant with shared responsibility": "DTPR", "participant with unlimited liability": "DTSO",
    "partner with divided liability": "DTPR", "partner with full liability": "DTSO",
    "partner with full responsibility": "DTSO", "partner with joint and several liability": "DTSO",
    "partner with limited liability": "DTPR", "partner with proportionate liability": "DTPR",
    "partner with shared liability": "DTPR", "partner with shared responsibility": "DTPR",
    "partner with unlimited liability": "DTSO", "performs liquidation": "AVKL", "personal bankruptcy": "KENK",
    "private person": "PRIV", "privatperson": "PRIV", "procuration": "PROK", "prokura": "PROK",
    "prokura hver for seg": "POHV", "prokura i fellesskap": "POFE", "prokura kvar for seg": "POHV",
    "property manager": "FFØR", "proprietor": "INNH", "regnskapsfører": "REGN", "reknskapsførar": "REGN",
    "revisor": "REVI", "revisor registrert i revisorregisteret": "SREVA", "sameiere": "SAM", "sameigarar": "SAM",
    "signatory": "SIGN", "signatur": "SIGN", "signatur hver for seg": "SIHV", "signatur i fellesskap": "SIFE",
    "signatur kvar for seg": "SIHV", "signerer mva-oppgaver": "MVAG", "signerer mva-oppgåver": "MVAG",
    "skal fisjonerast med": "FISJ", "skal fisjoneres med": "FISJ", "skal fusjonerast med": "FUSJ",
    "skal fusjoneres med": "FUSJ", "sole proprietor": "INNH", "stiftar": "STFT", "stifter": "STFT",
    "styreleder": "LEDE", "styremedlem": "MEDL", "styremedlem i partiets utovende organ": "HMDL",
    "styremedlem i partiets utøvande organ": "HMDL", "styret leder": "LEDE", "styrets leder": "LEDE",
    "styrets leiar": "LEDE", "særskild oppdelt eining": "OPMV", "særskilt oppdelt enhet": "OPMV",
    "tildelar av elektronisk signeringsrett": "ETDL", "tildeler av elektronisk signeringsrett": "ETDL",
    "to be divided with": "FISJ", "to be merged with": "FUSJ", "trustee in bankruptcy": "BOBE",
    "utfyllar mva-oppgåver": "MVAU", "utfyller mva-oppgaver": "MVAU", "varamedlem": "VARA",
    "varamedlem i partiets utovende organ": "HVAR", "varamedlem i partiets utøvande organ": "HVAR",
    "vat form completer": "MVAU", "vat form signer": "MVAG",
  ]
}
