/// What a command says of itself: the part of `--experimental-dump-help` that a page of the manual is made of.
struct CommandInfo: Decodable {
  /// The commands above it, the program first.
  var superCommands: [String]?
  var commandName: String
  var shouldDisplay: Bool?
  /// One sentence.
  var abstract: String?
  /// Paragraphs, examples indented by two spaces, and the exit codes.
  var discussion: String?
  var subcommands: [CommandInfo]?
  var arguments: [ArgumentInfo]?

  /// `tilsyn`, `policy`, `list`
  var path: [String] { (superCommands ?? []) + [commandName] }

  /// The commands under it that help shows. `help` is none of them: `--help` says the same.
  var shown: [CommandInfo] { (subcommands ?? []).filter { $0.shouldDisplay != false && $0.commandName != "help" } }

  /// It, and all that are under it.
  var all: [CommandInfo] { [self] + shown.flatMap(\.all) }

  /// Whether it has an option of that name, written without `--`.
  func takes(_ option: String) -> Bool { argument(option) != nil }

  func argument(_ option: String) -> ArgumentInfo? {
    (arguments ?? []).first { ($0.names ?? []).contains { $0.kind == "long" && $0.name == option } }
  }
}

/// An argument, an option or a flag of a command.
struct ArgumentInfo: Decodable {
  struct Name: Decodable {
    /// `long`, `short` or `longWithSingleDash`.
    var kind: String
    var name: String

    /// As it is typed.
    var typed: String { (kind == "long" ? "--" : "-") + name }
  }

  /// `positional`, `option` or `flag`.
  var kind: String
  var shouldDisplay: Bool
  /// The title of its group in help.
  var sectionTitle: String?
  var isOptional: Bool
  var isRepeating: Bool
  var names: [Name]?
  var valueName: String?
  var defaultValue: String?
  var allValues: [String]?
  var abstract: String?

  var isPositional: Bool { kind == "positional" }
}
