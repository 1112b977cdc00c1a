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
  public var parameters: [Parameter]
  /// Things a reader must know that are no finding: a join that matches nothing for the whole population.
  public var warnings: [String]
  /// What the organisation declares not to have: the audit was judged without it.
  public var declarations: [Declaration]
  /// What the result rests on beside the exports.
  public var basis: AuditBasis
  /// What the configuration did to it; `nil` where none was read.
  public var settings: AuditSettings?

  public init(
    toolVersion: String, asOf: CalendarDate, language: String, isComplete: Bool, incompleteReasons: [String],
    sources: [SourceSummary], relations: [RelationSummary], policies: [PolicyOutcome], scope: Scope,
    findings: FindingList, parameters: [Parameter], declarations: [Declaration] = [], basis: AuditBasis = .init(),
    warnings: [String]
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
    self.declarations = declarations
    self.basis = basis
  }
}
