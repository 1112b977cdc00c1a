import FactStore

/// Atoms: the relation and its columns exist, each is given once, a head gives all of them.
struct CheckArguments {
  let declarations: Declarations
  let sink: DiagnosticSink

  func check(_ unit: RuleUnit) {
    if let head = unit.head { checkHead(head) }
    for use in RelationUse.all(in: unit.literals) + (unit.head.map(usesInside) ?? []) {
      if let atom = use.atom { check(atom) } else { checkMembership(use.relation) }
    }
  }

  private func usesInside(_ head: Atom) -> [RelationUse] {
    RelationUse.all(in: Rule(head: head, body: [], doc: "", span: head.span))
  }

  /// An atom of a body.
  func check(_ atom: Atom) {
    guard let relation = relation(atom.relation) else { return }
    checkColumns(of: atom, relation)
    for argument in atom.arguments {
      guard case .none = argument.value, let column = relation.column(argument.column.text), !column.isOptional
      else { continue }
      sink.report(
        .noneOfRequired, "`\(atom.relation.text)` always has a value in `\(column.name)`", at: argument.span,
        help: optionalColumns(of: relation))
    }
  }

  private func optionalColumns(of relation: DeclaredRelation) -> String {
    let names = relation.schema.columns.filter(\.isOptional).map(\.name)
    return names.isEmpty
      ? "only optional columns can be `none`, and `\(relation.schema.name)` has no such column"
      : "only optional columns can be `none`: \(quoted(names))"
  }

  /// The head of a rule: a derived relation, with a value for every column.
  private func checkHead(_ atom: Atom) {
    guard let relation = relation(atom.relation) else { return }
    guard relation.kind == .derived else {
      if !declarations.clashing.contains(atom.relation.text) {
        sink.report(
          .ruleForSource, "`\(atom.relation.text)` comes from an export, so no rule can add to it",
          at: atom.relation.span,
          help: "declare a relation of your own, `relation my.name(…)`, and derive it from this one")
      }
      return
    }
    checkColumns(of: atom, relation)
    for argument in atom.arguments {
      let mark: String
      switch argument.value {
      case .wildcard: mark = "_"
      case .none: mark = "none"
      case .punned, .expression: continue
      }
      sink.report(
        .openHead, "`\(argument.column.text): \(mark)` gives `\(atom.relation.text)` no value", at: argument.span,
        help: "a head gives every column a value: a variable of the body or a constant")
    }
    let missing = missingColumns(of: atom, relation).map(\.name)
    if !missing.isEmpty {
      sink.report(
        .missingColumn, "the head gives `\(atom.relation.text)` no value for \(quoted(missing))", at: atom.span,
        help: "add \(quoted(missing)) to the head")
    }
  }

  /// The columns that an atom does not give. None where it gives one that does not exist: that may be the missing one.
  func missingColumns(of atom: Atom, _ relation: DeclaredRelation) -> [ColumnSchema] {
    let given = Set(atom.arguments.map(\.column.text))
    guard given.allSatisfy({ relation.column($0) != nil }) else { return [] }
    return relation.schema.columns.filter { !given.contains($0.name) }
  }

  func checkColumns(of atom: Atom, _ relation: DeclaredRelation) {
    var seen: Set<String> = []
    for argument in atom.arguments {
      let name = argument.column.text
      if relation.column(name) == nil {
        let names = relation.schema.columns.map(\.name)
        sink.report(
          .unknownColumn, "`\(atom.relation.text)` has no column `\(name)`", at: argument.column.span,
          help: Suggestion.help(for: name, among: names, otherwise: "its columns are \(quoted(names))"))
      } else if !seen.insert(name).inserted {
        sink.report(
          .repeatedArgument, "`\(name)` is given twice", at: argument.column.span,
          help: "keep one; to demand that two values are equal, write `a = b`")
      }
    }
  }

  /// The relation of a name, reported where there is none.
  func relation(_ name: Name) -> DeclaredRelation? {
    if let relation = declarations.relations[name.text] { return relation }
    let help =
      declarations.isParameter(name.text)
      ? "`\(name.text)` is a parameter; compare with it, `value = \(name.text)`"
      : Suggestion.help(
        for: name.text, among: declarations.relations.keys,
        otherwise: "declare it with `relation \(name.text)(…)`; `tilsyn relations` lists what the exports give")
    sink.report(.unknownRelation, "there is no relation `\(name.text)`", at: name.span, help: help)
    return nil
  }

  /// `value in name`: a set parameter, or a relation of one column.
  private func checkMembership(_ name: Name) {
    if let parameter = declarations.parameters[name.text] {
      if !parameter.isSet {
        sink.report(
          .parameterIsNoSet, "the parameter `\(name.text)` is one value", at: name.span,
          help: "compare with `=`, or declare it as `set \(parameter.type.name)`")
      }
      return
    }
    if declarations.brokenParameters.contains(name.text) { return }
    guard declarations.relations[name.text] != nil else {
      let known = declarations.parameters.keys.sorted() + declarations.relations.keys.sorted()
      sink.report(
        .unknownRelation, "there is no parameter or relation `\(name.text)`", at: name.span,
        help: Suggestion.help(
          for: name.text, among: known, otherwise: "`in` takes a set parameter or a relation of one column"))
      return
    }
    guard let relation = declarations.relations[name.text], relation.schema.columns.count != 1 else { return }
    sink.report(
      .severalColumns,
      "`\(name.text)` has \(relation.schema.columns.count) columns, so `in` cannot tell which is meant",
      at: name.span, help: "write the atom, `\(name.text)(\(relation.schema.columns.first?.name ?? "column"): …)`")
  }
}
