import Audit
import AuditReports
import Budget
import Formats
import ImportCore
import Localization

/// A result that was written earlier, read back.
struct ResultFile {
  let stored: StoredResult
  let file: AuditBasis.File
  let bytes: [UInt8]

  /// - Parameter what: what it is for, for whoever named it.
  /// - Throws: 2 where it cannot be read, is none, or is damaged.
  init(_ argument: String, _ limits: RunLimits, _ what: NamedFile = .result) throws {
    let isStandardInput = argument == ArgumentFile.standardInput
    try self.init(
      try ArgumentFile.bytes(argument, what), shown: isStandardInput ? "-" : FilePath(argument).shown, limits,
      isStandardInput: isStandardInput)
  }

  /// - Parameter shown: the file as it is shown.
  init(_ bytes: [UInt8], shown: String, _ limits: RunLimits, isStandardInput: Bool) throws {
    do throws(ResultDamage) {
      stored = try StoredResult(bytes, limits: limits)
    } catch {
      let name: Phrase = isStandardInput ? "standard input" : "`\(shown)`"
      throw CommandFailure.notJudged(
        error.line > 0
          ? "\(name) cannot be shown: line \(error.line): \(error.message)"
          : "\(name) cannot be shown: \(error.message)",
        help: "`tilsyn audit PATH -f json=FILE` writes a result")
    }
    self.bytes = bytes
    file = AuditBasis.File(path: NationalIdentity.masked(shown), sha256: Digest.of(bytes))
  }
}
