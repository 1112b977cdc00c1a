internal import CRE2
import Synchronization

/// Compiled regular expressions, shared by all decisions.
final class Patterns: Sendable {
  static let shared = Patterns()

  private final class Compiled: @unchecked Sendable {
    let pattern: OpaquePointer
    init?(_ text: String) {
      let bytes = Array(text.utf8)
      guard let pattern = cre2_create(bytes, bytes.count, Int64(Patterns.memoryLimit)) else { return nil }
      self.pattern = pattern
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

  /// Whether some part of a text matches a regular expression of XML Schema, with the anchors of XPath.
  func matches(_ pattern: String, _ text: String) throws(Failure) -> Bool {
    let usable: Compiled
    switch kept.withLock({ $0.compiled[pattern] }) ?? compile(pattern) {
    case .success(let compiled): usable = compiled
    case .failure(let problem): throw .processing("a regular expression cannot be used: \(problem.text)")
    }
    let bytes = Array(text.utf8)
    return cre2_matches(usable.pattern, bytes, bytes.count) != 0
  }

  private func compile(_ pattern: String) -> Result<Compiled, PatternProblem> {
    let result: Result<Compiled, PatternProblem>
    var size = pattern.utf8.count
    do throws(PatternProblem) {
      let written = try PatternWriter.write(try PatternReader.read(pattern))
      size += written.utf8.count
      guard let compiled = Compiled(written), compiled.isUsable else {
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
