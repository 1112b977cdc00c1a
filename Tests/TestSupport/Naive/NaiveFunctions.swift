import FactStore
import PolicyEngine

/// The built-in functions and the arithmetic of the language, one value at a time.
enum NaiveFunctions {
  static func call(_ name: String, _ arguments: [Value]) -> Value {
    let texts = arguments.map { argument in
      guard case .text(let text) = argument else { preconditionFailure("\(name) of \(argument)") }
      return text
    }
    switch name {
    case "lower": return .text(texts[0].lowercased())
    case "name_words": return .text(UnicodeText.nameWords(texts[0]))
    case "starts_with": return .bool(texts[0].hasPrefix(texts[1]))
    case "ends_with": return .bool(texts[0].hasSuffix(texts[1]))
    case "contains": return .bool(contains(Array(texts[0].utf8), Array(texts[1].utf8)))
    case "domain": return .text(String(texts[0].split(separator: "@", omittingEmptySubsequences: false)[1]))
    case "local_part": return .text(String(texts[0].split(separator: "@", omittingEmptySubsequences: false)[0]))
    case "untagged":
      let parts = texts[0].split(separator: "@", omittingEmptySubsequences: false)
      let name = parts[0].split(separator: "+", omittingEmptySubsequences: false)[0]
      return .text(name.isEmpty ? texts[0] : "\(name)@\(parts[1])")
    case "id": return .text(texts[0])
    case "glob": return .bool(glob(Array(texts[0])[...], Array(texts[1])[...]))
    default: preconditionFailure("no function `\(name)` in the reference evaluator")
    }
  }

  private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    part.isEmpty || text.indices.contains { text[$0...].starts(with: part) }
  }

  /// `*` is any text, `?` any one character.
  private static func glob(_ text: ArraySlice<Character>, _ pattern: ArraySlice<Character>) -> Bool {
    guard let first = pattern.first else { return text.isEmpty }
    if first == "*" {
      return glob(text, pattern.dropFirst()) || (!text.isEmpty && glob(text.dropFirst(), pattern))
    }
    guard let head = text.first, first == "?" || first == head else { return false }
    return glob(text.dropFirst(), pattern.dropFirst())
  }

  /// `nil` where the result is no value of its type.
  static func arithmetic(_ left: Value, _ operation: Arithmetic, _ right: Value) -> Value? {
    guard let a = NaiveInterval(left), let b = NaiveInterval(right) else {
      preconditionFailure("\(left) \(operation.rawValue) \(right) has no meaning")
    }
    return NaiveInterval.arithmetic(a, operation, b).point
  }

  static func compare(_ left: Value, _ comparison: Comparison, _ right: Value) -> Bool {
    switch comparison {
    case .equal: return left == right
    case .notEqual: return left != right
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      guard let a = NaiveInterval(left), let b = NaiveInterval(right) else {
        preconditionFailure("\(left) and \(right) have no order")
      }
      return a.certainly(comparison, b)
    }
  }
}
