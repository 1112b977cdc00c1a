import Formats

extension AltinnDecision {
  /// A condition as Altinn's decision point takes it. It looks for one literal and one attribute among the arguments of the
  /// outer function and of the one function within; what stands around them it does not evaluate.
  ///
  /// - Throws: where it cannot tell, which makes the rule an error: an attribute that the request has not, a number of
  ///   values that is another one than it was compared with, several values where one may be, a function it does not know.
  func holds(_ condition: Expression) throws(Failure) -> Bool {
    guard let outer = Application(condition) else { return false }
    let inner = outer.arguments.compactMap(Application.init).last
    guard let designator = outer.designator ?? inner?.designator else {
      throw .processing("Altinn's decision point fails on a condition without an attribute")
    }
    let key = designator.key
    guard question.groups.contains(where: { $0.category.isExactly(key.category) }) else {
      throw Self.lacksSilently(key)
    }
    try work.decide(spending: 1 + question.groups.reduce(0) { $0 + $1.attributes.count }, on: .steps)
    let values = question.attributes(category: key.category, id: key.id)
    let count = values.count { $0.type == key.type }
    switch (inner ?? outer).name {
    case "integer-one-and-only", "date-one-and-only", "dateTime-one-and-only":
      guard count <= 1 else { throw .processing("there are \(count) values of `\(key.id)`, where one may be") }
    case "time-bag-size", "date-bag-size", "dateTime-bag-size":
      if inner == nil { break }
      guard case .integer(let wanted)? = outer.literal else {
        throw .processing("Altinn's decision point fails on a number of values that is compared with no number")
      }
      guard wanted == count else {
        throw Failure(.success, "there are \(count) values of `\(key.id)`, and \(wanted) are asked for")
      }
      return true
    default: break
    }
    if values.isEmpty { throw Self.lacksSilently(key) }
    for value in values where try outer.holds(of: value, work) { return true }
    return false
  }

  private static func lacksSilently(_ key: AttributeKey) -> Failure { Failure(.success, lacks(key).message) }
}

/// A function with its arguments, as Altinn's decision point sees them.
private struct Application {
  let function: Function
  let arguments: [Expression]
  var name: String { function.shortName }

  init?(_ expression: Expression) {
    switch expression {
    case .apply(let function, let arguments), .higherOrder(let function, _, let arguments):
      (self.function, self.arguments) = (function, arguments)
    default: return nil
    }
  }

  /// The last of each kind counts.
  var literal: Value? {
    arguments.last { if case .value = $0 { true } else { false } }.flatMap {
      if case .value(let value) = $0 { value } else { nil }
    }
  }
  var designator: Designator? {
    arguments.last { if case .attribute = $0 { true } else { false } }
      .flatMap { if case .attribute(let designator) = $0 { designator } else { nil } }
  }

  /// Whether a value of the request is what the literal says. Types are not compared, and of a regular expression and a text
  /// the request's value is taken for the expression.
  func holds(of value: Value, _ work: Work) throws(Failure) -> Bool {
    guard let literal else { throw .processing("Altinn's decision point fails on a condition without a literal") }
    guard function.isKnownToAltinn || name == "string-is-in" else {
      throw .processing("Altinn's decision point does not know `\(name)` in a condition")
    }
    if name == "string-regexp-match" { return try Patterns.shared.matches(value.text, literal.text, work: work) }
    try work.decide(spending: value.size + literal.size, on: .steps)
    guard let same = value.type == literal.type ? value : Value(value.text, as: literal.type) else { return false }
    return name == "string-is-in"
      ? same == literal : try function.apply([.value(literal), .value(same)], spending: work).boolean
  }
}
