import Testing

@testable import XACML

/// The combining algorithms, against tables written down from appendix C: children as letters, the decision as a text.
/// P permit, D deny, N not applicable, d and p and x indeterminate of deny, of permit, of either.
struct CombiningTests {
  static let decisions: [Character: Decision] = [
    "P": .permit, "D": .deny, "N": .notApplicable, "d": .indeterminate(.deny), "p": .indeterminate(.permit),
    "x": .indeterminate(.either),
  ]

  static let rows: [(CombiningAlgorithm, String, String)] = [
    (.denyOverrides, "", "N"), (.denyOverrides, "N", "N"), (.denyOverrides, "PN", "P"), (.denyOverrides, "PD", "D"),
    (.denyOverrides, "xD", "D"), (.denyOverrides, "x", "x"), (.denyOverrides, "Px", "x"), (.denyOverrides, "d", "d"),
    (.denyOverrides, "dp", "x"), (.denyOverrides, "dP", "x"), (.denyOverrides, "pP", "P"), (.denyOverrides, "p", "p"),
    (.denyOverrides, "pN", "p"), (.orderedDenyOverrides, "dPD", "D"), (.orderedDenyOverrides, "pP", "P"),
    (.permitOverrides, "", "N"), (.permitOverrides, "DP", "P"), (.permitOverrides, "D", "D"),
    (.permitOverrides, "p", "p"), (.permitOverrides, "pd", "x"), (.permitOverrides, "pD", "x"),
    (.permitOverrides, "dD", "D"), (.permitOverrides, "d", "d"), (.permitOverrides, "xP", "P"),
    (.orderedPermitOverrides, "pD", "x"), (.denyUnlessPermit, "", "D"), (.denyUnlessPermit, "x", "D"),
    (.denyUnlessPermit, "DP", "P"), (.permitUnlessDeny, "", "P"), (.permitUnlessDeny, "xd", "P"),
    (.permitUnlessDeny, "PD", "D"), (.firstApplicable, "NDP", "D"), (.firstApplicable, "NpD", "p"),
    (.firstApplicable, "NN", "N"),
  ]

  /// Those of version 1.0, of rules and of policies.
  static let earlier: [(CombiningAlgorithm, String, rules: String, policies: String)] = [
    (.earlierDenyOverrides, "PD", "D", "D"), (.earlierDenyOverrides, "d", "d", "D"),
    (.earlierDenyOverrides, "pP", "P", "D"), (.earlierDenyOverrides, "dP", "x", "D"),
    (.earlierDenyOverrides, "p", "p", "D"), (.earlierDenyOverrides, "N", "N", "N"),
    (.earlierPermitOverrides, "DP", "P", "P"), (.earlierPermitOverrides, "pD", "x", "D"),
    (.earlierPermitOverrides, "dD", "D", "D"), (.earlierPermitOverrides, "p", "p", "x"),
    (.earlierPermitOverrides, "d", "d", "x"), (.earlierPermitOverrides, "N", "N", "N"),
  ]

  private func combined(_ algorithm: CombiningAlgorithm, _ children: String, isOfPolicies: Bool) -> Decision {
    var combination = Combination(algorithm)
    for child in children {
      let decision = Self.decisions[child]!
      let failure: Failure? = if case .indeterminate = decision { .processing("\(child)") } else { nil }
      if !combination.take(Verdict(decision: decision, failure: failure)) { break }
    }
    return combination.result(isOfPolicies: isOfPolicies).decision
  }

  @Test func tables() {
    for (algorithm, children, expected) in Self.rows {
      for isOfPolicies in [false, true] {
        let decision = combined(algorithm, children, isOfPolicies: isOfPolicies)
        #expect(decision == Self.decisions[Character(expected)]!, "\(algorithm.name) of \(children)")
      }
    }
    for (algorithm, children, rules, policies) in Self.earlier {
      #expect(
        combined(algorithm, children, isOfPolicies: false) == Self.decisions[Character(rules)]!,
        "\(algorithm.name) of rules \(children)")
      #expect(
        combined(algorithm, children, isOfPolicies: true) == Self.decisions[Character(policies)]!,
        "\(algorithm.name) of policies \(children)")
    }
  }

  /// What does not depend on order gives the same for every order, and the ordered forms the same as the others.
  @Test func orderDoesNotMatter() {
    let letters = Array("PDNdpx")
    for a in letters {
      for b in letters {
        for c in letters {
          let one = String([a, b, c])
          let other = String([c, a, b])
          for algorithm in [
            CombiningAlgorithm.denyOverrides, .permitOverrides, .denyUnlessPermit, .permitUnlessDeny,
          ] {
            #expect(
              combined(algorithm, one, isOfPolicies: true) == combined(algorithm, other, isOfPolicies: true),
              "\(algorithm.name) of \(one)")
          }
          #expect(
            combined(.denyOverrides, one, isOfPolicies: true)
              == combined(.orderedDenyOverrides, one, isOfPolicies: true))
          #expect(
            combined(.permitOverrides, one, isOfPolicies: true)
              == combined(.orderedPermitOverrides, one, isOfPolicies: true))
        }
      }
    }
  }

  /// Only what said the same as the decision hands its obligations on.
  @Test func obligations() {
    func duty(_ id: String) -> Obligation { Obligation(id: id, assignments: []) }
    var combination = Combination(.denyOverrides)
    _ = combination.take(Verdict(decision: .permit, obligations: [duty("p1")], advice: [duty("a1")]))
    _ = combination.take(Verdict(decision: .permit, obligations: [duty("p2")]))
    #expect(combination.result(isOfPolicies: true).obligations.map(\.id) == ["p1", "p2"])
    _ = combination.take(Verdict(decision: .deny, obligations: [duty("d1")]))
    let result = combination.result(isOfPolicies: true)
    #expect(result.decision == .deny && result.obligations.map(\.id) == ["d1"] && result.advice.isEmpty)
  }
}
