/// The rules of a policy, specialised step by step: first to a resource and an action, then to a subject.
/// Requirements are numbers here, since each is compared many times.
struct ResidualRules {
  private struct Alternative {
    var rule: Int
    /// What it asks of resource and action, and of the rest.
    var fixed: [Int]
    var free: [Int]
  }

  private let rules: [Rule]
  private var numbers: [Requirement: Int] = [:]
  /// For each requirement those that meet it.
  private let metBy: [[Int]]
  private var alternatives: [Alternative] = []
  /// Those that the resource and action at hand meet.
  private var left: [Alternative] = []
  private var given: [Bool]

  /// - Parameter effect: the rules that count; all where it is `nil`.
  init(_ shape: PolicyShape, effect: Effect?) {
    let permitting = shape.rules.filter { effect == nil || $0.rule.effect == effect }
    rules = permitting.map(\.rule)
    var all: [Requirement] = []
    for requirement in permitting.flatMap(\.alternatives).flatMap({ $0 }) + shape.mentioned
    where numbers.updateValue(numbers[requirement] ?? all.count, forKey: requirement) == nil {
      all.append(requirement)
    }
    let metBy = all.map { wanted in all.indices.filter { wanted == all[$0] || wanted.isMet(by: all[$0]) } }
    self.metBy = metBy
    given = Array(repeating: false, count: all.count)
    for (rule, shape) in permitting.enumerated() {
      for set in shape.alternatives {
        var alternative = Alternative(rule: rule, fixed: [], free: [])
        for requirement in set {
          guard let number = numbers[requirement] else { continue }
          if Parts.isFixed(requirement) { alternative.fixed.append(number) } else { alternative.free.append(number) }
        }
        alternatives.append(alternative)
      }
    }
  }

  var isEmpty: Bool { left.isEmpty }

  private mutating func mark(_ set: Set<Requirement>, _ value: Bool) {
    for requirement in set { if let number = numbers[requirement] { given[number] = value } }
  }

  private func isMet(_ wanted: [Int]) -> Bool {
    wanted.allSatisfy { metBy[$0].contains { given[$0] } }
  }

  /// Keeps the alternatives that a resource and an action meet.
  mutating func fix(_ set: Set<Requirement>) {
    mark(set, true)
    left = alternatives.filter { isMet($0.fixed) }
    mark(set, false)
  }

  /// The first rule that a subject meets as well.
  mutating func first(metBy subject: Set<Requirement>) -> Rule? {
    guard !left.isEmpty else { return nil }
    mark(subject, true)
    defer { mark(subject, false) }
    return left.first { isMet($0.free) }.map { rules[$0.rule] }
  }
}
