import Formats
import Localization

/// A file of a run, before it is read.
package struct FoundFile: Sendable {
  /// Where it is.
  package var path: FilePath
  /// What people see, and what the order of files follows. No two files of a run are shown alike.
  package var shown: String
  /// The paths that patterns are compared with, as ``FilePath/text``.
  package var candidates: [String]
  package var role: Role
  /// Where its bytes are, where they are not in a file at ``path``.
  package var content: ByteSource?
  /// What the place where it was found says of it, beside the configuration.
  package var context = SourceContext()
  /// Why nothing of it can be used, where that is known before it is read.
  package var damage: Phrase?
  /// Of an archive that was opened: the digest of its bytes, and how many of them stay in memory.
  package var sha256 = ""
  package var held = 0

  /// Where its bytes are.
  package var bytes: ByteSource { content ?? .file(path) }

  package init(path: FilePath, shown: String, candidates: [String], role: Role) {
    self.path = path
    self.shown = shown
    self.candidates = candidates
    self.role = role
  }

  package enum Role: Sendable, Hashable {
    case source
    /// Steers the program.
    case configuration
    /// Is called as a configuration is, and is not the one of this run.
    case otherConfiguration
    /// Not read, with the reason.
    case ignored(Phrase)
    /// Left out by the configuration, with the reason.
    case leftOut(Phrase)
    /// Was opened, and holds files that are listed themselves.
    case opened(Phrase)
    /// Cannot be read, with the reason.
    case unreadable(Phrase)
  }
}
