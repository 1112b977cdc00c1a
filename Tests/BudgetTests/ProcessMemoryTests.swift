import Testing

@testable import Budget

@Suite struct ProcessMemoryTests {
  /// Of a gibibyte the program takes 256 MiB, and documents get half of the rest: facts and findings come after them.
  @Test(arguments: [(1 << 30, 384 << 20), (2 << 30, 896 << 20), (256 << 20, 32 << 20), (64 << 20, 8 << 20)])
  func documentsGetAShare(limit: Int, share: Int) { #expect(ProcessMemory.share(of: limit) == share) }

  @Test func theStandardIsNeverMoreThanAGibibyte() {
    #expect(RunLimits.standard[.memory] <= 1 << 30)
    if let limit = ProcessMemory.limit { #expect(RunLimits.standard[.memory] <= max(limit / 2, limit / 8)) }
  }

  @Test func whatIsLeftIsNeverBelowNothing() {
    var account = Account(RunLimits.standard.with(.nodes, 10))
    try? account.spend(4, on: .nodes)
    #expect(account.left(.nodes) == 6)
    try? account.spend(40, on: .nodes)
    #expect(account.left(.nodes) == 0)
  }
}
