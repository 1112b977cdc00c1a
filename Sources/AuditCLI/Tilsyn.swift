import ArgumentParser
import Foundation
import ImportCore
import Importers

/// The command line. Each command is a file of its own under Commands/.
@main
struct Tilsyn: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tilsyn",
    abstract: String(said: "Audits access rights: who may do what, against which rule, proved down to file and line."),
    discussion: String(
      parts: .examples(
        said: "Start here:",
        HelpExample("tilsyn audit exports/", does: "judge this month's exports"),
        HelpExample("tilsyn sources exports/", does: "what was recognised in each file"),
        HelpExample("tilsyn why 3f2a9c81 exports/", does: "the proof behind one finding"),
        HelpExample("tilsyn policy list", does: "what is judged")),
      .said("Nothing is sent anywhere: no command opens a network connection."),
      .said(
        """
        Exit codes: 0 judged and passed; 1 judged, gate failed; 2 could not judge; 3 not the same exports as --result; \
        64 usage; 130 interrupted.
        """)),
    version: ToolVersion.text,
    subcommands: [
      AuditCommand.self, ReportCommand.self, SourcesCommand.self, WhyCommand.self, WhyNotCommand.self, WhoCommand.self,
      CanCommand.self,
      DiffCommand.self, QueryCommand.self,
      RelationsCommand.self, PolicyCommand.self, WaiverCommand.self, VerifyCommand.self, EvidenceCommand.self,
      FrameworksCommand.self, XACMLCommand.self, InitCommand.self,
      ManualCommand.self,
    ])

  static func main() {
    FileDescriptor.openStandardStreams()
    Interruption.watch()
    let code = code()
    if code == CommandFailure.lostReader.exitCode { Interruption.endWithReader() }
    if code != 0 { Foundation.exit(code) }
  }

  /// Does what the command line says, and gives the code to end with. A call of its own, so that all that it made is released
  /// before the program ends.
  @inline(never)
  private static func code() -> Int32 {
    do {
      do {
        let words = ReaderLanguage.placed(try RawArguments.checkedWords(), depth: depth)
        var command = try Tilsyn.parseAsRoot(words)
        // The one command that is about all of them.
        if let manual = command as? ManualCommand {
          try manual.write(help: Tilsyn._dumpHelp())
        } else {
          try command.run()
        }
        return 0
      } catch let failure as CommandFailure {
        throw failure
      } catch {
        return try answer(error)
      }
    } catch let failure as CommandFailure {
      failure.report()
      return failure.exitCode
    } catch {
      // Nothing else is thrown on.
      return 2
    }
  }

  /// How many of the words choose a command.
  private static func depth(_ words: [String]) -> Int { UnknownCommand.known(words, of: Self.self).count - 1 }

  /// Says what the parser of the command line has to say: help and version are answers, and errors talk.
  private static func answer(_ error: any Error) throws -> Int32 {
    let code = exitCode(for: error)
    let words = ReaderLanguage.placed(Array(CommandLine.arguments.dropFirst()), depth: depth)
    if code == .validationFailure {
      if let failure = UnknownCommand.failure(words, of: Self.self) { throw failure }
      throw UsageText.failure(
        UsageText.inert(message(for: error), arguments: CommandLine.arguments),
        of: UnknownCommand.known(words, of: Self.self).joined(separator: " "))
    }
    let message = fullMessage(for: error)
    if !message.isEmpty {
      if code == .success {
        try StandardOutput.write(HelpText.worded(message) + "\n")
      } else {
        StandardError.write(UsageText.inert(message, arguments: CommandLine.arguments) + "\n")
      }
    }
    return code.rawValue
  }
}
