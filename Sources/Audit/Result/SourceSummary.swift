import FactStore

/// One file that was read. read = used + rejected + outOfScope.
package struct SourceSummary: Sendable {
  package var path: String
  /// `kitos.api-v2.users`; `nil` when the file was not recognised or not readable.
  package var kind: String?
  package var sha256: String
  package var records: Int
  package var used: Int
  package var rejected: Int
  package var outOfScope: Int
  package var completeness: Completeness
  package var grade: CompletenessGrade?
  /// The day on which the export was made, where somebody says so.
  package var extractedAt: CalendarDate?
  /// The days from that day to the one judged.
  package var daysOld: Int?
  /// Too old to be relied on.
  package var isOld = false
  /// What is wrong, with its line: one entry per rejected record or whole-file error.
  package var problems: [Problem]
  /// What was assumed or taken from elsewhere ("organisation taken from usages.json").
  package var notes: [String]
  /// What this document cannot show ("global admins are hidden").
  package var limits: [String]

  package struct Problem: Hashable, Sendable {
    package var line: Int
    package var pointer: String
    package var message: String
    package init(line: Int, pointer: String, message: String) {
      self.line = line
      self.pointer = pointer
      self.message = message
    }
  }

  package init(
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

package struct RelationSummary: Sendable {
  package var name: String
  package var facts: Int
  package var holes: Int
  package var completeness: Completeness
  package var grade: CompletenessGrade?
  package init(name: String, facts: Int, holes: Int, completeness: Completeness, grade: CompletenessGrade?) {
    self.name = name
    self.facts = facts
    self.holes = holes
    self.completeness = completeness
    self.grade = grade
  }
}
