import FactStore
import Formats
import TestSupport
import Testing

@testable import ImportCore

/// Ids in exports are what their bytes are: two that merely look alike are two, in every document.
struct ExactIdentityTests {
  private static let composed = "m\u{E5}l"
  private static let decomposed = "ma\u{30A}l"

  /// The rows of a relation, each as its texts: a set of `String` would make one of two that look alike.
  private func rows(_ loaded: LoadedSources, _ relation: String) -> [[Value]] {
    let source = loaded.store[relation]!
    return (0..<source.facts.count).map { row in
      zip(source.columns, source.facts.row(row)).map { loaded.store.symbols.decode($1, as: $0.type) }
    }
  }

  /// One left, the other is employed: neither lends the other its end.
  @Test func employeesStayTwo() throws {
    let text = """
      id,name,email,unit,start,end
      \(Self.composed),A,a@k.example,Øst,2020-01-01,2026-01-31
      \(Self.decomposed),B,b@k.example,Vest,2020-01-01,

      """
    let loaded = try LoadingFolder.load(["employees.csv": text])
    #expect(loaded.isComplete)
    let employments = rows(loaded, "employees.employment").map { $0[0] }
    #expect(
      Set(employments) == [.text("\(Self.composed)/from 2020-01-01"), .text("\(Self.decomposed)/from 2020-01-01")],
      "no second employment of one of them")
    for relation in ["employees.employment", "employees.employment?end", "employees.employment?unit"] {
      #expect(loaded.store[relation]!.holes.isEmpty, "they contradict each other nowhere")
    }
    let ends = rows(loaded, "employees.employment?end")
    #expect(ends.count == 1 && ends[0][0] == .text("\(Self.composed)/from 2020-01-01"))
  }

  /// Two policies of resources that look alike contradict each other as little as those of any two.
  @Test func policiesStayTwo() throws {
    func policy(_ resource: String, _ who: String) -> String {
      PolicyTests.policy(
        """
        <Rule RuleId="r" Effect="Permit"><Target><AnyOf><AllOf>\
        \(PolicyTests.match(PolicyTests.subject, "urn:altinn:rolecode", who))\
        \(PolicyTests.match(PolicyTests.resource, "urn:altinn:resource", resource))</AllOf></AnyOf></Target></Rule>
        """)
    }
    let loaded = try LoadingFolder.load([
      "a.xml": policy(Self.composed, "dagl"), "b.xml": policy(Self.decomposed, "priv"),
    ])
    #expect(loaded.isComplete && loaded.holes("altinn.policy_grants").isEmpty)
    let grants = rows(loaded, "altinn.policy_grants")
    for (resource, who) in [(Self.composed, "dagl"), (Self.decomposed, "priv")] {
      #expect(grants.filter { $0[1] == .text(resource) }.map { $0[4] } == [.text(who)])
    }
  }

  /// Ten thousand pairs: keys are one exactly where the bytes are.
  @Test func keysGoByBytes() throws {
    var random = SplitMix64(seed: 21)
    for _ in 0..<10_000 {
      let (one, other) = Spellings.pair(&random)
      let isSame = Spellings.areSame(one, other)
      #expect(Set([ExactText(one), ExactText(other)]).count == (isSame ? 1 : 2))
      #expect(one.isExactly(other) == isSame)
      #expect((ExactText(one) < ExactText(other) || ExactText(other) < ExactText(one)) != isSame)
      #expect(Set([Value.text(one), .text(other)]).count == (isSame ? 1 : 2))
      #expect((FactWriter.Cell.value(.text(one)) == .value(.text(other))) == isSame)
      for make in [PartyKey.named, PartyKey.user, PartyKey.party, PartyKey.uuid] {
        #expect(Set([make(one), make(other)]).count == (isSame ? 1 : 2))
      }
      #expect(PartyKey.named(one) != PartyKey.user(one))
      var survey = Survey()
      survey.note("r", key: one, cells: [.value(.int(1))])
      survey.note("r", key: other, cells: [.value(.int(2))])
      #expect(survey.isDisputed("r", key: one, 0) == isSame)
    }
  }

  /// Addresses, and names that people write, are the exception: their normal form is one spelling.
  @Test func addressesAndNamesHaveOneSpelling() throws {
    let addresses = ["p\u{E5}l@k.example", "pa\u{30A}l@k.example"].compactMap(NormalForm.email.normalise)
    #expect(addresses.count == 2 && addresses[0].isExactly(addresses[1]))
    #expect(UnicodeText.folded(Self.composed).isExactly(UnicodeText.folded(Self.decomposed)))
  }
}
