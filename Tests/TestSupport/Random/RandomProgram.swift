import FactStore

@testable import PolicyEngine

/// A random program, its source relations and their facts and holes. Equal seeds give equal programs.
package struct RandomProgram: Sendable {
  package var seed: UInt64
  package var schemas: [RelationSchema]
  /// With empty spans: the text is what counts.
  package var items: [Item]
  package var inputs: [RandomInput]
  package var today: CalendarDate

  package init(seed: UInt64) {
    var maker = ProgramMaker(seed: seed)
    maker.makeSources()
    maker.makeInputs()
    maker.makeDerived()
    maker.makePolicy()
    self.seed = seed
    schemas = maker.schemas
    items = maker.items.map { Tidy(schemas: maker.schemas, items: maker.items).tidy($0) }
    inputs = maker.inputs
    today = RandomDomain.today
  }

  /// The program as policy text.
  package var text: String { PolicyText.print(items) }

  package var schemaSet: SchemaSet { SchemaSet(schemas) }

  /// A store with the facts and holes; a new one each time.
  package func store() -> FactStore { RandomInput.store(inputs, schemas: schemaSet) }

  /// The syntax tree as made, not as parsed.
  package var tree: Program { Program(sources: [SourceText(path: "random.policy", text: text)], items: items) }

  /// What the program uses, by name.
  package var features: Set<String> { FeatureWalk.features(of: items) }

  /// All there is to know to repeat a failure.
  package var report: String {
    let relations = schemas.map { schema in
      let columns = schema.columns.map { "\($0.name)\($0.isOptional ? "?" : ""): \($0.type.name)" }
      let key = schema.key.isEmpty ? "" : " key \(schema.key.joined(separator: ", "))"
      return "source \(schema.name)(\(columns.joined(separator: ", ")))\(key)"
    }
    return "seed \(seed)\n\n" + relations.joined(separator: "\n") + "\n\n"
      + inputs.map(\.description).joined(separator: "\n") + "\n\n" + text
  }
}
