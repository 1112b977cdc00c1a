import Localization

/// How much of a proof is built: past it, leaves say that something is not shown.
struct ProofBudget {
  static let stepLimit = 5_000
  /// Steps under each other. Proofs are built, printed and freed by recursion, and readers of JSON have limits too.
  static let depthLimit = 200

  private(set) var steps = 0
  private var depth = 0
  /// The greatest depth since ``deepest`` was last set.
  private var deepest = 0

  /// How far a finished part of a proof goes: its steps, and the depth below where it stands.
  struct Extent {
    var steps: Int
    var depth: Int

    /// Whether nothing is left out of a proof that goes so far.
    var isWhole: Bool { steps < ProofBudget.stepLimit && depth < ProofBudget.depthLimit }
  }

  mutating func enter() {
    steps += 1
    depth += 1
    deepest = max(deepest, depth)
  }

  /// Builds a part of a proof and measures it. `nil` for the extent where something was left out of it.
  mutating func measure(_ build: (inout ProofBudget) -> ProofNode) -> (ProofNode, Extent?) {
    let before = (steps: steps, deepest: deepest)
    deepest = depth
    let node = build(&self)
    let extent = Extent(steps: steps - before.steps, depth: deepest - depth)
    let isWhole = steps < Self.stepLimit && deepest < Self.depthLimit
    deepest = max(deepest, before.deepest)
    return (node, isWhole ? extent : nil)
  }

  /// Takes a part that was built before; false where it does not fit.
  mutating func take(_ extent: Extent) -> Bool {
    guard steps + extent.steps < Self.stepLimit, depth + extent.depth < Self.depthLimit else { return false }
    steps += extent.steps
    deepest = max(deepest, depth + extent.depth)
    return true
  }

  /// Whether what is built now is a premise.
  var isInside: Bool { depth > 0 }

  mutating func leave() { depth -= 1 }

  /// Why no more steps are built; `nil` while they are.
  var exhaustion: Phrase? {
    if steps >= Self.stepLimit { return Phrase("the proof has more than \(Self.stepLimit) steps") }
    return depth >= Self.depthLimit ? Phrase("the proof is more than \(Self.depthLimit) steps deep") : nil
  }
}
