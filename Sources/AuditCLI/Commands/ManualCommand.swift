import ArgumentParser
import Formats
import Foundation

/// `tilsyn manual FOLDER`: writes a page for each command. For who installs or packages the program, so help does not show it.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Writes the pages of the manual, one for each command.",
    discussion: """
      The pages are made from the commands. Their day is that of SOURCE_DATE_EPOCH, where it is set.

        tilsyn manual build/man
      """, shouldDisplay: false)

  @Argument(help: "The folder, made if missing.", completion: .directory)
  var folder: String

  /// Writes the pages of a program. Called in place of `run`, which does not know of which.
  /// - Parameter help: what `--experimental-dump-help` prints.
  func write(help: String) throws {
    let pages = try Self.pages(help: help, day: Self.day(ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"]))
    let folder = FilePath(self.folder)
    do throws(SystemError) {
      try OutputFolder.make(folder)
    } catch {
      throw CommandFailure.notJudged(
        "cannot make the folder `\(folder.shown)`: \(error.reason)", help: "is there a file of that name?")
    }
    let files = try pages.map { page in
      let file = try AtomicFile(OutputPlace(folder.appending(page.fileName.utf8)))
      try file.write(Array(page.text.utf8))
      return file
    }
    try AtomicFile.commit(files)
  }

  private static func pages(help: String, day: String) throws -> [ManualPage] {
    struct Program: Decodable { var command: CommandInfo }
    let all = try JSONDecoder().decode(Program.self, from: Data(help.utf8)).command.all
    return all.map { ManualPage($0, among: all, version: ToolVersion.current, day: day) }
  }

  /// The day of a number of seconds since 1970, in UTC; empty where there is none.
  private static func day(_ seconds: String?) -> String {
    guard let seconds = seconds.flatMap(Double.init), seconds >= 0, seconds < 1e11 else { return "" }
    return Date(timeIntervalSince1970: seconds).formatted(.iso8601.year().month().day())
  }
}
