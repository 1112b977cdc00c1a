/// A text in one or more languages.
public struct Texts: Sendable {
  /// The text of one language.
  public struct Entry: Sendable {
    /// `en`, `da`, `nb`; `nil` when the text was written without a language.
    public var language: String?
    package var text: StringLiteral
    package init(language: String?, text: StringLiteral) {
      self.language = language
      self.text = text
    }
  }
  package var entries: [Entry]
  package init(_ entries: [Entry]) { self.entries = entries }

  /// The text in a language, else in English, else the first.
  public func text(in language: String) -> String {
    (entries.first { $0.language == language } ?? entries.first { $0.language == "en" } ?? entries.first)?.text.value
      ?? ""
  }
}

/// How much it weighs.
public enum Severity: String, Sendable, CaseIterable, Comparable {
  case info, low, medium, high, critical
  /// Which of two comes first.
  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
  /// From 0, `info`, up.
  public var rank: Int { Self.allCases.firstIndex(of: self)! }
}

/// Where the demand comes from.
public struct Basis: Sendable {
  /// How strongly its source says it.
  public enum Kind: String, Sendable, CaseIterable { case stated, recommended, ours }
  package var kind: Kind
  /// Without a language where it names a document, which is called the same in all of them.
  package var texts: Texts
}

/// `policy kitos.api-user-is-not-a-person { … }`, clauses in the order written.
public struct PolicyDeclaration: Sendable {
  /// `kitos.api-user-is-not-a-person`
  public var id: Name
  package var clauses: [Clause]
  package var doc: String
  package var span: Span
  package init(id: Name, clauses: [Clause], doc: String, span: Span) {
    self.id = id
    self.clauses = clauses
    self.doc = doc
    self.span = span
  }

  /// One clause of a policy, in the order written.
  public enum Clause: Sendable {
    case title(Texts, Span)
    case why(Texts, Span)
    case fix(Texts, Span)
    case obtain(Texts, Span)
    case caveat(Texts, Span)
    case severity(Severity, Span)
    case basis(Basis, Span)
    case controls([StringLiteral], Span)
    case population(Population)
    case fail(Finding)
    case unverified(Finding)
    case except(Finding)
    case example(Example)

    package var span: Span {
      switch self {
      case .title(_, let span), .why(_, let span), .fix(_, let span), .obtain(_, let span), .caveat(_, let span),
        .severity(_, let span), .basis(_, let span), .controls(_, let span):
        span
      case .population(let population): population.span
      case .fail(let finding), .unverified(let finding), .except(let finding): finding.span
      case .example(let example): example.span
      }
    }
  }

  /// `for user in kitos.api_user(user, email)`; without `names in`, every variable of the body is a key.
  public struct Population: Sendable {
    package var names: [Name]
    package var body: [Literal]
    package var span: Span
    package init(names: [Name], body: [Literal], span: Span) {
      self.names = names
      self.body = body
      self.span = span
    }
  }

  /// `fail "…" per person if …`, and likewise `unverified` and `except` (which take no `per`).
  public struct Finding: Sendable {
    package var message: Texts
    package var per: [Name]
    package var body: [Literal]
    package var span: Span
    package init(message: Texts, per: [Name], body: [Literal], span: Span) {
      self.message = message
      self.per = per
      self.body = body
      self.span = span
    }
  }

  /// An example: what is given, and what comes of it.
  public struct Example: Sendable {
    package var title: StringLiteral
    package var given: [Given]
    package var expectations: [Expectation]
    package var span: Span
  }

  /// What an example gives.
  public enum Given: Sendable {
    case fact(Atom)
    case partial(Name, Span)
    case absent(Name, Span)
    /// Absent, and declared to be so.
    case without(Name, Span)
  }

  /// `expect fail user: "u1"`
  public struct Expectation: Sendable {
    /// What an example expects of a subject.
    public enum Verdict: String, Sendable, CaseIterable { case fail, unverified, pass, exempt, empty }
    package var verdict: Verdict
    package var subject: [(name: Name, value: Constant)]
    package var span: Span
  }
}
