import FactStore
import PolicyEngine
import TestSupport
import Testing

/// Comparisons and arithmetic at the ends of the range: exact where there is a number, open where there is none.
@Suite struct NumberTests {
  static let numbers: [Int64] = [.min, .min + 1, -(1 << 31), -2, -1, 0, 1, 2, 1 << 31, 1 << 32, .max - 1, .max]

  private static func trial(_ columns: [ColumnSchema], _ rows: [[Value]], _ rules: String) throws -> Trial {
    var program = RandomProgram(seed: 0)
    program.schemas = [RelationSchema("s.pair", doc: "", columns: columns)]
    program.items = Parser.parse([SourceText(path: "numbers.policy", text: rules)]).0.items
    program.inputs = [.covered("s.pair")]
    for row in rows {
      let cells = zip(columns, row).map { ($0.name, FactWriter.Cell.value($1)) }
      program.inputs.append(.record("s.pair", Dictionary(uniqueKeysWithValues: cells)))
    }
    return try Trial(program)
  }

  private static let pairs = numbers.flatMap { a in numbers.map { [Value.int(a), .int($0)] } }
  private static let columns = [ColumnSchema("a", .int), ColumnSchema("b", .int)]

  @Test(arguments: Comparison.allCases) func comparisons(_ comparison: Comparison) throws {
    let rules = "relation d.x(a: int, b: int) d.x(a: a, b: b) if s.pair(a: a, b: b), a \(comparison.rawValue) b"
    let trial = try Self.trial(Self.columns, Self.pairs, rules)
    let expected = Self.pairs.filter { pair in
      guard case .int(let a) = pair[0], case .int(let b) = pair[1] else { return false }
      return IntervalTests.holds(a, comparison, b)
    }
    #expect(trial.engine.certain("d.x") == expected)
    #expect(trial.engine.possible("d.x").isEmpty)
  }

  /// A result past 64 bits is not known: possible, and never certain. The ends of the range are results like others.
  @Test(arguments: [Arithmetic.plus, .minus, .times]) func arithmetic(_ operation: Arithmetic) throws {
    let rules = """
      relation d.x(a: int, b: int, c: int)
      d.x(a: a, b: b, c: a \(operation.rawValue) b) if s.pair(a: a, b: b)
      """
    let trial = try Self.trial(Self.columns, Self.pairs, rules)
    var certain: Set<[Value]> = []
    var open: Set<[Value?]> = []
    for pair in Self.pairs {
      guard case .int(let a) = pair[0], case .int(let b) = pair[1] else { continue }
      let (result, overflow) =
        switch operation {
        case .plus: a.addingReportingOverflow(b)
        case .minus: a.subtractingReportingOverflow(b)
        case .times: a.multipliedReportingOverflow(by: b)
        }
      if overflow {
        open.insert([.int(a), .int(b), nil])
      } else {
        certain.insert([.int(a), .int(b), .int(result)])
      }
    }
    #expect(certain.symmetricDifference(trial.engine.certain("d.x")) == [])
    #expect(open.symmetricDifference(trial.engine.possible("d.x")) == [])
  }

