import FactStore
import Localization

/// A document that was read and waits for what the other documents say.
///
/// All documents inform the survey first; then all take part in its second round, which knows the organisation of each;
/// then each writes its facts. The order of the calls is that of the paths, so nothing depends on which file was read
/// first.
package protocol SourceDocument: Sendable {
  /// The number of records, usable or not.
  var records: Int { get }
  /// How many things its records say unusably. Each is kept until the facts are written, and its holes with them.
  var problemCount: Int { get }
  /// What is wrong with the file as a whole; `nil` when it was read to its end.
  var damageOfWhole: Phrase? { get }
  /// The secrets that only its reader could tell, and those of a document that nobody else sees whole.
  var secrets: SecretSearch { get }
  /// Says what other documents may need.
  func inform(_ survey: inout Survey, file: FileID)
  /// Says which list the document is a page of. The survey knows all organisations by now.
  func enlist(in survey: inout Survey, file: FileID)
  /// The records of an organisation, or all: what an expectation counts.
  func tally(organisation: String?, survey: Survey) -> RecordTally
  /// Writes facts and holes, and says what became of the records.
  func write(to writer: FactWriter, survey: Survey, report: inout SourceReport)
}

extension SourceDocument {
  package var secrets: SecretSearch { SecretSearch() }
  package func inform(_ survey: inout Survey, file: FileID) {}
  package func enlist(in survey: inout Survey, file: FileID) {}
  package func tally(organisation: String?, survey: Survey) -> RecordTally { RecordTally(others: records) }
}
