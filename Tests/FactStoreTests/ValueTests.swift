import FactStore
import TestSupport
import Testing

@Suite struct ValueTests {
  static let edge: Int64 = 1 << 31
  static let integers: [Int64] = [
    0, 1, -1, 41, edge - 2, edge - 1, edge, edge + 1, -edge, 1 << 32, 1 << 53, .max, .max - 1, .min, .min + 1,
  ]

  @Test(arguments: integers) func integersComeBack(_ number: Int64) {
    let table = SymbolTable()
    _ = table.encode(Int64.max - 7)
    let code = table.encode(number)
    #expect(table.encode(number) == code, "equal values have equal codes")
    #expect(code != ValueCode.any)
    #expect(table.integer(code) == number)
    #expect(table.decode(code, as: .int) == .int(number))
    #expect(table.decode(code, as: .time) == .time(number))
    #expect(table.encode(.time(number)) == code)
    #expect(table.encode(.int(number)) == code)
  }

  @Test func differentIntegersHaveDifferentCodes() {
    let table = SymbolTable()
    #expect(Set(Self.integers.map { table.encode($0) }).count == Self.integers.count)
  }

  @Test func randomIntegersComeBack() {
    var random = SplitMix64(seed: 2)
    let table = SymbolTable()
    for _ in 0..<20_000 {
      let number = Int64(bitPattern: random.next()) >> Int64(random.below(64))
      #expect(table.integer(table.encode(number)) == number)
    }
  }

  static let values: [(value: Value, type: ValueType)] = [
    (.text(""), .text), (.text("Blåbærgrød"), .text), (.text("x.example"), .normal(.domain)),
    (.text("p1"), .entity("person")), (.bool(false), .bool), (.bool(true), .bool),
    (.date(CalendarDate(year: 1, month: 1, day: 1)!), .date),
    (.date(CalendarDate(year: 1969, month: 12, day: 31)!), .date),
    (.date(CalendarDate(year: 9999, month: 12, day: 31)!), .date), (.time(-1), .time), (.time(1 << 40), .time),
  ]

  @Test(arguments: values) func valuesComeBack(_ value: Value, _ type: ValueType) {
    let table = SymbolTable()
    let code = table.encode(value)
    #expect(code != ValueCode.any)
    #expect(table.decode(code, as: type) == value)
    #expect(table.encode(value) == code)
  }

  @Test func namesAndKindsOfTypes() {
    let rows: [(ValueType, name: String, textual: Bool, joins: Bool)] = [
      (.text, "text", true, false), (.int, "int", false, false), (.bool, "bool", false, false),
      (.date, "date", false, false), (.time, "time", false, false), (.normal(.email), "email", true, true),
      (.normal(.cvr), "cvr", true, true), (.entity("kitos.user"), "kitos.user", true, true),
    ]
    for (type, name, textual, joins) in rows {
      #expect(type.name == name)
      #expect(type.isTextual == textual, "\(name)")
      #expect(type.joinsByName == joins, "\(name)")
    }
  }
}