  @Test func daysPastTheCalendar() throws {
    let columns = [ColumnSchema("a", .date), ColumnSchema("b", .int)]
    let last = CalendarDate(year: 9999, month: 12, day: 31)!
    let first = CalendarDate(year: 1, month: 1, day: 1)!
    let rows: [[Value]] = [
      [.date(last), .int(0)], [.date(last), .int(1)], [.date(first), .int(-1)], [.date(first), .int(1)],
      [.date(first), .int(.max - 1)],
    ]
    let rules = "relation d.x(a: date, b: int, c: date) d.x(a: a, b: b, c: a + b) if s.pair(a: a, b: b)"
    let trial = try Self.trial(columns, rows, rules)
    #expect(
      trial.engine.certain("d.x") == [
        [.date(last), .int(0), .date(last)], [.date(first), .int(1), .date(CalendarDate(days: first.days + 1))],
      ])
    #expect(trial.engine.possible("d.x").map { $0[2] } == [nil, nil, nil])
  }

  // MARK: aggregates

  /// A program over `s.n(key, number)`; `unknown` numbers are holes of their key.
  private static func aggregates(_ rows: [(String, Int64?)], _ test: String) throws -> (Set<String>, Set<String>) {
    var program = RandomProgram(seed: 0)
    program.schemas = [
      RelationSchema("s.k", doc: "", columns: [ColumnSchema("key", .text)]),
      RelationSchema("s.n", doc: "", columns: [ColumnSchema("key", .text), ColumnSchema("number", .int)]),
    ]
    let rules = "relation d.x(key: text) d.x(key: k) if s.k(key: k), \(test)"
    program.items = Parser.parse([SourceText(path: "numbers.policy", text: rules)]).0.items
    program.inputs = [.covered("s.n"), .covered("s.k")]
    for key in Set(rows.map(\.0)).sorted() { program.inputs.append(.record("s.k", ["key": .value(.text(key))])) }
    for (key, number) in rows {
      program.inputs.append(
        number.map { .record("s.n", ["key": .value(.text(key)), "number": .value(.int($0))]) }
          ?? .hole("s.n", ["key": .text(key)]))
    }
    let engine = try Trial(program).engine
    func names(_ rows: [[Value?]]) -> Set<String> {
      Set(rows.compactMap { if case .text(let name)? = $0[0] { name } else { nil } })
    }
    return (names(engine.certain("d.x").map { $0.map(Optional.some) }), names(engine.possible("d.x")))
  }

  /// `ends` have the ends of the range, `both` great parts whose total fits, `past` a total that does not, `open` an
  /// unknown number beside the greatest.
  private static let parts: [(String, Int64?)] = [
    ("ends", .max), ("ends", .min), ("both", .max), ("both", .max - 1), ("both", .min), ("both", .min + 1),
    ("past", .max), ("past", 1), ("open", .max), ("open", nil), ("least", .min),
  ]

  @Test(arguments: [
    ("sum(v) { s.n(key: k, number: v) } = -1", "ends", "past open"),
    ("sum(v) { s.n(key: k, number: v) } > 0", "", "past open"),
    ("sum(v) { s.n(key: k, number: v) } = -2", "both", "past open"),
    ("sum(v) { s.n(key: k, number: v) } <= -9223372036854775807", "least", "past open"),
    ("max(v) { s.n(key: k, number: v) } = 9223372036854775807", "ends both past", "open"),
    ("max(v) { s.n(key: k, number: v) } >= 9223372036854775807", "ends both past open", ""),
    ("max(v) { s.n(key: k, number: v) } < 0", "least", ""),
    ("min(v) { s.n(key: k, number: v) } < -9223372036854775807", "ends both least", "open"),
    ("min(v) { s.n(key: k, number: v) } - 1 < 0", "", "ends both open least"),
    ("count(v) { s.n(key: k, number: v) } * 4611686018427387904 > 10", "least", "ends both past open"),
    ("count(v) { s.n(key: k, number: v) } * 4611686018427387904 < 10", "", "ends both past open"),
    ("t = count(v) { s.n(key: k, number: v) }, t * 4611686018427387904 * 4 = 0", "", "ends both past open least"),
    ("not { sum(v) { s.n(key: k, number: v) } > 0 }", "ends both least", "past open"),
    ("count(v) { s.n(key: k, number: v), v + 1 > 0 } >= 1", "both past", "ends open"),
    ("not { s.n(key: k, number: v), v - 1 < 0 }", "past", "ends least open"),
  ])
  func aggregatesAtTheEnds(_ test: String, _ certain: String, _ possible: String) throws {
    let found = try Self.aggregates(Self.parts, test)
    #expect(found.0 == Set(certain.split(separator: " ").map(String.init)), "certain: \(test)")
    #expect(found.1 == Set(possible.split(separator: " ").map(String.init)), "possible: \(test)")
  }
}
