/// A page of the manual in man(7), made of what a command says of itself.
struct ManualPage {
  let command: CommandInfo
  let words: CommandWords
  /// All commands of the program, itself among them.
  let all: [CommandInfo]
  let version: String
  /// `2026-11-29`; empty where nobody says it.
  let day: String

  init(_ command: CommandInfo, among all: [CommandInfo], version: String, day: String) {
    self.command = command
    self.all = all
    self.version = version
    self.day = day
    words = CommandWords(command.discussion ?? "")
  }

  /// `tilsyn-policy-list`
  var name: String { command.path.joined(separator: "-") }
  var fileName: String { "\(name).1" }

  /// The page, whole.
  var text: String {
    // The day stands as it is: a hyphen that is escaped makes it none.
    let title = [name.uppercased(), "1"].map(Roff.argument) + ["\"\(day)\""]
    let edges = ["tilsyn \(version)", "tilsyn manual"].map(Roff.argument)
    var lines = [".TH " + (title + edges).joined(separator: " ")]
    func section(_ title: String, _ content: [String]) {
      if !content.isEmpty { lines += [".SH " + Roff.argument(title)] + content }
    }
    section("NAME", ["\(Roff.text(name)) \\- \(Roff.text(Self.purpose(command)))"])
    section("SYNOPSIS", [synopsis])
    section("DESCRIPTION", description)
    section("COMMANDS", command.shown.flatMap { Self.entry(Self.reference($0), $0.abstract ?? "") })
    section("OPTIONS", options)
    section("EXIT STATUS", ManualSurroundings.codes(words).flatMap { Self.entry(Roff.bold($0.code), $0.meaning) })
    section(
      "ENVIRONMENT", ManualSurroundings.variables(command).flatMap { Self.entry(Roff.bold($0.name), $0.meaning) })
    section("FILES", ManualSurroundings.files(command).flatMap { Self.entry(Roff.italic($0.name), $0.meaning) })
    section("EXAMPLES", words.examples.isEmpty ? [] : [".nf"] + words.examples.map(Roff.verbatim) + [".fi"])
    section("SEE ALSO", seeAlso)
    return lines.joined(separator: "\n") + "\n"
  }

  /// What a command is for, as a list of pages says it: no capital and no full stop.
  private static func purpose(_ command: CommandInfo) -> String {
    let abstract = command.abstract ?? command.commandName
    let rest = abstract.dropFirst()
    return abstract.prefix(1).lowercased() + (rest.hasSuffix(".") ? rest.dropLast() : rest)
  }

  private var synopsis: String {
    var parts = [Roff.bold(command.path.joined(separator: " "))]
    if !command.shown.isEmpty { parts.append(Roff.italic("command")) }
    if command.arguments?.isEmpty == false { parts.append("[" + Roff.italic("option") + " ...]") }
    for argument in command.arguments ?? [] where argument.shouldDisplay {
      if argument.isPositional {
        let value = Roff.italic(argument.valueName ?? "value") + (argument.isRepeating ? " ..." : "")
        parts.append(argument.isOptional ? "[\(value)]" : value)
      } else if !argument.isOptional {
        parts.append(Self.tag(argument))
      }
    }
    return parts.joined(separator: " ")
  }

  private var description: [String] {
    var lines = [Roff.line(command.abstract ?? "")]
    for paragraph in words.prose { lines += [".PP", Roff.line(paragraph)] }
    return lines
  }

  /// Arguments first, then options, those of a titled group under its title.
  private var options: [String] {
    let shown = (command.arguments ?? []).filter(\.shouldDisplay)
    let (named, positional) = (shown.filter { !$0.isPositional }, shown.filter(\.isPositional))
    var titles: [String] = []
    for case let title? in named.map(\.sectionTitle) where !titles.contains(title) { titles.append(title) }
    var lines = (positional + named.filter { $0.sectionTitle == nil }).flatMap(Self.entry)
    for title in titles {
      lines += [".SS " + Roff.argument(title)] + named.filter { $0.sectionTitle == title }.flatMap(Self.entry)
    }
    return lines
  }

  private static func entry(_ argument: ArgumentInfo) -> [String] {
    var text = argument.abstract ?? ""
    if let standard = argument.defaultValue, argument.kind != "flag", !text.contains("Default: ") {
      text += " Default: \(standard)."
    }
    return entry(tag(argument), text)
  }

  private static func entry(_ tag: String, _ text: String) -> [String] { [".TP", tag, Roff.line(text)] }

  /// `-f, --format fmt[=file]`
  private static func tag(_ argument: ArgumentInfo) -> String {
    let value = argument.kind == "flag" ? "" : Roff.italic(argument.valueName ?? "value")
    if argument.isPositional { return value + (argument.isRepeating ? " ..." : "") }
    let names = (argument.names ?? []).sorted { $0.name.count < $1.name.count }
    return names.map { Roff.bold($0.typed) }.joined(separator: ", ") + (value.isEmpty ? "" : " " + value)
  }

  /// `tilsyn-audit(1)`
  private static func reference(_ command: CommandInfo) -> String {
    Roff.bold(command.path.joined(separator: "-")) + "(1)"
  }

  /// The pages above and beside it; of the program itself those below.
  private var seeAlso: [String] {
    let above = command.path.dropLast()
    let others = all.filter { other in
      let path = other.path
      if path == command.path { return false }
      return path == Array(above.prefix(path.count)) || path.dropLast() == above
        || path.dropLast() == command.path[...]
    }
    return [others.map(Self.reference).joined(separator: ",\n")]
  }
}
