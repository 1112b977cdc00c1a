/// Roles of Enhetsregisteret as pages write them: by code, or by name in Norwegian or English.
enum RegisterRoleNames {
  /// The role that a page means; `nil` for what is none.
  static func role(_ text: String) -> GroupPage.Role? {
    let upper = text.uppercased()
    if codes.contains(upper) { return GroupPage.Role(code: upper, isAssumed: false) }
    // STYR is the board, a group of roles; every other page has the chair there. NNH is a slip of the pen.
    if upper == "STYR" { return GroupPage.Role(code: "LEDE", isAssumed: true) }
    if upper == "NNH" { return GroupPage.Role(code: "INNH", isAssumed: true) }
    if let code = names[text.lowercased()] { return GroupPage.Role(code: code, isAssumed: false) }
    return nil
  }

  private static let codes: Set<String> = [
    "ADOS", "BEST", "BOBE", "DAGL", "DTPR", "DTSO", "EIKM", "FFØR", "HFOR", "HLSE", "INNH", "KDEB", "KENK", "KIRK",
    "KNUF",
    "KOMP", "KONT", "KTRF", "LEDE", "MEDL", "NEST", "OBS", "OPMV", "ORGL", "PRIV", "REGN", "REPR", "REVI", "VARA",
  ]

  private static let names: [String: String] = [
    "daglig leder": "DAGL", "general manager": "DAGL", "managing director": "DAGL", "styrets leder": "LEDE",
    "styret leder": "LEDE", "styreleder": "LEDE", "chairman of the board": "LEDE", "chair of the board": "LEDE",
    "innehaver": "INNH", "owner": "INNH", "proprietor": "INNH", "deltaker fullt ansvar": "DTSO",
    "deltaker med fullt ansvar": "DTSO", "partner with unlimited liability": "DTSO", "deltaker delt ansvar": "DTPR",
    "deltaker med delt ansvar": "DTPR", "partner with limited liability": "DTPR", "komplementar": "KOMP",
    "general partner": "KOMP", "bestyrende reder": "BEST", "managing shipowner": "BEST", "bostyrer": "BOBE",
    "bankruptcy trustee": "BOBE", "trustee in bankruptcy": "BOBE", "kontaktperson nuf": "KNUF",
    "contactperson nuf": "KNUF", "contact person nuf": "KNUF", "regnskapsfører": "REGN", "accountant": "REGN",
    "revisor": "REVI", "auditor": "REVI", "forretningsfører": "FFØR", "business manager": "FFØR",
    "forretningsfører for borettslag og eierseksjonssameie": "FFØR",
    "norsk representant for utenlandsk enhet": "REPR", "norwegian representative for a foreign entity": "REPR",
  ]
}
