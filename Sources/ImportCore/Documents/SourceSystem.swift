import FactStore

/// A system whose exports are read: its kinds of document and its relations. Nothing more is needed for most.
package struct SourceSystem: Importer {
  /// The most particular first: the first that fits a document is its kind.
  package let documents: [Kind]
  package let schemas: [RelationSchema]
  private let byName: [String: Kind]

  package init(_ documents: [Kind], schemas: [RelationSchema]) {
    self.documents = documents
    self.schemas = schemas
    byName = Dictionary(documents.map { ($0.name, $0) }) { first, _ in first }
  }

  package subscript(_ name: String) -> Kind? { byName[name] }

  package var kinds: [String] { documents.filter { $0.undecided == nil }.map(\.name) }

  package func relations(ofKind kind: String) -> [String] { byName[kind]?.relations ?? [] }

  package func readsTables(ofKind kind: String) -> Bool {
    if case .table? = byName[kind]?.form { true } else { false }
  }

  package func list(ofKind kind: String) -> ListTraits? { byName[kind]?.list }

  package func isOpen(_ kind: String) -> Bool { byName[kind]?.undecided != nil }

  package func recognise(_ sample: DocumentSample) -> Recognition? {
    switch sample {
    case .json(let sketch):
      guard sketch.shape != .lines else { return nil }
      for object in sketch.objects { if let kind = kind(of: object) { return .used(kind: kind.name) } }
      return documents.first { $0.holdsList(sketch) }.map { .used(kind: $0.name) }
    case .table(let header):
      let titles = Set(header.map { TableInput.trim($0).lowercased() })
      return documents.first { $0.signs.contains { $0.fits(titles) } }.map { .used(kind: $0.name) }
    case .xml, .page: return nil
    }
  }

  /// The kind whose records have the keys of an object.
  package func kind(of object: [String: JSONSketch.ValueShape]) -> Kind? {
    documents.first { $0.signs.contains { $0.fits(object) } }
  }

  package func parties(of relation: String, kind: String, context: SourceContext) -> [String: PartyKey]? {
    byName[kind]?.asked?(relation, context)
  }

  package func read(_ input: DocumentInput, kind: String) -> any SourceDocument {
    guard let kind = byName[kind] else { preconditionFailure("\(kind) is of another importer") }
    return RecordDocument.read(input, kind)
  }
}

extension Kind {
  /// Whether the document is an object that holds a list of records of this kind.
  fileprivate func holdsList(_ sketch: JSONSketch) -> Bool {
    guard case .json(_?) = form, let keys = sketch.firstListed else { return false }
    let object = Dictionary(uniqueKeysWithValues: keys.map { ($0, JSONSketch.ValueShape.missing) })
    return signs.contains { $0.fits(object) }
  }
}
