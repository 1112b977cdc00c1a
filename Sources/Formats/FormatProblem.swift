import Budget
import Localization

/// A problem found while reading a file.
///
/// Messages name keys, columns and places but never repeat a value: an export may hold secrets.
public struct FormatProblem: Error, Hashable, Sendable {
  /// What kind of problem it is, in kebab-case. Stable.
  public var code: String
  /// What is wrong, for a person.
  package var message: Phrase
  /// The line, from 1.
  public var line: Int
  /// The place within a JSON document as a JSON pointer; empty where there is none.
  public var pointer: String
  /// What to do about it; may be empty.
  package var help: Phrase
  /// True when the rest of the file could not be read.
  public var isFatal: Bool

  package init(
    code: String, message: Phrase, line: Int = 1, pointer: String = "", help: Phrase = "", isFatal: Bool = false
  ) {
    self.code = code
    self.message = message
    self.line = line
    self.pointer = pointer
    self.help = help
    self.isFatal = isFatal
  }
}

extension FormatProblem {
  /// The file asks for more than a run may spend; nothing of it is used.
  public init(_ reached: LimitReached, line: Int = 1) {
    let limit = Phrase(reached)
    self.init(
      code: "limit",
      message: reached.resource == .memory
        ? "the file, with what was read before it, unfolds to \(limit)" : "the file unfolds to \(limit)",
      line: line,
      help: "split the file, or raise `--max-\(reached.resource.rawValue)`", isFatal: true)
  }
}

extension Account {
  /// Counts bytes that a file takes; throws what is said of the file.
  public mutating func spendMemory(_ bytes: Int) throws(FormatProblem) {
    do throws(LimitReached) {
      try spend(bytes, on: .memory)
    } catch {
      throw FormatProblem(error)
    }
  }
}
