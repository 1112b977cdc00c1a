import FactStore
import ImportCore
import Localization

/// Reads a `chart` of Visma: its units, the unit above each by its code, and who manages it.
enum VismaChartReader {
  static func read(_ element: VismaElement) -> VismaRecord {
    var record = VismaRecord()
    record.line = element.line
    let chart = element.attribute(.id)
    let units = Array(element.all(.units, .unit))
    let codes = Dictionary(grouping: units.filter { $0.attribute(.kode) != nil }) { $0.attribute(.kode)! }
    for unit in units {
      let id = name(unit, chart, &record)
      record.add(
        "visma.unit",
        [
          "unit": id, "chart": chart.map { .text($0) } ?? VismaRecord.unsaid("id"),
          "name": unit.attribute(.name).map { .text($0) } ?? VismaRecord.unsaid("name"),
          "parent": parent(unit, chart, codes, &record),
        ], unit)
      for manager in unit.all(.manager) {
        let person = manager.attribute(.id).flatMap(VismaPersonReader.name)
        record.add(
          "visma.manager",
          ["unit": id, "person": person.map { .text($0) } ?? record.refuse(manager, "`manager` has no usable `id`")],
          manager)
      }
    }
    return record
  }

  private static func name(_ unit: VismaElement, _ chart: String?, _ record: inout VismaRecord) -> FactWriter.Cell {
    guard let chart, let id = unit.attribute(.id) else {
      return record.refuse(unit, "the unit has no `id`, or its chart has none")
    }
    return .text("\(chart)-\(id)")
  }

  /// `parentid` is the code of the unit above, `0` at the top. A code that no unit has, or several have, leaves it open.
  private static func parent(
    _ unit: VismaElement, _ chart: String?, _ codes: [String: [VismaElement]], _ record: inout VismaRecord
  ) -> FactWriter.Cell {
    guard let code = unit.attribute(.parentid) else { return record.refuse(unit, "`parentid` is missing") }
    if code == "0" { return .none }
    guard let chart, let found = codes[code], found.count == 1, let id = found[0].attribute(.id) else {
      return record.refuse(unit, "`parentid` is the code of no unit of the chart, or of several")
    }
    return .text("\(chart)-\(id)")
  }
}
