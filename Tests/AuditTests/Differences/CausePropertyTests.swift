import Audit
import TestSupport
import Testing

/// Random pairs of worlds, held against what can be worked out without an engine.
@Suite struct CausePropertyTests {
  /// Facts of one world, as examples give them.
  private struct World {
    var facts: Set<String> = []
    var text: String { facts.sorted().joined(separator: " ") }

    init(_ facts: Set<String>) { self.facts = facts }

    init(_ random: inout SplitMix64) {
      let users = ["u1", "u2", "u3"]
      for user in users {
        if Bool.random(using: &random) { facts.insert(#"src.person(user: "\#(user)")"#) }
        if Int.random(in: 0..<3, using: &random) == 0 { facts.insert(#"src.ended(user: "\#(user)")"#) }
        if Bool.random(using: &random) {
          facts.insert(#"src.member(user: "\#(user)", group: "g\#(Int.random(in: 0..<2, using: &random))")"#)
        }
        for right in ["read", "write"] where Int.random(in: 0..<3, using: &random) == 0 {
          facts.insert(
            #"src.grant(user: "\#(user)", right: "\#(right)", place: "p\#(Int.random(in: 0..<2, using: &random))")"#)
        }
      }
      for group in ["g0", "g1"] where Bool.random(using: &random) {
        facts.insert(
          #"src.group_right(group: "\#(group)", right: "write", place: "p\#(Int.random(in: 0..<2, using: &random))")"#)
      }
    }

    /// The world in which the causes of something have come about, and nothing else.
    func after(_ causes: [FactChange], reversed: Bool) -> World {
      var world = self
      for cause in causes {
        let (gone, come) = reversed ? (cause.new, cause.old) : (cause.old, cause.new)
        if let gone { world.facts.remove(gone.fact) }
        if let come { world.facts.insert(come.fact) }
      }
      return world
    }
  }

  /// A cause is a fact that one side alone has; those of one right or finding are enough for it to come about, whatever else
  /// changed; and looked at from the other side, everything is the other way around.
  @Test(arguments: 0..<60) func causesAreEnough(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let old = World(&random)
    let new = World(&random)
    let worlds = try ComparedWorlds(old.text, new.text)
    let changed = old.facts.symmetricDifference(new.facts)
    for change in worlds.differences.rights {
      #expect(!change.causes.isEmpty)
      let isGain = change.kind.isGain
      let reached = isGain ? old.after(change.causes, reversed: false) : new.after(change.causes, reversed: true)
      // In the reached world nobody lacks it any longer: held against an empty one it is gained.
      let rights = try ComparedWorlds("", reached.text).differences.rights
      #expect(
        rights.contains { Self.key($0.right) == Self.key(change.right) },
        "\(change.kind) \(Self.key(change.right)) by \(change.causes.map(ComparedWorlds.text))")
    }
    for change in worlds.differences.findings {
      #expect(!change.causes.isEmpty)
      let reached =
        change.kind == .new ? old.after(change.causes, reversed: false) : new.after(change.causes, reversed: true)
      let found = try ComparedWorlds("", reached.text).differences.findings
      #expect(found.contains { $0.finding.fingerprint == change.finding.fingerprint })
    }
    for cause in (worlds.differences.rights.flatMap(\.causes) + worlds.differences.findings.flatMap(\.causes)) {
      for fact in [cause.old, cause.new].compactMap({ $0?.fact }) { #expect(changed.contains(fact)) }
    }
    #expect(
      Set((worlds.differences.facts ?? []).flatMap { [$0.old?.fact, $0.new?.fact].compactMap { $0 } }) == changed)
    try expectMirrored(worlds, try ComparedWorlds(new.text, old.text))
  }

  private func expectMirrored(_ one: ComparedWorlds, _ other: ComparedWorlds) throws {
    let mirrored: [RightChange.Kind: RightChange.Kind] = [
      .gained: .lost, .lost: .gained, .gainedIndirectly: .lostIndirectly, .lostIndirectly: .gainedIndirectly,
    ]
    #expect(
      Set(one.differences.rights.map { "\(mirrored[$0.kind]!) \(Self.key($0.right))" })
        == Set(other.differences.rights.map { "\($0.kind) \(Self.key($0.right))" }))
    let findings: [FindingChange.Kind: FindingChange.Kind] = [.new: .fixed, .fixed: .new]
    #expect(
      Set(one.differences.findings.map { "\(findings[$0.kind]!) \($0.finding.fingerprint)" })
        == Set(other.differences.findings.map { "\($0.kind) \($0.finding.fingerprint)" }))
  }

  private static func key(_ right: HeldRight) -> [String] { [right.holder, right.right, right.place] }
}
