import FactStore
import Testing

@testable import PolicyEngine

/// Members are counted as a set of their keys counts them, whatever codes they have.
struct MemberSetTests {
  private static let codes: [UInt32] = [0, 1, 63, 64, 65_535, 65_536, 1 << 31 - 1, 1 << 31, ValueCode.any - 1]

  private func count(_ members: [[UInt32]], width: Int) -> Int {
    var set = MemberSet(width: width)
    // A register before those of the keys, which stand in it in reverse.
    let terms = Array((1..<1 + width).reversed())
    for member in members {
      let registers = [7] + member.reversed()
      set.insert(terms, in: registers)
    }
    return set.count
  }

  @Test func oneKey() {
    let members = (Self.codes + Self.codes.reversed() + [ValueCode.any]).map { [$0] }
    #expect(count(members, width: 1) == Self.codes.count)
    #expect(count([[ValueCode.any]], width: 1) == 0)
    #expect(count([], width: 1) == 0)
  }

  @Test func severalKeys() {
    let pairs = Self.codes.flatMap { first in Self.codes.map { [first, $0] } }
    let unknown = Self.codes.flatMap { [[$0, ValueCode.any], [ValueCode.any, $0]] }
    #expect(count(pairs + unknown + pairs, width: 2) == pairs.count)
  }

  @Test func noKey() {
    #expect(count([], width: 0) == 0)
    #expect(count([[], []], width: 0) == 1)
  }
}
