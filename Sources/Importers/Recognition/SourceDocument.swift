import FactStore

/// A document that was read and waits for what the other documents say.
///
/// All documents inform the survey first; then all take part in its second round, which knows the organisation of each;
/// then each writes its facts. The order of the calls is that of the paths, so nothing depends on which file was read
/// first.
protocol SourceDocument: Sendable {
  /// The number of records, usable or not.
  var records: Int { get }
  /// What is wrong with the file as a whole; `nil` when it was read to its end.
  var damageOfWhole: String? { get }
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
  func inform(_ survey: inout Survey, file: FileID) {}
  func enlist(in survey: inout Survey, file: FileID) {}
  func tally(organisation: String?, survey: Survey) -> RecordTally { RecordTally(others: records) }
}

/// How many records there are: a record that two files hold counts once.
struct RecordTally: Sendable {
  /// Identities of the records that have one.
  var identities: Set<String> = []
  /// Records without one.
  var others = 0

  var count: Int { identities.count + others }

  mutating func add(_ other: RecordTally) {
    identities.formUnion(other.identities)
    others += other.others
  }
}

/// A place in a document where reading ended or a record was lost, and why.
struct Damage: Hashable, Sendable {
  let place: Place
  /// For people. It may name a key of the document, so an identity number that was used as one is kept out of it.
  let text: String

  init(place: Place, text: String) {
    self.place = NationalIdentity.mayStand(in: place.pointer) ? Place(line: place.line) : place
    self.text = NationalIdentity.masked(text)
  }
}
