import FactStore

/// Gives each parameter the value that holds in this run: the declared one, or the override.
struct CheckParameters {
  let program: Program
  /// Texts from `tilsyn.yaml` or flags, by parameter.
  let overrides: [String: [String]]
  let sink: DiagnosticSink

  func read(into declarations: inout Declarations) {
    for case .parameter(let parameter) in program.items { read(parameter, into: &declarations) }
    let known = declarations.parameters.keys.sorted() + declarations.brokenParameters.sorted()
    for name in overrides.keys.sorted() where !declarations.isParameter(name) {
      sink.report(
        .unknownParameter, "a value is given for `\(name)`, but there is no such parameter",
        at: Span(file: 0, start: 0, end: 0),
        help: Suggestion.help(for: name, among: known, otherwise: parameterList(declarations)))
    }
  }

  private func read(_ parameter: ParameterDeclaration, into declarations: inout Declarations) {
    let name = parameter.name.text
    guard !declarations.isParameter(name) else {
      sink.report(
        .duplicateParameter, "the parameter `\(name)` is declared twice", at: parameter.name.span,
        help: "remove one of the two")
      return
    }
    guard let type = declarations.type(named: parameter.type.text) else {
      CheckDeclarations.reportUnknownType(parameter.type, declarations: declarations, sink: sink)
      declarations.brokenParameters.insert(name)
      return
    }
    if parameter.range != nil, type != .int {
      sink.report(
        .rangeWithoutInt, "`within` limits numbers, but `\(name)` is `\(type.name)`", at: parameter.name.span,
        help: "drop `within`, or make the parameter `int`")
    }
    guard let declared = declaredValues(parameter, type) else {
      declarations.brokenParameters.insert(name)
      return
    }
    let values = override(parameter, type) ?? declared
    declarations.parameters[name] = CheckedProgram.ParameterInfo(
      name: name, type: type, isSet: parameter.isSet, values: parameter.isSet ? canonical(values) : values,
      declared: parameter.isSet ? canonical(declared) : declared, isOverridden: overrides[name] != nil,
      doc: parameter.doc)
  }

  private func declaredValues(_ parameter: ParameterDeclaration, _ type: ValueType) -> [Value]? {
    var values: [Value] = []
    var isSound = true
    for constant in parameter.values {
      // `today` would make the value differ from run to run without anybody changing it.
      let value =
        constant.value == .today ? nil : ReadConstant.value(constant.value, as: type, today: CalendarDate(days: 0))
      guard let value else {
        sink.report(
          .invalidConstant, "`\(ReadConstant.text(constant.value))` is no value of `\(type.name)`", at: constant.span,
          help: "write \(ReadConstant.form(of: type))")
        isSound = false
        continue
      }
      isSound = checkRange(value, of: parameter, at: constant.span) && isSound
      values.append(value)
    }
    if !parameter.isSet, parameter.values.count != 1 {
      sink.report(
        .invalidParameter, "`\(parameter.name.text)` needs exactly one value", at: parameter.span,
        help: "write `set \(type.name)` to allow several")
      isSound = false
    }
    return isSound ? values : nil
  }

  /// The overriding values; `nil` where there are none, or where one is wrong (then the declared ones stay).
  private func override(_ parameter: ParameterDeclaration, _ type: ValueType) -> [Value]? {
    let name = parameter.name.text
    guard let texts = overrides[name] else { return nil }
    if !parameter.isSet, texts.count != 1 {
      sink.report(
        .invalidParameter, "`\(name)` takes one value, but \(texts.count) are given", at: parameter.name.span,
        help: "give one value of `\(type.name)`")
      return nil
    }
    var values: [Value] = []
    for text in texts {
      guard let value = ReadConstant.value(text: text, as: type) else {
        sink.report(
          .invalidParameter, "the value `\(text)` given for `\(name)` is no `\(type.name)`", at: parameter.name.span,
          help: "give \(ReadConstant.plainForm(of: type))")
        return nil
      }
      guard checkRange(value, of: parameter, at: parameter.name.span) else { return nil }
      values.append(value)
    }
    return values
  }

  private func checkRange(_ value: Value, of parameter: ParameterDeclaration, at span: Span) -> Bool {
    guard let range = parameter.range, case .int(let number) = value, !range.contains(number) else { return true }
    sink.report(
      .parameterOutOfRange,
      "`\(number)` is not within \(range.lowerBound)..\(range.upperBound), the range of `\(parameter.name.text)`",
      at: span, help: "give a number from \(range.lowerBound) to \(range.upperBound)")
    return false
  }

  /// Sorted and distinct, so that the order written never shows.
  private func canonical(_ values: [Value]) -> [Value] {
    Set(values).sorted { left, right in
      switch (left, right) {
      case (.text(let a), .text(let b)): a.utf8.lexicographicallyPrecedes(b.utf8)
      case (.int(let a), .int(let b)), (.time(let a), .time(let b)): a < b
      case (.date(let a), .date(let b)): a < b
      case (.bool(let a), .bool(let b)): !a && b
      default: false
      }
    }
  }

  private func parameterList(_ declarations: Declarations) -> String {
    let names = declarations.parameters.keys.sorted()
    return names.isEmpty ? "no policy declares a parameter" : "the parameters are \(quoted(names))"
  }
}
