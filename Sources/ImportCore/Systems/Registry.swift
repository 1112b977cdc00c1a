import FactStore
import Localization

/// The importers of a run. It is made in one place and handed to whoever needs it.
public struct Registry: Sendable {
  /// In the order in which they are asked to recognise a document.
  let importers: [any Importer]
  /// Every source relation that the importers may fill, and those of what is loaded itself, by name.
  public let schemas: [RelationSchema]
  /// The kinds of document whose records are used, as `tilsyn.yaml` and `--as` write them.
  public let kinds: [String]
  /// Kinds that may be named: those that are used, and those that are known.
  let namedKinds: [String]
  private let byKind: [String: [String]]
  private let unused: [String: Phrase]

  package init(_ importers: [any Importer]) {
    self.importers = importers
    schemas = (importers.flatMap(\.schemas) + [LoadedSystems.relation] + ExportDocuments.relations).sorted {
      $0.name < $1.name
    }
    kinds = importers.flatMap(\.kinds)
    var unused: [String: Phrase] = [SourceReport.resultKind: "a document that is known"]
    for importer in importers { unused.merge(importer.unused) { first, _ in first } }
    self.unused = unused
    namedKinds = kinds + unused.keys.sorted()
    byKind = Dictionary(
      namedKinds.map { kind in (kind, importers.lazy.map { $0.relations(ofKind: kind) }.first { !$0.isEmpty } ?? []) }
    ) { first, _ in first }
  }

  /// What a change of a relation is called, for relations that hold what somebody else publishes.
  public var catalogues: [String: String] {
    importers.reduce(into: [:]) { $0.merge($1.catalogues) { first, _ in first } }
  }

  /// Relations about documents themselves, and not about what they say.
  public var relationsAboutDocuments: Set<String> {
    Set(importers.flatMap { importer in importer.kinds.flatMap { importer.relations(aboutKind: $0) } })
      .union(ExportDocuments.relations.map(\.name))
  }

  /// The relations that a document of `kind` feeds; empty for a kind that no importer uses.
  public func relations(ofKind kind: String) -> [String] {
    byKind[kind] ?? importers.lazy.map { $0.relations(ofKind: kind) }.first { !$0.isEmpty } ?? []
  }

  /// The importer that uses documents of `kind`.
  package func importer(ofKind kind: String) -> (any Importer)? {
    importers.first { !$0.relations(ofKind: kind).isEmpty }
  }

  /// What a kind that is known and not used is, for people; `nil` for any other kind.
  package func describe(_ kind: String) -> Phrase? { unused[kind] }

  /// What the name of an archive that a system makes says of a file in it; `nil` for any other.
  @Sendable func context(ofArchive archive: String, entry: String) -> SourceContext? {
    importers.lazy.compactMap { $0.context(ofArchive: archive, entry: entry) }.first
  }

  package func readsTables(ofKind kind: String) -> Bool { importers.contains { $0.readsTables(ofKind: kind) } }

  package func list(ofKind kind: String) -> ListTraits? { importers.lazy.compactMap { $0.list(ofKind: kind) }.first }

  package func normalForm(ofEntity name: String) -> NormalForm? {
    importers.lazy.compactMap { $0.normalForm(ofEntity: name) }.first
  }

  /// What each record of a document says of its organisation, where one list is of one organisation.
  package func known(ofKind kind: String?, organisation: String?) -> [String: Value] {
    guard let kind, list(ofKind: kind)?.isOfOneOrganisation == true else { return [:] }
    return FactWriter.known(organisation: organisation)
  }

  /// The kind of a table with these titles that some importer uses.
  package func kind(ofTitles titles: [String]) -> String? {
    for importer in importers {
      if case .used(let kind)? = importer.recognise(.table(header: titles)) { return kind }
    }
    return nil
  }

  /// Whether these are titles of a kind that may stand below a heading.
  package func mayStandUnderHeading(_ titles: [String]) -> Bool {
    guard let kind = kind(ofTitles: titles) else { return false }
    return importers.contains { $0.mayStandUnderHeading(kind) }
  }
}
