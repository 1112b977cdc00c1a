import FactStore

extension AuditResult {
  /// What was not judged, and why.
  package struct Scope: Sendable {
    /// Packs none of whose systems is loaded.
    package var outOfScope: [String]
    /// The policies of these packs.
    package var notAsked: [NotAsked]
    package var notEvaluated: [NotEvaluated]
    /// Policies that rest on exports of which the organisation declares that there are none.
    package var declared: [DeclaredOutOfScope]
    /// The exports that policies wait for which were not evaluated, those first that decide most.
    package var wanted: [WantedExport]
    package init(
      outOfScope: [String], notAsked: [NotAsked] = [], notEvaluated: [NotEvaluated],
      declared: [DeclaredOutOfScope] = [], wanted: [WantedExport] = []
    ) {
      self.outOfScope = outOfScope
      self.notAsked = notAsked
      self.notEvaluated = notEvaluated
      self.declared = declared
      self.wanted = wanted
    }
  }

  /// A policy that was not asked, since nothing of its systems was loaded.
  package struct NotAsked: Sendable {
    package var policy: String
    /// Those that it names.
    package var controls: [String]
    package init(policy: String, controls: [String]) {
      self.policy = policy
      self.controls = controls
    }
  }

  /// A policy about which nothing can be said, in one line instead of one finding per member.
  package struct NotEvaluated: Sendable {
    package var policy: String
    /// The absent relations, or the limit that was hit.
    package var missing: String
    /// Kinds of documents that would fill them, as `expect` writes them; empty where a limit was hit.
    package var documents: [String]
    package var obtain: String
    /// Members left unjudged, where the population is known.
    package var members: Int
    /// Who they are: 16 letters each, sorted. A later result tells by them who is new. Empty where there are too many.
    package var openMembers: [String] = []
    package init(policy: String, missing: String, documents: [String] = [], obtain: String, members: Int) {
      self.policy = policy
      self.missing = missing
      self.documents = documents
      self.obtain = obtain
      self.members = members
    }
  }

  /// A parameter of the policies, with values as printed.
  package struct Parameter: Sendable {
    package var name: String
    /// What held in this run.
    package var value: String
    /// What the policies say.
    package var standard: String
    package var isOverridden: Bool
    package init(name: String, value: String, standard: String, isOverridden: Bool) {
      self.name = name
      self.value = value
      self.standard = standard
      self.isOverridden = isOverridden
    }
  }

  /// The organisation's word that it has no export of a kind, or nothing of a system.
  package struct Declaration: Sendable {
    /// `organisation.approvals`, or `exchange`.
    package var name: String
    package var isSystem: Bool
    package var reason: String
    package var owner: String
    package var day: CalendarDate
    /// Where `tilsyn.yaml` says it.
    package var path: String
    package var line: Int
    /// The source relations that are absent because of it, by name.
    package var relations: [String]
    package init(
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
  package struct DeclaredOutOfScope: Sendable {
    package var policy: String
    /// The declared relations that keep it open.
    package var without: [String]
    package var members: Int
    package init(policy: String, without: [String], members: Int) {
      self.policy = policy
      self.without = without
      self.members = members
    }
  }

  /// An export that policies wait for.
  package struct WantedExport: Sendable {
    /// The kind of document; a relation where no known kind fills it.
    package var document: String
    /// What it would fill of what they wait for.
    package var relations: [String]
    /// Who can make it, and how.
    package var obtain: String
    package var policies: [String]
    /// How many of them wait for nothing else.
    package var alone: Int
    /// Their members, each counted once per policy.
    package var members: Int
    package init(
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
