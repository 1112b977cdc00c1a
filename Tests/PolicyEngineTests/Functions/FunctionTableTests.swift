import FactStore
import Testing

@testable import PolicyEngine

/// Goes over the tables of functions and aggregates, so that an entry that is added is checked as the others are.
@Suite struct FunctionTableTests {
  private static let columns: [ColumnSchema] = [
    ColumnSchema("t", .text), ColumnSchema("e", .normal(.email)), ColumnSchema("n", .int), ColumnSchema("f", .bool),
    ColumnSchema("d", .date), ColumnSchema("i", .time), ColumnSchema("u", .entity("s.user")),
  ]

  /// What the checks say of a rule over a row of one column of each type.
  private static func check(_ rule: String) -> [Diagnostic] {
    let (program, problems) = Parser.parse([SourceText(path: "table.policy", text: rule)])
    let schemas = SchemaSet([RelationSchema("s.row", doc: "", columns: columns)])
    return problems + Checker.check(program, schemas: schemas).diagnostics
  }

  /// What they say of a call, with a result of a type.
  private static func check(_ function: Function, _ arguments: [String], as type: ValueType) -> [Diagnostic] {
    let used = columns.map(\.name).filter(arguments.contains).joined(separator: ", ")
    let call = "\(function.rawValue)(\(arguments.joined(separator: ", ")))"
    return check("relation d.x(r: \(type.name)) d.x(r: r) if s.row(\(used)), r = \(call)")
  }

  // MARK: Functions

  private static func argument(_ parameter: Function.Parameter) -> String {
    switch parameter {
    case .textLike: "t"
    case .email: "e"
    case .identity: "u"
    case .text, .pattern: "\"a\""
    }
  }

  @Test(arguments: Function.allCases) func aFunctionTakesAndGivesWhatTheTableSays(_ function: Function) {
    let definition = function.definition
    let arguments = definition.parameters.map(Self.argument)
    #expect(Self.check(function, arguments, as: function.result).isEmpty)
    #expect(definition.usage.hasPrefix("\(function.rawValue)("))
    #expect(definition.usage.split(separator: ",").count == definition.parameters.count)
    let another: ValueType = function.result == .int ? .text : .int
    #expect(Self.check(function, arguments, as: another).map(\.code) == ["type-mismatch"])
    let tooMany = Self.check(function, arguments + ["\"b\""], as: function.result)
    #expect(tooMany.map(\.code) == ["argument-count"] && tooMany[0].help == "write `\(definition.usage)`")
    // No function takes a number, and an identity only one that asks for it, which takes no text.
    for (place, other) in definition.parameters.indices.flatMap({ place in ["n", "u", "t", "e"].map { (place, $0) } }) {
      let takes: [String] =
        switch definition.parameters[place] {
        case .identity: ["u"]
        case .textLike: ["t", "e"]
        case .text: ["t"]
        case .email: ["e"]
        case .pattern: []
        }
      guard !takes.contains(other) else { continue }
      var wrong = arguments
      wrong[place] = other
      let said = Self.check(function, wrong, as: function.result)
      let isPattern = definition.parameters[place] == .pattern
      #expect(said.map(\.code) == [isPattern ? "invalid-pattern" : "type-mismatch"], "\(wrong)")
    }
  }

  // MARK: Aggregates

  @Test(arguments: AggregateFunction.allCases) func anAggregateTakesAndGivesWhatTheTableSays(
    _ function: AggregateFunction
  ) {
    let definition = function.definition
    for column in Self.columns {
      let aggregate = "\(function.rawValue)(\(column.name)) { s.row(\(column.name)) }"
      let isTaken = definition.operands?.contains(column.type) ?? true
      let type = definition.result ?? column.type
      let said = Self.check("relation d.x(r: \(type.name)) d.x(r: r) if r = \(aggregate)")
      #expect(said.contains { $0.code == "aggregate-operand" } == !isTaken, "\(column.name): \(said)")
      #expect(!isTaken || said.isEmpty)
    }
    let several = Parser.parse([
      SourceText(path: "table.policy", text: "d.x(r: r) if r = \(function.rawValue)(t, n) { s.row(t, n) }")
    ]).1
    #expect(several.isEmpty == definition.takesSeveral)
  }

  /// Sets of numbers that may be there, of all sizes up to four, with both ends of the range.
  private static let worlds: [Set<[UInt32]>] = {
    let numbers: [UInt32] = [0, 1, 2, 3]
    return (0..<16).map { bits in Set(numbers.filter { bits & (1 << $0) != 0 }.map { [$0] }) }
  }()
  private static let numbers: [Int64] = [-7, 0, 3, 12]

  private static func value(
    _ function: AggregateFunction, _ certain: Set<[UInt32]>, _ possible: Set<[UInt32]>, hasStar: Bool = false
  ) -> AggregateValue {
    function.value(
      over: AggregateRows(certain: certain, possible: possible, hasStar: hasStar) { numbers[Int($0[0])] })
  }

  /// Over rows that are all certain, an aggregate is one number or none; over others, it holds what it is in every world.
  @Test(arguments: AggregateFunction.allCases) func anIntervalHoldsTheValueOfEveryWorld(_ function: AggregateFunction) {
    for possible in Self.worlds {
      for certain in Self.worlds where certain.isSubset(of: possible) {
        let all = Self.value(function, certain, possible)
        let open = Self.value(function, certain, possible, hasStar: true)
        for world in Self.worlds where world.isSuperset(of: certain) {
          let exact = Self.value(function, world, world)
          #expect(exact.exists == (function.definition.isTotal || !world.isEmpty ? .certain : .impossible))
          guard exact.exists == .certain else {
            #expect(open.exists != .certain && (!world.isSubset(of: possible) || all.exists != .certain))
            continue
          }
          guard let number = exact.interval.point else {
            Issue.record("\(function) of \(world) is no number")
            continue
          }
          #expect(open.interval.contains(number) && open.exists != .impossible)
          if world.isSubset(of: possible) { #expect(all.interval.contains(number) && all.exists != .impossible) }
        }
      }
    }
  }

  /// Where the table says that more rows act in one direction alone, no row that is added acts in the other.
  @Test(arguments: AggregateFunction.allCases) func moreRowsActAsTheTableSays(_ function: AggregateFunction) {
    for comparison in Comparison.allCases {
      let polarity = function.polarity(in: comparison)
      func holds(_ world: Set<[UInt32]>, _ limit: Int64) -> Bool {
        let value = Self.value(function, world, world)
        return value.exists == .certain && comparison.holds(value.interval.point!, limit)
      }
      for less in Self.worlds {
        for more in Self.worlds where less.isSubset(of: more) {
          for limit in Int64(-8)...13 {
            if polarity == .even { #expect(!holds(less, limit) || holds(more, limit)) }
            if polarity == .odd { #expect(holds(less, limit) || !holds(more, limit)) }
          }
        }
      }
    }
  }
}
