import Budget
import Localization
import PolicyEngine

/// Works out what findings say and what they rest on. One for some findings that stand together: what one proof worked out
/// serves the next, and who explains other findings meanwhile has one of its own.
final class FindingExplainer {
  let explainer: Explainer
  private let say: Wording
  private var messages: MessageWriter
  private let texts: SharedCache<ProofLeaf, Evidence>

  /// - Parameter texts: of facts and holes, which many findings rest on.
  init(_ engine: Engine, language: String, texts: SharedCache<ProofLeaf, Evidence>) {
    explainer = Explainer(engine)
    say = Wording(named: language)
    self.texts = texts
    messages = MessageWriter(explainer: explainer, say: say)
  }

  /// The message and the evidence of a finding.
  /// - Parameter subject: the member, as the finding names it.
  func explain(
    _ grounds: Grounds, subject: [Finding.Key]
  ) -> (message: String, evidence: [Evidence]) {
    let support = grounds.support(explainer)
    // A row may be read through two relations, and says the same.
    let evidence = support.leaves.distinct.map { item($0) }.distinct
    return (messages.message(for: grounds, support: support, keys: subject), evidence)
  }

  private func item(_ leaf: ProofLeaf) -> Evidence {
    texts.value(leaf) {
      let text = explainer.text(of: leaf)
      return Evidence(
        fact: text.reason.map { "\(text.statement): \(say($0))" } ?? text.statement, path: text.origin?.path ?? "",
        line: text.origin?.line ?? 0, pointer: text.origin?.pointer ?? "", isHole: leaf.isHole)
    }
  }
}

extension Array where Element: Hashable {
  /// Each element once, in the order of the first.
  fileprivate var distinct: [Element] {
    // Few are compared sooner than they are hashed.
    if count > 24 {
      var seen: Set<Element> = []
      return filter { seen.insert($0).inserted }
    }
    var distinct: [Element] = []
    distinct.reserveCapacity(count)
    for element in self where !distinct.contains(element) { distinct.append(element) }
    return distinct
  }
}
