import FactStore

/// The functions of the language. All that tells one from another stands in its ``Definition``.
public enum Function: String, CaseIterable, Sendable {
  case lower
  case nameWords = "name_words"
  case startsWith = "starts_with"
  case endsWith = "ends_with"
  case contains
  case domain
  case localPart = "local_part"
  case untagged
  case id
  case glob
  case matches

  /// What a parameter of a function takes.
  enum Parameter {
    /// `text` or a normal form, but no identity: an identity has no letters to speak of.
    case textLike
    case text
    case email
    /// The identity of a thing, of whichever entity.
    case identity
    /// A text in quotes, so that it can be checked before anything runs.
    case pattern
  }

  /// What a function computes from the texts that it is given.
  enum Code {
    case text(ValueType, (String) -> String)
    case flag((TextArguments) -> Bool)
  }

  struct Definition {
    var parameters: [Parameter]
    /// As in a reference, for `help:`.
    var usage: String
    /// Whether each place of the text is looked at for each of the second: a pattern with several `*`.
    var isQuadratic = false
    var code: Code
  }

  var definition: Definition {
    switch self {
    case .lower:
      Definition(parameters: [.textLike], usage: "lower(text)", code: .text(.text) { $0.lowercased() })
    case .nameWords:
      Definition(parameters: [.textLike], usage: "name_words(text)", code: .text(.text, UnicodeText.nameWords))
    case .startsWith:
      Definition(
        parameters: [.textLike, .text], usage: "starts_with(text, \"start\")",
        code: .flag { $0.utf8(0).starts(with: $0.utf8(1)) })
    case .endsWith:
      Definition(
        parameters: [.textLike, .text], usage: "ends_with(text, \"end\")",
        code: .flag { $0.utf8(0).reversed().starts(with: $0.utf8(1).reversed()) })
    case .contains:
      Definition(
        parameters: [.textLike, .text], usage: "contains(text, \"part\")",
        code: .flag { Pattern.contains($0.utf8(0), $0.utf8(1)) })
    case .domain:
      Definition(
        parameters: [.email], usage: "domain(email)",
        code: .text(.normal(.domain)) { email in
          String(email[(email.lastIndex(of: "@").map(email.index(after:)) ?? email.startIndex)...])
        })
    case .localPart:
      Definition(
        parameters: [.email], usage: "local_part(email)",
        code: .text(.text) { String($0[..<($0.lastIndex(of: "@") ?? $0.endIndex)]) })
    case .untagged:
      Definition(parameters: [.email], usage: "untagged(email)", code: .text(.normal(.email), Self.withoutTag))
    case .id:
      Definition(parameters: [.identity], usage: "id(thing)", code: .text(.text) { $0 })
    case .glob:
      Definition(
        parameters: [.textLike, .text], usage: "glob(text, \"pattern*\")", isQuadratic: true,
        code: .flag { Glob($0.text(1)).matches($0.utf8(0)) })
    case .matches:
      Definition(
        parameters: [.textLike, .pattern], usage: "matches(text, \"expression\")",
        code: .flag { $0.pattern!.matches($0.utf8(0)) })
    }
  }

  /// The type of what the function gives.
  public var result: ValueType {
    switch definition.code {
    case .text(let type, _): type
    case .flag: .bool
    }
  }

  /// The address without what follows a `+` in its local part; itself where nothing precedes the `+`.
  private static func withoutTag(_ email: String) -> String {
    guard let at = email.lastIndex(of: "@"), let plus = email[..<at].firstIndex(of: "+"), plus > email.startIndex else {
      return email
    }
    return String(email[..<plus] + email[at...])
  }
}

/// What a function is given, by place.
struct TextArguments {
  let symbols: SymbolTable
  let codes: [UInt32]
  /// Of a function that takes a pattern.
  let pattern: Pattern?

  func text(_ at: Int) -> String { symbols.text(SymbolID(raw: codes[at])) }
  func utf8(_ at: Int) -> UnsafeBufferPointer<UInt8> { symbols.utf8(SymbolID(raw: codes[at])) }
}
