/// Whether a target fits a question.
enum MatchOutcome {
  case match, noMatch
  case indeterminate(Failure)

  var name: String {
    switch self {
    case .match: "match"
    case .noMatch: "no match"
    case .indeterminate(let failure): "indeterminate: \(failure.message)"
    }
  }
}

extension EvaluationContext {
  /// Every `AnyOf` must match. One that does not decides, whatever errors the others have (section 7.7).
  func outcome(of target: Target) -> MatchOutcome {
    guard !target.anyOf.isEmpty else { return .match }
    trace?.begin("target")
    var failure: Failure?
    var result = MatchOutcome.match
    for anyOf in target.anyOf {
      switch outcome(of: anyOf) {
      case .match: continue
      case .noMatch: result = .noMatch
      case .indeterminate(let found):
        failure = failure ?? found
        continue
      }
      break
    }
    if case .match = result, let failure { result = .indeterminate(failure) }
    trace?.end(result.name)
    return result
  }

  private func outcome(of anyOf: AnyOf) -> MatchOutcome {
    var failure: Failure?
    for allOf in anyOf.allOf {
      switch outcome(of: allOf) {
      case .match: return .match
      case .noMatch: continue
      case .indeterminate(let found): failure = failure ?? found
      }
    }
    return failure.map(MatchOutcome.indeterminate) ?? .noMatch
  }

  private func outcome(of allOf: AllOf) -> MatchOutcome {
    var failure: Failure?
    for match in allOf.matches {
      switch outcome(of: match) {
      case .match: continue
      case .noMatch: return .noMatch
      case .indeterminate(let found): failure = failure ?? found
      }
    }
    return failure.map(MatchOutcome.indeterminate) ?? .match
  }

  private func outcome(of match: Match) -> MatchOutcome {
    if let trace {
      trace.begin("\(match.function.shortName) \"\(match.literal.text)\" and \(match.source.name)", match.place)
      let outcome = compare(match)
      trace.end(outcome.name)
      return outcome
    }
    return compare(match)
  }

  private func compare(_ match: Match) -> MatchOutcome {
    if let fault = match.fault { return .indeterminate(Failure(.syntaxError, fault)) }
    let values: [Value]
    do {
      switch match.source {
      case .attribute(let designator): values = try self.values(designator)
      case .selector(let selector): values = try self.values(selector)
      default: return .noMatch
      }
    } catch {
      return .indeterminate(error)
    }
    do {
      // A comparison looks at no more than the shorter of two values.
      try spend(1 + values.count * match.literal.size / 8, on: .steps)
    } catch {
      return .indeterminate(error)
    }
    if case .equality = match.function.evaluation {
      return values.contains(match.literal) ? .match : .noMatch
    }
    var failure: Failure?
    for value in values {
      do {
        let arguments: [Term] = [.value(match.literal), .value(value)]
        let answer =
          if case .path(let kind) = match.function.evaluation {
            try path(kind, arguments)
          } else {
            try call(match.function, arguments)
          }
        if answer.boolean { return .match }
      } catch {
        failure = failure ?? error
      }
    }
    return failure.map(MatchOutcome.indeterminate) ?? .noMatch
  }
}

extension Expression {
  /// What a match compares with, as a person names it.
  fileprivate var name: String {
    switch self {
    case .attribute(let designator): designator.key.id
    case .selector(let selector): selector.path
    default: ""
    }
  }
}
