/// What an expression gives: one value, or a bag of values of one type.
public enum Term: Hashable, Sendable {
  case value(Value)
  case bag([Value])

  var values: [Value] {
    switch self {
    case .value(let value): [value]
    case .bag(let values): values
    }
  }

  /// Bytes that it takes, about.
  var size: Int {
    switch self {
    case .value(let value): value.size
    case .bag(let values): values.reduce(0) { $0 + $1.size }
    }
  }
}

/// The static type of an expression.
public enum TermType: Hashable, Sendable {
  case value(DataType)
  case bag(DataType)

  var dataType: DataType {
    switch self {
    case .value(let type), .bag(let type): type
    }
  }

  /// `string`, `bag of string`.
  var description: String {
    switch self {
    case .value(let type): type.shortName
    case .bag(let type): "bag of \(type.shortName)"
    }
  }
}

/// A function of appendix A.3, of one type for each of its arguments.
public final class Function: Sendable {
  typealias Body = @Sendable ([Term]) throws(Failure) -> Term
  typealias CountedBody = @Sendable ([Term], Work) throws(Failure) -> Term

  enum Evaluation: Sendable {
    /// Equality of two values, as the type has it.
    case equality
    /// All arguments are evaluated first.
    case strict(Body)
    /// The same, of one that counts its work itself: its arguments do not tell it.
    case counted(CountedBody)
    /// Arguments are evaluated only as far as they are needed.
    case logical(Logical)
    /// The first argument is a function.
    case higherOrder(HigherOrder)
    /// Needs the content of the request.
    case path(PathFunction)
  }
  enum Logical: Sendable { case and, or, atLeast }
  enum HigherOrder: Sendable { case anyOf, allOf, anyOfAny, allOfAny, anyOfAll, allOfAll, map }
  enum PathFunction: Sendable { case count, equal, match }

  package let identifier: String
  /// `string-equal`.
  let shortName: String
  /// Whether Altinn's decision point can match by it.
  let isKnownToAltinn: Bool
  let parameters: [TermType]
  /// The type of any further arguments; `nil` where there are none.
  let further: TermType?
  let result: TermType
  let evaluation: Evaluation
  /// Whether the result may take as much room as the arguments: it is a text, or a bag.
  let makesTexts: Bool

  private static let knownToAltinn: Set<String> = [
    "string-equal", "string-equal-ignore-case", "anyURI-equal", "integer-equal", "time-equal", "date-equal",
    "dateTime-equal", "string-regexp-match",
  ]

  init(
    _ identifier: String, _ parameters: [TermType], further: TermType? = nil, gives result: TermType,
    _ evaluation: Evaluation
  ) {
    self.identifier = identifier
    shortName = String(identifier.split(separator: ":").last ?? "")
    isKnownToAltinn = Self.knownToAltinn.contains(shortName)
    self.parameters = parameters
    self.further = further
    self.result = result
    self.evaluation = evaluation
    switch result {
    case .bag: makesTexts = true
    case .value(let type):
      switch type {
      case .boolean, .integer, .double, .time, .date, .dateTime, .dayTimeDuration, .yearMonthDuration:
        makesTexts = false
      default: makesTexts = true
      }
    }
  }

  /// What is wrong with arguments of these types, if anything. Higher-order functions are checked where they are read.
  func problem(with arguments: [TermType]) -> String? {
    let count = parameters.count
    if further == nil ? arguments.count != count : arguments.count < count {
      return "`\(shortName)` takes \(further == nil ? "" : "at least ")\(count) arguments, and has \(arguments.count)"
    }
    for (index, argument) in arguments.enumerated() {
      let wanted = index < count ? parameters[index] : further!
      if argument != wanted {
        return "argument \(index + 1) of `\(shortName)` is a \(wanted.description), not a \(argument.description)"
      }
    }
    return nil
  }

  /// The value of a function that needs nothing but its arguments.
  func apply(_ arguments: [Term], spending work: Work) throws(Failure) -> Term {
    switch evaluation {
    case .equality: return .value(.boolean(arguments[0] == arguments[1]))
    case .strict(let body): return try body(arguments)
    case .counted(let body): return try body(arguments, work)
    case .logical(let logical):
      var truths = arguments.map { $0 == .value(.boolean(true)) }
      switch logical {
      case .and: return .value(.boolean(!truths.contains(false)))
      case .or: return .value(.boolean(truths.contains(true)))
      case .atLeast:
        guard case .value(.integer(let wanted)) = arguments[0] else { throw .processing("n-of without a number") }
        truths.removeFirst()
        guard wanted >= 0, wanted <= truths.count else { throw .processing("n-of asks for more than it has") }
        return .value(.boolean(truths.count { $0 } >= wanted))
      }
    case .higherOrder, .path: throw .processing("`\(shortName)` cannot be an argument of a function")
    }
  }
}

// MARK: Reading arguments whose types were checked

extension Term {
  var string: String {
    switch self {
    case .value(.string(let text)), .value(.anyURI(let text)): text
    default: ""
    }
  }
  var integer: Int64 { if case .value(.integer(let number)) = self { number } else { 0 } }
  var double: Double { if case .value(.double(let number)) = self { number } else { .nan } }
  var boolean: Bool { self == .value(.boolean(true)) }
  var single: Value { if case .value(let value) = self { value } else { .boolean(false) } }
}
