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
    /// Cannot be read, with the reason.
    case unreadable(Phrase)
  }
}
