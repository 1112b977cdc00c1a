import FactStore

extension AuditResult {
  /// What a result rests on beside the exports: who repeats the audit needs the same of all of it.
  public struct Basis: Sendable {
    /// The commit that the program was built from; `unknown` where the build did not say.
    public var commit: String
    /// The arguments that bear on the result, as a shell reads them: paths, contexts, day, policies, language.
    public var arguments: [String]
    /// Every policy file that was read.
    public var policies: [File]
    /// `tilsyn.yaml` and the mappings that it names.
    public var configuration: [File]

    public init(
      commit: String = "unknown", arguments: [String] = [], policies: [File] = [], configuration: [File] = []
    ) {
      self.commit = commit
      self.arguments = arguments
      self.policies = policies
      self.configuration = configuration
    }

    /// A file and the SHA-256 of its bytes, in hexadecimal.
    public struct File: Hashable, Sendable {
      public var path: String
      public var sha256: String
      public init(path: String, sha256: String) {
        self.path = path
        self.sha256 = sha256
      }
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
