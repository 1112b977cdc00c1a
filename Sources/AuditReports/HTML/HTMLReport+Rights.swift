import Audit
import Localization

extension HTMLReport {
  /// Rights that stand on the page; the workbook has all of them.
  private static let rightsShown = 1_000

  /// The values of the register of rights.
  func rights(_ labels: [String: String]) -> [String: Any] {
    let rights = result.rights.rights
    var values: [String: Any] = [
      "t": labels,
      "rights": rights.prefix(Self.rightsShown).map { right -> [String: Any] in
        var row: [String: Any] = [
          "system": right.system, "holder": right.name.isEmpty ? right.holder : right.name, "right": right.right,
          "place": right.placeName.isEmpty ? right.place : right.placeName, "places": right.places,
        ]
        if !right.name.isEmpty { row["id"] = right.holder }
        if !right.isCertain { row["possible"] = say("cannot be ruled out") }
        return row
      },
    ]
    let more = rights.count - Self.rightsShown
    if more > 0 { values["more"] = say("… and \(more) more, in report.xlsx") }
    if !result.rights.open.isEmpty {
      let systems = result.rights.open.joined(separator: ", ")
      values["open"] = say("The exports do not show whether there are more: \(systems).")
    }
    return values
  }
}
