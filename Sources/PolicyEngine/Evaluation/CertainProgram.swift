import FactStore

/// A certain plan as a flat program: finds every binding of a body in the certain sets.
///
/// Nested loops, one op per literal; each binding costs a few nanoseconds and no allocation. Equation:
/// `{ σ | every atom under σ is in C, every condition is certainly true }`.
final class CertainProgram: BodySearch {
  typealias Condition = Step<AbsenceCheck, CompiledSubquery>

  private let frame: RuleFrame
  private let ops: UnsafeMutablePointer<CertainOp>
  private let opCount: Int
  /// By step: what is no atom.
  private let conditions: [Condition?]
  /// The atoms, by step.
  private let atoms: [(step: Int, atom: AtomPlan)]
  private let isSubquery: Bool
  /// Whether the ops point at relations that change no more.
  private var isPointed = false
  /// Whether the ops look at all rows.
  private var looksAtAll = false

  init(_ plan: BodyPlan, conditions: [Condition?], frame: RuleFrame, isSubquery: Bool) {
    self.conditions = conditions
    atoms = plan.steps.enumerated().compactMap { if case .match(let atom) = $1 { ($0, atom) } else { nil } }
    self.frame = frame
    self.isSubquery = isSubquery
    opCount = plan.steps.count + 1
    ops = .allocate(capacity: opCount)
    for (index, step) in plan.steps.enumerated() {
      let op =
        if case .match(let atom) = step {
          CertainOp(kind: .scan, atom: atom, arity: frame.relations[atom.relation.raw].arity)
        } else {
          CertainOp(kind: .condition)
        }
      (ops + index).initialize(to: op)
    }
    (ops + plan.steps.count).initialize(to: CertainOp(kind: .note))
  }

  deinit {
    for index in 0..<opCount { ops[index].deallocate() }
    ops.deallocate()
  }

  func search(_ found: (Bool) -> Bool) { run { found(true) } }

  /// Calls `found` for every binding until it returns false.
  /// - Parameter ranges: the rows that atoms on `recent` or `stable` rows look at, by relation.
  func run(ranges: RoundRanges? = nil, _ found: () -> Bool) {
    if !isPointed {
      for (step, atom) in atoms { point(step, atom) }
      isPointed = atoms.allSatisfy { frame.relations[$0.atom.relation.raw].isFinal }
      looksAtAll = false
    }
    if !looksAtAll || ranges != nil {
      for (step, atom) in atoms { restrict(step, atom, to: ranges) }
      looksAtAll = ranges == nil
    }
    // Safe: the closure does not outlive this call.
    withoutActuallyEscaping(found) { found in
      _ = Run(program: self, ops: ops, registers: frame.registers, matched: frame.matched, found: found).step(0)
    }
  }

  /// The rows that an op looks at.
  private func restrict(_ index: Int, _ atom: AtomPlan, to ranges: RoundRanges?) {
    let all = 0..<frame.relations[atom.relation.raw].certain.count
    let range = ranges?.rows(of: atom) ?? all
    ops[index].first = range.lowerBound
    ops[index].last = range.upperBound
  }

  /// Points an op at its relation's columns and at the index it needs.
  private func point(_ index: Int, _ atom: AtomPlan) {
    let relation = frame.relations[atom.relation.raw]
    let op = ops + index
    for column in 0..<relation.arity { op.pointee.columns[column] = relation.certain.column(column) }
    if isSubquery { op.pointee.ordinal = -1 }
    if atom.keys.isEmpty || atom.side == .recent {
      op.pointee.kind = .scan
      return
    }
    let found = relation.index(atom.keys.map { Int($0.column) })
    if found.isDense {
      op.pointee.kind = .dense
      op.pointee.offsets = found.offsets
      op.pointee.rows = found.denseRows
      op.pointee.codeLimit = found.codeLimit
    } else {
      op.pointee.kind = .hashed
      op.pointee.heads = found.heads
      op.pointee.next = found.next
      op.pointee.mask = found.mask
    }
  }

  /// One run: what the inner loops read, held in locals and pointers.
  private struct Run {
    unowned(unsafe) let program: CertainProgram
    let ops: UnsafeMutablePointer<CertainOp>
    let registers: UnsafeMutablePointer<UInt32>
    let matched: UnsafeMutablePointer<Int>
    let found: () -> Bool

    /// Goes on from op `index`; false when the search was stopped.
    func step(_ index: Int) -> Bool {
      let op = ops + index
      switch op.pointee.kind {
      case .scan: return scan(op, index)
      case .dense: return dense(op, index)
      case .hashed: return hashed(op, index)
      case .note: return found()
      case .condition: return program.check(self, index)
      }
    }

    @inline(__always)
    private func enter(_ op: UnsafeMutablePointer<CertainOp>, _ row: Int, _ index: Int, _ taken: inout Bool) -> Bool {
      let columns = op.pointee.columns
      for at in 0..<op.pointee.bindCount {
        let bind = op.pointee.binds[at]
        registers[Int(bind.register)] = columns[Int(bind.column)][row]
      }
      for at in 0..<op.pointee.repeatCount {
        let twice = op.pointee.repeats[at]
        if registers[Int(twice.register)] != columns[Int(twice.column)][row] { return true }
      }
      taken = true
      if op.pointee.ordinal >= 0 { matched[op.pointee.ordinal] = row }
      return step(index + 1)
    }

