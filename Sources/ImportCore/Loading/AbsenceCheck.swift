import FactStore

/// Holds what `without` declares against what is there: who says that there is no such export must be right.
package struct AbsenceCheck {
  package let configuration: Configuration

  /// Before anything is read.
  package func check(_ overrides: [SourceOverride], asOf: CalendarDate) throws(ConfigurationError) {
    var problems: [ConfigurationProblem] = []
    for absence in configuration.absences where absence.day > asOf {
      problems.append(
        problem(
          absence, "`\(absence.name)` in `without` was declared on \(absence.day), after the day judged (\(asOf))",
          help: "on the day judged nobody had said so; give `--as-of` that day or a later one"))
    }
    for override in overrides {
      guard let kind = override.context.kind, let absence = absence(of: kind) else { continue }
      problems.append(
        problem(
          absence, "`--as` says that `\(override.path.text)` is `\(kind)`, of which `without` says that there is none",
          help: "remove the entry, or leave the file out"))
    }
    if !problems.isEmpty { throw ConfigurationError(problems: problems) }
  }

  /// After all files were read.
  package func check(_ reports: [SourceReport]) throws(ConfigurationError) {
    let problems = reports.compactMap { report -> ConfigurationProblem? in
      guard let kind = report.kind, let absence = absence(of: kind), !isForm(report) else { return nil }
      return problem(
        absence, "`\(report.path)` is `\(kind)`, of which `without` says that there is none",
        help: "remove the entry, now that there is one; or move the file away")
    }
    if !problems.isEmpty { throw ConfigurationError(problems: problems) }
  }

  private func absence(of kind: String) -> Configuration.Absence? {
    configuration.absences.first { $0.kinds.contains(kind) }
  }

  /// A register that has titles and no row, as `tilsyn init` writes it: a form, and no document yet.
  private func isForm(_ report: SourceReport) -> Bool {
    report.kind.flatMap(configuration.registry.list)?.isForm == true && report.records == 0 && report.problems.isEmpty
  }

  private func problem(_ absence: Configuration.Absence, _ message: String, help: String) -> ConfigurationProblem {
    ConfigurationProblem(path: configuration.path ?? "", line: absence.line, message: message, help: help)
  }
}
