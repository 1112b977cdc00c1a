import ArgumentParser
import FactStore
import Foundation
import ImportCore
import Importers

/// The day of a run.
struct DayOption: ParsableArguments {
  @Option(help: ArgumentHelp(said: "The day that is judged, as 2026-11-20. Default: today.", valueName: "date"))
  var asOf: String?

  func validate() throws { _ = try date(Environment()) }

  /// The day that is judged: flag, environment, today.
  func date(_ environment: Environment) throws -> CalendarDate {
    if let text = asOf ?? environment["AS_OF"] {
      guard let date = CalendarDate(text) else {
        throw ValidationError("`\(text)` is no date of --as-of", help: "write it as 2026-11-20")
      }
      return date
    }
    let now = Calendar.current.dateComponents([.year, .month, .day], from: Date())
    guard let year = now.year, let month = now.month, let day = now.day,
      let date = CalendarDate(year: year, month: month, day: day)
    else {
      throw ValidationError(
        "the clock of this machine shows no usable date", help: "give the day that is judged with --as-of")
    }
    return date
  }
}

/// What is known of the exports beside their content.
struct ContextOptions: ParsableArguments {
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      said: "What a file is: kitos/users.json=kitos.api-v2.users,organisation=UUID. Repeatable.",
      valueName: "path=kind,…"), completion: .file())
  var contexts: [String] = []

  @Option(
    help: ArgumentHelp(
      said: "The configuration, or none. Default: tilsyn.yaml in the first folder given.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var config: String?

  @OptionGroup var day: DayOption

  @Option(help: ArgumentHelp(said: "Threads that read files. Default: one per processor.", valueName: "number"))
  var jobs: Int?

  @OptionGroup var limits: LimitOptions

  func validate() throws {
    if let jobs, jobs < 1 {
      throw ValidationError("--jobs \(jobs) is below 1", help: "give the number of threads that read files")
    }
  }

  /// The day that is judged; a result that is named may say which.
  var asOf: String? {
    get { day.asOf }
    set { day.asOf = newValue }
  }

  func date(_ environment: Environment) throws -> CalendarDate { try day.date(environment) }

  /// More threads than four times the processors only cost memory.
  func jobs(_ environment: Environment) -> Int {
    let processors = ProcessInfo.processInfo.activeProcessorCount
    return min(jobs ?? environment["JOBS"].flatMap { Int($0) }.map { max(1, $0) } ?? processors, 4 * processors)
  }

  func overrides() throws -> [SourceOverride] {
    try contexts.map { text in
      do throws(ConfigurationError) {
        return try SourceOverride(parsing: text, .all)
      } catch {
        let problem = error.problems.first
        let help = problem?.help ?? ""
        throw CommandFailure.usage(
          (problem?.message).map { "\($0)" } ?? "`--as \(text)` cannot be read",
          help: help.isEmpty ? "write it as PATH=KIND: `tilsyn sources` shows the kinds" : "\(help)")
      }
    }
  }
}
