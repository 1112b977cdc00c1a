/// Functions that apply another to every combination of the values of bags (core specification, A.3.12).
///
/// `all-of-any` takes each value of the first bag and asks for one of the second; `any-of-all` takes each of the second and
/// asks for one of the first, which need not be the same for all of them. The function's arguments keep their order.
enum HigherOrderFunctions {
  /// Combinations that one application of `any-of-any` may try.
  static let limit = 1_000_000

  static func apply(_ kind: Function.HigherOrder, _ inner: Function, _ terms: [Term]) throws(Failure) -> Term {
    switch kind {
    case .anyOf:
      for arguments in alternatives(terms) where try inner.apply(arguments).boolean { return .value(.boolean(true)) }
      return .value(.boolean(false))
    case .allOf:
      for arguments in alternatives(terms) where try !inner.apply(arguments).boolean { return .value(.boolean(false)) }
      return .value(.boolean(true))
    case .map:
      var values: [Value] = []
      for arguments in alternatives(terms) { values.append(try inner.apply(arguments).single) }
      return .bag(values)
    case .anyOfAny: return .value(.boolean(try anyCombination(inner, terms)))
    case .allOfAny:
      return .value(
        .boolean(
          try every(terms[0]) { left throws(Failure) in
            try some(terms[1]) { right throws(Failure) in try inner.apply([left, right]).boolean }
          }))
    case .anyOfAll:
      return .value(
        .boolean(
          try every(terms[1]) { right throws(Failure) in
            try some(terms[0]) { left throws(Failure) in try inner.apply([left, right]).boolean }
          }))
    case .allOfAll:
      return .value(
        .boolean(
          try every(terms[0]) { left throws(Failure) in
            try every(terms[1]) { right throws(Failure) in try inner.apply([left, right]).boolean }
          }))
    }
  }

  /// The arguments with the one bag among them replaced by each of its values.
  private static func alternatives(_ terms: [Term]) -> [[Term]] {
    guard let place = terms.firstIndex(where: { if case .bag = $0 { true } else { false } }) else { return [terms] }
    return terms[place].values.map { value in
      var arguments = terms
      arguments[place] = .value(value)
      return arguments
    }
  }

  /// Whether the function holds for some choice of a value from every argument.
  private static func anyCombination(_ inner: Function, _ terms: [Term]) throws(Failure) -> Bool {
    let choices = terms.map(\.values)
    if choices.contains(where: \.isEmpty) { return false }
    var places = Array(repeating: 0, count: choices.count)
    for _ in 0..<limit {
      if try inner.apply(zip(choices, places).map { .value($0[$1]) }).boolean { return true }
      guard let next = places.indices.last(where: { places[$0] + 1 < choices[$0].count }) else { return false }
      places[next] += 1
      for later in places.indices where later > next { places[later] = 0 }
    }
    throw .processing("`any-of-any` has more than \(limit) combinations")
  }

  private static func some(_ term: Term, _ test: (Term) throws(Failure) -> Bool) throws(Failure) -> Bool {
    for value in term.values where try test(.value(value)) { return true }
    return false
  }

  private static func every(_ term: Term, _ test: (Term) throws(Failure) -> Bool) throws(Failure) -> Bool {
    for value in term.values where try !test(.value(value)) { return false }
    return true
  }
}
