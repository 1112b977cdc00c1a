import Budget
internal import CRE2
import Synchronization

/// Compiled regular expressions, shared by all decisions.
final class Patterns: Sendable {
  static let shared = Patterns()

  private final class Compiled: @unchecked Sendable {
    let pattern: OpaquePointer
    /// What it has in hand at once for each byte of a text, at most.
    let size: Int
    init?(_ text: String, size: Int) {
      let bytes = Array(text.utf8)
      guard let pattern = cre2_create(bytes, bytes.count, Int64(Patterns.memoryLimit)) else { return nil }
      self.pattern = pattern
      self.size = size
    }
    var isUsable: Bool { cre2_error(pattern) == nil }
    deinit { cre2_destroy(pattern) }
  }

  /// What one expression and the work on it may take.
  private static let memoryLimit = 32 << 20
  /// As many are kept; a request may bring ever new ones. What they were written from counts as their size.
  private static let limit = 1_000
  private static let sizeLimit = 4 << 20

  private struct Kept {
    var compiled: [String: Result<Compiled, PatternProblem>] = [:]
    var size = 0
  }
  private let kept = Mutex(Kept())

  /// Steps that it takes to make one part of an expression ready, at most.
  private static let compilingSteps = 200

  /// Whether some part of a text matches a regular expression of XML Schema, with the anchors of XPath.
  ///
  /// A byte counts as often as the expression has parts. What making an expression ready takes counts each time, also where it
  /// is kept from before: whether a decision meets a limit must not depend on the decisions before it.
  func matches(_ pattern: String, _ text: String, work: Work) throws(Failure) -> Bool {
    try work.decide(spending: pattern.utf8.count, on: .steps)
    let usable: Compiled
    switch kept.withLock({ $0.compiled[pattern] }) ?? compile(pattern) {
    case .success(let compiled): usable = compiled
    case .failure(let problem): throw .processing("a regular expression cannot be used: \(problem.text)")
    }
    let parts = usable.size.multipliedReportingOverflow(by: text.utf8.count + Self.compilingSteps)
    try work.decide(spending: parts.overflow ? .max : parts.partialValue, on: .steps)
    let bytes = Array(text.utf8)
    return cre2_matches(usable.pattern, bytes, bytes.count) != 0
  }

  private func compile(_ pattern: String) -> Result<Compiled, PatternProblem> {
    let result: Result<Compiled, PatternProblem>
    var size = pattern.utf8.count
    do throws(PatternProblem) {
      let tree = try PatternReader.read(pattern)
      let written = try PatternWriter.write(tree)
      size += written.utf8.count
      guard let compiled = Compiled(written, size: tree.size), compiled.isUsable else {
        throw PatternProblem(
          "it is too large: its classes and repetitions take more than \(Self.memoryLimit >> 20) MiB")
      }
      result = .success(compiled)
    } catch {
      result = .failure(error)
    }
    kept.withLock { kept in
      if kept.compiled.count >= Self.limit || kept.size + size > Self.sizeLimit { kept = Kept() }
      kept.compiled[pattern] = result
      kept.size += size
    }
    return result
  }
}
