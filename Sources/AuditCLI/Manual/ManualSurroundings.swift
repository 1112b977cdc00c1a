/// Variables, files and exit codes, as pages of the manual name them: each where the command heeds it.
enum ManualSurroundings {
  /// Options that a variable stands in for: `TILSYN_FAIL_ON` for `--fail-on`.
  static let flags = [
    "allow-incomplete", "as-of", "baseline", "by", "config", "evidence", "fail-on", "format", "framework",
    "identifiers",
    "ignore-waivers", "jobs", "lang", "max-memory", "min-severity", "new-only", "no-color", "no-progress", "output-dir",
    "policies", "purpose", "sign-key", "timeout", "unverified", "waivers",
  ]

  /// The variables that a command heeds, with what they do.
  static func variables(_ command: CommandInfo) -> [(name: String, meaning: String)] {
    var found: [(String, String)] = []
    for flag in flags {
      guard let argument = command.argument(flag), flag != "format" || argument.isRepeating else { continue }
      let separated =
        switch flag {
        case "format", "framework": " Several are separated by spaces."
        case "policies": " Several are separated by `:`."
        default: ""
        }
      let name = "TILSYN_" + flag.uppercased().replacing("-", with: "_")
      found.append((name, "Stands in for `--\(flag)`, which wins over it.\(separated)"))
    }
    if command.takes("pseudonym-key") {
      found.append(
        ("TILSYN_PSEUDONYM_KEY", "A key of pseudonyms itself, where `--pseudonym-key` names no file of one."))
    }
    if command.takes("framework") || command.commandName == "frameworks" {
      found.append(("TILSYN_FRAMEWORKS", "The folder of frameworks, in place of the one that came with the program."))
    }
    if command.takes("lang") {
      found.append(("LC_ALL, LC_MESSAGES, LANG", "The language of reports, where nothing else says it."))
    }
    if command.takes("no-color") {
      found.append(("NO_COLOR", "Not empty: no colour."))
      found.append(("COLUMNS", "The width of what is written, where it goes to no terminal."))
    }
    if command.takes("output-dir") {
      found.append(("TMPDIR", "Where the rows of a workbook lie while it is made, else /tmp."))
    }
    return found
  }

  /// The files that a command reads or writes without being told.
  static func files(_ command: CommandInfo) -> [(name: String, meaning: String)] {
    var found: [(String, String)] = []
    if command.takes("as") {
      found.append(("tilsyn.yaml", "The configuration, in the first folder given; `tilsyn init` writes it."))
    }
    if command.commandName == "init" {
      found.append(("tilsyn.yaml", "The configuration that is written, each part explained."))
      found.append(("mailboxes.csv, approvals.csv, integrations.csv, …", "Registers that are written as forms."))
    }
    if command.takes("policies") || ["check", "test"].contains(command.commandName) {
      found.append(("PREFIX/share/tilsyn/policies", "The shipped policies of a program in PREFIX/bin."))
    }
    return found
  }

  /// The exit codes of a command: its own, and those that all have.
  static func codes(_ words: CommandWords) -> [(code: String, meaning: String)] {
    var codes = words.codes
    if codes.isEmpty {
      codes = [("0", "done"), ("2", "not done: something could not be read, written or understood")]
    }
    let shared = [("64", "wrong usage"), ("130", "interrupted; other signals end in 128 and their number")]
    return codes + shared.filter { each in !codes.contains { $0.code == each.0 } }
  }
}
