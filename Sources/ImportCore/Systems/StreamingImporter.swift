import Budget
import FactStore
import Formats

/// An importer of documents that may be larger than memory, packed or not: it reads them itself.
package protocol StreamingImporter: Importer {
  /// Whether documents of `kind` are read this way.
  func streams(_ kind: String) -> Bool

  /// Reads a document; `isList` where it is a list, else it is one object. Gives the digest of the file's bytes too.
  /// - Parameter input: what is known of the document beside its content.
  func stream(
    _ source: ByteSource, _ input: DocumentInput, isList: Bool, kind: String, symbols: SymbolTable, workers: Workers
  ) throws(FormatProblem) -> (any SourceDocument, sha256: String)
}
