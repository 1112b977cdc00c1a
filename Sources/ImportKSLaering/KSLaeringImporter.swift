import Budget
import FactStore
import Formats
import ImportCore
import Localization

/// Reads the answers of a municipality's HR interface for KS Læring, and the documents of Visma that such an interface reads.
package struct KSLaeringImporter: Importer {
  /// The one document that is a record.
  private let single = SourceSystem([Authority.kind], schemas: KSLaeringSchemas.all + VismaSchemas.all)

  package init() {}

  package var kinds: [String] {
    single.kinds + ChangeKind.allCases.map(\.rawValue) + VismaKind.allCases.map(\.rawValue)
  }
  package var schemas: [RelationSchema] { single.schemas }

  package func relations(ofKind kind: String) -> [String] {
    ChangeKind(rawValue: kind)?.relations ?? VismaKind(rawValue: kind)?.relations ?? single.relations(ofKind: kind)
  }

  package func list(ofKind kind: String) -> ListTraits? {
    if VismaKind(rawValue: kind) != nil { return ListTraits() }
    guard ChangeKind(rawValue: kind) != nil else { return single.list(ofKind: kind) }
    var traits = ListTraits(noun: Noun("change"))
    // What they say is judged where the answer is read.
    traits.harmlessParameters = ["fromdate", "todate"]
    traits.mayBeEmpty = false
    return traits
  }

  package func recognise(_ sample: DocumentSample) -> Recognition? {
    switch sample {
    case .json(let sketch): ChangeKind(sketch).map { .used(kind: $0.rawValue) } ?? single.recognise(sample)
    case .xml(let sketch): VismaKind(sketch).map { .used(kind: $0.rawValue) }
    case .table, .page: nil
    }
  }

  package func read(_ input: DocumentInput, kind: String) -> any SourceDocument {
    let reason: Phrase
    if VismaKind(rawValue: kind) != nil {
      reason = Phrase("the file is no XML document")
    } else if ChangeKind(rawValue: kind) != nil {
      reason = Phrase("the file is no list of changes in UTF-8, one a line")
    } else {
      return single.read(input, kind: kind)
    }
    return DamagedDocument(input, relations: relations(ofKind: kind), reason: input.damage?.text ?? reason)
  }
}

extension KSLaeringImporter: StreamingImporter {
  package func streams(_ kind: String, _ sample: DocumentSample) -> Bool {
    switch sample {
    case .json: ChangeKind(rawValue: kind) != nil
    case .xml: VismaKind(rawValue: kind) != nil
    case .table, .page: false
    }
  }

  package func stream(
    _ source: ByteSource, _ input: DocumentInput, isList: Bool, kind: String, writer: FactWriter, workers: Workers
  ) throws(FormatProblem) -> (any SourceDocument, sha256: String) {
    if let visma = VismaKind(rawValue: kind) { return try VismaDocument.read(source, input, visma, writer) }
    guard let kind = ChangeKind(rawValue: kind) else { preconditionFailure("\(kind) is of another importer") }
    return try ChangeFileReader.read(source, input, kind)
  }
}
