import Budget
import FactStore
import Formats

/// An importer of documents that may be larger than memory, packed or not: it reads them itself.
package protocol StreamingImporter: Importer {
  /// Whether documents of `kind` that begin like `sample` are read this way.
  func streams(_ kind: String, _ sample: DocumentSample) -> Bool

  /// Reads a document; `isList` where it is a list, else it is one object. Gives the digest of the file's bytes too.
  /// - Parameters:
  ///   - input: what is known of the document beside its content.
  ///   - writer: takes what does not wait for other documents; the document is written to it later.
  func stream(
    _ source: ByteSource, _ input: DocumentInput, isList: Bool, kind: String, writer: FactWriter, workers: Workers
  ) throws(FormatProblem) -> (any SourceDocument, sha256: String)
}
