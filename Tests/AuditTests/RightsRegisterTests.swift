import Audit
import Testing

/// What relations that begin with `right.` derive is the register of rights.
struct RightsRegisterTests {
  private static let rules = """
    entity src.user  entity src.place
    relation src.list(user: src.user, name: text) source
    relation src.grant(user: src.user, right: text, place: src.place) source
    relation src.root(user: src.user) source
    relation right.src(holder: src.user, right: text, place: src.place)
    right.src(holder: user, right: right, place) if src.grant(user, right: right, place)
    relation right.src_everywhere(holder: src.user, right: text)
    right.src_everywhere(holder: user, right: "root") if src.root(user)
    relation right.src_count(right: text)
    right.src_count(right: right) if src.grant(right: right)
    relation right.other(holder: src.user, right: text)
    right.other(holder: user, right: "x") if src.root(user)
    policy src.some {
      title en "t"  severity low  why en "w"  fix en "f"  basis ours "b"
      for user in src.root(user)
      fail en "f" if src.grant(user)
      example "e" { GIVEN }
    }
    """

  private func register(_ given: String, isAsked: Bool = true) throws -> RightsRegister {
    var setting = SmallAudit.Setting()
    setting.listsRights = isAsked
    return try SmallAudit(Self.rules.replacing("GIVEN", with: given), setting).result.rights
  }

  @Test func holdsWhoHasWhatAndWhere() throws {
    let rights = try register(
      """
      src.grant(user: "u2", right: "admin", place: "p1")
      src.list(user: "u2", name: "Kari")
      src.grant(user: "u1", right: "admin", place: "p1")
      src.root(user: "u1")
      """)
    #expect(rights.open.isEmpty)
    #expect(
      rights.rights.map { "\($0.system) \($0.holder) \($0.name) \($0.right) \($0.place) \($0.places)" } == [
        "src u2 Kari admin p1 [\"export.txt:1\"]", "src u1  admin p1 [\"export.txt:3\"]",
        "src u1  root  [\"export.txt:4\"]",
      ])
    #expect(rights.rights.allSatisfy { $0.isCertain })
  }

  /// A right of somebody that may exist is listed as possible; that there may be others of anybody is said once.
  @Test func saysWhatIsOpen() throws {
    let rights = try register(
      """
      src.grant(user: "u1", right: "admin", place: _)
      partial src.root
      """)
    #expect(rights.open == ["src"])
    #expect(rights.rights.map(\.isCertain) == [false])
    #expect(rights.rights.map(\.place) == ["*"] && rights.rights[0].places == ["export.txt:1"])
  }

  /// Its rules are nothing to an audit whose outputs do not have it.
  @Test func isEmptyWhereNobodyAsks() throws {
    let rights = try register(
      "src.grant(user: \"u1\", right: \"admin\", place: \"p1\")  partial src.root", isAsked: false)
    #expect(rights.rights.isEmpty && rights.open.isEmpty)
  }

  @Test func asksNothingOfSystemsThatAreNotThere() throws {
    let rights = try register("src.root(user: \"u1\")")
    #expect(rights.rights.map(\.system) == ["src"], "right.other is of a system of which nothing was loaded")
  }

  /// Without an order that was chosen, two runs differ.
  @Test func tenThousandComeInOrder() throws {
    let grants = (0..<10_000).map { "src.grant(user: \"u\(($0 * 7_919) % 10_000)\", right: \"r\", place: \"p\")" }
    let rights = try register(grants.joined(separator: "\n")).rights
    #expect(rights.count == 10_000)
    #expect(rights.map(\.holder) == rights.map(\.holder).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(rights.allSatisfy { $0.places.count == 1 })
  }
}
