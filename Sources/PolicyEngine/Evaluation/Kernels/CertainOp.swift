/// One step of a certain plan, laid out flat so that running it touches no reference count.
// Safe: every pointer is owned by the ``CertainProgram`` that made it and lives as long as that; column pointers are
// refreshed by `bind(to:)` before each run and stay valid because no table that is read grows while a rule runs.
struct CertainOp {
  enum Kind: UInt8 {
    /// All rows from `first` to `last`, keys compared.
    case scan
    case dense
    case hashed
    /// Anything that is not on a hot path.
    case condition
    /// The end of the body: a binding was found.
    case note
  }

  var kind: Kind
  var isExistence = false
  var keyCount = 0
  var bindCount = 0
  var repeatCount = 0
  var keys: UnsafeMutablePointer<ColumnRegister>
  var binds: UnsafeMutablePointer<ColumnRegister>
  var repeats: UnsafeMutablePointer<ColumnRegister>
  var columns: UnsafeMutablePointer<UnsafePointer<UInt32>>
  var first = 0
  var last = 0
  /// Where the step notes the row it matched.
  var ordinal = -1

  var offsets: UnsafeMutablePointer<UInt32>?
  var rows: UnsafeMutablePointer<UInt32>?
  var codeLimit: UInt32 = 0
  var heads: UnsafeMutablePointer<UInt32>?
  var next: UnsafeMutablePointer<UInt32>?
  var mask = 0

  init(kind: Kind, atom: AtomPlan? = nil, arity: Int = 0) {
    self.kind = kind
    keys = Self.copy(atom?.keys ?? [])
    binds = Self.copy(atom?.binds ?? [])
    repeats = Self.copy(atom?.repeats ?? [])
    columns = .allocate(capacity: max(1, arity))
    guard let atom else { return }
    keyCount = atom.keys.count
    bindCount = atom.binds.count
    repeatCount = atom.repeats.count
    isExistence = atom.isExistence
    ordinal = atom.ordinal
  }

  private static func copy(_ list: [ColumnRegister]) -> UnsafeMutablePointer<ColumnRegister> {
    let copy = UnsafeMutablePointer<ColumnRegister>.allocate(capacity: max(1, list.count))
    copy.initialize(from: list, count: list.count)
    return copy
  }

  func deallocate() {
    keys.deallocate()
    binds.deallocate()
    repeats.deallocate()
    columns.deallocate()
  }
}
