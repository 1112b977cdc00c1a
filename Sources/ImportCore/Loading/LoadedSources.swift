import FactStore
import Localization

/// Everything that was loaded, and what became of each file.
public struct LoadedSources: Sendable {
  package var store: FactStore
  /// One per file, by path.
  public var files: [SourceReport]
  /// False when a file was unreadable, not recognised or partly rejected, or an expected export is missing or too old.
  public var isComplete: Bool
  /// Why it is not complete: lower case, one reason each, in a fixed order.
  package var incompleteReasons: [Phrase]
  /// The first part of the names of the relations that some file covers: `mailbox`, `employees`.
  public var systemsLoaded: Set<String>
  /// `tilsyn.yaml` entries that fit no file, and the like: worth a look, no reason to distrust the result.
  package var warnings: [Phrase]

  /// What the configuration declares that there is none of, in its order, each with the relations that are absent for it.
  public var declarations: [(absence: Configuration.Absence, relations: [String])]
  /// What the configuration did to the run.
  public var applied: AppliedConfiguration

  /// The digest of each file that was read, by path: what a result is bound to. Outputs of this program have none.
  public var digests: [(path: String, sha256: String)] {
    files.filter { !$0.sha256.isEmpty }.map { ($0.path, $0.sha256) }
  }
}
