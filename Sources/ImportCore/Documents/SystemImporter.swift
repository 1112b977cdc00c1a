import FactStore

/// An importer whose documents are the kinds of a system, and that says more of them than they do by themselves.
package protocol SystemImporter: Importer {
  var system: SourceSystem { get }
}

extension SystemImporter {
  package var kinds: [String] { system.kinds }
  package var schemas: [RelationSchema] { system.schemas }
  package func relations(ofKind kind: String) -> [String] { system.relations(ofKind: kind) }
  package func readsTables(ofKind kind: String) -> Bool { system.readsTables(ofKind: kind) }
  package func list(ofKind kind: String) -> ListTraits? { system.list(ofKind: kind) }
  package func isOpen(_ kind: String) -> Bool { system.isOpen(kind) }
  package func recognise(_ sample: DocumentSample) -> Recognition? { system.recognise(sample) }
  package func read(_ input: DocumentInput, kind: String) -> any SourceDocument { system.read(input, kind: kind) }

  package func parties(of relation: String, kind: String, context: SourceContext) -> [String: PartyKey]? {
    system.parties(of: relation, kind: kind, context: context)
  }
}
