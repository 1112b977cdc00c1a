import FactStore
import PolicyEngine

/// The outcome of one audit: what was read, what was judged, what was found. Every report is a pure function of it.
public struct AuditResult: Sendable {
  public var toolVersion: String
  public var asOf: CalendarDate
  public var language: String
  /// False when an input was unreadable or partly rejected, an expected source is missing, or a limit was hit.
  public var isComplete: Bool
  /// Why it is not complete; lower case, one reason each.
  public var incompleteReasons: [String]
  public var sources: [SourceSummary]
  /// Source relations that a policy reads, by name.
  public var relations: [RelationSummary]
  /// Every policy that ran, by id.
  public var policies: [PolicyOutcome]
  public var scope: Scope
  public var findings: FindingList
  /// Parameters that the policies read, with their values as printed.
  public var parameters: [(name: String, value: String, isOverridden: Bool)]
  /// Things a reader must know that are no finding: a join that matches nothing for the whole population.
  public var warnings: [String]

  public init(
    toolVersion: String, asOf: CalendarDate, language: String, isComplete: Bool, incompleteReasons: [String],
    sources: [SourceSummary], relations: [RelationSummary], policies: [PolicyOutcome], scope: Scope,
    findings: FindingList, parameters: [(name: String, value: String, isOverridden: Bool)], warnings: [String]
  ) {
    self.toolVersion = toolVersion
    self.asOf = asOf
    self.language = language
    self.isComplete = isComplete
    self.incompleteReasons = incompleteReasons
    self.sources = sources
    self.relations = relations
    self.policies = policies
    self.scope = scope
    self.findings = findings
    self.parameters = parameters
    self.warnings = warnings
  }

  public struct Scope: Sendable {
    /// Packs none of whose systems is loaded.
    public var outOfScope: [String]
    public var notEvaluated: [NotEvaluated]
    public init(outOfScope: [String], notEvaluated: [NotEvaluated]) {
      self.outOfScope = outOfScope
      self.notEvaluated = notEvaluated
    }
  }

  /// A policy about which nothing can be said, in one line instead of one finding per member.
  public struct NotEvaluated: Sendable {
    public var policy: String
    /// The absent relation, or the limit that was hit.
    public var missing: String
    public var obtain: String
    /// Members left unjudged, where the population is known.
    public var members: Int
    public init(policy: String, missing: String, obtain: String, members: Int) {
      self.policy = policy
      self.missing = missing
      self.obtain = obtain
      self.members = members
    }
  }
}

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
