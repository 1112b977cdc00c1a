import Testing

@testable import Budget

@Suite struct AccountTests {
  @Test func theLimitItselfIsWithin() throws {
    var account = Account(RunLimits.standard.with(.nodes, 10))
    try account.spend(10, on: .nodes)
    #expect(account[.nodes] == 10)
    #expect(throws: LimitReached(.nodes, limit: 10)) { try account.spend(1, on: .nodes) }
  }

  @Test func eachResourceHasItsOwnCount() throws {
    for resource in Resource.allCases {
      var limits = RunLimits.standard
      for other in Resource.allCases { limits[other] = other == resource ? 1 : 0 }
      var account = Account(limits)
      try account.spend(1, on: resource)
      #expect(throws: LimitReached(resource, limit: 1)) { try account.spend(1, on: resource) }
    }
  }

  @Test func greatAmountsDoNotWrapAround() {
    var account = Account()
    #expect(throws: LimitReached.self) { try account.spend(Int.max, on: .steps) }
    #expect(throws: LimitReached.self) { try account.spend(Int.max, on: .steps) }
    #expect(account[.steps] == Int.max)
  }

  @Test func everyStandardLimitIsSet() {
    for resource in Resource.allCases { #expect(RunLimits.standard[resource] > 0, "\(resource)") }
  }

  @Test func moreMemoryIsMoreOfAll() {
    let (one, four) = (RunLimits.standard.with(memory: 1 << 30), RunLimits.standard.with(memory: 4 << 30))
    for resource in Resource.allCases { #expect(four[resource] == 4 * one[resource], "\(resource)") }
    let little = RunLimits.standard.with(memory: 64 << 20)
    #expect(little[.derived] == 2 << 20 && little[.rows] == one[.rows])
  }

  @Test(arguments: [(7, "7"), (999, "999"), (1_000, "1,000"), (20_000_000, "20,000,000")])
  func numbersAreGrouped(number: Int, text: String) { #expect(LimitReached.grouped(number) == text) }
}
