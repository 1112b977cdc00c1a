import PolicyEngine
import Testing

/// A hole of the population that a wider one covers is no finding of its own (language.md, statement 6.5).
@Suite struct PopulationHoleTests {
  private static func audit(_ given: String, rules: String) throws -> SmallAudit {
    try SmallAudit(
      """
      relation src.one(member: member, unit: text)
      relation src.two(member: member, unit: text)
      relation my.member(member: member, unit: text)
      \(rules)
      policy src.members {
        title "t" severity low
        for member, unit in my.member(member, unit)
        fail "f" if unit = "none"
        example "given" { \(given) expect pass member: "a" }
      }
      """)
  }

  /// Narrow first, wide first, and rules in either order: the findings are the same.
  @Test(arguments: [1, 3, 80, 200]) func theOrderOfDerivationDoesNotShow(_ narrow: Int) throws {
    let holes = (0..<narrow).map { #"src.one(member: _, unit: "u\#($0)")"# }
    let certain = #"src.one(member: "a", unit: "u0")"#
    let wide = #"partial src.two"#
    let rules = [
      "my.member(member, unit) if src.one(member, unit)", "my.member(member, unit) if src.two(member, unit)",
    ]
    for given in [[certain] + holes + [wide], [wide] + holes.reversed() + [certain]] {
      for rules in [rules, rules.reversed()] {
        let audit = try Self.audit(given.joined(separator: " "), rules: rules.joined(separator: "\n"))
        #expect(audit.findings.map { $0.subject.map(\.value) } == [["*", "*"]])
        #expect(audit.result.policies.map(\.populationHoles) == [1])
      }
    }
  }

  /// A possible member is no finding beside a wider hole; holes of which none covers the other are one each.
  @Test func onlyWhatNoOtherCoversIsAFinding() throws {
    let rules = "my.member(member, unit) if src.one(member, unit: unit), not src.two(member, unit: unit)"
    let given = #"""
      src.one(member: "a", unit: "u") src.one(member: "b", unit: "u") src.two(member: _, unit: "u")
      src.one(member: "c", unit: _) src.one(member: "c", unit: "v") src.two(member: "c", unit: _)
      """#
    let audit = try Self.audit(given, rules: rules)
    #expect(audit.findings.map { $0.subject.map(\.value) } == [["a", "u"], ["b", "u"], ["c", "*"]])
  }
}
