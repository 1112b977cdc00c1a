import Audit
import Localization
import PolicyEngine

/// Every word that a person reads in the workbook, beside those of the result: sheets, titles, labels. ``OwnWorkbook`` knows the
/// workbook by them, in every language.
enum WorkbookWords {
  /// A column: its title, and how wide it is.
  struct Column: Sendable {
    let title: Phrase
    let width: Double

    init(_ title: Phrase, _ width: Double) {
      self.title = title
      self.width = width
    }
  }

  static let title: Phrase = "Audit of access rights"
  static let yes: Phrase = "yes"
  static let no: Phrase = "no"
  /// Ends a text that is longer than a cell may be.
  static let cut: Phrase = " … (cut)"

  enum Sheet {
    static let summary: Phrase = "Summary"
    static let findings: Phrase = "Findings"
    static let actions: Phrase = "Action plan"
    static let sources: Phrase = "Sources"
    static let policies: Phrase = "Policies"
    static let rights: Phrase = "Privileged rights"
    static let controls: Phrase = "Controls"
    static let waivers: Phrase = "Waivers"
    static let changes: Phrase = "Since the baseline"
  }

  /// What the first column of the summary says.
  enum Label {
    static let verdict: Phrase = "Verdict"
    static let gate: Phrase = "Gate"
    static let exit: Phrase = "Exit code"
    static let asOf: Phrase = "As of"
    static let complete: Phrase = "Everything could be read"
    static let reason: Phrase = "Reason"
    static let without: Phrase = "Judged without"
    static let settings: Phrase = "Configuration"
    static let people: Phrase = "People"
    static let incomplete: Phrase = "Not read"
    static let warning: Phrase = "Warning"
    static let members: Phrase = "Members checked"
    static let passed: Phrase = "Members passed"
    static let failed: Phrase = "Members failed"
    static let unverified: Phrase = "Members unverified"
    static let exempt: Phrase = "Members exempt"
    static let possible: Phrase = "Further members possible"
    static let policies: Phrase = "Policies"
    static let sources: Phrase = "Sources"
    static let notWhole: Phrase = "Sources that are not whole"
    static let tool: Phrase = "Made with"
    static let arguments: Phrase = "Arguments"
    static let severity: Phrase = "Severity"
    static let failFindings: Phrase = "Findings: fail"
    static let unverifiedFindings: Phrase = "Findings: unverified"
    static let allFindings: Phrase = "Findings"
    static let allSeverities: Phrase = "all"
    static let parameter: Phrase = "Parameter"
    static let value: Phrase = "Value"
    static let standard: Phrase = "Value of the policies"
    static let overridden: Phrase = "Set for this run"
  }

  static let findings = [
    Column("Severity", 10), Column("Verdict", 11), Column("Policy", 34), Column("Title", 44),
    Column("Subject type", 16),
    Column("Subject", 38), Column("Violating type", 16), Column("Violating", 30), Column("Message", 70),
    Column("Files and lines", 44), Column("Fix", 60), Column("Fingerprint", 20), Column("Decision", 44),
    Column("First seen", 12),
  ]
  static let actions = [
    Column("Severity", 10), Column("Policy", 30), Column("Title", 36), Column("Failed members", 10),
    Column("Unverified members", 11), Column("Further members possible", 10), Column("Findings", 10),
    Column("What to do", 52), Column("Export to get", 40), Column("Owner", 18), Column("Deadline", 12),
    Column("Status", 14),
  ]
  static let sources = [
    Column("Path", 50), Column("Kind", 30), Column("Records read", 10), Column("Used", 10), Column("Rejected", 10),
    Column("Out of scope", 10), Column("Completeness", 14), Column("Grade", 12), Column("Exported on", 12),
    Column("Days old", 9), Column("Too old", 8), Column("Problems", 10), Column("First problem", 60),
    Column("Notes", 60),
    Column("Cannot show", 60), Column("SHA-256", 20),
  ]
  static let policies = [
    Column("Policy", 34), Column("Title", 44), Column("Severity", 10), Column("Status", 15), Column("Population", 11),
    Column("Passed", 9), Column("Failed", 9), Column("Unverified", 11), Column("Exempt", 9),
    Column("Further members possible", 11), Column("Passed on assumption", 12), Column("Waits for", 40),
    Column("Judged without", 30), Column("Why", 60), Column("Fix", 60), Column("Basis", 60), Column("Controls", 40),
  ]

  static let rights = [
    Column("System", 14), Column("Holder", 38), Column("Name", 34), Column("Right", 24), Column("In", 38),
    Column("Name of that", 34), Column("Shown by the exports", 12), Column("Files and lines", 60),
  ]
  static let controls = [
    Column("Framework", 30), Column("Control", 16), Column("Title", 60), Column("Verdict", 16),
    Column("Failed members", 10), Column("Unverified members", 11), Column("Members passed", 10),
    Column("Policies", 80),
  ]

  static let waivers = [
    Column("Waiver", 18), Column("State", 26), Column("Policy", 34), Column("Findings", 10), Column("Owner", 28),
    Column("Approver", 28), Column("Approved on", 12), Column("Expires", 12), Column("Reason", 60), Column("Place", 30),
  ]
  static let changes = [
    Column("What became of it", 36), Column("Severity", 10), Column("Verdict", 11), Column("Policy", 34),
    Column("Subject", 38), Column("Violating", 30), Column("Message", 70), Column("First seen", 12),
    Column("Fingerprint", 20),
  ]

  static func gate(_ outcome: GateDecision.Outcome, failOn level: Severity?) -> Phrase {
    switch outcome {
    case .passed:
      level.map { Phrase("passed (fails on \($0.word) and above)") } ?? Phrase("passed (fails on nothing)")
    case .failed: level.map { Phrase("failed (fails on \($0.word) and above)") } ?? Phrase("failed")
    case .notJudged: Phrase("not judged")
    }
  }

  /// The last row of a list that is longer than a sheet.
  static func more(_ count: Int) -> Phrase {
    Phrase("… and \(count, "more row", "more rows"); json has all of them")
  }
}
