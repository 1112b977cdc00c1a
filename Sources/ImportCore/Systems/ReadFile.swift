import FactStore
import Localization

/// A file after reading: what it holds, or why it could not be read.
package struct ReadFile: Sendable {
  package var report: SourceReport
  /// Waits for what the other documents say; `nil` when there is nothing to use.
  package var document: (any SourceDocument)?
  /// What a mapping, or an importer that reads documents larger than memory, wrote at once.
  package var writer: FactWriter?
  /// The relations that the mapping of the file fills.
  var mappedRelations: [String] = []
  /// Keys that the mapping of the file names and none of its records has.
  var absentFields: [AbsentField] = []
  /// The secrets that were met, and dropped.
  package var secrets = SecretSearch()
  /// Why the file may leave out records of its list, although nothing of what it holds is wrong.
  package var doubts: [Phrase] = []
  /// Tables of other kinds within the file that are not read, with what to say of each.
  package var unread: [(kind: String, text: Phrase)] = []
  /// Records that could not be read and are in no list.
  package var unlisted = 0
  /// Why the audit is incomplete because of this file as a whole.
  package var failure: Phrase?
}
