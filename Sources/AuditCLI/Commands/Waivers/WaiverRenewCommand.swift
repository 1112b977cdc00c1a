import ArgumentParser
import Audit
import AuditReports
import FactStore
import Localization
import PolicyEngine
import Waivers

struct WaiverRenewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "renew", abstract: String(said: "Accepts the same finding for longer."),
    discussion: String(
      parts: .said(
        """
        It is accepted anew, by whoever approves it now. The lines of its days and of whom it names are changed, and no other.
        """),
      .examples("tilsyn waiver renew W-2026-001 -w waivers.yaml --approver bo@kommune.example --expires 2027-06-30"),
      .said("Exit codes: 0 renewed; 2 it would not count, or cannot be written; 64 usage, or no such waiver.")))

  @Argument(help: ArgumentHelp(said: "The id of the waiver.", valueName: "id"))
  var id: String
  @OptionGroup var waivers: WaiverOption
  @Option(help: ArgumentHelp(said: "Who accepts it: somebody else than the owner.", valueName: "who"))
  var approver: String
  @Option(help: ArgumentHelp(said: "The last day on which it holds, as 2027-03-31.", valueName: "date"))
  var expires: String
  @Option(help: ArgumentHelp(said: "Who answers for the gap, where it is somebody else now.", valueName: "who"))
  var owner: String?
  @Option(
    help: ArgumentHelp(said: "Why the gap can still be lived with, where the reason is another.", valueName: "text"))
  var reason: String?
  @Option(
    name: .customLong("approved-on"),
    help: ArgumentHelp(said: "The day on which it was accepted. Default: the day judged.", valueName: "date"))
  var approvedOn: String?
  @OptionGroup var policies: PolicyOptions
  @OptionGroup var configuration: ConfigurationOption
  @OptionGroup var day: DayOption
  @OptionGroup var talk: TalkOptions

  func run() throws {
    let environment = Environment()
    let place = try WaiverPlace(waivers, environment)
    var waiver = try place.waiver(id)
    let today = try day.date(environment)
    waiver.approver = approver
    waiver.owner = owner ?? waiver.owner
    waiver.reason = reason ?? waiver.reason
    waiver.approvedOn = try approvedOn.map { try WaiverPlace.day($0, of: "--approved-on") } ?? today
    waiver.expires = try WaiverPlace.day(expires, of: "--expires")
    try refuse(waiver, today, try severity(of: waiver.policy, environment))
    var changes = [
      ("approver", waiver.approver), ("approved_on", waiver.approvedOn.description),
      ("expires", waiver.expires.description),
    ]
    if owner != nil { changes.append(("owner", waiver.owner)) }
    if reason != nil { changes.append(("reason", waiver.reason)) }
    var document = try place.document()
    do throws(WaiverDocument.Unwieldy) {
      try document.change(id, changes.map { (key: $0.0, value: $0.1) })
    } catch {
      throw place.unwieldy(error)
    }
    try place.write(document)
    if !talk.quiet {
      try StandardOutput.say(
        String(said: "renewed \(waiver.id) in \(place.path.shown), valid until \(waiver.expires.description)"))
    }
  }

  /// How grave the waived policy is; `nil` where there is none of that name.
  private func severity(of id: String, _ environment: Environment) throws -> Severity? {
    let run = try AuditRun(
      paths: [], context: try configuration.context(), policies: policies, talk: talk, environment: environment)
    return try run.check().policies.first { $0.id.text == id }?.severity
  }

  /// Ends the command where the waiver would not count.
  private func refuse(_ waiver: Waiver, _ today: CalendarDate, _ severity: Severity?) throws {
    let most = severity == .critical ? Waiver.longestCriticalDays : Waiver.longestDays
    let state: WaiverOutcome.State? =
      if severity == nil { .unknownPolicy } else if SamePerson().areOne(waiver.owner, waiver.approver) {
        .selfApproved
      } else if waiver.approvedOn > today { .future } else if waiver.expires.days - waiver.approvedOn.days > most {
        .tooLong
      } else if waiver.expires < today { .expired } else { nil }
    guard let state else { return }
    throw CommandFailure.notJudged("the waiver would not count: it is \(state.word)", help: WaiverPlace.cure(state))
  }
}
