import FactStore
import Formats
import ImportCore
import Localization

extension Enhetsregisteret {
  /// Units or sub-units: one, a list, or the answer of a search.
  static let units = Kind(
    "er.units", noun: Noun("unit"), signs: [.keys(["organisasjonsnummer", "organisasjonsform"])],
    fills: ["er.unit", "er.deleted", "party.ended", "party.ended_on"]
  ) { $0.readUnit() }
  .with { kind in
    asAnswer(&kind)
    kind.form = .json { $0.node["_embedded"] == nil ? nil : found(in: $0) }
    kind.facets = [Facet("er.unit", key: "unit", columns: ["form", "parent"], noun: "unit")]
  }

  /// What a search found: units, sub-units, or both.
  private static func found(in answer: JSONRecord) -> HeldList {
    var found = embedded(["enheter", "underenheter"], in: answer) ?? HeldList([])
    if let embedded = answer.node["_embedded"], embedded["enheter"] == nil, embedded["underenheter"] == nil {
      found.damage = Damage(
        place: Place(line: embedded.line, pointer: "/_embedded"), text: "the answer has no list `enheter` of units")
    }
    found.doubt =
      Envelope.saysMore(answer.node)
      ? "the answer says that more units follow"
      : Envelope.total(answer.node)?.doubt(of: Noun("unit").many, read: found.records.count)
    return found
  }
}

extension Record {
  fileprivate mutating func readUnit() {
    let unit = number("organisasjonsnummer") ?? refuse("organisasjonsnummer", "`organisasjonsnummer` is missing")
    let code = node("organisasjonsform")?["kode"]?.string.flatMap {
      $0.utf8.count <= 8 ? OrganisationForm.code($0) : nil
    }
    let form =
      code.map { .text($0) } ?? refuse("organisasjonsform", "`organisasjonsform/kode` is missing or no code")
    let parent =
      number("overordnetEnhet")
      ?? (code.map { !OrganisationForm.subUnits.contains($0) } == true
        ? .none : .unknown("the record of a sub-unit has no `overordnetEnhet`", .columnAbsent))
    add("er.unit", ["unit": unit, "form": form, "parent": parent])
    if let unit = unit.text, let parent = parent.text { facts.tell { $0.unitTree.note(unit, under: parent) } }
    addDeletion(of: unit)
  }

  private mutating func number(_ key: String) -> FactWriter.Cell? {
    guard let value = node(key), !value.isNull else { return nil }
    guard let text = value.string ?? value.numberText, let number = NormalForm.orgnr.read(text) else {
      return refuse(key, "`\(key)` is no number of nine digits")
    }
    return .text(number)
  }

  /// A deletion; a hole where another record has the unit as existing.
  private mutating func addDeletion(of unit: FactWriter.Cell) {
    var deleted = FactWriter.Cell.none
    for key in ["slettedato", "nedleggelsesdato"] where deleted == .none {
      guard let value = node(key), !value.isNull, value.string.map(RecordedDay.isNone) != true else { continue }
      deleted = value.string.flatMap(RecordedDay.read).map { .value(.date($0)) } ?? refuse(key, "`\(key)` is no date")
    }
    let state: FactWriter.Cell = deleted == .none ? .none : .text("deleted")
    if let name = unit.text { facts.tell { $0.note("er.deleted", key: name, cells: [state]) } }
    guard deleted != .none else { return }
    add("party.ended_on", ["party": unit, "state": state, "on": deleted])
    let day: @Sendable (Survey) -> FactWriter.Cell = { [deleted] survey in
      guard let name = unit.text, survey.isDisputed("er.deleted", key: name, 0) else { return deleted }
      return .unknown("one record of the unit has it as deleted, and another as existing", .conflict)
    }
    let twoYears: @Sendable (Survey) -> FactWriter.Cell = { survey in
      guard case .value(.date(let date)) = day(survey) else { return day(survey) }
      return .value(.date(RecordedDay.lastWithinTwoYears(of: date)))
    }
    facts.add("er.deleted", naming: ["unit": .cell(unit), "on": .late(day), "two_years": .late(twoYears)])
  }
}
