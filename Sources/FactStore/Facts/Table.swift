/// Rows of 32-bit codes, stored by column. Grows at the end; rows are never changed or removed.
///
/// A reference type that owns plain memory, so that a hot loop reads columns through pointers without exclusivity
/// checks. Written by one thread, then read by many.
// Safe: `state` is owned and lives as long as the table; `columns` has `arity` entries of `capacity` codes each, of which
// the first `count` are initialised.
/// Rows of codes, column by column. One owner writes; whoever shares it reads.
public final class Table: @unchecked Sendable {
  @usableFromInline struct State {
    @usableFromInline var count = 0
    @usableFromInline var capacity: Int
    @usableFromInline var columns: UnsafeMutablePointer<UnsafeMutablePointer<UInt32>>

    init(arity: Int) {
      capacity = arity == 0 ? .max : 1
      columns = .allocate(capacity: max(1, arity))
      for column in 0..<arity { (columns + column).initialize(to: .allocate(capacity: 1)) }
    }
  }

  /// How many columns each row has.
  public let arity: Int
  @usableFromInline let state: UnsafeMutablePointer<State>

  package init(arity: Int) {
    self.arity = arity
    state = .allocate(capacity: 1)
    state.initialize(to: State(arity: arity))
  }

  deinit {
    for column in 0..<arity { state.pointee.columns[column].deallocate() }
    state.pointee.columns.deallocate()
    state.deallocate()
  }

  /// How many rows there are.
  @inlinable @inline(__always)
  public var count: Int { state.pointee.count }

  /// One column's codes, valid until the next append.
  @inlinable @inline(__always)
  public func column(_ index: Int) -> UnsafePointer<UInt32> { UnsafePointer(state.pointee.columns[index]) }

  /// A code. Not checked: row and column must be there.
  @inlinable @inline(__always)
  public subscript(row: Int, column: Int) -> UInt32 { state.pointee.columns[column][row] }

  /// A row's codes, copied.
  public func row(_ row: Int) -> [UInt32] { (0..<arity).map { self[row, $0] } }

  /// Makes room for `extra` more rows. Amortised: grows by half at least.
  @inlinable @inline(__always)
  public func reserve(_ extra: Int) {
    if count + extra > state.pointee.capacity { grow(extra) }
  }

  @usableFromInline
  func grow(_ extra: Int) {
    let room = max(count + extra, state.pointee.capacity + state.pointee.capacity / 2, 16)
    for column in 0..<arity {
      let grown = UnsafeMutablePointer<UInt32>.allocate(capacity: room)
      grown.update(from: state.pointee.columns[column], count: count)
      state.pointee.columns[column].deallocate()
      state.pointee.columns[column] = grown
    }
    state.pointee.capacity = room
  }

  package func append(_ row: [UInt32]) {
    precondition(row.count == arity, "a row of \(row.count) codes for a table of \(arity) columns")
    reserve(1)
    for column in 0..<arity { state.pointee.columns[column][count] = row[column] }
    state.pointee.count += 1
  }

  /// Appends `rows` rows whose columns lie one after the other behind `columns`.
  public func append(rows: Int, columns: [UnsafePointer<UInt32>]) {
    precondition(columns.count == arity)
    reserve(rows)
    for column in 0..<arity { (state.pointee.columns[column] + count).update(from: columns[column], count: rows) }
    state.pointee.count += rows
  }

  package func append(contentsOf other: Table) {
    precondition(other.arity == arity)
    reserve(other.count)
    for column in 0..<arity {
      (state.pointee.columns[column] + count).update(from: other.column(column), count: other.count)
    }
    state.pointee.count += other.count
  }

  /// Appends one row whose codes lie behind `row`.
  @inlinable @inline(__always)
  public func append(row: UnsafePointer<UInt32>) {
    reserve(1)
    for column in 0..<arity { state.pointee.columns[column][state.pointee.count] = row[column] }
    state.pointee.count += 1
  }

  /// Room for `rows` rows that the caller writes through ``end(of:)`` before ``commit(_:)``.
  @inlinable
  public func prepare(_ rows: Int) { reserve(rows) }

  /// The end of a column: where the next row's code goes. Valid after ``prepare(_:)``, until ``commit(_:)``.
  @inlinable @inline(__always)
  public func end(of column: Int) -> UnsafeMutablePointer<UInt32> { state.pointee.columns[column] + count }

  /// Counts rows that were written into what `prepare` made room for.
  @inlinable @inline(__always)
  public func commit(_ rows: Int) { state.pointee.count += rows }
}
