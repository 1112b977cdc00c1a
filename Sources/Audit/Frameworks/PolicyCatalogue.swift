import PolicyEngine

/// The policies that there are, with the controls that each names: what the controls of a framework are matched with.
package struct PolicyCatalogue: Sendable {
  /// By id, each once.
  package let policies: [String]
  private let byControl: [String: [String]]
  private let known: [String: [String]]

  /// - Parameter policies: ids with the controls that they name, in any order; the first of each id counts.
  package init(_ policies: [(id: String, controls: [String])]) {
    known = Dictionary(policies.map { ($0.id, $0.controls) }) { first, _ in first }
    self.policies = known.keys.sorted()
    var byControl: [String: [String]] = [:]
    for policy in self.policies {
      for control in known[policy] ?? [] { byControl[control, default: []].append(policy) }
    }
    self.byControl = byControl
  }

  /// The same with further policies.
  package func adding(_ more: [PolicyDeclaration]) -> PolicyCatalogue {
    PolicyCatalogue(known.map { ($0, $1) } + more.map { ($0.id.text, $0.controls) })
  }

  package init(_ policies: [PolicyDeclaration]) { self.init(policies.map { ($0.id.text, $0.controls) }) }

  /// Every policy of a result's run, also those of packs that were not asked.
  package init(_ result: AuditResult) {
    self.init(
      result.policies.map { ($0.id, $0.controls) } + result.scope.notAsked.map { ($0.policy, $0.controls) })
  }

  /// The controls that policies name, sorted.
  package var controls: [String] { byControl.keys.sorted() }

  package func contains(_ policy: String) -> Bool { known[policy] != nil }

  /// Whether a policy names the control.
  package func names(_ control: String) -> Bool { byControl[control] != nil }

  /// The policies that a reference stands for: those whose ids begin so for `kitos.*`, else the one of that id.
  package func policies(of reference: String) -> [String] {
    guard reference.hasSuffix("*") else { return known[reference] != nil ? [reference] : [] }
    let beginning = reference.dropLast()
    return policies.filter { $0.hasPrefix(beginning) }
  }

  /// The policies that bear on a control, by id: those that name it or one that it is met through, and those that it names, also
  /// where there is no such policy here. Linear in the policies for each beginning of ids, else in what is found.
  package func bearing(on control: Framework.Control, of framework: Framework) -> [String] {
    let names = control.through.map(\.text) + [framework.name(of: control)].compactMap { $0 }
    var found = Set(names.flatMap { byControl[$0] ?? [] })
    for reference in control.policies {
      if reference.text.hasSuffix("*") {
        found.formUnion(policies(of: reference.text))
      } else {
        found.insert(reference.text)
      }
    }
    return found.sorted()
  }
}
