/// A variable that a rule uses once says nothing: it is a slip of the pen, or a `_`.
struct CheckUses {
  let declarations: Declarations
  let table: VariableTable
  let sink: DiagnosticSink

  func check(_ unit: RuleUnit) {
    for id in table.ids {
      let places = table.occurrences(of: id)
      for place in places where isOwn(place, of: unit) && isAlone(place, among: places) {
        report(place, among: id)
      }
    }
  }

  /// A population's variables are judged with the population, where all findings count as uses.
  private func isOwn(_ place: VariableTable.Occurrence, of unit: RuleUnit) -> Bool {
    !place.isPopulation || unit.kind == .population
  }

  private func isAlone(_ place: VariableTable.Occurrence, among places: [VariableTable.Occurrence]) -> Bool {
    switch place.role {
    case .column(let relation, let column, _, _):
      // What stands in an atom that was reported is not judged further.
      guard declarations.relations[relation]?.column(column) != nil else { return false }
    case .side: break
    case .head, .operand, .aggregated, .mention: return false
    }
    // A head or message that has the name but not the value is reported as unbound; its cause is this place.
    let isMissedOutside = table.variables.contains { variable in
      variable.name == place.name.text && !variable.occurrences.contains { table.occurrences[$0].isBody }
    }
    return !isMissedOutside && places.count { VariableTable.coexist($0.branches, place.branches) } == 1
  }

  private func report(_ place: VariableTable.Occurrence, among id: VariableTable.VariableID) {
    let name = place.name.text
    guard case .column(_, let column, let isPunned, let isNegated) = place.role else {
      // `x < 3` with nothing that binds `x` is reported as unbound.
      sink.report(
        .singleUseVariable, "`\(name)` is used only here", at: place.name.span,
        help: similar(to: id, at: place) ?? "use it in another part, in the head or in the message, or drop this part")
      return
    }
    // Under `not`, a variable without another use has no value, and is reported as that.
    if isNegated { return }
    let drop = isPunned ? "drop `\(column)`" : "drop `\(column): \(name)`"
    sink.report(
      .singleUseVariable, "`\(name)` is used only here", at: place.name.span,
      help: similar(to: id, at: place) ?? "\(drop), or write `\(column): _` to demand a value")
  }

  private func similar(to id: VariableTable.VariableID, at place: VariableTable.Occurrence) -> String? {
    let others = table.variables.indices.filter { $0 != id.raw }.map { table.variables[$0].name }
    let name = place.name.text
    return Spelling.nearest(to: name, among: Set(others).subtracting([name])).map { "did you mean `\($0)`?" }
  }
}
