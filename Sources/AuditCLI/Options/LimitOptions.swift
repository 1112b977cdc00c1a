import ArgumentParser
import Budget

/// What a run may spend.
struct LimitOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      said: """
        Memory for what exports and policies unfold to, as 512M or 4G. Default: 1G, or half of what the system gives.
        """,
      valueName: "size"))
  var maxMemory: String?

  @Option(
    help: ArgumentHelp(
      said: "Ends in 2, with nothing concluded, after so long: 90s, 10m or 2h. Default: never.", valueName: "time"))
  var timeout: String?

  func validate() throws {
    _ = try bytes(Environment())
    _ = try seconds(Environment())
  }

  func limits(_ environment: Environment) throws -> RunLimits {
    try bytes(environment).map { RunLimits.standard.with(memory: $0) } ?? .standard
  }

  private func bytes(_ environment: Environment) throws -> Int? {
    guard let text = maxMemory ?? environment["MAX_MEMORY"] else { return nil }
    let units = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30]
    guard let number = Self.number(text, units), number >= 16 << 20 else {
      throw ValidationError("`\(text)` is no size of --max-memory", help: "write it as 512M or 4G, and not below 16M")
    }
    return number
  }

  /// How long the run may take.
  func seconds(_ environment: Environment) throws -> Int? {
    guard let text = timeout ?? environment["TIMEOUT"] else { return nil }
    guard let number = Self.number(text, ["S": 1, "M": 60, "H": 3600]), number > 0 else {
      throw ValidationError("`\(text)` is no time of --timeout", help: "write it as 90s, 10m or 2h")
    }
    return number
  }

  /// A whole number with a unit; `nil` where it is none, or is too large.
  private static func number(_ text: String, _ units: [String: Int]) -> Int? {
    guard let unit = text.last.flatMap({ units[$0.uppercased()] }), let count = Int(text.dropLast()), count >= 0 else {
      return nil
    }
    let (product, overflow) = count.multipliedReportingOverflow(by: unit)
    return overflow ? nil : product
  }
}
