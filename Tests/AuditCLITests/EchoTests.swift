import Foundation
import Testing

/// Arguments are repeated in messages. Whatever is typed, it acts on no terminal, stays within its line, and shows no
/// identity number.
@Suite struct EchoTests {
  /// Arguments of every verb, with the place of what is repeated.
  static let commands: [[String]] = [
    ["audit", "@"], ["audit", "shop", "-f", "@"], ["audit", "shop", "-f", "json=@/x"],
    ["audit", "shop", "-o", "shop/rights.csv/@"],
    ["audit", "shop", "--as-of", "@"], ["audit", "shop", "--as", "@"], ["audit", "shop", "--config", "@"],
    ["audit", "shop", "-p", "@"], ["audit", "shop", "--fail-on", "@"], ["audit", "shop", "--lang", "@"],
    ["audit", "shop", "--unverified", "@"], ["audit", "shop", "--min-severity", "@"], ["audit", "shop", "--jobs", "@"],
    ["audit", "shop", "--@"], ["audit", "shop", "--@=1"], ["audit", "shop", "--format=@"], ["@"],
    ["sources", "@"], ["sources", "shop", "--format", "@"], ["sources", "shop", "--config=@"],
    ["why", "@", "shop"], ["why", "a.@", "shop"], ["why", "shop.writer-is-known", "--subject", "@", "shop"],
    ["why", "shop.right(@)", "shop"], ["why", "shop.right(user: \"@\")", "shop"],
    ["why", "0a", "shop", "--result", "@"],
    ["why", "0a", "shop", "--limit", "@"], ["why", "0a", "@"],
    ["why-not", "@", "u1", "shop"], ["why-not", "shop.writer-is-known", "@", "shop"],
    ["why-not", "shop.writer-is-known", "u1,@", "shop"], ["who", "@", "@", "shop"], ["can", "@", "shop"],
    ["query", "@", "shop"], ["query", "shop.right(user: \"@\")", "shop"], ["query", "user = @", "shop"],
    ["query", "user = \"@\"", "shop"], ["query", "shop.@(x)", "shop"], ["relations", "--@"], ["relations", "@"],
    ["policy", "show", "@"], ["policy", "list", "-p", "@"], ["policy", "check", "@"], ["policy", "test", "@"],
    ["policy", "format", "@"], ["policy", "@"], ["init", "@/x"],
    ["xacml", "evaluate", "--policy", "@", "--request", "@"],
    ["xacml", "explain", "--policy", "@", "--request", "@"], ["xacml", "@"],
  ]

  static let hostile = [
    "\u{1B}[2J\u{1B}]0;x\u{7}", "a\u{202E}b", "a\u{200B}b\u{FEFF}", "a\rtilsyn: b", "a\ntilsyn: passed", "a\u{9B}31mb",
    "a\u{2028}b",
    "\u{E0041}",
  ]

  @Test(arguments: commands.indices)
  func nothingThatIsTypedActs(_ index: Int) throws {
    try forEachOutput(of: Self.commands[index], with: Self.some(3, of: Self.hostile, index)) { arguments, output in
      let acting = output.unicodeScalars.filter {
        $0 != "\n"
          && ($0.value < 0x20 || (0x7F..<0xA0).contains($0.value) || $0.properties.generalCategory == .format
            || $0.properties.generalCategory == .lineSeparator)
      }
      #expect(acting.isEmpty, "\(arguments): \(output.debugDescription)")
      #expect(!output.split(separator: "\n").contains { $0.hasPrefix("tilsyn: passed") }, "\(arguments): \(output)")
    }
  }

  /// Synthetic numbers of nobody: months past 80.
  static let numbers = [
    "01819012345", "018190 12345", "018190-12345", "0\u{200B}1819012345", "０１８１９０１２３４５", "01.81.90.12345",
    "018190_12345", "018190  12345", "018190~12345", "018190·12345", "018190,12345", "018190:12345", "018190 (12345)",
    "Ola%2001819012345", "018190%2D12345", "018190&#8209;12345", "018190&nbsp;12345", "018190\\u002d12345",
    "018190=2D12345",
    "01819012345_01819012345",
  ]
  /// How signs are spelt out in them, and in what is written of them.
  private static let spelt = ["\\u{200B}", "%20", "%2D", "&#8209;", "\\u002d", "\\\\u002d", "=2D"]

  @Test(arguments: commands.indices)
  func noIdentityNumberIsShown(_ index: Int) throws {
    try forEachOutput(of: Self.commands[index], with: Self.some(5, of: Self.numbers, index)) { arguments, output in
      let plain = Self.spelt.reduce(output) { $0.replacing($1, with: "") }
      let digits = plain.unicodeScalars.compactMap { scalar in
        scalar.properties.numericType == .decimal
          ? scalar.properties.numericValue.map { Character(String(Int($0))) } : nil
      }
      #expect(!String(digits).contains("01819012345"), "\(arguments): \(output)")
    }
  }

  /// One text of so many: others for the next command. All where `TILSYN_SOAK` is set.
  private static func some(_ step: Int, of texts: [String], _ index: Int) -> [String] {
    if ProcessInfo.processInfo.environment["TILSYN_SOAK"] != nil { return texts }
    return texts.enumerated().filter { ($0.offset + index) % step == 0 }.map(\.element)
  }

  /// Runs a command with each text where it has `@`, and hands on what it wrote.
  private func forEachOutput(
    of command: [String], with texts: [String], _ check: (_ arguments: [String], _ output: String) -> Void
  ) throws {
    let scratch = try Shop.make()
    for text in texts {
      let arguments = command.map { $0.replacing("@", with: text) }
      let run = try CommandRun.tilsyn(arguments, in: scratch.folder)
      for output in [run.output, run.errors] { check(arguments, output) }
    }
  }
}
