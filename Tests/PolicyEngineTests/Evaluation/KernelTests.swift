import FactStore
import PolicyEngine
import TestSupport
import Testing

/// Each kernel beside a twin of a few lines, on random rows.
@Suite struct KernelTests {
  static let any = ValueCode.any

  private static func row(_ arity: Int, of codes: [UInt32], _ random: inout SplitMix64) -> [UInt32] {
    (0..<arity).map { _ in random.pick(codes) }
  }

  // MARK: RowSet

  @Test(arguments: [0, 1, 2, 5]) func rowSet(_ arity: Int) {
    var random = SplitMix64(seed: 11)
    for codes: [UInt32] in [[0, 1, 2], Array(0..<40), [0, .max, 1 << 31, 0x8000_0001]] {
      let table = Table(arity: arity)
      var set = RowSet()
      var twin: [[UInt32]] = []
      for _ in 0..<600 {
        let row = Self.row(arity, of: codes, &random)
        let known = twin.firstIndex(of: row)
        (row + [0]).withUnsafeBufferPointer { buffer in
          let pointer = buffer.baseAddress!
          #expect(set.find(pointer, in: table) == known)
          #expect(set.insert(pointer, into: table) == known)
          if known == nil { twin.append(row) }
          #expect(set.find(pointer, in: table) == known ?? twin.count - 1)
        }
      }
      #expect((0..<table.count).map { table.row($0) } == twin)
    }
  }

  // MARK: TableIndex

  enum Layout: CaseIterable { case final, growing }

  private static func rows(_ index: TableIndex, _ codes: [UInt32], stoppingAfter limit: Int = .max) -> [Int] {
    var found: [Int] = []
    index.forEach(codes) {
      found.append($0)
      return found.count < limit
    }
    return found
  }

  @Test(arguments: Layout.allCases, [[0], [2], [0, 1], [0, 1, 2]])
  func tableIndex(_ layout: Layout, _ columns: [Int]) {
    var random = SplitMix64(seed: 12)
    for codes: [UInt32] in [[0, 1, 2], Array(0..<60), [0, 7, .max - 1, 1 << 31]] {
      let table = Table(arity: 3)
      for _ in 0..<random.below(40) { table.append(Self.row(3, of: codes, &random)) }
      if layout == .final { while table.count < 300 { table.append(Self.row(3, of: codes, &random)) } }
      let index = TableIndex(table, columns: columns, isFinal: layout == .final)
      #expect(index.isDense == (layout == .final && columns.count == 1 && codes.max()! < 1 << 20))
      for _ in 0..<(layout == .final ? 1 : 12) {
        if layout == .growing {
          for _ in 0..<random.below(90) { table.append(Self.row(3, of: codes, &random)) }
          index.update()
        }
        #expect(index.covered == table.count)
        for _ in 0..<60 {
          let wanted = Self.row(columns.count, of: codes + [99, 5_000_000], &random)
          let twin = (0..<table.count).filter { row in columns.map { table[row, $0] } == wanted }
          #expect(Self.rows(index, wanted) == twin, "ascending, and all of them")
          #expect(Self.rows(index, wanted + [7, 1]) == twin, "what follows the codes does not matter")
          #expect(Self.rows(index, wanted, stoppingAfter: 1) == Array(twin.prefix(1)))
        }
      }
    }
  }

  @Test(arguments: Layout.allCases) func anIndexOfNothing(_ layout: Layout) {
    let index = TableIndex(Table(arity: 1), columns: [0], isFinal: layout == .final)
    index.update()
    for code: UInt32 in [0, 1, 1 << 31, .max] { #expect(Self.rows(index, [code]).isEmpty) }
  }

  // MARK: ExtrasTable

  private static func fits(_ row: [UInt32], _ pattern: [UInt32]) -> Bool {
    zip(row, pattern).allSatisfy { $0 == any || $1 == any || $0 == $1 }
  }

  private static func covers(_ hole: [UInt32], _ row: [UInt32]) -> Bool {
    zip(hole, row).allSatisfy { $0 == any || $0 == $1 }
  }

  @Test(arguments: [0, 1, 2, 4]) func extrasTable(_ arity: Int) {
    var random = SplitMix64(seed: 13)
    for codes: [UInt32] in [[0, 1, Self.any], [0, 1, 2, 3, 4, 5, Self.any], [.max - 1, 1 << 31, Self.any, Self.any]] {
      for _ in 0..<10 {
        let extras = ExtrasTable(arity: arity)
        var twin: [[UInt32]] = []
        for _ in 0..<60 {
          let row = Self.row(arity, of: codes, &random)
          let isCovered = twin.contains { Self.covers($0, row) }
          #expect(extras.covers(row) == isCovered)
          #expect(extras.insert(row) == !isCovered)
          if !isCovered { twin.append(row) }
          #expect(extras.covers(row))

          let pattern = Self.row(arity, of: codes, &random)
          let expected = twin.indices.filter { Self.fits(twin[$0], pattern) }
          var found: [Int] = []
          #expect(
            extras.forEachMatch(pattern) {
              found.append($0)
              return true
            })
          #expect(found.sorted() == expected)
          #expect(extras.hasMatch(pattern) == !expected.isEmpty)
          var seen = 0
          let ran = extras.forEachMatch(pattern) { _ in
            seen += 1
            return false
          }
          #expect(ran == expected.isEmpty && seen == min(1, expected.count))
        }
        #expect(extras.count == twin.count)
        #expect((0..<extras.count).map { extras.table.row($0) } == twin)
      }
    }
  }

  /// Rows that are added while a search runs, as a recursive rule does, are seen by later searches and upset no other.
  @Test func extrasMayGrowWhileTheyAreRead() {
    let extras = ExtrasTable(arity: 2)
    for code: UInt32 in 0..<4 { #expect(extras.insert([code, 7])) }
    var found: [Int] = []
    extras.forEachMatch([Self.any, 7]) { row in
      found.append(row)
      _ = extras.insert([UInt32(10 + row), 7])
      _ = extras.insert([UInt32(20 + row), Self.any])
      return found.count < 100
    }
    #expect(Array(found.sorted().prefix(4)) == [0, 1, 2, 3])
    #expect(Set(found).count == found.count)
    #expect(extras.count == 12 || extras.count > 12)
    #expect(extras.covers([23, 9]) && extras.covers([13, 7]) && !extras.covers([13, 8]))
  }
}
