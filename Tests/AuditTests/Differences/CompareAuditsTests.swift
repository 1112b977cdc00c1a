import Audit
import Testing

/// Rights and findings that one side alone has, and the changed facts that they are told to come from.
@Suite struct CompareAuditsTests {
  private static let grant = #"src.grant(user: "u1", right: "write", place: "a") "#
  private static let person = #"src.person(user: "u1") "#
  private static let known = grant + person
  private static let member = #"src.member(user: "u1", group: "g") "#
  private static let groupRight = #"src.group_right(group: "g", right: "write", place: "b") "#
  private static let ended = #"src.ended(user: "u1") "#

  @Test func whatIsTheSameDoesNotDiffer() throws {
    #expect(try ComparedWorlds(Self.grant + Self.person, Self.person + Self.grant).differences.isEmpty)
  }

  @Test func aGrantIsGained() throws {
    let worlds = try ComparedWorlds(Self.person, Self.known)
    #expect(
      worlds.rights == ["gained u1 write a": [#"+ src.grant(user: "u1", right: "write", place: "a")"#]])
    #expect(worlds.findings.isEmpty)
  }

  @Test func whoJoinsAGroupGainsIndirectly() throws {
    let worlds = try ComparedWorlds(Self.known + Self.groupRight, Self.known + Self.groupRight + Self.member)
    #expect(worlds.rights == ["gained-indirectly u1 write b": [#"+ src.member(user: "u1", group: "g")"#]])
  }

  @Test func aGroupThatMayElseChangesItsMembers() throws {
    let before = Self.known + Self.member + Self.groupRight
    let worlds = try ComparedWorlds(before, before.replacing(#""write", place: "b""#, with: #""read", place: "b""#))
    let cause = [#"~ src.group_right(group: "g", right: "read", place: "b") was right: "write""#]
    #expect(worlds.rights == ["gained-indirectly u1 read b": cause, "lost-indirectly u1 write b": cause])
  }

  @Test func anEndThatIsGoneIsACause() throws {
    let worlds = try ComparedWorlds(Self.known + Self.ended, Self.known)
    #expect(worlds.rights == ["gained-indirectly u1 write a": [#"- src.ended(user: "u1")"#]])
    let other = try ComparedWorlds(Self.known, Self.known + Self.ended)
    #expect(other.rights == ["lost-indirectly u1 write a": [#"+ src.ended(user: "u1")"#]])
  }

  @Test func whatIsNoLongerShownIsNotLost() throws {
    let worlds = try ComparedWorlds(Self.known, Self.person + "partial src.grant ")
    #expect(Array(worlds.rights.keys) == ["uncertain-now u1 write a"])
    let other = try ComparedWorlds(Self.person + "partial src.grant ", Self.known)
    #expect(Array(other.rights.keys) == ["certain-now u1 write a"])
  }

  @Test func aFindingHasTheFactThatIsMissing() throws {
    let worlds = try ComparedWorlds(Self.known, Self.grant)
    #expect(worlds.findings == ["new u1": [#"- src.person(user: "u1")"#]] && worlds.rights.isEmpty)
    let other = try ComparedWorlds(Self.grant, Self.known)
    #expect(other.findings == ["fixed u1": [#"+ src.person(user: "u1")"#]])
  }

  @Test func aFailThatCannotBeShownIsNotFixed() throws {
    let worlds = try ComparedWorlds(Self.grant, Self.grant + "partial src.person ")
    #expect(Array(worlds.findings.keys) == ["unverified-now u1"])
    #expect(worlds.findings.values.first?.count == 1, "the hole")
    let other = try ComparedWorlds(Self.grant + "partial src.person ", Self.grant)
    #expect(Array(other.findings.keys) == ["fails-now u1"])
  }

  @Test func factsFromWhichNothingFollowsAreTold() throws {
    let worlds = try ComparedWorlds(
      Self.known + #"src.remark(user: "u1", text: "a")"#, Self.known + #"src.remark(user: "u1", text: "b")"#)
    #expect(worlds.rights.isEmpty && worlds.findings.isEmpty && !worlds.differences.isEmpty)
    #expect(
      worlds.differences.facts?.map(ComparedWorlds.text) == [
        #"~ src.remark(user: "u1", text: "b") was text: "a""#
      ])
  }
}
