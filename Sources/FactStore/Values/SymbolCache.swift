/// One thread's memory of texts it has interned, so that a text seen before costs no lock.
///
/// Not thread-safe: one per thread. Costs 8 bytes a slot and no copy of the text.
public struct SymbolCache: ~Copyable {
  private let table: SymbolTable
  private var slots: UnsafeMutableBufferPointer<Slot>
  private var count = 0

  private struct Slot {
    var hash: UInt32
    var stored: UInt32  // id + 1, 0 = free
  }

  package init(_ table: SymbolTable) {
    self.table = table
    slots = .allocate(capacity: 1 << 10)
    slots.initialize(repeating: Slot(hash: 0, stored: 0))
  }

  deinit { slots.deallocate() }

  /// The id of a text given as UTF-8.
  public mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> SymbolID {
    let hash = hashBytes(bytes)
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while true {
      let found = slots[slot]
      if found.stored == 0 { break }
      if found.hash == hash, table.matches(found.stored - 1, bytes, hash: hash) {
        return SymbolID(raw: found.stored - 1)
      }
      slot = (slot + 1) & mask
    }
    let id = table.intern(bytes, hash: hash)
    slots[slot] = Slot(hash: hash, stored: id.raw + 1)
    count += 1
    if count * 2 > mask { grow() }
    return id
  }

  private mutating func grow() {
    let old = slots
    slots = .allocate(capacity: old.count * 2)
    slots.initialize(repeating: Slot(hash: 0, stored: 0))
    let mask = slots.count - 1
    for entry in old where entry.stored != 0 {
      var slot = Int(entry.hash) & mask
      while slots[slot].stored != 0 { slot = (slot + 1) & mask }
      slots[slot] = entry
    }
    old.deallocate()
  }
}
