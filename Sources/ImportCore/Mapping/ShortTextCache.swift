import FactStore

/// One thread's memory of short texts it has interned, with the text in the slot.
///
/// A look-up touches one cache line, where ``SymbolCache`` follows two pointers; and the slots of a whole column can be
/// fetched before the first is compared, so that the waits for memory overlap. Longer texts go through `SymbolCache`.
package struct ShortTextCache: ~Copyable {
  /// A text of up to 24 bytes, packed: equal texts have equal keys and nothing else has.
  package struct Key {
    package var a: UInt64
    package var b: UInt64
    package var c: UInt64
    /// The length; ``tooLong`` for a text that does not fit.
    package var length: UInt32
    package var hash: UInt32
  }

  private struct Slot {
    var a: UInt64
    var b: UInt64
    var c: UInt64
    var length: UInt32
    var stored: UInt32  // id + 1, 0 = free
  }

  package static let capacity = 24
  package static let tooLong = UInt32.max

  private let table: SymbolTable
  private var long: SymbolCache
  private var slots: UnsafeMutablePointer<Slot>
  private var mask: Int
  private var count = 0

  package init(_ table: SymbolTable) {
    self.table = table
    long = SymbolCache(table)
    mask = (1 << 12) - 1
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: Slot(a: 0, b: 0, c: 0, length: 0, stored: 0), count: mask + 1)
  }

  deinit { slots.deallocate() }

  /// Packs a text. Reads only its own bytes: the last word overlaps the one before it.
  @inline(__always)
  package static func key(_ bytes: UnsafeBufferPointer<UInt8>) -> Key {
    let count = bytes.count
    guard count > 0, let base = UnsafeRawPointer(bytes.baseAddress) else {
      return Key(a: 0, b: 0, c: 0, length: 0, hash: 0)
    }
    var key = Key(a: 0, b: 0, c: 0, length: UInt32(truncatingIfNeeded: count), hash: 0)
    // Safe: every load lies within the first and last of `count` bytes.
    if count >= 8 {
      guard count <= capacity else { return Key(a: 0, b: 0, c: 0, length: tooLong, hash: 0) }
      key.a = base.loadUnaligned(as: UInt64.self)
      key.b = base.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
      if count > 16 { key.c = base.loadUnaligned(fromByteOffset: 8, as: UInt64.self) }
    } else if count >= 4 {
      let low = base.loadUnaligned(as: UInt32.self)
      let high = base.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
      key.a = UInt64(low) | UInt64(high) << 32
    } else {
      key.a = UInt64(bytes[0]) | UInt64(bytes[count / 2]) << 8 | UInt64(bytes[count - 1]) << 16
    }
    let mixed = fold(key.a ^ UInt64(count) &* 0x9E37_79B9_7F4A_7C15) ^ key.b &* 0xA076_1D64_78BD_642F
    let hash = fold(mixed ^ key.c)
    key.hash = UInt32(truncatingIfNeeded: hash ^ hash >> 32)
    return key
  }

  @inline(__always)
  private static func fold(_ value: UInt64) -> UInt64 {
    let wide = (value ^ 0x2D35_8DCC_AA6C_78A5).multipliedFullWidth(by: 0x8BB8_4B93_962E_ACC9)
    return wide.high ^ wide.low
  }

  /// Brings the slots of these keys near. The sum only keeps the loads from being left out.
  @inline(__always)
  package func fetch(_ keys: UnsafeBufferPointer<Key>) -> UInt32 {
    var sum: UInt32 = 0
    for key in keys { sum &+= slots[Int(key.hash) & mask].stored }
    return sum
  }

  /// The id of a text, by its key.
  @inline(__always)
  package mutating func intern(_ key: Key, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    if key.length == Self.tooLong { return long.intern(bytes).raw }
    var slot = Int(key.hash) & mask
    while true {
      let found = slots[slot]
      if found.stored == 0 { return add(key, bytes, at: slot) }
      if found.a == key.a, found.b == key.b, found.c == key.c, found.length == key.length { return found.stored - 1 }
      slot = (slot + 1) & mask
    }
  }

  @inline(never)
  private mutating func add(_ key: Key, _ bytes: UnsafeBufferPointer<UInt8>, at slot: Int) -> UInt32 {
    let id = table.intern(bytes).raw
    slots[slot] = Slot(a: key.a, b: key.b, c: key.c, length: key.length, stored: id + 1)
    count += 1
    if count * 2 > mask { grow() }
    return id
  }

  private mutating func grow() {
    let old = slots
    let oldCount = mask + 1
    mask = oldCount * 4 - 1
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: Slot(a: 0, b: 0, c: 0, length: 0, stored: 0), count: mask + 1)
    for index in 0..<oldCount where old[index].stored != 0 {
      var slot = Int(Self.hash(old[index])) & mask
      while slots[slot].stored != 0 { slot = (slot + 1) & mask }
      slots[slot] = old[index]
    }
    old.deallocate()
  }

  private static func hash(_ slot: Slot) -> UInt32 {
    let mixed = fold(slot.a ^ UInt64(slot.length) &* 0x9E37_79B9_7F4A_7C15) ^ slot.b &* 0xA076_1D64_78BD_642F
    let hash = fold(mixed ^ slot.c)
    return slot.length == 0 ? 0 : UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
