import FactStore

/// One file that was read. read = used + rejected + outOfScope.
public struct SourceSummary: Sendable {
  public var path: String
  /// `kitos.api-v2.users`; `nil` when the file was not recognised or not readable.
  public var kind: String?
  public var sha256: String
  public var records: Int
  public var used: Int
  public var rejected: Int
  public var outOfScope: Int
  public var completeness: Completeness
  public var grade: CompletenessGrade?
  /// The day on which the export was made, where somebody says so.
  public var extractedAt: CalendarDate?
  /// The days from that day to the one judged.
  public var daysOld: Int?
  /// Too old to be relied on.
  public var isOld = false
  /// What is wrong, with its line: one entry per rejected record or whole-file error.
  public var problems: [Problem]
  /// What was assumed or taken from elsewhere ("organisation taken from usages.json").
  public var notes: [String]
  /// What this document cannot show ("global admins are hidden").
  public var limits: [String]

  public struct Problem: Hashable, Sendable {
    public var line: Int
    public var pointer: String
    public var message: String
    public init(line: Int, pointer: String, message: String) {
      self.line = line
      self.pointer = pointer
      self.message = message
    }
  }

  public init(
    path: String, kind: String?, sha256: String, records: Int, used: Int, rejected: Int, outOfScope: Int,
    completeness: Completeness, grade: CompletenessGrade?, problems: [Problem], notes: [String], limits: [String]
  ) {
    self.path = path
    self.kind = kind
    self.sha256 = sha256
    self.records = records
    self.used = used
    self.rejected = rejected
    self.outOfScope = outOfScope
    self.completeness = completeness
    self.grade = grade
    self.problems = problems
    self.notes = notes
    self.limits = limits
  }
}

public struct RelationSummary: Sendable {
  public var name: String
  public var facts: Int
  public var holes: Int
  public var completeness: Completeness
  public var grade: CompletenessGrade?
  public init(name: String, facts: Int, holes: Int, completeness: Completeness, grade: CompletenessGrade?) {
    self.name = name
    self.facts = facts
    self.holes = holes
    self.completeness = completeness
    self.grade = grade
  }
}
