import ArgumentParser
import Audit
import AuditReports
import FactStore
import Localization
import Waivers

struct WaiverListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: String(said: "Lists who accepts what, why, and for how long still."),
    discussion: String(
      parts: .said("Nothing is judged: whether each of them counts, `tilsyn waiver check` says."),
      .examples("tilsyn waiver list -w waivers.yaml", "tilsyn waiver list --format json")))

  @OptionGroup var waivers: WaiverOption
  @OptionGroup var context: DayOption
  @OptionGroup var listing: ListingFormat
  @OptionGroup var talk: TalkOptions

  func run() throws {
    let environment = Environment()
    let place = try WaiverPlace(waivers, environment)
    let day = try context.date(environment)
    let list = WaiverList(place.waivers, asOf: day)
    var sink = StandardOutput.sink()
    switch listing.format {
    case .text:
      list.text(ReaderLanguage.say, style: talk.style(environment), into: &sink)
      try sink.finish()
    case .json: try list.json(into: sink)
    }
  }
}
