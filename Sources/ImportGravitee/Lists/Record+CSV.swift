import FactStore
import Formats
import ImportCore
import Localization

/// Rows of the CSV that the console makes of subscriptions. It has names, and neither ids nor people.
extension Record {
  mutating func readNamedSubscription() {
    let plan = text("Plan")
    let application = text("Application")
    let written = text("Status")
    var status = written
    if let text = written.text.map(GraviteeText.label) {
      status =
        GraviteeSchemas.statuses.contains(text)
        ? .text(text) : refuse("Status", "`\("Status")` is none of the words known")
    }
    if let text = status.text { facts.marks.insert(text) }
    let created = rawCell("Creation date").map { TableInput.trim($0) } ?? ""
    var name = FactWriter.Cell.unknown("nothing says which subscription it is")
    if let plan = plan.text, let application = application.text {
      name = .text("\(application) to \(plan), created \(created.isEmpty ? "?" : created)")
      facts.identity = name.text
    }
    let owner = Gravitee.api(context)
    let api = Name(
      .api,
      owner.map { .text($0) }
        ?? .unknown("the list does not say which API it is of; name the API as `object`", .context))
    mention(api)
    let planCell: Facts.Cell = named(plan, .plan) { name in owner.map { Self.planName(name, of: $0) } }
    let applicationCell: Facts.Cell = named(application, .application) { $0 }
    let open = FactWriter.Cell.unknown("a CSV does not say it", .columnAbsent)
    state(
      "gravitee.subscription", "subscription", Name(.subscription, name),
      [
        "asked": csvDay("Creation date", isOpen: true), "processed": csvDay("Process date", isOpen: true),
        "starts": csvDay("Start date", isOpen: false), "ends": csvDay("End date date", isOpen: false),
        "subscribed_by": open, "processed_by": open, "consumer_message": open, "publisher_message": open,
      ],
      required: [
        "api": api.cell, "plan": planCell, "application": applicationCell, "status": .cell(status),
      ])
    if case .value = status {
      // Which it is where the name fits several, or none, nobody knows: it may be any.
      let place = place
      let state = status
      facts.conclude { survey, writer in
        let isResolved = [planCell, applicationCell].allSatisfy { $0.settled(survey).text?.hasPrefix("name ") == false }
        guard !isResolved else { return }
        var known: [String: Value] = ["subscription": .text(Gravitee.unlisted)]
        known["api"] = owner.map { .text($0) }
        known["status"] = state.known
        writer.addHole(
          "gravitee.subscription", known, reason: .dangling,
          text: "a CSV names plans and applications, and which ones they are no loaded document tells", at: place)
      }
    }
  }

  /// The thing of this name, as its id where one thing has the name.
  private func named(_ cell: FactWriter.Cell, _ thing: Thing, key: (String) -> String?) -> Facts.Cell {
    guard let text = cell.text else { return .cell(cell) }
    let raw = key(text)
    return .late { survey in
      guard let raw, survey.gravitee.isKnown(raw, thing) else { return .text("name \(text)") }
      return .text(survey.gravitee.name(of: raw, thing))
    }
  }

  /// A day of the CSV; an empty cell says that there is none, or nothing.
  private mutating func csvDay(_ title: String, isOpen: Bool) -> FactWriter.Cell {
    guard let text = rawCell(title).map({ TableInput.trim($0) }) else { return Self.missing(title) }
    if text.isEmpty { return isOpen ? Self.silent(title) : .none }
    return GraviteeText.day(text).map { .value(.date($0)) } ?? refuse(title, "`\(title)` is no day")
  }
}
