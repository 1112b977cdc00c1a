import FactStore
import TestSupport
import Testing

@Suite struct TableTests {
  @Test(arguments: [0, 1, 3]) func tablesHoldWhatWasAppended(_ arity: Int) {
    var random = SplitMix64(seed: 6)
    let table = Table(arity: arity)
    var rows: [[UInt32]] = []
    func row(_ random: inout SplitMix64) -> [UInt32] { (0..<arity).map { _ in UInt32(random.below(9)) } }
    for _ in 0..<200 {
      switch random.below(4) {
      case 0:
        rows.append(row(&random))
        table.append(rows.last!)
      case 1:
        rows.append(row(&random))
        (rows.last! + [0]).withUnsafeBufferPointer { table.append(row: $0.baseAddress!) }
      case 2:
        let other = Table(arity: arity)
        for _ in 0..<random.below(40) {
          rows.append(row(&random))
          other.append(rows.last!)
        }
        table.append(contentsOf: other)
      default:
        let count = random.below(30)
        table.prepare(count)
        for at in 0..<count {
          rows.append(row(&random))
          for column in 0..<arity { (table.end(of: column) + at).pointee = rows.last![column] }
        }
        table.commit(count)
      }
      #expect(table.count == rows.count)
    }
    #expect((0..<table.count).map { table.row($0) } == rows)
    for column in 0..<arity {
      #expect((0..<table.count).allSatisfy { table.column(column)[$0] == rows[$0][column] })
    }
  }
}
