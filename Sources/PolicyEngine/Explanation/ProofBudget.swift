/// How much of a proof is built: past it, leaves say that something is not shown.
struct ProofBudget {
  static let stepLimit = 5_000
  /// Steps under each other. Proofs are built, printed and freed by recursion, and readers of JSON have limits too.
  static let depthLimit = 200

  private var steps = 0
  private var depth = 0

  mutating func enter() {
    steps += 1
    depth += 1
  }

  mutating func leave() { depth -= 1 }

  /// Why no more steps are built; `nil` while they are.
  var exhaustion: String? {
    if steps >= Self.stepLimit { return "the proof has more than \(Self.stepLimit) steps" }
    return depth >= Self.depthLimit ? "the proof is more than \(Self.depthLimit) steps deep" : nil
  }
}
