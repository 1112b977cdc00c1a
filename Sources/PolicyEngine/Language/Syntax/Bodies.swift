import FactStore

/// One conjunct of a body.
public indirect enum Literal: Sendable {
  case atom(Atom, optional: Bool)
  case notAtom(Atom, Span)
  case notBody([Literal], Span)
  /// `( a or b or … )`
  case or([[Literal]], Span)
  case comparison(Expression, Comparison, Expression, Span)
  /// `expr in { … }`
  case inSet(Expression, [Constant], Span)
  /// `expr in name`, a parameter or a relation of one column.
  case inName(Expression, Name, Span)

  package var span: Span {
    switch self {
    case .atom(let atom, _): atom.span
    case .notAtom(_, let span), .notBody(_, let span), .or(_, let span), .comparison(_, _, _, let span),
      .inSet(_, _, let span), .inName(_, _, let span):
      span
    }
  }
}

/// `relation(column: argument, …)`
public struct Atom: Sendable {
  package var relation: Name
  package var arguments: [Argument]
  package var span: Span
}

/// One argument of an atom: `user`, `role: "x"`, `end: none`, `end: _`.
public struct Argument: Sendable {
  package var column: Name
  package var value: Value
  package var span: Span

  /// What stands there.
  public enum Value: Sendable {
    /// `user`: column and variable of one name.
    case punned
    /// `_`: some value.
    case wildcard
    /// `none`: an optional column without a value.
    case none
    case expression(Expression)
  }
}

/// A value to be computed.
public indirect enum Expression: Sendable {
  case constant(Constant)
  case variable(Name)
  /// A dotted name: a parameter.
  case parameter(Name)
  case call(Name, [Expression], Span)
  case aggregate(Aggregate)
  case arithmetic(Expression, Arithmetic, Expression, Span)
  case negated(Expression, Span)

  package var span: Span {
    switch self {
    case .constant(let constant): constant.span
    case .variable(let name), .parameter(let name): name.span
    case .call(_, _, let span), .arithmetic(_, _, _, let span), .negated(_, let span): span
    case .aggregate(let aggregate): aggregate.span
    }
  }
}

/// `count(user) { … }`
public struct Aggregate: Sendable {
  package var function: AggregateFunction
  /// `count` takes one or more, the others one.
  public var variables: [Name]
  package var body: [Literal]
  package var span: Span
}

/// A constant as written.
public struct Constant: Sendable {
  /// What stands there.
  public enum Value: Hashable, Sendable {
    case string(String)
    case int(Int64)
    /// `30 days`: an integer that may be added to a date.
    case days(Int64)
    case bool(Bool)
    case date(CalendarDate)
    /// `today`: the audit's `--as-of`.
    case today
  }
  package var value: Value
  package var span: Span
  package init(_ value: Value, _ span: Span) {
    self.value = value
    self.span = span
  }
}
