import Localization

/// Tells which kind a document is, by its content.
extension Registry {
  /// The kind of a JSON document or table, or why it cannot be told.
  package func recognise(_ sample: DocumentSample) -> Recognition {
    for importer in importers {
      if let recognition = importer.recognise(sample) { return recognition }
    }
    switch sample {
    case .json(let sketch): return recogniseUnused(sketch) ?? .unknown(Self.describe(sketch))
    case .table(let header): return .unknown(Self.describe(header))
    case .xml(let sketch): return .unknown(Self.describe(sketch))
    case .page: return .unknown(Phrase("a page of documentation of no known kind"))
    }
  }

  /// Documents that are known and not used in this version: named, so that nobody wonders what became of them.
  private func recogniseUnused(_ sketch: JSONSketch) -> Recognition? {
    if sketch.odataContext == nil, sketch.schema?.hasPrefix("tilsyn.") == true {
      // Those that are whole are known before; see OwnResult.
      return .unknown(
        Phrase("it says that it is a result of this program, and is not whole, or holds more than one"))
    }
    if sketch.shape == .object, let keys = sketch.objects.first, keys["swagger"] != nil || keys["openapi"] != nil,
      keys["paths"] != nil || keys["info"] != nil
    {
      return .unknown(FileSignature.specification)
    }
    return importers.lazy.compactMap { $0.recogniseUnused(sketch) }.first
  }

  private static let advice: Phrase =
    "name the kind in `tilsyn.yaml` or with `--as`, or write a mapping for it"

  private static func describe(_ sketch: JSONSketch) -> Phrase {
    if sketch.objects.isEmpty {
      return sketch.shape == .array
        ? "a JSON list without objects says nothing of its kind; \(advice)"
        : "a JSON object without keys says nothing of its kind; \(advice)"
    }
    let keys = sketch.keys
    if keys.isEmpty { return "JSON objects without keys say nothing of their kind; \(advice)" }
    let what: Phrase = sketch.shape == .lines ? "JSON lines" : sketch.shape == .array ? "a JSON list" : "a JSON object"
    let names = keys.filter(isName).sorted()
    return names.isEmpty
      ? "\(what) of no known kind; \(advice)" : "\(what) of no known kind (keys \(listing(names))); \(advice)"
  }

  private static func describe(_ sketch: XMLSketch) -> Phrase {
    isName(sketch.root)
      ? "an XML file of no known kind (its root is <\(sketch.root)>); policies of XACML 3.0 are read"
      : "an XML file of no known kind; policies of XACML 3.0 are read"
  }

  private static func describe(_ header: [String]) -> Phrase {
    let names = header.map { TableInput.trim($0) }
    let filled = names.filter { !$0.isEmpty }
    // The first line of a table without a header is data, and data is not printed.
    let isHeader = filled.count > 1 && filled.allSatisfy(isName) && Set(filled).count == names.count
    if names.count == 1 { return "neither JSON nor a table with columns; \(advice)" }
    return isHeader
      ? "a table of \(names.count) columns, of no known kind (columns \(listing(filled))); \(advice)"
      : "a table of \(names.count) columns, of no known kind; \(advice)"
  }

  private static func listing(_ names: [String]) -> String {
    names.prefix(6).map { "`\($0)`" }.joined(separator: ", ") + (names.count > 6 ? ", …" : "")
  }

  /// Whether the text looks like the name of a field rather than like content.
  private static func isName(_ text: String) -> Bool {
    text.count <= 40 && text.allSatisfy { $0.isLetter || $0 == "_" || $0 == "-" }
  }
}
