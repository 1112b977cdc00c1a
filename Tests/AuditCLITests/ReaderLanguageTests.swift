import Foundation
import Testing

/// Help, and what commands say beside their reports, in the language of whoever reads it.
struct ReaderLanguageTests {
  private struct Program: Decodable { var command: Command }
  private struct Command: Decodable {
    var superCommands: [String]?
    var commandName: String
    var shouldDisplay: Bool
    var subcommands: [Command]?

    var all: [[String]] {
      guard shouldDisplay, commandName != "help" else { return [] }
      let path = Array(((superCommands ?? []) + [commandName]).dropFirst())
      return [path] + (subcommands ?? []).flatMap(\.all)
    }
  }

  private static func commands() throws -> [[String]] {
    let dump = try CommandRun.tilsyn(["--experimental-dump-help"])
    return try JSONDecoder().decode(Program.self, from: Data(dump.output.utf8)).command.all
  }

  private static func help(_ command: [String], _ language: String, columns: Int) throws -> [Substring] {
    let run = try CommandRun.tilsyn(command + ["--help", "--lang", language], environment: ["COLUMNS": "\(columns)"])
    #expect(run.exitCode == 0 && run.errors.isEmpty, "\(command): \(run.errors)")
    return run.output.split(separator: "\n")
  }

