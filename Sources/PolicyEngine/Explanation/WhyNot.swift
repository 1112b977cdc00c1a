import FactStore
import Localization

/// Explains why rules do not hold for a subject: per rule, the longest written prefix that one binding satisfies.
package struct WhyNot {
  private let engine: Engine
  package init(_ engine: Engine) { self.engine = engine }

  /// One entry per rule of a policy clause's relation.
  /// - Parameter subject: codes of the subject keys, which are the relation's first columns; `*` where not given.
  package func explain(_ id: RelationID, subject: [UInt32]) -> [NearMiss] {
    (engine.program.rules[id] ?? []).compactMap { rule in
      var headless = rule
      headless.headTerms = Array(rule.headTerms[..<subject.count])
      let given = rule.registers.binding(headless.headTerms, to: subject) ?? [:]
      return nearMiss(headless, bound: given.filter { $0.value != ValueCode.any })
    }
  }

  private func nearMiss(_ rule: LoweredRule, bound: [Int: UInt32]) -> NearMiss {
    let place = engine.place(of: rule.span)
    for length in stride(from: rule.literals.count, through: 0, by: -1) {
      var found: Derivation?
      engine.solve(rule.prefix(length, head: []), bound: bound, certainly: true, limit: 1, isPrefix: true) {
        found = $0
      }
      guard let found else { continue }
      var budget = ProofBudget()
      let explainer = Explainer(engine)
      let satisfied = explainer.premises(of: found, budget: &budget).map(explainer.proof)
      guard length < rule.literals.count else {
        return NearMiss(
          rule: rule.text, place: place, satisfied: satisfied, missing: nil, help: Phrase("every literal holds"))
      }
      let literal = rule.literals[length]
      let values = Set([literal].variables(deep: true).map(\.text)).sorted().compactMap { name -> String? in
        guard let text = engine.text(ofVariable: name, in: found), text != "*" else { return nil }
        return "\(name) = \(text)"
      }
      let shown = Printer.text(of: literal) + (values.isEmpty ? "" : "  [\(values.joined(separator: ", "))]")
      return NearMiss(
        rule: rule.text, place: place, satisfied: satisfied, missing: shown,
        help: help(for: literal, rule, length, bound))
    }
    return NearMiss(rule: rule.text, place: place, satisfied: [], missing: rule.text, help: "")
  }

  /// Whether the literal fails in every world, or only cannot be proved.
  private func help(for literal: Literal, _ rule: LoweredRule, _ length: Int, _ bound: [Int: UInt32]) -> Phrase {
    var isOpen = false
    engine.solve(rule.prefix(length + 1, head: []), bound: bound, certainly: false, limit: 1, isPrefix: true) { _ in
      isOpen = true
    }
    guard isOpen else { return Phrase("no fact fits, and the data are complete enough to say so") }
    return Phrase("it may hold: the data do not decide it")
  }
}
