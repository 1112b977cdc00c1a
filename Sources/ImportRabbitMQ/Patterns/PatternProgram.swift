/// A pattern as a list of steps, each of which reads a byte, looks at where it is, or goes on elsewhere.
struct PatternProgram: Sendable {
  private(set) var steps: [Step] = []

  enum Step: Sendable {
    /// Reads a byte of the set, and goes on with the next step.
    case byte(ByteSet)
    case start, end
    /// Goes on with both.
    case fork(Int, Int)
    case jump(Int)
    case match
  }

  /// Counted repetitions are written out, so a short pattern may be many steps.
  static let mostSteps = 5000

  init(_ node: PatternNode) throws(PatternProblem) {
    try write(node)
    try add(.match)
  }

  private mutating func add(_ step: Step) throws(PatternProblem) {
    guard steps.count < Self.mostSteps else { throw .undecided }
    steps.append(step)
  }

  private mutating func write(_ node: PatternNode) throws(PatternProblem) {
    switch node {
    case .empty: break
    case .byte(let set): try add(.byte(set))
    case .start: try add(.start)
    case .end: try add(.end)
    case .sequence(let parts): for part in parts { try write(part) }
    case .choice(let branches):
      var jumps: [Int] = []
      for (index, branch) in branches.enumerated() {
        guard index < branches.count - 1 else {
          try write(branch)
          break
        }
        let fork = steps.count
        try add(.jump(0))
        try write(branch)
        jumps.append(steps.count)
        try add(.jump(0))
        steps[fork] = .fork(fork + 1, steps.count)
      }
      for jump in jumps { steps[jump] = .jump(steps.count) }
    case .repeated(let part, let least, let most): try write(part, least, most)
    }
  }

  private mutating func write(_ part: PatternNode, _ least: Int, _ most: Int?) throws(PatternProblem) {
    for _ in 0..<least {
      let before = steps.count
      try write(part)
      // What has no steps has none however often.
      if steps.count == before { return }
    }
    guard let most else {
      let fork = steps.count
      try add(.jump(0))
      try write(part)
      try add(.jump(fork))
      steps[fork] = .fork(fork + 1, steps.count)
      return
    }
    var forks: [Int] = []
    for _ in least..<most {
      forks.append(steps.count)
      try add(.jump(0))
      try write(part)
    }
    for fork in forks { steps[fork] = .fork(fork + 1, steps.count) }
  }
}
