/// Records as DFØ answers them, of people whom nobody is.
enum DFOSamples {
  /// An employee of whom fields may be given otherwise, as JSON; `nil` leaves one out.
  static func employee(_ id: String = #""05001234""#, _ changed: [String: String?] = [:]) -> String {
    var fields: [(String, String?)] = [
      ("id", id), ("brukerident", #""karite""#), ("dfoBrukerident", #""9900karite""#),
      ("eksternIdent", #""karite@uio.example""#), ("fornavn", #""Kari""#), ("etternavn", #""Testesen""#),
      ("fnr", #""15818410074""#), ("fdato", #""1984-01-15""#), ("medarbeidergruppe", #""1 (Fast ansatt)""#),
      ("medarbeiderundergruppe", #""01""#), ("startdato", #""2019-08-01""#), ("sluttdato", #""2026-04-30""#),
      ("stillingId", "30000468"), ("organisasjonId", "10000048"), ("jurBedriftsnummer", "999888777"),
      ("tilleggsstilling", "[]"), ("lederflagg", "false"), ("eksternbruker", "true"),
      ("epost", #""Kari.Testesen@uio.example""#),
    ]
    for (key, value) in changed {
      if let place = fields.firstIndex(where: { $0.0 == key }) {
        fields[place].1 = value
      } else {
        fields.append((key, value))
      }
    }
    return "{" + fields.compactMap { key, value in value.map { "\"\(key)\":\($0)" } }.joined(separator: ",") + "}"
  }

  static let other = employee(
    "5009999", ["brukerident": #""olanor""#, "dfoBrukerident": #""9900olanor""#, "fnr": #""03827910081""#])

  /// A list of the employee and of another one: one alone would be an item.
  static func employees(_ changed: [String: String?] = [:]) -> String {
    #"{"ansatt":[\#(employee(changed: changed)),\#(other)]}"#
  }

  private static func employee(changed: [String: String?]) -> String { employee(#""05001234""#, changed) }

  static func position(_ id: Int = 30_000_468, holders: String = "[]") -> String {
    #"{"id":\#(id),"stillingsnavn":"Seniorrådgiver","organisasjonId":"10000048","innehaver":\#(holders)}"#
  }

  static let holder = #"""
    {"innehaverAnsattnr":"5001234","innehaverStartdato":"2019-08-01T00:00:00.0000000+00:00",
    "innehaverSluttdato":"2026-04-30T00:00:00.0000000+00:00"}
    """#

  static func unit(_ id: Int = 10_000_048, _ rest: String = "") -> String {
    #"{"id":\#(id),"orgKortnavn":67165,"organisasjonsnavn":"IT","overordnOrgenhetId":"10000001"\#(rest)}"#
  }

  static let link =
    #"{"type":"A290","bruker":"9900karite","knytningStart":"2019-08-01","knytningSlutt":"9999-12-31"}"#

  /// A row of `feide_persti`.
  static func post(
    _ employee: String = "05001234", unit: String = "10000048", position: String = "30000468",
    code: String = "20001364", area: String = "0032", from: String = "20190801", to: String = "99991231",
    type: String = "H"
  ) -> String { "\(employee);\(unit);\(position);\(code);\(area);\(from);\(to);\(type);100.00\n" }

  /// A row of `feide_persondata`.
  static func person(
    _ employee: String = "05001234", end: String = "00000000", fnr: String = "15818410074", last: String = "Testesen"
  ) -> String {
    var fields = Array(repeating: "", count: 39)
    (fields[0], fields[2], fields[4], fields[5]) = (employee, end, fnr, "19840115")
    (fields[6], fields[8], fields[25]) = ("Kari", last, "0032")
    return fields.joined(separator: ";") + "\n"
  }
}
