/// Reads the documents of one source system.
protocol Importer: Sendable {
  /// The relations that a document of `kind` feeds; empty for a kind of another importer.
  func relations(ofKind kind: String) -> [String]

  /// Whether documents of `kind` are tables of rows and columns.
  func readsTables(ofKind kind: String) -> Bool

  /// Whether this is a document of the system; `nil` when it is none. Looks at content only.
  func recognise(_ sample: DocumentSample) -> Recognition?

  /// Reads a document of a kind of this importer.
  func read(_ input: DocumentInput, kind: String) -> any SourceDocument
}