  /// A line without words of any language: what is typed, and the name of an argument that needs a line of its own.
  private static func isTyped(_ line: Substring) -> Bool {
    line.wholeMatch(of: #/  tilsyn [^ ].*/#) != nil && !line.dropFirst(2).contains("  ")
      || line.wholeMatch(of: #/  ((--?[a-z-]+(, )?)+( <[^>]+>)?|<[^>]+>)/#) != nil
  }

  /// How many lines there are beside those that go on with the one above: a longer language needs more of them.
  private static func entries(_ lines: [Substring]) -> Int { lines.count { !$0.hasPrefix("      ") } }

  @Test func helpHasNoEnglishLine() throws {
    let commands = try Self.commands()
    #expect(commands.count > 20 && commands.contains(["audit"]) && commands.contains([]))
    for command in commands {
      // As wide as it takes for a text to be one line.
      let english = try Self.help(command, "en", columns: 10_000)
      #expect(english.contains { !Self.isTyped($0) })
      for language in ["da", "nb"] {
        let worded = try Self.help(command, language, columns: 10_000)
        #expect(Self.entries(worded) == Self.entries(english), "\(command) in \(language)")
        for line in worded where english.contains(line) {
          #expect(Self.isTyped(line), "\(command) in \(language): \(line)")
        }
      }
    }
  }

  @Test(arguments: ["en", "da", "nb"]) func helpFitsTheScreen(_ language: String) throws {
    for command in try Self.commands() {
      for line in try Self.help(command, language, columns: 80) where line.count > 80 {
        // The parser does not break the usage, and a word stays whole.
        let isUsage = line.hasPrefix("USAGE: ") || line.hasPrefix("BRUG: ") || line.hasPrefix("BRUK: ")
        #expect(isUsage || !line.drop { $0 == " " }.contains(" "), "\(command) in \(language): \(line)")
      }
    }
  }

  static let chosen: [(arguments: [String], environment: [String: String], says: String)] = [
    (["audit", "--help"], ["LANG": "da_DK.UTF-8"], "BRUG: tilsyn audit [<tilvalg>]"),
    (["audit", "--help"], ["LANG": "nn_NO.UTF-8"], "BRUK: tilsyn audit [<valg>]"),
    (["audit", "--help"], ["LANG": "sv_SE.UTF-8"], "USAGE: tilsyn audit [<options>]"),
    (["audit", "--help"], ["LANG": "da_DK.UTF-8", "LC_ALL": "C"], "USAGE: "),
    (["audit", "--help"], ["LANG": "C", "LC_MESSAGES": "nb_NO"], "BRUK: "),
    (["audit", "--help"], ["TILSYN_LANG": "da", "LANG": "nb_NO"], "BRUG: "),
    (["audit", "--help", "--lang", "nb"], ["LANG": "da_DK.UTF-8"], "BRUK: tilsyn audit"),
    (["audit", "--help", "--lang=nb"], [:], "BRUK: tilsyn audit"),
    (["audit", "--lang", "en", "--help"], ["LANG": "da_DK.UTF-8"], "USAGE: tilsyn audit"),
    (["--lang", "nb", "audit", "--help"], [:], "BRUK: tilsyn audit"),
    (["--lang=da", "policy", "list", "--help"], [:], "BRUG: tilsyn policy list"),
    (["--lang", "da", "help", "audit"], [:], "BRUG: tilsyn audit"),
    (["help", "audit", "--lang", "da"], [:], "BRUG: tilsyn audit"),
    (["audit", "--help", "--", "--lang", "da"], [:], "USAGE: tilsyn audit"),
    (["--lang", "da", "--help"], [:], "BRUG: tilsyn <kommando>"),
    (["init", "--help"], ["LANG": "da_DK.UTF-8"], "Mappen med eksporterne. (ellers: .)"),
    (["sources", "--help"], ["LANG": "nb_NO.UTF-8"], "(en av: text, json; ellers: text)"),
    (["--help"], ["LANG": "nb_NO.UTF-8"], "Mer om en kommando: 'tilsyn help <kommando>'."),
  ]

  @Test(arguments: chosen.indices) func theLanguageIsChosen(_ index: Int) throws {
    let row = Self.chosen[index]
    let run = try CommandRun.tilsyn(row.arguments, environment: row.environment)
    #expect(run.exitCode == 0 && run.errors.isEmpty, "\(row): \(run.errors)")
    #expect(run.output.contains(row.says), "\(row): \(run.output)")
  }

  /// What is installed once is for all readers.
  @Test func manualAndCompletionsAreEnglish() throws {
    let scratch = try Scratch()
    for (folder, language) in [("en", "C"), ("da", "da_DK.UTF-8")] {
      let run = try CommandRun.tilsyn(["manual", folder], environment: ["LANG": language], in: scratch.folder)
      #expect(run.exitCode == 0, "\(run.errors)")
    }
    let pages = try FileManager.default.contentsOfDirectory(atPath: scratch.path("en"))
    #expect(pages.count > 15)
    for page in pages { #expect(try scratch.read("en/\(page)") == scratch.read("da/\(page)"), "\(page)") }
    for arguments in [
      ["--generate-completion-script", "bash"], ["--generate-completion-script=zsh"],
      ["--generate-completion-script", "fish"], ["--experimental-dump-help"],
    ] {
      let (one, other) = (
        try CommandRun.tilsyn(arguments), try CommandRun.tilsyn(arguments, environment: ["LANG": "da_DK.UTF-8"])
      )
      #expect(one.exitCode == 0 && !one.output.isEmpty && one.output == other.output, "\(arguments)")
    }
  }

  static let failures: [(arguments: [String], code: Int32, danish: String, norwegian: String)] = [
    (
      ["audit", "nowhere"], 2,
      "tilsyn: `nowhere`: der er ingen sådan fil eller mappe\nhjælp: angiv de filer og mapper, der har eksporterne\n",
      "tilsyn: `nowhere`: det er ingen slik fil eller mappe\nhjelp: oppgi filene og mappene som har eksportene\n"
    ),
    (
      ["audit"], 64,
      "tilsyn: argumentet `<path> ...` mangler\nhjælp: `tilsyn audit --help` siger, hvad der kan skrives\n",
      "tilsyn: argumentet `<path> ...` mangler\nhjelp: `tilsyn audit --help` sier hva som kan skrives\n"
    ),
    (
      ["audit", ".", "--fail-one", "low"], 64, "tilsyn: ukendt tilvalg `--fail-one`\nhjælp: mente du `--fail-on`?\n",
      "tilsyn: ukjent valg `--fail-one`\nhjelp: mente du `--fail-on`?\n"
    ),
    (["audit", ".", "-f"], 64, "tilsyn: der mangler en værdi til `-f <", "tilsyn: det mangler en verdi til `-f <"),
    (
      ["audit", ".", "-f", "pdf"], 64, "`pdf` er intet format i denne version\nhjælp: der er text, html",
      "`pdf` er ikke noe format i denne versjonen\nhjelp: det er text, html"
    ),
    (
      ["audit", ".", "--fail-on", "severe"], 64, "`severe` er intet niveau til --fail-on\nhjælp: vælg mellem critical",
      "`severe` er ikke noe nivå til --fail-on\nhjelp: velg mellom critical"
    ),
    (
      ["sources", ".", "--format", "yaml"], 64,
      "værdien `yaml` er ugyldig til `--format <format>`\nhjælp: skriv `text` eller `json`\n",
      "verdien `yaml` er ugyldig til `--format <format>`\nhjelp: skriv `text` eller `json`\n"
    ),
    (
      ["adit", "exports/"], 64, "tilsyn: `adit` er ingen kommando\nhjælp: mente du `tilsyn audit`?\n",
      "tilsyn: `adit` er ingen kommando\nhjelp: mente du `tilsyn audit`?\n"
    ),
    (
      ["policy", "list", "a", "-q", "-v"], 64, "tilsyn: -q og -v modsiger hinanden\nhjælp: angiv kun det ene\n",
      "tilsyn: -q og -v motsier hverandre\nhjelp: oppgi bare det ene\n"
    ),
    (
      ["audit", ".", "-f", "html=nowhere/a.html"], 2,
      "tilsyn: kan ikke skrive `nowhere/a.html`: der er ingen sådan fil eller mappe\nhjælp: mappen skal findes\n",
      "tilsyn: kan ikke skrive `nowhere/a.html`: det er ingen slik fil eller mappe\nhjelp: mappen må finnes\n"
    ),
  ]

  @Test(arguments: failures.indices) func failuresAreWorded(_ index: Int) throws {
    let row = Self.failures[index]
    let scratch = try Scratch()
    for (locale, says) in [("da_DK.UTF-8", row.danish), ("nb_NO.UTF-8", row.norwegian)] {
      let run = try CommandRun.tilsyn(row.arguments, environment: ["LANG": locale], in: scratch.folder)
      #expect(run.exitCode == row.code && run.output.isEmpty, "\(row.arguments): \(run.errors)")
      #expect(run.errors.contains(says), "\(row.arguments): \(run.errors)")
    }
  }

  /// Beside a report its own language is spoken, which a configuration may say.
  @Test(arguments: [
    (["--lang", "nb"], "", "filene nevner personer og adresser med fullt navn: behandle dem som eksportene\n"),
    ([], "language: da\n", "filerne nævner personer og adresser ved fuldt navn: behandl dem som eksporterne\n"),
    ([], "", "the files name people and addresses in full: treat them as you treat the exports\n"),
  ]) func noticesAreInTheLanguageOfTheReport(
    _ arguments: [String], _ configuration: String, _ says: String
  ) throws {
    let scratch = try Shop.make(expect: configuration)
    let run = try CommandRun.tilsyn(["audit", "shop", "-f", "json=r.json"] + arguments, in: scratch.folder)
    #expect(run.errors.contains(says), "\(run.errors)")
  }
}
