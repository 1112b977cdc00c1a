import FactStore

/// Examples: facts that the exports could give, and expectations that name members.
///
/// `column: _` says that the value is not known, `column: none` that there is none.
struct CheckExamples {
  let unitCheck: CheckUnit
  let policy: PolicyDeclaration
  let keyTypes: [String: ValueType]
  let reads: ColumnsRead
  private var sink: DiagnosticSink { unitCheck.sink }

  func check() {
    for case .example(let example) in policy.clauses { check(example) }
  }

  private func check(_ example: PolicyDeclaration.Example) {
    let given = Set(
      example.given.compactMap { given in
        if case .fact(let atom) = given { atom.relation.text } else { nil }
      })
    let columns = reads.columns(of: policy, given: given)
    for given in example.given {
      switch given {
      case .fact(let atom): check(atom, columns[atom.relation.text] ?? [])
      case .partial(let name, _), .absent(let name, _), .without(let name, _):
        _ = CheckArguments(declarations: unitCheck.declarations, sink: sink).relation(name)
      }
    }
    for expectation in example.expectations { check(expectation) }
  }

  private func check(_ atom: Atom, _ read: Set<String>) {
    let arguments = CheckArguments(declarations: unitCheck.declarations, sink: sink)
    arguments.check(atom)
    guard let relation = unitCheck.declarations.relations[atom.relation.text] else { return }
    if CheckFacts(unitCheck: unitCheck).checkConstants(atom) { expressions.check(atom) }
    let missing = arguments.missingColumns(of: atom, relation).filter { read.contains($0.name) }
    guard !missing.isEmpty else { return }
    let names = quoted(missing.map(\.name))
    let allOptional = missing.allSatisfy(\.isOptional)
    sink.report(
      .missingColumn, "this fact gives \(names) no value, and the policy reads \(missing.count == 1 ? "it" : "them")",
      at: atom.span,
      help: "add \(names)" + (allOptional ? "; `none` says that there is no value, `_` that it is not known" : ""))
  }

  private var expressions: CheckTypes {
    let nothing = RuleUnit(kind: .rule, body: [], span: policy.span)
    return CheckTypes(expressions: unitCheck.expressions(VariableTable(nothing), InferTypes.Types()))
  }

  private func check(_ expectation: PolicyDeclaration.Expectation) {
    guard let population = policy.population else { return }
    let keys = policy.keys
    var seen: Set<String> = []
    for (name, value) in expectation.subject {
      guard keys.contains(name.text), expectation.verdict != .empty else {
        let isEmpty = expectation.verdict == .empty
        sink.report(
          .unknownKey,
          isEmpty ? "an empty population has no member" : "`\(name.text)` does not name members of this policy",
          at: name.span,
          help: isEmpty
            ? "write `expect empty`"
            : Suggestion.help(for: name.text, among: keys, otherwise: "members are named by \(quoted(keys))"))
        continue
      }
      if !seen.insert(name.text).inserted {
        sink.report(.repeatedName, "`\(name.text)` is given twice", at: name.span, help: "remove one of the two")
      }
      if let type = keyTypes[name.text] { expressions.expressions.check(.constant(value), as: type) }
    }
    let missing = keys.filter { !seen.contains($0) }
    // A hole in the population has no member to name.
    let mayBeBare = expectation.verdict == .empty || expectation.verdict == .unverified
    guard !missing.isEmpty, !(mayBeBare && expectation.subject.isEmpty), expectation.verdict != .empty else { return }
    guard expectation.subject.allSatisfy({ keys.contains($0.name.text) }), !population.body.isEmpty else { return }
    sink.report(
      .missingKey, "`expect \(expectation.verdict.rawValue)` does not say which member", at: expectation.span,
      help: "add \(quoted(missing.map { "\($0): …" }))")
  }
}
