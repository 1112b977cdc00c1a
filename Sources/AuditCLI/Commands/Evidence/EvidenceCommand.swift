import ArgumentParser
import AuditReports
import Evidence
import Formats
import Localization

struct EvidenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence", abstract: String(said: "Shows what was concluded when, and whether somebody was judged."),
    subcommands: [EvidenceLogCommand.self, EvidenceMemberCommand.self])
}

struct EvidenceLogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: String(said: "Lists the bundles of a folder, and checks that each follows the one before."),
    discussion: String(
      parts: .examples("tilsyn evidence log evidence/"),
      .said("Exit codes: 0 the chain is whole; 3 it is broken or forked; 2 the folder cannot be read; 64 usage.")))

  @Argument(help: ArgumentHelp(said: "The folder of the bundles.", valueName: "folder"), completion: .directory)
  var folder: String
  @OptionGroup var listing: ListingFormat

  func run() throws {
    let place = FilePath(folder)
    let log: EvidenceLog
    do throws(FileProblem) {
      log = try EvidenceLog(place)
    } catch {
      throw CommandFailure.notJudged(
        "cannot list `\(place.shown)`: \(error.phrase)", help: "name the folder that `--evidence` was given")
    }
    var sink = StandardOutput.sink()
    switch listing.format {
    case .text:
      EvidenceReport.text(log, ReaderLanguage.say, into: &sink)
      try sink.finish()
    case .json: try EvidenceReport.json(log, into: sink)
    }
    if !log.problems.isEmpty { throw ExitCode(3) }
  }
}

struct EvidenceMemberCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "member", abstract: String(said: "Says what each policy concluded of somebody: was X judged?"),
    discussion: String(
      parts: .said("The bundle is checked first; passes are told as well."),
      .examples("tilsyn evidence member evidence/0007 6d1e0b6e-0d3c-4b6f-8a68-3a7f7a3f0c11"),
      .said(
        "Exit codes: 0 told; 1 nothing judged anybody of that name; 3 the bundle is not what it says; 2 it cannot be read."
      )))

  @Argument(help: ArgumentHelp(said: "The folder of the bundle.", valueName: "bundle"), completion: .directory)
  var bundle: String
  @Argument(help: ArgumentHelp(said: "The value of a key: an id, an address, a number.", valueName: "who"))
  var subject: String

  func run() throws {
    let place = FilePath(bundle)
    let read: EvidenceBundle
    do throws(EvidenceProblem) {
      read = try EvidenceBundle(place)
    } catch {
      throw CommandFailure(error, of: place)
    }
    let lines = MembersReport.lines(of: subject, in: read.contents["members.tsv"] ?? [])
    let say = ReaderLanguage.say
    guard !lines.isEmpty else {
      try StandardOutput.say(say("no policy judged `\(subject)` in the audit of \(read.manifest.asOf)"))
      throw ExitCode(1)
    }
    for line in lines {
      let verdict = line.verdict + String(repeating: " ", count: max(0, 10 - line.verdict.count))
      try StandardOutput.say("\(verdict)  \(line.policy)  \(line.key.joined(separator: ", "))")
    }
  }
}
