/// Counts the work of one component, and of one rule that is asked about members, and says when it is too much.
///
/// One thread's. What is spent is told to the ledger of the run in portions.
final class WorkBudget {
  let limits: EvaluationLimits
  /// Rows looked at.
  private(set) var probes = 0
  /// Values kept of derived rows.
  private(set) var values = 0
  /// Values kept while one row is worked out. They count for the limit of the component alone: what all together have spent
  /// is what stays, so that who is within does not hang on when somebody looked.
  private var held = 0
  /// The first limit that was passed.
  private(set) var limit: EvaluationLimit?
  /// Stopped because all together passed a limit: whether this one is within depends on the others.
  private(set) var isOverdrawn = false
  private let ledger: WorkLedger?
  private var told = WorkLedger.Spent()
  /// From so many rows or values on, somebody is asked.
  private var nextProbe: Int
  private var nextValue: Int

  /// A row of a possible set costs about as much as so many of a certain one: any of its columns may be open.
  static let possibleRow = 4

  private static let probePortion = 1 << 20
  private static let valuePortion = 1 << 16

  init(_ limits: EvaluationLimits, ledger: WorkLedger? = nil) {
    self.limits = limits
    self.ledger = ledger
    nextProbe = min(limits.probes, Self.probePortion)
    nextValue = min(limits.values, Self.valuePortion)
  }

  var isExhausted: Bool { limit != nil || isOverdrawn }
  var spent: WorkLedger.Spent { .init(probes: probes, values: values) }

  /// Counts rows looked at; false when a limit is passed.
  @inline(__always)
  func spend(_ count: Int) -> Bool {
    probes &+= count
    return probes <= nextProbe || consult()
  }

  /// Counts values that are kept; false when a limit is passed.
  @inline(__always)
  func keep(_ count: Int) -> Bool {
    values &+= count
    return values <= nextValue || consult()
  }

  /// Counts values that are kept for a while; false when a limit is passed.
  func hold(_ count: Int) -> Bool {
    held &+= count
    return values &+ held <= nextValue || consult()
  }

  /// Counts values that are held no more.
  func release(_ count: Int) { held -= count }

  func exhaust(_ limit: EvaluationLimit) {
    if self.limit == nil { self.limit = limit }
    nextProbe = -1
    nextValue = -1
  }

  /// Tells the ledger what has not been told yet. Nothing more is spent.
  func close() { tell() }

  private func consult() -> Bool {
    if isExhausted { return false }
    if probes > limits.probes { exhaust(.rows) }
    if values + held > limits.values { exhaust(.derived) }
    tell()
    if isExhausted { return false }
    nextProbe = min(limits.probes, probes + Self.probePortion)
    nextValue = min(limits.values, values + held + Self.valuePortion)
    return true
  }

  private func tell() {
    guard let ledger else { return }
    let new = WorkLedger.Spent(probes: probes - told.probes, values: values - told.values)
    told = spent
    if ledger.add(new) != nil, limit == nil {
      isOverdrawn = true
      nextProbe = -1
      nextValue = -1
    }
  }
}
