import Budget
import Localization
import PolicyEngine

/// Works out what findings say and what they rest on. One for some findings that stand together: what one proof worked out
/// serves the next, and who explains other findings meanwhile has one of its own.
final class FindingExplainer {
  let explainer: Explainer
  private let say: Wording
  private var messages: MessageWriter
  private let texts: SharedCache<Int, Evidence>
  /// What was explained so far.
  private(set) var explained = ExplainedFindings()
  /// Where facts and holes stand in it, by their numbers.
  private var places: [Int: Int] = [:]

  /// - Parameters:
  ///   - texts: of facts and holes, which many findings rest on, by the numbers of leaves.
  ///   - count: how many findings there are to explain.
  init(_ engine: Engine, language: String, texts: SharedCache<Int, Evidence>, count: Int) {
    places.reserveCapacity(count)
    explainer = Explainer(engine)
    say = Wording(named: language)
    self.texts = texts
    messages = MessageWriter(explainer: explainer, say: say)
  }

  /// Adds a finding to what was explained, with its message and what it rests on.
  /// - Parameter finding: without its message.
  func add(_ finding: consuming Finding, _ grounds: Grounds) {
    let support = grounds.support(explainer)
    finding.message = messages.message(for: grounds, support: support, keys: finding.subject)
    explained.append(finding, restingOn: distinct(support.leaves.map { place(of: $0) }))
  }

  private func place(of leaf: ProofLeaf) -> Int {
    if let known = places[leaf.number] { return known }
    let place = explained.add(item(leaf))
    places[leaf.number] = place
    return place
  }

  /// Places of what says different things, in the order of the first. A row may be read through two relations, and says the
  /// same.
  private func distinct(_ places: [Int]) -> [Int] {
    let items = explained.items
    // Few are compared sooner than they are hashed.
    if places.count > 24 {
      var seen: Set<Evidence> = []
      return places.filter { seen.insert(items[$0]).inserted }
    }
    var distinct: [Int] = []
    distinct.reserveCapacity(places.count)
    for place in places where !distinct.contains(where: { $0 == place || items[$0] == items[place] }) {
      distinct.append(place)
    }
    return distinct
  }

  private func item(_ leaf: ProofLeaf) -> Evidence {
    texts.value(leaf.number) {
      let text = explainer.text(of: leaf)
      return Evidence(
        fact: text.reason.map { "\(text.statement): \(say($0))" } ?? text.statement, path: text.origin?.path ?? "",
        line: text.origin?.line ?? 0, pointer: text.origin?.pointer ?? "", isHole: leaf.isHole)
    }
  }
}
