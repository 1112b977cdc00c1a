import ArgumentParser
import Audit
import AuditReports
import PolicyEngine

struct WhyNotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why-not", abstract: "Prints why a policy finds nothing about a subject: how far each rule comes.",
    discussion: """
        tilsyn why-not kitos.api-user-is-not-a-person 6d1e2f… exports/
        tilsyn why-not kitos.local-admin-count ORGANISATION exports/ --format json
      """)

  @Argument(help: "A policy.")
  var policy: String
  @Argument(help: "The subject: its value; several values joined by `,` in the order of the policy's `for`.")
  var subject: String
  @Argument(help: ArgumentHelp("Files and folders with exports.", valueName: "path"))
  var paths: [String]
  @OptionGroup var policies: PolicyOptions
  @OptionGroup var context: ContextOptions
  @OptionGroup var listing: ListingFormat
  @OptionGroup var talk: TalkOptions

  func run() throws {
    let environment = Environment()
    let run = try AuditRun(
      paths: paths, context: context, policies: policies, talk: talk, environment: environment)
    let checked = try run.check()
    guard checked.policies.contains(where: { $0.id.text == policy }) else {
      throw CommandFailure.usage("there is no policy `\(policy)`", help: "`tilsyn policy list` lists them")
    }
    let judged = try run.judge(checked, try run.load())
    run.warnIfIncomplete(judged.result)
    let misses: [NearMiss] = []
    var sink = StandardOutput.sink()
    switch listing.format {
    case .text:
      NearMissText(style: talk.style(environment), usesASCII: environment.usesASCII).render(misses, into: &sink)
      try sink.finish()
    case .json:
      var json = JSONWriter(sink)
      json.object { json in
        json.member("schema", "tilsyn.near-miss/1")
        json.member("policy", policy)
        json.member("subject", subject)
        json.key("rules")
        NearMissJSON.write(misses, into: &json)
      }
      try json.finish()
    }
  }
}
