import Foundation
import Testing

/// Pages of the manual: one for each command, each with everything that the command takes.
struct ManualTests {
  private struct Program: Decodable { var command: Command }
  private struct Command: Decodable {
    struct Argument: Decodable {
      struct Name: Decodable { var kind: String; var name: String }
      var kind: String
      var names: [Name]?
      var valueName: String?
    }
    var superCommands: [String]?
    var commandName: String
    var shouldDisplay: Bool
    var subcommands: [Command]?
    var arguments: [Argument]?

    var page: String { ((superCommands ?? []) + [commandName]).joined(separator: "-") + ".1" }
    var all: [Command] {
      [self] + (subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }.flatMap(\.all)
    }
  }

  private static func commands() throws -> [Command] {
    let help = try CommandRun.tilsyn(["--experimental-dump-help"])
    return try JSONDecoder().decode(Program.self, from: Data(help.output.utf8)).command.all
  }

  private static func written(_ environment: [String: String] = ["SOURCE_DATE_EPOCH": "1764374400"]) throws -> Scratch {
    let scratch = try Scratch()
    let run = try CommandRun.tilsyn(["manual", "man/pages"], environment: environment, in: scratch.folder)
    #expect(run.exitCode == 0 && run.output.isEmpty, "\(run.errors)")
    return scratch
  }

  @Test func everyCommandHasAPageWithAllThatItTakes() throws {
    let scratch = try Self.written()
    let commands = try Self.commands()
    let pages = try FileManager.default.contentsOfDirectory(atPath: scratch.path("man/pages"))
    #expect(Set(pages) == Set(commands.map(\.page)) && pages.count > 15)
    for command in commands {
      let page = try scratch.read("man/pages/\(command.page)")
      let tags = page.split(separator: "\n.TP\n").dropFirst().compactMap { $0.split(separator: "\n").first }
      for argument in command.arguments ?? [] {
        for name in argument.names ?? [] {
          let typed = (name.kind == "long" ? "--" : "-") + name.name
          let bold = "\\fB\(typed.replacing("-", with: "\\-"))\\fR"
          #expect(tags.contains { $0.contains(bold) }, "\(command.page): \(typed)")
        }
        if argument.kind == "positional" {
          #expect(tags.contains { $0.contains("\\fI\(argument.valueName ?? "")") }, "\(command.page)")
        }
      }
    }
  }

  @Test func everyPageHasItsSections() throws {
    let scratch = try Self.written()
    for command in try Self.commands() {
      let page = try scratch.read("man/pages/\(command.page)")
      #expect(page.hasPrefix(".TH \""), "\(command.page)")
      #expect(
        page.contains("\"1\" \"2025-11-29\" \"tilsyn "), "\(command.page): the day is that of SOURCE_DATE_EPOCH")
      var at = page.startIndex
      for section in ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXIT STATUS", "SEE ALSO"] {
        let found = try #require(
          page[at...].firstRange(of: "\n.SH \"\(section)\"\n"), "\(command.page): \(section)")
        at = found.lowerBound
      }
      for code in ["0", "2", "64", "130"] {
        #expect(page.contains("\n.TP\n\\fB\(code)\\fR\n"), "\(command.page): \(code)")
      }
      #expect(page.utf8.allSatisfy { $0 < 0x80 }, "\(command.page)")
    }
    let audit = try scratch.read("man/pages/tilsyn-audit.1")
    for section in ["ENVIRONMENT", "FILES", "EXAMPLES"] { #expect(audit.contains(".SH \"\(section)\"\n")) }
    #expect(audit.contains("\n\\fB1\\fR\njudged, gate failed\n") && audit.contains("\ntilsyn audit exports/\n"))
  }

  @Test func withoutADayThereIsNone() throws {
    for environment in [[:], ["SOURCE_DATE_EPOCH": ""], ["SOURCE_DATE_EPOCH": "soon"]] {
      #expect(try Self.written(environment).read("man/pages/tilsyn.1").hasPrefix(".TH \"TILSYN\" \"1\" \"\" "))
    }
  }

  /// Every variable that the program asks for is one that some page names.
  @Test func everyVariableIsNamed() throws {
    let scratch = try Self.written()
    let pages = try Self.commands().map { try scratch.read("man/pages/\($0.page)") }.joined()
    let folder = CommandRun.repository.appending(path: "Sources/AuditCLI")
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    var variables: Set<String> = []
    for name in names where name.hasSuffix(".swift") {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      variables.formUnion(text.matches(of: /(?:nvironment\[|isOn\()"([A-Z_]+)"/).map { String($0.1) })
    }
    #expect(variables.count > 10 && variables.contains("FAIL_ON"))
    for variable in variables where variable != "SOURCE_DATE_EPOCH" {
      #expect(pages.contains("\n\\fBTILSYN_\(variable)\\fR\n"), "TILSYN_\(variable)")
    }
  }

  @Test(arguments: [
    ["mandoc", "-T", "lint", "-W", "warning"], ["groff", "-man", "-ww", "-z", "-T", "utf8"],
  ]) func checkersHaveNothingToSay(_ words: [String]) throws {
    let there = try CommandRun.bash("command -v \(words[0])")
    guard there.exitCode == 0 else { return print("no \(words[0]) here: pages not checked by it") }
    let scratch = try Self.written()
    for command in try Self.commands() {
      let run = try CommandRun.bash("\(words.joined(separator: " ")) '\(scratch.path("man/pages/\(command.page)"))'")
      #expect(run.exitCode == 0 && run.output.isEmpty && run.errors.isEmpty, "\(run.output)\(run.errors)")
    }
  }

  /// What is read on the screen is what help says: nothing is taken for a macro, and hyphens can be copied.
  @Test func textStandsForItself() throws {
    guard try CommandRun.bash("command -v groff").exitCode == 0 else { return print("no groff here") }
    let scratch = try Self.written()
    let shown = try CommandRun.bash(
      "groff -man -T utf8 -P-c -P-b -P-u '\(scratch.path("man/pages/tilsyn-query.1"))' -rLL=200n")
    #expect(shown.output.contains(#"tilsyn query 'kitos.api_user(email: "skygge@kommune.example")' exports/"#))
    #expect(shown.output.contains("--format format"))
    #expect(!shown.output.contains("\\f") && !shown.output.contains("`"))
  }

  @Test func aFolderThatCannotBeMadeIsSaid() throws {
    let scratch = try Scratch()
    try scratch.write("", to: "file")
    let run = try CommandRun.tilsyn(["manual", "file"], in: scratch.folder)
    #expect(run.exitCode == 2 && run.errors.contains("`file`") && run.errors.contains("help: "))
  }

  @Test func helpAndSlipsDoNotNameIt() throws {
    #expect(try !CommandRun.tilsyn(["--help"]).output.contains("manual"))
    #expect(try !CommandRun.tilsyn(["nonsense"]).errors.contains("manual"))
  }
}
