import FactStore

/// Distinct members of a population, to be counted. Most have one key: those are a bit each, since a population of a million
/// would not fit the processor's caches as a table.
struct MemberSet: ~Copyable {
  private static let pageBits = 16

  private let width: Int
  /// Of one key: a bit for each code, in pages that are made when one of their codes comes.
  private var pages: [[UInt64]] = []
  /// Of several keys.
  private let members: Table
  private var known = RowSet()
  private var member: [UInt32]
  /// How many there are.
  private(set) var count = 0

  /// - Parameter width: how many keys a member has.
  init(width: Int) {
    self.width = width
    members = Table(arity: width)
    member = Array(repeating: 0, count: width)
  }

  /// Adds the member whose keys stand in these registers. One without a key is one and the same; one of which a key has no
  /// value is none.
  mutating func insert(_ terms: [Int], in registers: UnsafePointer<UInt32>) {
    switch width {
    case 0: count = 1
    case 1: insert(registers[terms[0]])
    default:
      for column in 0..<width { member[column] = registers[terms[column]] }
      if !member.contains(ValueCode.any), known.insert(member, into: members) == nil { count += 1 }
    }
  }

  private mutating func insert(_ code: UInt32) {
    if code == ValueCode.any { return }
    let page = Int(code >> UInt32(Self.pageBits))
    while pages.count <= page { pages.append([]) }
    if pages[page].isEmpty { pages[page] = Array(repeating: 0, count: 1 << (Self.pageBits - 6)) }
    let place = Int(code) & (1 << Self.pageBits - 1)
    let bit: UInt64 = 1 << UInt64(place & 63)
    if pages[page][place >> 6] & bit != 0 { return }
    pages[page][place >> 6] |= bit
    count += 1
  }
}
