import FactStore
import Formats
import ImportCore
import Localization

extension DFO {
  /// Positions, each with who holds it from the day asked on: `GET …/stillinger/v2`.
  static let positions = Kind(
    "dfo.positions", noun: Noun("position"),
    signs: [
      .keys(["id", "stillingsnavn"], oneOf: ["stillingskode", "innehaver", "organisasjonId", "organisasjon_id"]),
      .keys(["id", "stillingskode", "innehaver"]),
    ], fills: [DFOSchemas.position, DFOSchemas.holder].map(\.name)
  ) { $0.readPosition() }
  .with { kind in
    kind.form = .json { DFOAnswer.records("stilling", in: $0) }
    asList(&kind)
    kind.facets = [
      Facet(DFOSchemas.position.name, key: "position", columns: ["name", "unit"], noun: "position"),
      Facet(
        DFOSchemas.holder.name, key: "holding", columns: ["start", "end"],
        records: Phrase("records of one holder of a position")),
    ]
    kind.limits = ["who held a position until before the day that was asked"]
  }
}

extension Record {
  mutating func readPosition() {
    guard let own else { return }
    let position = requiredNumber("id", of: own)
    facts.identity = position.text
    facts.add(
      DFOSchemas.position.name,
      ["position": position, "name": words("stillingsnavn", of: own), "unit": unit(of: own)])
    let relation = DFOSchemas.holder.name
    let holders = parts("innehaver") { $0.leaveOpen(relation, ["position": .cell(position)], $1) }
    for part in holders {
      let employee = employee(requiredNumber("innehaverAnsattnr", of: part))
      let period = period("innehaverStartdato", "innehaverSluttdato", of: part)
      facts.add(
        relation,
        naming: [
          "holding": post(employee, "position", position, period), "position": .cell(position), "employee": employee,
          "start": .cell(period.start), "end": .cell(period.end),
        ], at: part.place)
    }
  }

  /// The unit, which two programs write under two names.
  private mutating func unit(of part: Part) -> FactWriter.Cell {
    let keys = ["organisasjonId", "organisasjon_id"].filter { part.node[$0] != nil }
    guard keys.count == 2 else { return number(keys.first ?? "organisasjonId", of: part) }
    let units = keys.map { number($0, of: part) }
    if units[0] == units[1] { return units[0] }
    return refuse(part.place(keys[1]), "`\(keys[0])` and `\(keys[1])` differ")
  }
}
