import FactStore
import Localization

/// What became of one file. `records == used + rejected + outOfScope`, always.
public struct SourceReport: Sendable {
  /// As shown to people: relative to the folder that was given, or as given.
  public var path: String
  /// `exchange.mailboxes`; `nil` when the content was not recognised or could not be read.
  public var kind: String?
  /// Of the file's bytes, in hexadecimal; empty when the file was not read.
  public var sha256: String
  package var records: Int
  /// Records that were used whole.
  public var used: Int
  /// Records of which something could not be used. What could be read of them is used nevertheless.
  public var rejected: Int
  /// Records of a kind that is known and not used.
  public var outOfScope: Int
  package var completeness: Completeness
  package var grade: CompletenessGrade?
  /// The day on which the export was made, as the configuration says.
  public var extractedAt: CalendarDate?
  /// The days from that day to the one judged.
  public var daysOld: Int?
  /// It is older than what is relied on: what rests on its being whole is unverified.
  public var isOld = false
  /// Its content looks like another kind of export than it was told to be.
  public var isContradicted = false
  /// What is wrong, with its line: one entry per thing that a record says unusably, or error of the whole file. At most
  /// ``problemLimit`` of records; a last entry says how many more there are.
  package var problems: [Problem] {
    unlisted == 0
      ? listed
      : listed + [Problem(line: 0, message: "\(unlisted, "further problem is", "further problems are") not listed")]
  }
  private var listed: [Problem] = []
  private var unlisted = 0
  /// How many problems of the records of one file are told one by one. A person corrects what they have in common, not each.
  package static let problemLimit = 1000
  /// What was assumed, or taken from elsewhere.
  package var notes: [Phrase]
  /// What this document cannot show.
  package var limits: [Phrase]

  /// One thing that is wrong, and where.
  public struct Problem: Hashable, Sendable {
    /// 1-based; 0 where the whole file is meant.
    public var line: Int
    package var pointer: String
    /// Without identity numbers and secrets among its arguments; its words are masked again where they are said.
    package var message: Phrase
    package init(line: Int, pointer: String = "", message: Phrase) {
      self.line = line
      // Keys of a document may be identity numbers or secrets.
      self.pointer = Withholding.reason(pointer) == nil ? pointer : ""
      self.message = message.masked { Withholding.masked($0) }
    }

    /// What is wrong, in a language. A number that only words and arguments together make is masked too.
    package func text(_ say: Wording) -> String { NationalIdentity.masked(say(message)) }
  }

  package init(path: String, kind: String? = nil) {
    self.path = path
    self.kind = kind
    sha256 = ""
    records = 0
    used = 0
    rejected = 0
    outOfScope = 0
    completeness = .complete
    grade = nil
    notes = []
    limits = []
  }

  /// Tells what is wrong with a record; past the limit it is only counted.
  package mutating func list(_ problem: Problem) {
    if listed.count < Self.problemLimit { listed.append(problem) } else { unlisted += 1 }
  }

  /// Tells what is wrong with the file as a whole, however much has been told of its records.
  package mutating func listAlways(_ problem: Problem) { listed.append(problem) }

  /// The kind of a file that `ignore` or its name excludes.
  public static let ignoredKind = "ignored"
  /// The kind of a result of this program, which lies among the exports and is no source.
  public static let resultKind = "tilsyn.result"
  /// The kind of a file that steers the program and is no source.
  public static let configurationKind = "configuration"

  /// The kind of an archive whose files are listed themselves.
  public static let archiveKind = "archive"

  func checkInvariants() {
    assert(records == used + rejected + outOfScope, "\(path): records do not add up")
  }
}
