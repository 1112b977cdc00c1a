import FactStore
import PolicyEngine

/// Runs the examples that policies carry (language.md, statement 15).
package struct ExampleRunner {
  private let checked: CheckedProgram
  private let today: CalendarDate

  package init(checked: CheckedProgram, today: CalendarDate) {
    self.checked = checked
    self.today = today
  }

  /// How one example went.
  package struct Outcome: Sendable {
    package var policy: String
    package var example: String
    package var place: SourcePlace
    /// What differs from what the example expects; empty when it passed.
    package var failures: [String]
    package var passed: Bool { failures.isEmpty }
  }

  /// All examples of one policy, in the order written.
  package func run(_ policy: PolicyDeclaration) -> [Outcome] {
    policy.examples.map { example in
      let symbols = SymbolTable()
      let schemas = SchemaSet(
        checked.relations.values.filter { $0.kind == .source }.map(\.schema).sorted { $0.name < $1.name })
      let store = FactStore.assemble(symbols: symbols, schemas: schemas, files: [], writers: [])
      let given = GivenFactsBuilder(checked: checked, symbols: symbols, today: today).build(example.given)
      let engine = Engine(checked, store: store, today: today, given: given)
      let verdicts = PolicyVerdicts(engine.compile(policy), engine: engine)
      let source = checked.program.sources[example.span.file]
      return Outcome(
        policy: policy.id.text, example: example.title.value,
        place: SourcePlace(path: source.path, line: source.position(of: example.span.start).line),
        failures: Expectations(verdicts: verdicts, engine: engine, symbols: symbols, today: today).failures(
          of: example.expectations))
    }
  }
}
