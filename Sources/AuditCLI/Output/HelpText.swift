import Localization

/// What the parser of the command line writes into help by itself, in the language of the reader.
enum HelpText {
  /// The help with its headings, its usage and the words behind arguments worded.
  static func worded(_ help: String, _ say: Wording = ReaderLanguage.say) -> String {
    // That is what the parser writes.
    guard say.language != .en else { return help }
    var isUsage = false
    let lines = help.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      if line.hasPrefix(usage) {
        isUsage = true
        return "\(say("USAGE")): " + placeholders(String(line.dropFirst(usage.count)), say)
      }
      // Further lines of it stand under the first.
      isUsage = isUsage && line.hasPrefix(" ")
      guard isUsage else { return worded(line: String(line), say) }
      return String(repeating: " ", count: say("USAGE").count + 2) + placeholders(String(line.drop { $0 == " " }), say)
    }
    // A line may end between these words and what follows them.
    return lines.joined(separator: "\n").replacing("(values:", with: "(\(say("values")):")
      .replacing("(default:", with: "(\(say("default")):")
      .replacing(#/;(\s+)default:/#) { ";\($0.1)\(say("default")):" }
  }

  private static let usage = "USAGE: "

  private static func placeholders(_ line: String, _ say: Wording) -> String {
    line.replacing("<options>", with: "<\(say("options"))>")
      .replacing("<subcommand>", with: "<\(say("subcommand"))>")
  }

  /// A line that is no part of the usage.
  private static func worded(line: String, _ say: Wording) -> String {
    switch line {
    case "ARGUMENTS:": return say("ARGUMENTS:")
    case "OPTIONS:": return say("OPTIONS:")
    case "SUBCOMMANDS:": return say("SUBCOMMANDS:")
    default: break
    }
    let overview = "OVERVIEW: "
    if line.hasPrefix(overview) { return "\(say("OVERVIEW")): \(line.dropFirst(overview.count))" }
    for (flag, text) in [("  -h, --help ", help), ("  --version ", version)] where line.hasPrefix(flag) {
      if line.hasSuffix(text.english) { return String(line.dropLast(text.english.count)) + say(text) }
    }
    guard let found = line.wholeMatch(of: #/  See '(.*) <subcommand>' for detailed help\./#) else { return line }
    return "  " + say("See '\(String(found.1)) <subcommand>' for detailed help.")
  }

  private static let help: Phrase = "Show help information."
  private static let version: Phrase = "Show the version."
}
