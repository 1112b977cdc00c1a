import FactStore
import Localization

/// Entries of the configuration and of the command line that fit no file.
///
/// Whoever wrote down what a file is had the file: where it is gone, an export that was announced did not come, and what it
/// would fill is open as far as the entry says of whom it speaks. Often it is a slip of the pen, so that each is told.
struct LostEntries {
  private let registry: Registry
  private var entries: [Entry] = []
  private(set) var warnings: [Phrase] = []

  private struct Entry {
    var name: Phrase
    var kind: String
    var context: SourceContext
    var relations: [String]
  }

  init(_ configuration: Configuration, _ overrides: [SourceOverride], _ bindings: FileBindings) {
    let registry = configuration.registry
    let schemas = Dictionary(registry.schemas.map { ($0.name, $0) }) { first, _ in first }
    self.registry = registry
    func add(_ name: Phrase, _ context: SourceContext) {
      warnings.append("\(name) fits no file")
      guard let kind = context.kind else { return }
      let relations = configuration.relations(ofKind: kind).filter { schemas[$0]?.lost != .nothing }
      entries.append(Entry(name: name, kind: kind, context: context, relations: relations))
    }
    for override in bindings.lostOverrides.map({ overrides[$0] }) {
      add(Phrase("`--as \(override.path.text)=…`"), override.context)
    }
    for source in bindings.lostSources.map({ configuration.sources[$0] }) {
      add(Phrase("`\(source.pattern.text)` in `sources` (line \(source.line))"), source.context)
    }
    let files = configuration.mappings.flatMap(\.files)
    for file in bindings.lostMapped.map({ files[$0] }) {
      add(Phrase("`\(file.pattern.text)` in a mapping (line \(file.line))"), SourceContext(kind: file.kind))
    }
  }

  /// The organisations and people that the entries name, so that they have names.
  func inform(_ survey: inout Survey) {
    for entry in entries {
      for relation in entry.relations {
        for key in (parties(of: relation, entry) ?? [:]).values { survey.parties.join([key]) }
      }
    }
  }

  private func parties(of relation: String, _ entry: Entry) -> [String: PartyKey]? {
    registry.importers.lazy.compactMap { $0.parties(of: relation, kind: entry.kind, context: entry.context) }.first
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
    if let parties = parties(of: relation, entry) {
      return parties.filter { columns.contains($0.key) }.compactMapValues { survey.parties.cell($0).known }
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
