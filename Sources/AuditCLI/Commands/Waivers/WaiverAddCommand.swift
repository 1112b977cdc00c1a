import ArgumentParser
import Audit
import AuditReports
import FactStore
import Formats
import ImportCore
import Localization
import Waivers

struct WaiverAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: String(said: "Accepts one finding until a day."),
    discussion: String(
      parts: .said(
        """
        The finding is named by the first digits of its fingerprint, or by its policy and --subject. It is looked up in an \
        earlier result, or the exports are judged. The file is made where there is none.
        """),
      .examples(
        """
        tilsyn waiver add 3f2a9c81 --result report/result.json -w waivers.yaml --owner anne@kommune.example \
        --approver bo@kommune.example --expires 2027-03-31 --reason "Replaced in March; two people know the key."
        """,
        "tilsyn waiver add kitos.api-user-is-not-a-person --subject 6d1e… exports/ -w waivers.yaml …"),
      .said("Exit codes: 0 added; 2 it would not count, or cannot be written; 64 usage, or no such finding.")))

  @Argument(help: ArgumentHelp(said: "A fingerprint, its first digits, or a policy."))
  var finding: String
  @Argument(help: ArgumentHelp(said: "Files and folders with exports.", valueName: "path"), completion: .file())
  var paths: [String] = []
  @Option(
    help: ArgumentHelp(said: "An earlier result (-f json), in which the finding is looked up.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var result: String?
  @Option(
    help: ArgumentHelp(
      said: "The subject, where a policy is given; several values joined by `,`.", valueName: "value"))
  var subject: String?
  @OptionGroup var waivers: WaiverOption
  @Option(help: ArgumentHelp(said: "Who answers for the gap.", valueName: "who"))
  var owner: String
  @Option(help: ArgumentHelp(said: "Who accepts it: somebody else than the owner.", valueName: "who"))
  var approver: String
  @Option(help: ArgumentHelp(said: "Why the gap can be lived with, in 20 characters or more.", valueName: "text"))
  var reason: String
  @Option(
    help: ArgumentHelp(said: "The last day on which it holds, as 2027-03-31.", valueName: "date"))
  var expires: String
  @Option(
    name: .customLong("approved-on"),
    help: ArgumentHelp(said: "The day on which it was accepted. Default: the day judged.", valueName: "date"))
  var approvedOn: String?
  @Option(help: ArgumentHelp(said: "What it is called. Default: the next number of the year.", valueName: "id"))
  var id: String?
  @OptionGroup var policies: PolicyOptions
  @OptionGroup var context: ContextOptions
  @OptionGroup var key: KeyOption
  @OptionGroup var talk: TalkOptions

  func validate() throws {
    if paths.isEmpty == (result == nil) {
      throw ValidationError(
        "name either exports or a result", help: "`--result RESULT.json` judges nothing, a path does")
    }
  }

  func run() throws {
    let environment = Environment()
    let place = try WaiverPlace(waivers, environment, mayBeMissing: true)
    var people = SamePerson()
    let judged: AuditResult
    if let result {
      judged = try ResultFile(result, context.limits.limits(environment)).stored.result
    } else {
      let run = try AuditRun(paths: paths, context: context, policies: policies, talk: talk, environment: environment)
      let checked = try run.check()
      let done = try run.judge(checked, try run.load(), key: try key.read(environment))
      run.warnIfIncomplete(done.result)
      people = done.auditor.people
      judged = done.result
    }
    let index = try FindingChoice(finding, subject: subject).find(in: judged)
    let found = judged.findings[index]
    let waiver = try self.waiver(for: found, judged, place)
    try place.refuse(waiver, for: found, judged, people)
    var document = try place.document()
    do throws(WaiverDocument.Unwieldy) {
      try document.add(waiver)
    } catch {
      throw place.unwieldy(error)
    }
    try place.write(document)
    if !talk.quiet {
      try StandardOutput.say(
        String(said: "added \(waiver.id) to \(place.path.shown), valid until \(waiver.expires.description)"))
      try StandardOutput.say("  " + found.message)
    }
  }

  private func waiver(for found: Finding, _ result: AuditResult, _ place: WaiverPlace) throws -> Waiver {
    let approved = try approvedOn.map { try WaiverPlace.day($0, of: "--approved-on") } ?? result.asOf
    return Waiver(
      id: id ?? place.nextID(year: approved.components.year), policy: found.policy,
      match: .fingerprint(found.fingerprint, witnesses: found.witnesses), reason: reason, owner: owner,
      approver: approver, approvedOn: approved, expires: try WaiverPlace.day(expires, of: "--expires"),
      path: place.path.shown, line: 0)
  }
}
