/// Targets, and the matches that they are made of.
extension PolicyReader {
  func target(_ element: XMLElement) throws(DocumentProblem) -> Target {
    var target = Target()
    for anyOf in try reading.children(element) {
      var alternatives: [AllOf] = []
      for allOf in try named("AnyOf", anyOf) {
        var matches: [Match] = []
        for match in try named("AllOf", allOf) { matches.append(try tolerated(match)) }
        guard !matches.isEmpty else { throw reading.problem("<AllOf> is empty", allOf) }
        alternatives.append(AllOf(matches: matches))
      }
      guard !alternatives.isEmpty else { throw reading.problem("<AnyOf> is empty", anyOf) }
      target.anyOf.append(AnyOf(allOf: alternatives))
    }
    return target
  }

  private func named(_ name: String, _ element: XMLElement) throws(DocumentProblem) -> [XMLElement] {
    guard element.name == name else {
      throw reading.problem("<\(element.name)> stands where <\(name)> belongs", element)
    }
    return try reading.children(element)
  }

  /// A match, or one that cannot be evaluated where that is tolerated.
  private func tolerated(_ element: XMLElement) throws(DocumentProblem) -> Match {
    do throws(DocumentProblem) {
      return try match(element)
    } catch {
      guard reading.tolerance != nil else { throw error }
      let children = try named("Match", element)
      guard children.count == 2, let function = FunctionTable.find(FunctionTable.one + "string-equal") else {
        throw error
      }
      let source = try? ExpressionReader(reader: self).expression(children[1]).expression
      return Match(
        function: function, literal: (try? reading.value(children[0])) ?? .string(children[0].text.trimmed),
        source: source ?? .fault(error.message), place: reading.place(element), fault: error.message)
    }
  }

  private func match(_ element: XMLElement) throws(DocumentProblem) -> Match {
    let children = try named("Match", element)
    let found = try reading.attributes(element, ["MatchId"])
    let function = try ExpressionReader(reader: self).function(try reading.required("MatchId", found, element), element)
    guard children.count == 2, children[0].name == "AttributeValue",
      ["AttributeDesignator", "AttributeSelector"].contains(children[1].name)
    else { throw reading.problem("<Match> has not a value and a designator or selector", element) }
    let literal = try reading.value(children[0])
    let (source, type) = try ExpressionReader(reader: self).expression(children[1])
    let arguments: [TermType] = [.value(literal.type), .value(type.dataType)]
    if case .higherOrder = function.evaluation {
      throw reading.problem("`\(function.shortName)` cannot be the function of a match", element)
    }
    if let wrong = function.problem(with: arguments) { throw reading.problem(wrong, element) }
    guard function.result == .value(.boolean) else {
      throw reading.problem("the function of a match gives a boolean, and `\(function.shortName)` does not", element)
    }
    return Match(function: function, literal: literal, source: source, place: reading.place(element))
  }
}
