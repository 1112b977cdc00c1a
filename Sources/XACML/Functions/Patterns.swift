internal import CRE2
import Synchronization

/// Compiled regular expressions, shared by all decisions.
final class Patterns: Sendable {
  static let shared = Patterns()

  private final class Compiled: @unchecked Sendable {
    let pattern: OpaquePointer
    init?(_ text: String) {
      let bytes = Array(text.utf8)
      guard let pattern = cre2_create(bytes, bytes.count, 1 << 20) else { return nil }
      self.pattern = pattern
    }
    var isUsable: Bool { cre2_error(pattern) == nil }
    deinit { cre2_destroy(pattern) }
  }

  /// As many are kept; a request may bring ever new ones.
  private static let limit = 1_000
  private let compiled = Mutex<[String: Compiled]>([:])

  /// Whether some part of a text matches a regular expression of XML Schema, with the anchors of XPath.
  func matches(_ pattern: String, _ text: String) throws(Failure) -> Bool {
    let known = compiled.withLock { $0[pattern] }
    guard let usable = known ?? Compiled(Self.translated(pattern)), usable.isUsable else {
      throw .processing("a text is no regular expression that can be used")
    }
    if known == nil {
      compiled.withLock { all in
        if all.count >= Self.limit { all.removeAll() }
        all[pattern] = usable
      }
    }
    let bytes = Array(text.utf8)
    return cre2_matches(usable.pattern, bytes, bytes.count) != 0
  }

  /// The classes of XML Schema for names, `\i` and `\c`, in terms of others.
  private static func translated(_ pattern: String) -> String {
    var out = ""
    var isEscaped = false
    var isInClass = false
    for character in pattern {
      if isEscaped {
        isEscaped = false
        switch character {
        case "i": out += isInClass ? #"\p{L}_:"# : #"[\p{L}_:]"#
        case "I": out += #"[^\p{L}_:]"#
        case "c": out += isInClass ? #"\p{L}\p{M}\p{Nd}_:.\-"# : #"[\p{L}\p{M}\p{Nd}_:.\-]"#
        case "C": out += #"[^\p{L}\p{M}\p{Nd}_:.\-]"#
        case "d": out += #"\p{Nd}"#
        case "D": out += #"\P{Nd}"#
        default: out += "\\\(character)"
        }
        continue
      }
      switch character {
      case "\\":
        isEscaped = true
        continue
      case "[": isInClass = true
      case "]": isInClass = false
      default: break
      }
      out.append(character)
    }
    return isEscaped ? out + "\\" : out
  }
}
