/// Rows of 32-bit codes, stored by column. Grows at the end; rows are never changed or removed.
///
/// A reference type that owns plain memory, so that a hot loop reads columns through pointers without exclusivity
/// checks. Written by one thread, then read by many.
public final class Table: @unchecked Sendable {
  public let arity: Int
  public private(set) var count = 0
  private var capacity = 0
  private var storage: UnsafeMutablePointer<UnsafeMutablePointer<UInt32>>

  public init(arity: Int) {
    self.arity = arity
    storage = .allocate(capacity: max(1, arity))
    for column in 0..<arity { storage[column] = .allocate(capacity: 1) }
    capacity = arity == 0 ? .max : 1
  }

  deinit {
    for column in 0..<arity { storage[column].deallocate() }
    storage.deallocate()
  }

  /// One column's codes, valid until the next append.
  @inline(__always)
  public func column(_ index: Int) -> UnsafePointer<UInt32> { UnsafePointer(storage[index]) }

  @inline(__always)
  public subscript(row: Int, column: Int) -> UInt32 { storage[column][row] }

  /// A row's codes, copied.
  public func row(_ row: Int) -> [UInt32] { (0..<arity).map { storage[$0][row] } }

  /// Makes room for `extra` more rows. Amortised: grows by half at least.
  public func reserve(_ extra: Int) {
    guard count + extra > capacity else { return }
    let room = max(count + extra, capacity + capacity / 2, 16)
    for column in 0..<arity {
      let grown = UnsafeMutablePointer<UInt32>.allocate(capacity: room)
      grown.update(from: storage[column], count: count)
      storage[column].deallocate()
      storage[column] = grown
    }
    capacity = room
  }

  public func append(_ row: [UInt32]) {
    precondition(row.count == arity, "a row of \(row.count) codes for a table of \(arity) columns")
    reserve(1)
    for column in 0..<arity { storage[column][count] = row[column] }
    count += 1
  }

  /// Appends `rows` rows whose columns lie one after the other behind `columns`.
  public func append(rows: Int, columns: [UnsafePointer<UInt32>]) {
    precondition(columns.count == arity)
    reserve(rows)
    for column in 0..<arity { (storage[column] + count).update(from: columns[column], count: rows) }
    count += rows
  }

  public func append(contentsOf other: Table) {
    precondition(other.arity == arity)
    reserve(other.count)
    for column in 0..<arity { (storage[column] + count).update(from: other.storage[column], count: other.count) }
    count += other.count
  }

  /// Room for `rows` rows that the caller writes through ``mutableColumn(_:)`` before ``commit(_:)``.
  public func prepare(_ rows: Int) { reserve(rows) }
  /// The end of a column: where the next row's code goes. Valid after ``prepare(_:)``, until ``commit(_:)``.
  @inline(__always)
  public func end(of column: Int) -> UnsafeMutablePointer<UInt32> { storage[column] + count }
  @inline(__always)
  public func commit(_ rows: Int) { count += rows }
}