    @inline(__always)
    private func agrees(_ op: UnsafeMutablePointer<CertainOp>, _ row: Int) -> Bool {
      for at in 0..<op.pointee.keyCount {
        let key = op.pointee.keys[at]
        if op.pointee.columns[Int(key.column)][row] != registers[Int(key.register)] { return false }
      }
      return true
    }

    private func scan(_ op: UnsafeMutablePointer<CertainOp>, _ index: Int) -> Bool {
      guard program.frame.budget.spend(op.pointee.last - op.pointee.first) else { return false }
      var row = op.pointee.first
      while row < op.pointee.last {
        if agrees(op, row) {
          var taken = false
          guard enter(op, row, index, &taken) else { return false }
          if taken && op.pointee.isExistence { return true }
        }
        row += 1
      }
      return true
    }

    private func dense(_ op: UnsafeMutablePointer<CertainOp>, _ index: Int) -> Bool {
      let code = registers[Int(op.pointee.keys[0].register)]
      guard code < op.pointee.codeLimit else { return program.frame.budget.spend(1) }
      let offsets = op.pointee.offsets.unsafelyUnwrapped
      let rows = op.pointee.rows.unsafelyUnwrapped
      var at = Int(offsets[Int(code)])
      let end = Int(offsets[Int(code) + 1])
      var walked = 1
      while at < end {
        let row = Int(rows[at])
        at += 1
        if row >= op.pointee.last { break }
        walked += 1
        if row < op.pointee.first { continue }
        var taken = false
        guard enter(op, row, index, &taken) else { return false }
        if taken && op.pointee.isExistence { break }
      }
      return program.frame.budget.spend(walked)
    }

    private func hashed(_ op: UnsafeMutablePointer<CertainOp>, _ index: Int) -> Bool {
      var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
      for at in 0..<op.pointee.keyCount { hash = mix(hash, registers[Int(op.pointee.keys[at].register)]) }
      let bucket = Int(truncatingIfNeeded: hash ^ hash >> 29) & op.pointee.mask
      let next = op.pointee.next.unsafelyUnwrapped
      var link = op.pointee.heads.unsafelyUnwrapped[bucket]
      var walked = 1
      while link != 0 {
        let row = Int(link) - 1
        if row >= op.pointee.last { break }
        link = next[row]
        // Rows that merely share the bucket cost nothing: which those are hangs on the numbers of texts, and these on threads.
        if !agrees(op, row) { continue }
        walked += 1
        if row < op.pointee.first { continue }
        var taken = false
        guard enter(op, row, index, &taken) else { return false }
        if taken && op.pointee.isExistence { break }
      }
      return program.frame.budget.spend(walked)
    }
  }

  /// Checks the condition of a step and goes on; false when the search was stopped.
  private func check(_ run: Run, _ index: Int) -> Bool {
    switch conditions[index]! {
    case .match: preconditionFailure("an atom is no condition")
    case .absent(let check):
      guard frame.budget.spend(1) else { return false }
      return goOn(check.holds(frame.registers), run, index)
    case .notExists(let subquery): return goOn(subquery.exists(in: frame).negated, run, index)
    case .bind(let target, let expression): return set(target, to: frame.values.code(expression), run, index)
    case .compare(let left, let comparison, let right):
      return goOn(frame.values.holds(left, comparison, right), run, index)
    case .member(let expression, let codes): return goOn(frame.values.holds(expression, in: codes), run, index)
    case .generate(let register, let codes):
      for code in codes {
        frame.registers[register] = code
        guard run.step(index + 1) else { return false }
      }
      return true
    case .aggregate(let aggregate):
      let value = aggregate.value(in: frame)
      frame.intervals[aggregate.slot] = value.interval
      return goOn(value.exists, run, index)
    case .bindInterval(let slot, let expression): frame.intervals[slot] = frame.values.interval(expression)
    case .settle(let target, let slot): return set(target, to: frame.values.code(.interval(slot)), run, index)
    }
    return run.step(index + 1)
  }

  /// Goes on with a value, where the register is free or holds the same.
  private func set(_ target: Target, to code: UInt32, _ run: Run, _ index: Int) -> Bool {
    // A value that is not known may still be seen not to occur in a relation: `not` takes it as `*`.
    if code == ValueCode.any && (target.isBound || target.isRead) { return goOn(.possible, run, index) }
    if target.isBound { return frame.registers[target.register] == code ? run.step(index + 1) : true }
    frame.registers[target.register] = code
    return run.step(index + 1)
  }

  /// Goes on below a condition that is certain, and notes one that is undecided: more may be possible than it seems.
  private func goOn(_ truth: Truth, _ run: Run, _ index: Int) -> Bool {
    if truth == .possible { frame.isOpen.pointee = true }
    return truth == .certain ? run.step(index + 1) : true
  }
}

/// Which rows of a relation in its own recursive component are old and which are new.
struct RoundRanges {
  /// By relation: the first row of the last finished round, and the first row after it.
  var recent: [RelationID: Range<Int>]

  func rows(of atom: AtomPlan) -> Range<Int>? {
    guard let recent = recent[atom.relation] else { return nil }
    switch atom.side {
    case .recent: return recent
    case .stable: return 0..<recent.lowerBound
    case .all, .certain, .extras: return 0..<recent.upperBound
    }
  }
}
