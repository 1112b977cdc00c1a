import ArgumentParser
import Foundation
import ImportCore
import Importers

/// The command line. Each command is a file of its own under Commands/.
@main
struct Tilsyn: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tilsyn",
    abstract: "Audits access rights: who may do what, against which rule, proved down to file and line.",
    discussion: """
      Start here:
        tilsyn audit exports/                   judge this month's exports
        tilsyn sources exports/                 what was recognised in each file
        tilsyn why 3f2a9c81 exports/            the proof behind one finding
        tilsyn policy list                      what is judged

      Nothing is sent anywhere: no command opens a network connection.

      Exit codes: 0 judged and passed; 1 judged, gate failed; 2 could not judge; 3 not the same
      exports as --result; 64 usage; 130 interrupted.
      """,
    version: ToolVersion.text,
    subcommands: [
      AuditCommand.self, ReportCommand.self, SourcesCommand.self, WhyCommand.self, WhyNotCommand.self, WhoCommand.self,
      CanCommand.self,
      QueryCommand.self,
      RelationsCommand.self, PolicyCommand.self, FrameworksCommand.self, XACMLCommand.self, InitCommand.self,
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
        var command = try Tilsyn.parseAsRoot(RawArguments.checkedWords())
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

  /// Says what the parser of the command line has to say: help and version are answers, and errors talk.
  private static func answer(_ error: any Error) throws -> Int32 {
    let code = exitCode(for: error)
    let words = Array(CommandLine.arguments.dropFirst())
    if code == .validationFailure {
      if let failure = UnknownCommand.failure(words, of: Self.self) { throw failure }
      throw UsageText.failure(
        UsageText.inert(message(for: error), arguments: CommandLine.arguments),
        of: UnknownCommand.known(words, of: Self.self).joined(separator: " "))
    }
    let message = fullMessage(for: error)
    if !message.isEmpty {
      if code == .success {
        try StandardOutput.write(message + "\n")
      } else {
        StandardError.write(UsageText.inert(message, arguments: CommandLine.arguments) + "\n")
      }
    }
    return code.rawValue
  }
}
