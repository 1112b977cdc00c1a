import FactStore
import ImportCore
import Localization

/// What the policies on paths of a flow let through and take away.
struct PathFilter {
  /// A verb, or `*`, and a pattern. Where one could not be read, a cell says why.
  struct Entry {
    let method: FactWriter.Cell
    let pattern: FactWriter.Cell
    let place: Place
  }

  private(set) var allows: [Entry] = []
  private(set) var denies: [Entry] = []

  static let policy = "resource-filtering"

  /// - Parameter step: the filter, which runs for all paths.
  init(_ step: Step?, of owner: Place, _ record: inout Record) {
    guard let step else {
      allows = [Entry(method: .text("*"), pattern: .text("/**"), place: owner)]
      return
    }
    let white = entries("whitelist", step, &record)
    let black = entries("blacklist", step, &record)
    if white.isEmpty {
      allows = [Entry(method: .text("*"), pattern: .text("/**"), place: owner)]
      denies = black
      return
    }
    allows = white
    // A filter that does not run for a verb lets it through.
    for verb in Step.verbs.subtracting(step.methods ?? Step.verbs).sorted() {
      allows.append(Entry(method: .text(verb), pattern: .text("/**"), place: step.place))
    }
  }

  /// Whether the filter has anything to filter by.
  static func isInForce(_ step: Step) -> Bool {
    guard step.policy == policy, step.isRequest, !step.isConditional, let config = step.config, config.isObject else {
      return false
    }
    return ["whitelist", "blacklist"].contains { config[$0].map { !$0.isNull && $0.node.count > 0 } ?? false }
  }

  private func entries(_ name: String, _ step: Step, _ record: inout Record) -> [Entry] {
    guard let list = step.config?[name], !list.isNull else { return [] }
    guard list.isList else {
      let odd = record.refuse(list.place, "`\(name)` is no list")
      return [Entry(method: odd, pattern: odd, place: list.place)]
    }
    return list.elements.flatMap { item -> [Entry] in
      var pattern = record.words(item["pattern"], "pattern")
      if let text = pattern.text, GraviteeText.isExpression(text) {
        pattern = .unknown("an expression decides which paths the filter is for", .hidden)
      }
      if let list = item["methods"], !list.isNull, !list.isList {
        return [
          Entry(method: record.refuse(list.place, "`\("methods")` is no list"), pattern: pattern, place: item.place)
        ]
      }
      return methods(Step.methods(item["methods"]), step.methods).map {
        Entry(method: .text($0), pattern: pattern, place: item.place)
      }
    }
  }

  /// The verbs that both an entry and the rule that it stands in are for.
  private func methods(_ entry: Set<String>?, _ rule: Set<String>?) -> [String] {
    switch (entry, rule) {
    case (nil, nil): ["*"]
    case (let some?, nil), (nil, let some?): some.sorted()
    case (let first?, let second?): first.intersection(second).sorted()
    }
  }
}
