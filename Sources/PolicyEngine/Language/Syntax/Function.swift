import FactStore

/// The functions of the language: what each takes and gives. What it computes is in ``TextFunctions``.
public enum Function: String, CaseIterable, Sendable {
  case lower
  case nameWords = "name_words"
  case startsWith = "starts_with"
  case endsWith = "ends_with"
  case contains
  case domain
  case localPart = "local_part"
  case untagged
  case glob
  case matches

  /// What a parameter of a function takes.
  enum Parameter {
    /// `text` or a normal form, but no identity: an identity has no letters to speak of.
    case textLike
    case text
    case email
    /// A text in quotes, so that it can be checked before anything runs.
    case pattern
  }

  var parameters: [Parameter] {
    switch self {
    case .lower, .nameWords: [.textLike]
    case .startsWith, .endsWith, .contains, .glob: [.textLike, .text]
    case .domain, .localPart, .untagged: [.email]
    case .matches: [.textLike, .pattern]
    }
  }

  /// The type of what the function gives.
  public var result: ValueType {
    switch self {
    case .lower, .nameWords, .localPart: .text
    case .domain: .normal(.domain)
    case .untagged: .normal(.email)
    case .startsWith, .endsWith, .contains, .glob, .matches: .bool
    }
  }

  /// As in a reference, for `help:`.
  var usage: String {
    switch self {
    case .lower: "lower(text)"
    case .nameWords: "name_words(text)"
    case .startsWith: "starts_with(text, \"start\")"
    case .endsWith: "ends_with(text, \"end\")"
    case .contains: "contains(text, \"part\")"
    case .domain: "domain(email)"
    case .localPart: "local_part(email)"
    case .untagged: "untagged(email)"
    case .glob: "glob(text, \"pattern*\")"
    case .matches: "matches(text, \"expression\")"
    }
  }
}
