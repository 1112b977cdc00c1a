import ArgumentParser
import AuditReports
import PolicyEngine

/// Which findings the text report lists, and in which order. Counts and gate do not depend on it.
struct ListingFlags: ParsableArguments {
  @Option(
    name: .customLong("min-severity"),
    help: ArgumentHelp(
      said: "Least severity of the findings that text lists; counts and gate stay.", valueName: "level"),
    completion: .list(Levels.names))
  var minSeverity: String?

  @Option(
    help: ArgumentHelp(
      said: """
        What findings stand under in text: policy, person (or user) or unit (of an organisation). Default: policy.
        """,
      valueName: "group"),
    completion: .list(FindingGrouping.allCases.map(\.rawValue)))
  var by: String?

  func validate() throws {
    _ = try listed(Environment())
    _ = try grouping(Environment())
  }

  func listed(_ environment: Environment) throws -> Severity {
    try (minSeverity ?? environment["MIN_SEVERITY"]).map { try Levels.severity($0, of: "--min-severity") } ?? .info
  }

  func grouping(_ environment: Environment) throws -> FindingGrouping {
    guard let named = by ?? environment["BY"] else { return .policy }
    guard let grouping = FindingGrouping(rawValue: named) else {
      let names = FindingGrouping.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("`\(named)` is no group of --by", help: "it is one of \(names)")
    }
    return grouping
  }
}
