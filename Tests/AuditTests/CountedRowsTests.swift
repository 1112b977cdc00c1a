import PolicyEngine
import Testing

/// Proofs of aggregates show what was counted (language.md, statement 12.3).
@Suite struct CountedRowsTests {
  private static func audit(_ clause: String, rows: [String]) throws -> SmallAudit {
    try SmallAudit(
      """
      relation src.unit(unit: unit)
      relation src.holds(unit: unit, person: person, right: text)
      policy src.counted {
        title "t" severity low
        for unit in src.unit(unit)
        fail "f" if \(clause)
        example "given" { src.unit(unit: "u") \(rows.joined(separator: " ")) expect pass unit: "u" }
      }
      """)
  }

  private static func person(_ number: Int, right: String = "r") -> String {
    #"src.holds(unit: "u", person: "p\#(number)", right: "\#(right)")"#
  }

  /// The aggregate of the first finding, and the lines of all facts of its evidence.
  private static func counted(_ audit: SmallAudit) throws -> (counted: Int, shown: Int, lines: [Int]) {
    var found: (counted: Int, shown: Int)?
    func visit(_ proof: Proof) {
      if case .aggregate(_, _, let counted, let shown) = proof.step { found = (counted, shown) }
      proof.premises.forEach(visit)
    }
    audit.auditor.proofs(ofFinding: 0).forEach(visit)
    let step = try #require(found)
    return (step.counted, step.shown, audit.result.findings.evidence(0..<1)[0].map(\.line))
  }

  /// Whether the counted variable is read elsewhere or not, all of it is shown; each value once, though two rows have it.
  @Test(arguments: [
    "count(person) { src.holds(unit, person) } > 3",
    #"count(person) { src.holds(unit, person, right: "r") } > 3"#,
    "n = count(person) { src.holds(unit, person), src.unit(unit) }, n > 3",
    "count(person) { src.holds(unit, person), not src.unit(unit: \"v\") } = 5",
  ])
  func anExactCountShowsAllThatWasCounted(_ clause: String) throws {
    let rows = (1...5).map { Self.person($0) } + [Self.person(1, right: "s")]
    let found = try Self.counted(Self.audit(clause, rows: rows))
    #expect(found.counted == 5 && found.shown == 5)
    #expect(Set(found.lines).isSuperset(of: [2, 3, 4, 5, 6]))
  }

  @Test func pastTwentyTheNumberIsSaid() throws {
    let found = try Self.counted(
      Self.audit("count(person) { src.holds(unit, person) } > 3", rows: (1...33).map { Self.person($0) }))
    #expect(found.counted == 33 && found.shown == 20)
    #expect(found.lines.filter { $0 > 1 } == Array(2...21))
  }

  /// Many rows of one value before the others do not hide them.
  @Test func manyRowsOfOneValueHideNoOther() throws {
    let rows = (0..<400).map { Self.person(1, right: "r\($0)") } + [Self.person(2), Self.person(3)]
    let found = try Self.counted(
      Self.audit("count(person) { src.holds(unit, person, right: r), r != \"x\" } > 2", rows: rows))
    #expect(found.counted == 3 && found.shown == 3)
    #expect(Set(found.lines).isSuperset(of: [2, 402, 403]))
  }

  /// What leaves a count open is shown beside what is certain.
  @Test func anOpenCountShowsWhatMayBeCounted() throws {
    let rows = (1...3).map { Self.person($0) } + [#"src.holds(unit: "u", person: _, right: "r")"#]
    let audit = try Self.audit("count(person) { src.holds(unit, person) } > 3", rows: rows)
    #expect(audit.findings.map(\.verdict) == [.unverified])
    let found = try Self.counted(audit)
    #expect(found.shown == 4 && Set(found.lines).isSuperset(of: [2, 3, 4, 5]))
  }
}
