import FactStore

extension AuditResult {
  /// What was not judged, and why.
  public struct Scope: Sendable {
    /// Packs none of whose systems is loaded.
    public var outOfScope: [String]
    public var notEvaluated: [NotEvaluated]
    /// Policies that rest on exports of which the organisation declares that there are none.
    public var declared: [DeclaredOutOfScope]
    /// The exports that policies wait for which were not evaluated, those first that decide most.
    public var wanted: [WantedExport]
    public init(
      outOfScope: [String], notEvaluated: [NotEvaluated], declared: [DeclaredOutOfScope] = [],
      wanted: [WantedExport] = []
    ) {
      self.outOfScope = outOfScope
      self.notEvaluated = notEvaluated
      self.declared = declared
      self.wanted = wanted
    }
  }

  /// A policy about which nothing can be said, in one line instead of one finding per member.
  public struct NotEvaluated: Sendable {
    public var policy: String
    /// The absent relations, or the limit that was hit.
    public var missing: String
    /// Kinds of documents that would fill them, as `expect` writes them; empty where a limit was hit.
    public var documents: [String]
    public var obtain: String
    /// Members left unjudged, where the population is known.
    public var members: Int
    public init(policy: String, missing: String, documents: [String] = [], obtain: String, members: Int) {
      self.policy = policy
      self.missing = missing
      self.documents = documents
      self.obtain = obtain
      self.members = members
    }
  }

  /// A parameter of the policies, with values as printed.
  public struct Parameter: Sendable {
    public var name: String
    /// What held in this run.
    public var value: String
    /// What the policies say.
    public var standard: String
    public var isOverridden: Bool
    public init(name: String, value: String, standard: String, isOverridden: Bool) {
      self.name = name
      self.value = value
      self.standard = standard
      self.isOverridden = isOverridden
    }
  }

  /// The organisation's word that it has no export of a kind, or nothing of a system.
  public struct Declaration: Sendable {
    /// `organisation.approvals`, or `exchange`.
    public var name: String
    public var isSystem: Bool
    public var reason: String
    public var owner: String
    public var day: CalendarDate
    /// Where `tilsyn.yaml` says it.
    public var path: String
    public var line: Int
    /// The source relations that are absent because of it, by name.
    public var relations: [String]
    public init(
      name: String, isSystem: Bool, reason: String, owner: String, day: CalendarDate, path: String, line: Int,
      relations: [String]
    ) {
      self.name = name
      self.isSystem = isSystem
      self.reason = reason
      self.owner = owner
      self.day = day
      self.path = path
      self.line = line
      self.relations = relations
    }
  }

  /// A policy that is not judged, because what it rests on is declared not to exist.
  public struct DeclaredOutOfScope: Sendable {
    public var policy: String
    /// The declared relations that keep it open.
    public var without: [String]
    public var members: Int
    public init(policy: String, without: [String], members: Int) {
      self.policy = policy
      self.without = without
      self.members = members
    }
  }

  /// An export that policies wait for.
  public struct WantedExport: Sendable {
    /// The kind of document; a relation where no known kind fills it.
    public var document: String
    /// What it would fill of what they wait for.
    public var relations: [String]
    /// Who can make it, and how.
    public var obtain: String
    public var policies: [String]
    /// How many of them wait for nothing else.
    public var alone: Int
    /// Their members, each counted once per policy.
    public var members: Int
    public init(
      document: String, relations: [String], obtain: String, policies: [String], alone: Int, members: Int
    ) {
      self.document = document
      self.relations = relations
      self.obtain = obtain
      self.policies = policies
      self.alone = alone
      self.members = members
    }
  }
}
