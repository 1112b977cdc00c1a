import Synchronization

/// The texts of one run, each stored once and named by a 32-bit id.
///
/// Ids are handed out in order of first arrival, so they differ between runs that read files in parallel: nothing that
/// is printed may depend on their order. Interning takes a lock; threads that intern a lot keep a ``SymbolCache``.
/// Reading an entry takes no lock: entries never move, and an id only reaches a reader after its entry was written.
public final class SymbolTable: @unchecked Sendable {
  /// One stored text. `bytes` stays valid as long as the table lives.
  struct Entry {
    var bytes: UnsafePointer<UInt8>
    var length: UInt32
    var hash: UInt32
  }

  private struct State {
    var slots: UnsafeMutableBufferPointer<UInt32>  // id + 1, 0 = free; open addressing
    var count: UInt32 = 0
    var arena: UnsafeMutablePointer<UInt8>
    var arenaLeft = 0
    var arenas: [UnsafeMutablePointer<UInt8>] = []
    var wide: [Int64] = []
    var wideIndex: [Int64: UInt32] = [:]
  }

  static let segmentBits: UInt32 = 16
  static let segmentSize = 1 << 16
  static let segmentLimit = 1 << 15
  private static let arenaSize = 1 << 20

  /// `segments[i]` holds entries `i << 16 ..< (i + 1) << 16`; allocated on demand, never moved.
  let segments: UnsafeMutablePointer<UnsafeMutablePointer<Entry>?>
  // Safe: `state` is only touched while `lock` is held.
  private let lock = Mutex<Void>(())
  private let state: UnsafeMutablePointer<State>

  package init() {
    segments = .allocate(capacity: Self.segmentLimit)
    segments.initialize(repeating: nil, count: Self.segmentLimit)
    let slots = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: 1 << 12)
    slots.initialize(repeating: 0)
    let first = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)
    state = .allocate(capacity: 1)
    state.initialize(to: State(slots: slots, arena: first, arenas: [first]))
  }

  deinit {
    for arena in state.pointee.arenas { arena.deallocate() }
    state.pointee.slots.deallocate()
    state.deinitialize(count: 1)
    state.deallocate()
    for index in 0..<Self.segmentLimit {
      guard let segment = segments[index] else { break }
      segment.deallocate()
    }
    segments.deallocate()
  }

  /// The number of texts stored.
  public var count: Int { lock.withLock { _ in Int(state.pointee.count) } }

  /// The id of a text, new or known.
  public func intern(_ text: String) -> SymbolID {
    var text = text
    return text.withUTF8 { intern($0) }
  }

  /// The id of a text given as UTF-8, new or known.
  public func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> SymbolID {
    intern(bytes, hash: hashBytes(bytes))
  }

  func intern(_ bytes: UnsafeBufferPointer<UInt8>, hash: UInt32) -> SymbolID {
    lock.withLock { _ in
      var mask = state.pointee.slots.count - 1
      var slot = Int(hash) & mask
      while true {
        let stored = state.pointee.slots[slot]
        if stored == 0 { break }
        if matches(stored - 1, bytes, hash: hash) { return SymbolID(raw: stored - 1) }
        slot = (slot + 1) & mask
      }
      let id = state.pointee.count
      append(bytes, hash: hash, id: id, to: state)
      state.pointee.count = id + 1
      state.pointee.slots[slot] = id + 1
      if Int(id) * 2 > mask {
        grow(state)
        mask = state.pointee.slots.count - 1
      }
      return SymbolID(raw: id)
    }
  }

  private func append(
    _ bytes: UnsafeBufferPointer<UInt8>, hash: UInt32, id: UInt32, to state: UnsafeMutablePointer<State>
  ) {
    precondition(Int(id) < Self.segmentLimit << Int(Self.segmentBits), "more than two thousand million texts")
    if state.pointee.arenaLeft < bytes.count {
      let size = max(Self.arenaSize, bytes.count)
      let arena = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
      state.pointee.arenas.append(arena)
      state.pointee.arena = arena
      state.pointee.arenaLeft = size
    }
    let target = state.pointee.arena
    if let source = bytes.baseAddress { target.update(from: source, count: bytes.count) }
    state.pointee.arena += bytes.count
    state.pointee.arenaLeft -= bytes.count
    let segment = Int(id >> Self.segmentBits)
    if segments[segment] == nil { segments[segment] = .allocate(capacity: Self.segmentSize) }
    segments[segment]![Int(id) & (Self.segmentSize - 1)] =
      Entry(bytes: UnsafePointer(target), length: UInt32(bytes.count), hash: hash)
  }

  private func grow(_ state: UnsafeMutablePointer<State>) {
    let old = state.pointee.slots
    let slots = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: old.count * 2)
    slots.initialize(repeating: 0)
    let mask = slots.count - 1
    for stored in old where stored != 0 {
      var slot = Int(entry(stored - 1).hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = stored
    }
    old.deallocate()
    state.pointee.slots = slots
  }

  @inline(__always)
  func entry(_ id: UInt32) -> Entry {
    segments[Int(id >> Self.segmentBits)].unsafelyUnwrapped[Int(id) & (Self.segmentSize - 1)]
  }

  @inline(__always)
  func matches(_ id: UInt32, _ bytes: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Bool {
    let entry = entry(id)
    guard entry.hash == hash, Int(entry.length) == bytes.count else { return false }
    return equalBytes(entry.bytes, bytes.baseAddress, bytes.count)
  }

  /// The UTF-8 of a stored text, valid as long as the table lives.
  public func utf8(_ id: SymbolID) -> UnsafeBufferPointer<UInt8> {
    let entry = entry(id.raw)
    return UnsafeBufferPointer(start: entry.bytes, count: Int(entry.length))
  }

  /// A stored text.
  public func text(_ id: SymbolID) -> String { String(decoding: utf8(id), as: UTF8.self) }

  /// The index of an integer that does not fit a code directly, new or known.
  func internWide(_ value: Int64) -> UInt32 {
    lock.withLock { _ in
      if let known = state.pointee.wideIndex[value] { return known }
      let index = UInt32(state.pointee.wide.count)
      state.pointee.wide.append(value)
      state.pointee.wideIndex[value] = index
      return index
    }
  }

  func wide(_ index: UInt32) -> Int64 { lock.withLock { _ in state.pointee.wide[Int(index)] } }
}

/// The name of a text in a ``SymbolTable``.
public struct SymbolID: Hashable, Sendable {
  /// The number of the symbol in its table.
  public let raw: UInt32
  /// The symbol of that number.
  @inlinable public init(raw: UInt32) { self.raw = raw }
}
