import ImportCore

/// The kinds of document of Visma's HRM.
enum VismaKind: String, CaseIterable, Sendable {
  case persons = "visma.persons"
  case charts = "visma.charts"

  /// The element that is a record.
  var record: VismaName { self == .persons ? .person : .chart }

  var relations: [String] {
    switch self {
    case .persons:
      [
        "visma.person", "visma.email", "visma.party", "visma.employment", "visma.ended_employment", "visma.position",
        "visma.ended_position",
      ] + Personnel.toldNames
    case .charts: ["visma.unit", "visma.manager"]
    }
  }

  /// The kind of a document; `nil` for any other. A root that other systems have too needs more than its name.
  init?(_ sketch: XMLSketch) {
    let schema = sketch.schemaFile?.lowercased() ?? ""
    switch sketch.root {
    case "personsXML": self = .persons
    case "person" where sketch.attributes.contains("personIdHRM") || schema == "enterprisepersonexport.xsd":
      self = .persons
    case "charts" where sketch.second == "chart" || schema == "organization-chart.xsd": self = .charts
    case "chart" where sketch.second == "units" || schema == "organization-chart.xsd": self = .charts
    default: return nil
    }
  }
}
