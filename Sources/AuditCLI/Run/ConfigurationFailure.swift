import ImportCore
import Importers

/// A configuration that is wrong, as a failure of the command.
enum ConfigurationFailure {
  /// The result of a step, or what is wrong with the configuration, as a person says it.
  static func explained<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as ConfigurationError {
      // Each problem is a line, and what to do about it another.
      let lines = error.problems.flatMap { problem -> [String] in
        var bare = problem
        bare.help = ""
        return problem.help.isEmpty ? [bare.description] : [bare.description, "  help: \(problem.help)"]
      }
      throw CommandFailure.notJudged(
        lines.first.map { "\($0)" } ?? "the configuration is wrong", details: lines.dropFirst().map { "\($0)" })
    }
  }
}
