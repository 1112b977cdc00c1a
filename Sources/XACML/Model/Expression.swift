/// An expression whose types were checked when it was read.
public indirect enum Expression: Sendable {
  case value(Value)
  case attribute(Designator)
  case selector(Selector)
  case variable(Variable)
  case apply(Function, [Expression])
  /// A function applied to every combination of values; the function, then what it is applied to.
  case higherOrder(Function, Function, [Expression])
  /// What the specification refuses, and why; only where a policy is read as Altinn reads it.
  case fault(String)
}

/// Asks for the values of an attribute.
public struct Designator: Sendable {
  /// What it asks for.
  public var key: AttributeKey
  package var mustBePresent: Bool
  /// The number of the key among all that the policies of a decision point ask for.
  var slot: Int
}

/// Asks for what an XPath expression finds in the content of a category.
public struct Selector: Sendable {
  /// Of whose content it selects.
  public var category: String
  /// The path of XPath.
  public var path: String
  /// What the selected texts are read as.
  public var type: DataType
  package var mustBePresent: Bool
  /// The attribute whose value says from which node the path begins.
  var contextSelector: String?
  var namespaces: [NamespaceBinding]
}

/// A definition that expressions of its policy refer to. Evaluated when it is first needed.
public final class Variable: Sendable {
  /// As expressions refer to it.
  public let id: String
  let expression: Expression
  let type: TermType
  /// Expressions within each other, those of the variables that it rests on counted along.
  let depth: Int
  /// The number of the variable among all of a decision point.
  let slot: Int

  init(id: String, expression: Expression, type: TermType, slot: Int) {
    self.id = id
    self.expression = expression
    self.type = type
    depth = expression.depth
    self.slot = slot
  }
}

extension Expression {
  /// Expressions within each other, those of variables counted along: evaluating goes so deep.
  var depth: Int {
    switch self {
    case .value, .attribute, .selector, .fault: 1
    case .variable(let variable): 1 + variable.depth
    case .apply(_, let arguments), .higherOrder(_, _, let arguments): 1 + (arguments.map(\.depth).max() ?? 0)
    }
  }
}

/// A file and a line of it.
public struct Place: Hashable, Sendable {
  /// As it was given when the policy was read.
  public var file: String
  /// From 1.
  public var line: Int
  /// A line of a file, from 1.
  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }
}
