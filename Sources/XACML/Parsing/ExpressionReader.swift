import Formats

/// Reads expressions, with the variables that a policy defines.
struct ExpressionReader {
  /// Expressions within each other that one variable may come to, with those that it rests on.
  static let depthLimit = 512

  let reader: PolicyReader
  private var definitions: [ExactText: XMLElement] = [:]
  private var order: [ExactText] = []
  private var variables: [ExactText: Variable] = [:]

  init(reader: PolicyReader) { self.reader = reader }

  private var reading: Reading { reader.reading }

  mutating func add(_ element: XMLElement) throws(DocumentProblem) {
    let id = ExactText(try reading.required("VariableId", try reading.attributes(element, ["VariableId"]), element))
    guard definitions.updateValue(element, forKey: id) == nil else {
      throw reading.problem("a second definition of the same variable", element)
    }
    order.append(id)
    guard order.count <= PolicyReader.variableLimit else {
      throw reading.problem("a policy has more than \(PolicyReader.variableLimit) variables", element)
    }
  }

  /// Reads every definition, each after those that it refers to.
  mutating func define() throws(DocumentProblem) {
    for id in order { try define(id, within: []) }
  }

  private mutating func define(_ id: ExactText, within outer: [ExactText]) throws(DocumentProblem) {
    guard variables[id] == nil, let element = definitions[id] else { return }
    guard !outer.contains(id) else { throw reading.problem("a variable is defined by itself", element) }
    guard outer.count < Policy.depthLimit else {
      throw reading.problem("variables refer to variables deeper than \(Policy.depthLimit)", element)
    }
    for reference in Self.references(in: element) { try define(reference, within: outer + [id]) }
    let children = try reading.children(element)
    guard children.count == 1 else { throw reading.problem("a variable has not one expression", element) }
    let (expression, type) = try self.expression(children[0])
    let variable = Variable(id: id.text, expression: expression, type: type, slot: reader.index.nextVariable())
    guard variable.depth <= Self.depthLimit else {
      throw reading.problem("variables come to expressions nested deeper than \(Self.depthLimit)", element)
    }
    variables[id] = variable
  }

  private static func references(in element: XMLElement) -> [ExactText] {
    var found: [ExactText] = []
    for child in element.children {
      if child.name == "VariableReference" {
        found += child.attributes.filter { $0.name == "VariableId" }.map { ExactText($0.value.trimmed) }
      }
      found += references(in: child)
    }
    return found
  }

  // MARK: Expressions

  func expression(_ element: XMLElement) throws(DocumentProblem) -> (expression: Expression, type: TermType) {
    try reading.hold(Reading.valueSize, element)
    switch element.name {
    case "AttributeValue":
      let value = try reading.value(element)
      return (.value(value), .value(value.type))
    case "AttributeDesignator": return try designator(element)
    case "AttributeSelector": return try selector(element)
    case "VariableReference":
      let id = try reading.required("VariableId", try reading.attributes(element, ["VariableId"]), element)
      guard let variable = variables[ExactText(id)] else {
        throw reading.problem("the policy defines no variable of this name", element)
      }
      return (.variable(variable), variable.type)
    case "Apply": return try application(element)
    case "Function":
      throw reading.problem("a function stands where only a higher-order function takes one", element)
    default: throw reading.problem("<\(element.name)> is no expression", element)
    }
  }

  private func designator(_ element: XMLElement) throws(DocumentProblem) -> (Expression, TermType) {
    let found = try reading.attributes(element, ["Category", "AttributeId", "DataType", "Issuer", "MustBePresent"])
    let key = AttributeKey(
      category: try reading.required("Category", found, element),
      id: try reading.required("AttributeId", found, element),
      type: DataType(try reading.required("DataType", found, element)), issuer: found["Issuer"])
    _ = try reading.required("MustBePresent", found, element)
    let designator = Designator(
      key: key, mustBePresent: try reading.flag(found["MustBePresent"], element), slot: reader.index.slot(of: key))
    return (.attribute(designator), .bag(key.type))
  }

  private func selector(_ element: XMLElement) throws(DocumentProblem) -> (Expression, TermType) {
    let found = try reading.attributes(
      element, ["Category", "ContextSelectorId", "Path", "DataType", "MustBePresent"])
    let type = DataType(try reading.required("DataType", found, element))
    _ = try reading.required("MustBePresent", found, element)
    return (
      .selector(
        Selector(
          category: try reading.required("Category", found, element),
          path: try reading.required("Path", found, element),
          type: type, mustBePresent: try reading.flag(found["MustBePresent"], element),
          contextSelector: found["ContextSelectorId"]?.trimmed, namespaces: element.namespaces)),
      .bag(type)
    )
  }

  func function(_ identifier: String, _ element: XMLElement) throws(DocumentProblem) -> Function {
    guard let function = FunctionTable.find(identifier) else {
      throw reading.problem("there is no function `\(identifier.prefix(160))`", element)
    }
    return function
  }

  private func application(_ element: XMLElement) throws(DocumentProblem) -> (Expression, TermType) {
    let found = try reading.attributes(element, ["FunctionId"])
    let function = try function(try reading.required("FunctionId", found, element), element)
    let children = try reading.children(element).filter { $0.name != "Description" }
    if case .higherOrder(let kind) = function.evaluation {
      return try higherOrder(function, kind, children, element)
    }
    var arguments: [Expression] = []
    var types: [TermType] = []
    for child in children {
      let (argument, type) = try expression(child)
      arguments.append(argument)
      types.append(type)
    }
    if let wrong = function.problem(with: types) { throw reading.problem(wrong, element) }
    return (.apply(function, arguments), function.result)
  }

  private func higherOrder(
    _ outer: Function, _ kind: Function.HigherOrder, _ children: [XMLElement], _ element: XMLElement
  ) throws(DocumentProblem) -> (Expression, TermType) {
    guard let first = children.first, first.name == "Function" else {
      throw reading.problem("the first argument of `\(outer.shortName)` is a <Function>", element)
    }
    let inner = try function(
      try reading.required("FunctionId", try reading.attributes(first, ["FunctionId"]), first), first)
    switch inner.evaluation {
    case .higherOrder, .path:
      throw reading.problem("`\(inner.shortName)` cannot be applied by `\(outer.shortName)`", first)
    default: break
    }
    var arguments: [Expression] = []
    var types: [TermType] = []
    for child in children.dropFirst() {
      let (argument, type) = try expression(child)
      arguments.append(argument)
      types.append(type)
    }
    let bags = types.count { if case .bag = $0 { true } else { false } }
    switch kind {
    case .anyOf, .allOf, .map:
      guard bags == 1 else { throw reading.problem("`\(outer.shortName)` takes one bag, and has \(bags)", element) }
    case .anyOfAny:
      guard !types.isEmpty else { throw reading.problem("`any-of-any` has nothing to apply a function to", element) }
    case .allOfAny, .anyOfAll, .allOfAll:
      guard bags == 2, types.count == 2 else {
        throw reading.problem("`\(outer.shortName)` takes two bags", element)
      }
    }
    if let wrong = inner.problem(with: types.map { .value($0.dataType) }) { throw reading.problem(wrong, element) }
    if kind == .map {
      guard case .value(let type) = inner.result else {
        throw reading.problem("`\(inner.shortName)` gives no single value for `map`", element)
      }
      return (.higherOrder(outer, inner, arguments), .bag(type))
    }
    guard inner.result == .value(.boolean) else {
      throw reading.problem("`\(inner.shortName)` gives no boolean for `\(outer.shortName)`", element)
    }
    return (.higherOrder(outer, inner, arguments), .value(.boolean))
  }
}
