import FactStore
import Localization

/// What differs between the exports, or the results, of two days: rights, findings with their causes, documents, policies, and
/// facts from which nothing follows. Every report on a difference is a pure function of it.
package struct Differences: Sendable {
  package var old: Side
  package var new: Side
  /// The language of messages: `en`, `da` or `nb`.
  package var language: String
  /// By system, kind of change, holder, right and place.
  package var rights: [RightChange]
  /// Systems whose rights cannot be told on one of the sides, with why; lower case, one line each.
  package var untold: [String]
  /// In the order of the findings of either result: new ones, then those that are gone.
  package var findings: [FindingChange]
  package var documents: [DocumentChange]
  package var policies: [PolicyChange]
  /// Every changed fact of the exports, by relation and text; `nil` where two results were compared, which do not hold the facts.
  package var facts: [FactChange]?
  /// What makes the two not quite comparable; lower case, one line each.
  package var remarks: [String]

  /// One of the two.
  package struct Side: Sendable {
    /// The folder or file, as shown.
    package var path: String
    package var asOf: CalendarDate
    package var isComplete: Bool
    package var incompleteReasons: [String]
  }

  /// Whether nothing differs at all.
  package var isEmpty: Bool {
    rights.isEmpty && findings.isEmpty && documents.isEmpty && policies.isEmpty && facts?.isEmpty != false
  }

  package var isComplete: Bool { old.isComplete && new.isComplete }
  package var wording: Wording { Wording(named: language) }
}

/// A fact, or what exports leave open, that one side has and the other lacks; or one that stands in the place of another.
package struct FactChange: Sendable, Hashable {
  /// As the earlier exports have it; `nil` where they lack it.
  package var old: Evidence?
  /// As the later exports have it; `nil` where they lack it.
  package var new: Evidence?
  /// The relation, as policies write it.
  package var relation: String
  /// The values of the earlier fact that the later has otherwise, `write: true`; empty unless there are both.
  package var was: String
  /// What it is a change of, where that is a catalogue of others, as `altinn.catalogue-changed`.
  package var catalogue: String?

  /// Whether it says what exports leave open.
  package var isHole: Bool { (new ?? old)?.isHole == true }

  package init(relation: String, old: Evidence?, new: Evidence?, was: String = "", catalogue: String? = nil) {
    (self.relation, self.old, self.new, self.was, self.catalogue) = (relation, old, new, was, catalogue)
  }
}

/// A right that somebody holds on one side and not, or not for certain, on the other.
package struct RightChange: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    /// Given: a changed fact names the holder and what the right is in.
    case gained
    /// Nothing was given to its holder: a role, group, delegation or organisation is another.
    case gainedIndirectly = "gained-indirectly"
    /// Could not be ruled out, and is certain now.
    case certainNow = "certain-now"
    case lost
    case lostIndirectly = "lost-indirectly"
    /// Was certain, and can neither be shown nor ruled out.
    case uncertainNow = "uncertain-now"

    package var isGain: Bool { self == .gained || self == .gainedIndirectly || self == .certainNow }
  }

  package var kind: Kind
  package var right: HeldRight
  package var causes: [FactChange]

  package init(kind: Kind, right: HeldRight, causes: [FactChange]) {
    (self.kind, self.right, self.causes) = (kind, right, causes)
  }
}

/// A finding that one side has and the other lacks.
package struct FindingChange: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case new
    /// Judged again, and not there.
    case fixed
    /// It could not be verified, and fails now.
    case failsNow = "fails-now"
    /// It failed, and can no longer be shown.
    case unverifiedNow = "unverified-now"
    /// Gone, and nobody knows whether it was mended; ``reason`` says why.
    case unjudged
  }

  package var kind: Kind
  package var finding: Finding
  /// Why it is gone; `nil` for what is new.
  package var reason: GoneFinding.Reason?
  package var causes: [FactChange]

  package init(kind: Kind, finding: Finding, reason: GoneFinding.Reason? = nil, causes: [FactChange]) {
    (self.kind, self.finding, self.reason, self.causes) = (kind, finding, reason, causes)
  }
}

/// A document that one side has and the other lacks, or that is another.
package struct DocumentChange: Sendable {
  package enum Kind: String, Sendable, CaseIterable { case appeared, disappeared, changed, moved }

  package var kind: Kind
  /// The path on the later side, or on the earlier where it is gone.
  package var path: String
  /// Where it was, of one that was moved.
  package var from: String?
  /// `kitos.api-v2.users`; `nil` where it is none that is known, or a configuration.
  package var document: String?
  /// Records that were read; `nil` on the side that lacks it.
  package var records: (old: Int?, new: Int?)
  /// What else is another: how complete it is, that it cannot be read; lower case.
  package var remarks: [String]
}

/// A policy that one side has and the other lacks, or that means or judges something else.
package struct PolicyChange: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case appeared, disappeared
    /// Its rules, or parameters that they read, are others.
    case changed
    /// It is judged now, and was not.
    case judged
    /// It is not judged any longer.
    case notJudged = "not-judged"
  }

  package var kind: Kind
  package var policy: String
  package var severity: String
}
