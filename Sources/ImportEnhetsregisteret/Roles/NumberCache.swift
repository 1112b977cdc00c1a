import ImportCore

/// One thread's memory of the codes of numbers: digests of people, numbers of organisations. 16 bytes a slot.
struct NumberCache: ~Copyable {
  private struct Slot {
    var number: UInt64
    var stored: UInt32  // code + 1, 0 = free
  }

  private var slots: UnsafeMutablePointer<Slot>
  private var mask = (1 << 12) - 1
  private var count = 0

  init() {
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: Slot(number: 0, stored: 0), count: mask + 1)
  }

  deinit { slots.deallocate() }

  /// The code of a number; `make` gives that of one which was not met before.
  mutating func code(of number: UInt64, make: () -> UInt32) -> UInt32 {
    var slot = Self.start(number) & mask
    while slots[slot].stored != 0 {
      if slots[slot].number == number { return slots[slot].stored - 1 }
      slot = (slot + 1) & mask
    }
    let code = make()
    slots[slot] = Slot(number: number, stored: code + 1)
    count += 1
    if count * 2 > mask { grow() }
    return code
  }

  private static func start(_ number: UInt64) -> Int {
    let mixed = number &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 20)
  }

  private mutating func grow() {
    let old = slots
    let oldCount = mask + 1
    mask = oldCount * 4 - 1
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: Slot(number: 0, stored: 0), count: mask + 1)
    for index in 0..<oldCount where old[index].stored != 0 {
      var slot = Self.start(old[index].number) & mask
      while slots[slot].stored != 0 { slot = (slot + 1) & mask }
      slots[slot] = old[index]
    }
    old.deallocate()
  }
}
