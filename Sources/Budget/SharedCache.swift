import Synchronization

/// What several threads worked out, each for all. Holds a bounded number of entries: a part that is full starts anew.
///
/// For values that hang on their keys alone, so that it does not matter who worked them out, or how often. Public and
/// inlinable so that it is made for its keys and values where it is used: it is asked millions of times.
public final class SharedCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  /// Entries that share a lock.
  @usableFromInline final class Shard: Sendable {
    @usableFromInline let entries: Mutex<[Key: Value]>

    @inlinable init() { entries = Mutex([:]) }
  }

  @usableFromInline let shards: [Shard]
  /// How many entries a shard holds.
  @usableFromInline let limit: Int

  /// - Parameter limit: how many entries are held.
  @inlinable public init(limit: Int = 200_000) {
    shards = (0..<64).map { _ in Shard() }
    self.limit = max(1, limit / 64)
  }

  /// The value of a key; `make` may be called for one key by several threads.
  @inlinable public func value(_ key: Key, _ make: () -> Value) -> Value {
    let shard = shards[Int(UInt(bitPattern: key.hashValue) & 63)]
    if let known = shard.entries.withLock({ $0[key] }) { return known }
    let value = make()
    shard.entries.withLock { entries in
      if entries.count >= limit { entries = [:] }
      entries[key] = value
    }
    return value
  }
}
