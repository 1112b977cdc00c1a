import FactStore

/// What a document does not say of itself, from `tilsyn.yaml` or `--as`.
public struct SourceContext: Hashable, Sendable {
  /// Overrules what the content looks like.
  public var kind: String?
  /// The organisation whose users or objects the document lists, in normal form.
  public var organisation: String?
  /// The user who called the interface, in normal form.
  public var user: String?
  /// The object that the document speaks of, in normal form.
  public var object: String?
  /// The day on which the export was made, as `yyyy-MM-dd`.
  public var extractedAt: String?
  package var extractedBy: String?
  /// Days for which the export is relied on, counted from ``extractedAt``.
  public var maxAgeDays: Int?
  /// The query or command that made the export.
  public var query: String?
  /// Whether whoever made the export sees all that there is, where the system shows everybody their own and does not say so.
  package var scope: Scope?
  /// The installation that it is of, where a system has several of the same things: test or production.
  package var environment: String?
  /// The part of the installation that a list is of, where it does not say so: a virtual host.
  package var part: String?

  package enum Scope: String, CaseIterable, Sendable {
    case all, own
  }

  package init(
    kind: String? = nil, organisation: String? = nil, user: String? = nil, object: String? = nil,
    extractedAt: String? = nil, extractedBy: String? = nil, maxAgeDays: Int? = nil, query: String? = nil,
    scope: Scope? = nil, environment: String? = nil, part: String? = nil
  ) {
    self.kind = kind
    self.organisation = organisation
    self.user = user
    self.object = object
    self.extractedAt = extractedAt
    self.extractedBy = extractedBy
    self.maxAgeDays = maxAgeDays
    self.query = query
    self.scope = scope
    self.environment = environment
    self.part = part
  }

  /// The names of what can be set, as `tilsyn.yaml` and `--as` write them.
  package static let keys = [
    "kind", "organisation", "user", "object", "extracted_at", "extracted_by", "max_age_days", "query", "scope",
    "environment", "part",
  ]

  /// Sets one thing by its name; gives what is wrong with the value, or `nil`.
  package mutating func set(_ key: String, to value: String, kinds: [String]) -> (message: String, help: String)? {
    switch key {
    case "kind":
      guard kinds.contains(value) else {
        return (
          "there is no kind `\(value)`",
          Suggestion.nearest(to: value, in: kinds).map { "did you mean `\($0)`?" }
            ?? "kinds are " + kinds.map { "`\($0)`" }.joined(separator: ", ")
        )
      }
      kind = value
    case "organisation", "user", "object":
      // Norwegian organisations are named by number, everything else by uuid.
      let number = key == "object" ? nil : NormalForm.orgnr.read(value)
      guard let uuid = NormalForm.uuid.read(value) ?? number else {
        return (
          "`\(key)` must be a uuid" + (key == "object" ? "" : " or an organisation number"),
          "write it as 00000000-0000-4000-8000-00000000000a"
            + (key == "object" ? "" : "; or as nine digits")
        )
      }
      if key == "organisation" { organisation = uuid } else if key == "user" { user = uuid } else { object = uuid }
    case "extracted_at":
      guard CalendarDate(value) != nil else { return ("`extracted_at` must be a date", "write it as 2026-11-20") }
      extractedAt = value
    case "extracted_by": extractedBy = value
    case "max_age_days":
      guard let days = Int(value), days >= 0 else {
        return ("`max_age_days` must be a whole number, at least 0", "it counts from `extracted_at`")
      }
      maxAgeDays = days
    case "query": query = value
    case "scope":
      guard let known = Scope(rawValue: value) else {
        return (
          "`scope` must be `all` or `own`",
          "`all`: who made the export sees everything, an administrator for instance; `own`: only what is theirs"
        )
      }
      scope = known
    case "environment": environment = value.lowercased()
    case "part": part = value
    default:
      return (
        "unknown key `\(key)`",
        Suggestion.nearest(to: key, in: Self.keys).map { "did you mean `\($0)`?" }
          ?? "keys are " + Self.keys.map { "`\($0)`" }.joined(separator: ", ")
      )
    }
    return nil
  }

  /// This context, with what it lacks taken from `other`.
  func completed(by other: SourceContext) -> SourceContext {
    SourceContext(
      kind: kind ?? other.kind, organisation: organisation ?? other.organisation, user: user ?? other.user,
      object: object ?? other.object, extractedAt: extractedAt ?? other.extractedAt,
      extractedBy: extractedBy ?? other.extractedBy, maxAgeDays: maxAgeDays ?? other.maxAgeDays,
      query: query ?? other.query, scope: scope ?? other.scope, environment: environment ?? other.environment,
      part: part ?? other.part)
  }
}
