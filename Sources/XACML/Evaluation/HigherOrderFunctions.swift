/// Functions that apply another to every combination of the values of bags (core specification, A.3.12).
///
/// `all-of-any` takes each value of the first bag and asks for one of the second; `any-of-all` takes each of the second and
/// asks for one of the first, which need not be the same for all of them. The function's arguments keep their order. Every
/// application counts as an expression that is worked out.
extension EvaluationContext {
  func higherOrder(_ kind: Function.HigherOrder, _ inner: Function, _ terms: [Term]) throws(Failure) -> Term {
    switch kind {
    case .anyOf: return .value(.boolean(try someAlternative(inner, terms, is: true)))
    case .allOf: return .value(.boolean(try !someAlternative(inner, terms, is: false)))
    case .map:
      var values: [Value] = []
      try eachAlternative(terms) { arguments throws(Failure) in
        values.append(try applied(inner, arguments).single)
        return true
      }
      return .bag(values)
    case .anyOfAny: return .value(.boolean(try anyCombination(inner, terms)))
    case .allOfAny:
      return .value(
        .boolean(
          try every(terms[0]) { left throws(Failure) in
            try some(terms[1]) { right throws(Failure) in try applied(inner, [left, right]).boolean }
          }))
    case .anyOfAll:
      return .value(
        .boolean(
          try every(terms[1]) { right throws(Failure) in
            try some(terms[0]) { left throws(Failure) in try applied(inner, [left, right]).boolean }
          }))
    case .allOfAll:
      return .value(
        .boolean(
          try every(terms[0]) { left throws(Failure) in
            try every(terms[1]) { right throws(Failure) in try applied(inner, [left, right]).boolean }
          }))
    }
  }

  private func applied(_ inner: Function, _ arguments: [Term]) throws(Failure) -> Term {
    try spend(1, on: .expressions)
    return try call(inner, arguments)
  }

  private func someAlternative(
    _ inner: Function, _ terms: [Term], is wanted: Bool
  ) throws(Failure) -> Bool {
    var isFound = false
    try eachAlternative(terms) { arguments throws(Failure) in
      isFound = try applied(inner, arguments).boolean == wanted
      return !isFound
    }
    return isFound
  }

  /// Gives the arguments with the one bag among them replaced by each of its values, until the body says that it is enough.
  private func eachAlternative(
    _ terms: [Term], _ body: ([Term]) throws(Failure) -> Bool
  ) throws(Failure) {
    guard let place = terms.firstIndex(where: { if case .bag = $0 { true } else { false } }) else {
      _ = try body(terms)
      return
    }
    var arguments = terms
    for value in terms[place].values {
      arguments[place] = .value(value)
      guard try body(arguments) else { return }
    }
  }

  /// Whether the function holds for some choice of a value from every argument.
  private func anyCombination(_ inner: Function, _ terms: [Term]) throws(Failure) -> Bool {
    let choices = terms.map(\.values)
    if choices.contains(where: \.isEmpty) { return false }
    var places = Array(repeating: 0, count: choices.count)
    while true {
      if try applied(inner, zip(choices, places).map { .value($0[$1]) }).boolean { return true }
      guard let next = places.indices.last(where: { places[$0] + 1 < choices[$0].count }) else { return false }
      places[next] += 1
      for later in places.indices where later > next { places[later] = 0 }
    }
  }

  private func some(_ term: Term, _ test: (Term) throws(Failure) -> Bool) throws(Failure) -> Bool {
    for value in term.values where try test(.value(value)) { return true }
    return false
  }

  private func every(_ term: Term, _ test: (Term) throws(Failure) -> Bool) throws(Failure) -> Bool {
    for value in term.values where try !test(.value(value)) { return false }
    return true
  }
}
