import Audit
import Localization

/// The words for files that were read.
struct SourceSum {
  private let say: Wording

  init(_ say: Wording = Wording(.en)) { self.say = say }

  /// `412 read = 410 used + 2 rejected + 0 out of scope`, or a warning where that is not so.
  func text(read: Int, used: Int, rejected: Int, outOfScope: Int) -> String {
    let sum = say("\(read) read = \(used) used + \(rejected) rejected + \(outOfScope) out of scope")
    return read == used + rejected + outOfScope ? sum : sum + " (\(say("DOES NOT ADD UP")))"
  }

  /// The kind of what is listed and not read.
  static let ignored = "ignored"

  /// Whether the file was read for its rights. Kinds of exports have a dotted name; `ignored` and `configuration` have not.
  static func isExport(_ source: SourceSummary) -> Bool { source.kind?.contains(".") ?? true }

  /// `kitos/users.json: complete (counted), 412 read = …; kitos.api-v2.users`
  func line(_ source: SourceSummary) -> String {
    guard let kind = source.kind else {
      let problem = source.problems.first?.message ?? say("not recognised")
      return say("\(source.path): NOT USED, \(problem)")
    }
    guard Self.isExport(source) else { return "\(source.path): \(kind)" }
    let sum = text(
      read: source.records, used: source.used, rejected: source.rejected, outOfScope: source.outOfScope)
    let age = source.isOld ? say("TOO OLD, \(source.daysOld ?? 0, "day", "days")") + "; " : ""
    return "\(source.path): \(age)\(state(source)), \(sum); \(kind)"
  }

  /// `complete (counted)`
  func state(_ source: SourceSummary) -> String {
    say(source.completeness.word) + (source.grade.map { " (\(say($0.word)))" } ?? "")
  }

  /// Problems with their lines, then notes and limits.
  func details(_ source: SourceSummary) -> [String] {
    source.problems.map { problem in
      let pointer = problem.pointer.isEmpty ? "" : " \(problem.pointer)"
      let line = problem.line > 0 ? ":\(problem.line)" : ""
      return "\(source.path)\(line)\(pointer): \(problem.message)"
    } + source.notes.map { say("note: \($0)") } + source.limits.map { say("cannot show: \($0)") }
  }
}
