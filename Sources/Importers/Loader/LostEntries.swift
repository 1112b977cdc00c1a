import FactStore

/// Entries of the configuration and of the command line that fit no file.
///
/// Whoever wrote down what a file is had the file: where it is gone, an export that was announced did not come, and what it
/// would fill is open as far as the entry says of whom it speaks. Often it is a slip of the pen, so that each is told.
struct LostEntries {
  private var entries: [Entry] = []
  private(set) var warnings: [String] = []

  private struct Entry {
    var name: String
    var kind: String
    var context: SourceContext
    var relations: [String]
  }

  init(_ configuration: Configuration, _ overrides: [SourceOverride], _ bindings: FileBindings) {
    func add(_ name: String, _ context: SourceContext) {
      warnings.append("\(name) fits no file")
      guard let kind = context.kind else { return }
      let relations = configuration.relations(ofKind: kind).filter { !EnhetsregisteretSchemas.ofEnds.contains($0) }
      entries.append(Entry(name: name, kind: kind, context: context, relations: relations))
    }
    for override in bindings.lostOverrides.map({ overrides[$0] }) {
      add("`--as \(override.path.text)=…`", override.context)
    }
    for source in bindings.lostSources.map({ configuration.sources[$0] }) {
      add("`\(source.pattern.text)` in `sources` (line \(source.line))", source.context)
    }
    let files = configuration.mappings.flatMap(\.files)
    for file in bindings.lostMapped.map({ files[$0] }) {
      add("`\(file.pattern.text)` in a mapping (line \(file.line))", SourceContext(kind: file.kind))
    }
  }

  /// The organisations and people that the entries name, so that they have names.
  func inform(_ survey: inout Survey) {
    for entry in entries {
      guard let kind = AltinnKind(rawValue: entry.kind) else { continue }
      let ask = AltinnAsk(kind: kind, context: entry.context)
      for relation in entry.relations {
        for case .party(let key) in ask.known(of: relation).values { survey.parties.join([key]) }
      }
    }
  }

  func write(to writer: FactWriter, _ survey: Survey) {
    for entry in entries {
      for relation in entry.relations {
        writer.addHole(
          relation, known(entry, relation, writer.schemas, survey), reason: .expected,
          text: "\(entry.name) fits no file: the export that it speaks of did not come")
      }
    }
  }

  /// What the entry says of every row that the file would have held.
  private func known(_ entry: Entry, _ relation: String, _ schemas: SchemaSet, _ survey: Survey) -> [String: Value] {
    let columns = schemas[relation]?.columns.filter { !$0.isOptional }.map(\.name) ?? []
    if let kind = AltinnKind(rawValue: entry.kind) {
      return AltinnAsk(kind: kind, context: entry.context).known(of: relation).filter { columns.contains($0.key) }
        .compactMapValues { cell in
          guard case .party(let key) = cell else { return nil }
          return survey.parties.cell(key).known
        }
    }
    var known: [String: Value] = [:]
    if columns.contains("organisation"), let organisation = entry.context.organisation {
      known["organisation"] = .text(organisation)
    }
    guard entry.kind.contains("permission") else { return known }
    if columns.contains("object"), let object = entry.context.object { known["object"] = .text(object) }
    if columns.contains("user"), let user = entry.context.user { known["user"] = .text(user) }
    return known
  }
}
