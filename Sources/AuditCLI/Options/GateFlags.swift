import ArgumentParser
import Audit
import AuditReports
import PolicyEngine

/// What makes an audit end in 1, and what may be missing.
struct GateFlags: ParsableArguments {
  @Option(
    name: .customLong("fail-on"),
    help: ArgumentHelp(
      said: """
        Least severity that fails: critical, high, medium, low, info or never. Default: high.
        """, valueName: "level"),
    completion: .list(Levels.names + ["never"]))
  var failOn: String?

  @Option(
    help: ArgumentHelp(
      said: "fail: what cannot be verified fails too; allow: it does not. Default: fail.", valueName: "mode"),
    completion: .list(["fail", "allow"]))
  var unverified: String?

  @Flag(
    name: .customLong("allow-incomplete"),
    help: ArgumentHelp(
      said: "Judge what there is although something could not be read."))
  var allowIncomplete = false

  func validate() throws { _ = try options(Environment()) }

  func options(_ environment: Environment) throws -> GateOptions {
    var options = GateOptions()
    if let level = failOn ?? environment["FAIL_ON"] {
      options.failOn = level == "never" ? nil : try Levels.severity(level, of: "--fail-on", or: ["never"])
    }
    switch unverified ?? environment["UNVERIFIED"] {
    case nil, "fail": break
    case "allow": options.isUnverifiedAllowed = true
    case .some(let mode): throw ValidationError("`\(mode)` is no mode of --unverified", help: "it is allow or fail")
    }
    options.isIncompleteAllowed = allowIncomplete || environment.isOn("ALLOW_INCOMPLETE")
    return options
  }
}

/// Severities as typed.
enum Levels {
  /// The worst first.
  static var names: [String] { Severity.allCases.reversed().map(\.rawValue) }

  static func severity(_ text: String, of flag: String, or others: [String] = []) throws -> Severity {
    if let severity = Severity(rawValue: text) { return severity }
    let names = names + others
    throw ValidationError("`\(text)` is no level of \(flag)", help: "it is one of \(names.joined(separator: ", "))")
  }
}
