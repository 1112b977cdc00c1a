import FactStore
import Formats
import ImportCore
import Localization

extension DFO {
  /// Units of the organisation, each with its leaders and with users who are linked to it: `GET …/organisasjoner/v1`.
  static let organisations = Kind(
    "dfo.organisations", noun: Noun("unit"),
    signs: [
      .keys(["id", "overordnOrgenhetId"]),
      .keys(
        ["id", "organisasjonsnavn"], oneOf: ["orgKortnavn", "orgKostnadssted", "pdo", "leder", "autWf", "authWf"]),
      .keys(["id", "orgKortnavn"]),
    ],
    fills: [DFOSchemas.unit, DFOSchemas.leader, DFOSchemas.leaderUser, DFOSchemas.authorisation].map(\.name)
  ) { $0.readUnit() }
  .with { kind in
    kind.form = .json { DFOAnswer.records("organisasjon", in: $0) }
    asList(&kind)
    kind.facets = [
      Facet(DFOSchemas.unit.name, key: "unit", columns: ["name", "parent"], noun: "unit"),
      Facet(
        DFOSchemas.authorisation.name, key: "authorisation", columns: ["start", "end"],
        records: Phrase("records of one authorisation")),
    ]
    kind.limits = ["what a type of authorisation lets its user approve, and whether in the units below as well"]
  }
}

extension Record {
  mutating func readUnit() {
    guard let own else { return }
    let unit = requiredNumber("id", of: own)
    facts.identity = unit.text
    // The specification has both names.
    let name = own.node["organisasjonsnavn"] == nil && own.node["navn"] != nil ? "navn" : "organisasjonsnavn"
    facts.add(
      DFOSchemas.unit.name,
      ["unit": unit, "name": words(name, of: own), "parent": number("overordnOrgenhetId", of: own)])
    addLeaders(of: unit)
    addAuthorisations(of: unit, own)
  }

  private mutating func addLeaders(of unit: FactWriter.Cell) {
    let relations = [DFOSchemas.leader.name, DFOSchemas.leaderUser.name]
    let leaders = parts("leder") { record, cell in
      for relation in relations { record.leaveOpen(relation, ["unit": .cell(unit)], cell) }
    }
    for part in leaders {
      // Each may be missing where the other is there.
      var number = account("lederAnsattnr", of: part)
      if let written = number.text {
        number =
          DFOText.number(written).map { $0.isEmpty ? .none : .text($0) }
          ?? refuse(part.place("lederAnsattnr"), "`\("lederAnsattnr")` is no number of at most eight digits")
      }
      let user = account("lederBrukerident", of: part)
      if number.text == nil, user.text == nil, !number.isUnknown, !user.isUnknown { continue }
      let isNumbered = number.text != nil || (user.text == nil && number.isUnknown) || isOdd(number)
      if isNumbered {
        facts.add(relations[0], naming: ["unit": .cell(unit), "employee": employee(number)], at: part.place)
      }
      if user.text != nil || (number.text == nil && user.isUnknown) || isOdd(user) {
        facts.add(relations[1], ["unit": unit, "user": user], at: part.place)
      }
    }
  }

  /// Whether something is there that cannot be read, rather than nothing.
  private func isOdd(_ cell: FactWriter.Cell) -> Bool {
    if case .unknown(_, let reason) = cell { reason != .columnAbsent } else { false }
  }

  /// Users who are linked to the unit. Two programs write the list under two names.
  private mutating func addAuthorisations(of unit: FactWriter.Cell, _ own: Part) {
    let relation = DFOSchemas.authorisation.name
    let known = ["autWf", "authWf"].filter { own.node[$0] != nil }
    for key in known.isEmpty ? ["autWf"] : known {
      let links = parts(key) { $0.leaveOpen(relation, ["unit": .cell(unit)], $1) }
      for part in links {
        let type = required("type", of: part)
        let user = required("bruker", of: part)
        let period = period("knytningStart", "knytningSlutt", of: part)
        var name = user
        if let user = user.text, let type = type.text, let unit = unit.text {
          name = .text("\(user), \(type) of unit \(unit), from \(period.name)")
        } else if unit.isUnknown {
          name = unit
        } else if type.isUnknown {
          name = type
        }
        facts.add(
          relation,
          [
            "authorisation": name, "unit": unit, "type": type, "user": user, "start": period.start,
            "end": period.end,
          ], at: part.place)
      }
    }
  }

  private mutating func required(_ key: String, of part: Part) -> FactWriter.Cell {
    let before = facts.problems.count
    let cell = words(key, of: part)
    if cell.text != nil || facts.problems.count > before { return cell }
    return refuse(part.place(key), "`\(key)` is empty")
  }
}
