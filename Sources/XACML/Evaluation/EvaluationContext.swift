import Budget

/// One decision in the making: the question, and what has been found out about it so far.
final class EvaluationContext {
  let point: DecisionPoint
  let question: Question
  let now: DateTimeValue
  let trace: Tracer?
  let work: Work
  /// Values by the number of the attribute, once they were asked for.
  private var found: [[Value]?]
  private var variables: [Result<Term, Failure>?]
  /// Verdicts of policies that references led to: each is decided once, however many ways lead to it.
  var referenced: [ObjectIdentifier: Verdict] = [:]
  /// Bytes of values and obligations that were made for this decision.
  private var held = 0

  init(_ point: DecisionPoint, _ question: Question, now: DateTimeValue, trace: Tracer?, work: Work) {
    self.point = point
    self.question = question
    self.now = now
    self.trace = trace
    self.work = work
    found = Array(repeating: nil, count: point.attributeCount)
    variables = point.variableCount == 0 ? [] : Array(repeating: nil, count: point.variableCount)
  }

  // MARK: Counting

  func spend(_ amount: Int, on resource: Resource) throws(Failure) { try work.decide(spending: amount, on: resource) }

  /// Counts what the decision keeps, or may keep, until it is made.
  func hold(_ bytes: Int) throws(Failure) {
    held += bytes
    guard held > work.room else { return }
    do throws(LimitReached) {
      try work.hold(held)
    } catch {
      throw Failure(error)
    }
  }

  // MARK: Attributes

  func values(_ designator: Designator) throws(Failure) -> [Value] {
    let values: [Value]
    if let known = found[designator.slot] {
      values = known
    } else {
      values = question.values[designator.key] ?? provided(designator.key)
      found[designator.slot] = values
    }
    if values.isEmpty, designator.mustBePresent {
      throw Failure(
        .missingAttribute, "the request has no \(designator.key.type.shortName) of `\(designator.key.id)`",
        missing: designator.key)
    }
    return values
  }

  /// What a decision point knows without being told: the time.
  private func provided(_ key: AttributeKey) -> [Value] {
    guard key.category == Names.environment, key.issuer == nil else { return [] }
    return switch (key.id, key.type) {
    case (Names.currentTime, .time): [.time(TimeValue(ofDay: now.ofDay, zone: now.zone))]
    case (Names.currentDate, .date): [.date(DateValue(day: now.day, zone: now.zone))]
    case (Names.currentDateTime, .dateTime): [.dateTime(now)]
    default: []
    }
  }

  // MARK: Expressions

  func evaluate(_ expression: Expression) throws(Failure) -> Term {
    try spend(1, on: .expressions)
    switch expression {
    case .value(let value): return .value(value)
    case .attribute(let designator): return .bag(try values(designator))
    case .selector(let selector): return .bag(try values(selector))
    case .variable(let variable): return try value(of: variable)
    case .fault(let reason): throw Failure(.syntaxError, reason)
    case .apply(let function, let arguments): return try apply(function, arguments)
    case .higherOrder(let outer, let inner, let arguments):
      guard case .higherOrder(let kind) = outer.evaluation else { throw .processing("no higher-order function") }
      var terms: [Term] = []
      for argument in arguments { terms.append(try evaluate(argument)) }
      return try higherOrder(kind, inner, terms)
    }
  }

  private func value(of variable: Variable) throws(Failure) -> Term {
    if let known = variables[variable.slot] { return try known.get() }
    do {
      let term = try evaluate(variable.expression)
      variables[variable.slot] = .success(term)
      return term
    } catch {
      variables[variable.slot] = .failure(error)
      throw error
    }
  }

  private func apply(_ function: Function, _ arguments: [Expression]) throws(Failure) -> Term {
    switch function.evaluation {
    case .equality:
      return try call(function, [try evaluate(arguments[0]), try evaluate(arguments[1])])
    case .strict, .counted:
      var terms: [Term] = []
      terms.reserveCapacity(arguments.count)
      for argument in arguments { terms.append(try evaluate(argument)) }
      return try call(function, terms)
    case .logical(let kind): return .value(.boolean(try logical(kind, arguments)))
    case .path(let kind): return try path(kind, arguments)
    case .higherOrder: throw .processing("a higher-order function without a function")
    }
  }

  /// Applies a function to values. The bytes that it looks at count as steps, and so many it may make as held: no function
  /// gives more than three times what it takes.
  func call(_ function: Function, _ terms: [Term]) throws(Failure) -> Term {
    var size = 1
    for term in terms { size += term.size }
    try spend(size, on: .steps)
    if function.makesTexts { try hold(size * 3) }
    return try function.apply(terms, spending: work)
  }

  /// From the first argument to the last, and no further than is needed; an error on the way is the answer.
  private func logical(_ kind: Function.Logical, _ arguments: [Expression]) throws(Failure) -> Bool {
    switch kind {
    case .or:
      for argument in arguments where try evaluate(argument).boolean { return true }
      return false
    case .and:
      for argument in arguments where try !evaluate(argument).boolean { return false }
      return true
    case .atLeast:
      let wanted = try evaluate(arguments[0]).integer
      guard wanted >= 0, wanted <= arguments.count - 1 else {
        throw .processing("n-of asks for \(wanted) of \(arguments.count - 1)")
      }
      var missing = Int(wanted)
      for (done, argument) in arguments.dropFirst().enumerated() {
        if missing == 0 { return true }
        if missing > arguments.count - 1 - done { return false }
        if try evaluate(argument).boolean { missing -= 1 }
      }
      return missing == 0
    }
  }
}
