import FactStore
import PolicyEngine

/// The outcome of one audit: what was read, what was judged, what was found. Every report is a pure function of it.
package struct AuditResult: Sendable {
  package var toolVersion: String
  package var asOf: CalendarDate
  package var language: String
  /// False when an input was unreadable or partly rejected, an expected source is missing, or a limit was hit.
  package var isComplete: Bool
  /// Why it is not complete; lower case, one reason each.
  package var incompleteReasons: [String]
  package var sources: [SourceSummary]
  /// Source relations that a policy reads, by name.
  package var relations: [RelationSummary]
  /// Every policy that ran, by id.
  package var policies: [PolicyOutcome]
  package var scope: Scope
  package var findings: FindingList
  /// Parameters that the policies read, with their values as printed.
  package var parameters: [Parameter]
  /// Things a reader must know that are no finding: a join that matches nothing for the whole population.
  package var warnings: [String]
  /// What the organisation declares not to have: the audit was judged without it.
  package var declarations: [Declaration]
  /// What the result rests on beside the exports.
  package var basis: AuditBasis
  /// Who holds which privileged right.
  package var rights = RightsRegister.empty
  /// What its policies say of the controls of frameworks; empty where nobody asked for one.
  package var frameworks: [FrameworkOutcome] = []
  /// What the configuration did to it; `nil` where none was read.
  package var settings: AuditSettings?
  /// Whom its texts may name, and which addresses are nobody's.
  package var people = People.none
  /// How its texts name people.
  package var identifiers = Identifiers.full
  /// What people are named for, where somebody said it.
  package var purpose: String?
  /// What is known and decided of each finding beside its verdict.
  package var dispositions = Dispositions.none
  /// The waivers that were read; `nil` where none were.
  package var waivers: WaiverReport?
  /// What an earlier result says; `nil` where none was named.
  package var comparison: BaselineReport?
  /// Tells the keys of fingerprints apart; `nil` where none was given.
  package var keyMark: String?

  package init(
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
