import Audit

/// The words for one file that was read.
enum SourceSum {
  /// `412 read = 410 used + 2 rejected + 0 out of scope`, or a warning where that is not so.
  static func text(read: Int, used: Int, rejected: Int, outOfScope: Int) -> String {
    let sum = "\(read) read = \(used) used + \(rejected) rejected + \(outOfScope) out of scope"
    return read == used + rejected + outOfScope ? sum : sum + " (DOES NOT ADD UP)"
  }

  /// The kind of what is listed and not read.
  static let ignored = "ignored"

  /// Whether the file was read for its rights. Kinds of exports have a dotted name; `ignored` and `configuration` have not.
  static func isExport(_ source: SourceSummary) -> Bool { source.kind?.contains(".") ?? true }

  static func line(_ source: SourceSummary) -> String {
    guard let kind = source.kind else {
      return "\(source.path): NOT USED, \(source.problems.first?.message ?? "not recognised")"
    }
    guard isExport(source) else { return "\(source.path): \(kind)" }
    let sum = text(
      read: source.records, used: source.used, rejected: source.rejected, outOfScope: source.outOfScope)
    let grade = source.grade.map { " (\($0.rawValue))" } ?? ""
    let age = source.isOld ? "TOO OLD, \(source.daysOld ?? 0) days; " : ""
    return "\(source.path): \(age)\(source.completeness.rawValue)\(grade), \(sum); \(kind)"
  }

  /// Problems with their lines, then notes and limits.
  static func details(_ source: SourceSummary) -> [String] {
    source.problems.map { problem in
      let pointer = problem.pointer.isEmpty ? "" : " \(problem.pointer)"
      let line = problem.line > 0 ? ":\(problem.line)" : ""
      return "\(source.path)\(line)\(pointer): \(problem.message)"
    } + source.notes.map { "note: \($0)" } + source.limits.map { "cannot show: \($0)" }
  }
}
