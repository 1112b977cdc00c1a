import TestSupport

/// Random JSON texts, with all spellings that JSON allows.
struct RandomJSON {
  var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[Int.random(in: 0..<choices.count, using: &random)]
  }

  mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }

  mutating func space(lines: Bool = true) -> String {
    pick(lines ? ["", "", "", " ", "\n", "\r\n", "\t "] : ["", "", "", " ", "\t"])
  }

  mutating func value(depth: Int, lines: Bool = true) -> String {
    let kind = Int.random(in: 0..<(depth > 0 ? 10 : 6), using: &random)
    switch kind {
    case 0: return pick(["null", "true", "false"])
    case 1, 2:
      return pick(["0", "-0", "7", "-12", "1.50", "1e3", "2E-7", "9223372036854775807", "9223372036854775808", "1e999"])
    case 3...5: return string()
    case 6, 7:
      let elements = (0..<Int.random(in: 0..<5, using: &random)).map { _ in
        space(lines: lines) + value(depth: depth - 1, lines: lines) + space(lines: lines)
      }
      return "[" + space(lines: lines) + elements.joined(separator: ",") + "]"
    default: return object(depth: depth, lines: lines)
    }
  }

  mutating func object(depth: Int, lines: Bool = true) -> String {
    let members = (0..<Int.random(in: 0..<6, using: &random)).map { _ in
      // Few enough keys that some objects have one twice.
      let key = pick([
        "\"a\"", "\"\\u0061\"", "\"b\"", "\"æ\"", "\"\\u00E6\"", "\"\"", "\"k\"", "\"l\"", "\"m\"", string(),
      ])
      return space(lines: lines) + key + space(lines: lines) + ":" + space(lines: lines)
        + value(depth: depth - 1, lines: lines) + space(lines: lines)
    }
    return "{" + space(lines: lines) + members.joined(separator: ",") + "}"
  }

  mutating func string() -> String {
    let parts = [
      "a", "kommune", "æøå", "😀", "\\n", "\\\"", "\\\\", "\\/", "\\u0041", "\\ud83d\\ude00", "{", "}", "[", "]", ",",
      ":", " ", "\\b\\f\\r\\t", "//", "'", "\u{7F}", "\u{2028}", "null",
    ]
    return "\"" + (0..<Int.random(in: 0..<5, using: &random)).map { _ in pick(parts) }.joined() + "\""
  }
}
