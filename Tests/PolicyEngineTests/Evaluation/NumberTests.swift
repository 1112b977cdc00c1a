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

  /// A result past 64 bits is not known: possible, and never certain. The two numbers that stand for infinity count as past.
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
      // What is taken away is turned round first, so the second smallest number becomes the largest.
      let largest: Set<Int64> = [.min, .max]
      let isTurnedIntoOne = operation == .minus && b == .min + 1
      let isZero = operation == .times && (a == 0 || b == 0)
      let hasEnd = largest.contains(a) || largest.contains(b) || isTurnedIntoOne
      if overflow || largest.contains(result) || (!isZero && hasEnd) {
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
}
