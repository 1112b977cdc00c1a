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
    case .page: return .unknown("a page of documentation of no known kind")
    }
  }

  /// Documents that are known and not used in this version: named, so that nobody wonders what became of them.
  private func recogniseUnused(_ sketch: JSONSketch) -> Recognition? {
    if sketch.odataContext == nil, sketch.schema?.hasPrefix("tilsyn.") == true {
      // Those that are whole are known before; see OwnResult.
      return .unknown("it says that it is a result of this program, and is not whole, or holds more than one")
    }
    return importers.lazy.compactMap { $0.recogniseUnused(sketch) }.first
  }

  private static let advice = "; name the kind in `tilsyn.yaml` or with `--as`, or write a mapping for it"

  private static func describe(_ sketch: JSONSketch) -> String {
    if sketch.objects.isEmpty {
      return sketch.shape == .array
        ? "a JSON list without objects says nothing of its kind" + advice
        : "a JSON object without keys says nothing of its kind" + advice
    }
    let keys = sketch.keys
    if keys.isEmpty { return "JSON objects without keys say nothing of their kind" + advice }
    let what = sketch.shape == .lines ? "JSON lines" : sketch.shape == .array ? "a JSON list" : "a JSON object"
    return "\(what) of no known kind" + listing("keys", keys.filter(isName).sorted()) + advice
  }

  private static func describe(_ sketch: XMLSketch) -> String {
    let root = isName(sketch.root) ? " (its root is <\(sketch.root)>)" : ""
    return "an XML file of no known kind\(root); policies of XACML 3.0 are read"
  }

  private static func describe(_ header: [String]) -> String {
    let names = header.map { TableInput.trim($0) }
    let filled = names.filter { !$0.isEmpty }
    // The first line of a table without a header is data, and data is not printed.
    let isHeader = filled.count > 1 && filled.allSatisfy(isName) && Set(filled).count == names.count
    let what =
      names.count == 1
      ? "neither JSON nor a table with columns"
      : "a table of \(names.count) columns, of no known kind"
    return what + (isHeader ? listing("columns", filled) : "") + advice
  }

  private static func listing(_ what: String, _ names: [String]) -> String {
    guard !names.isEmpty else { return "" }
    let shown = names.prefix(6).map { "`\($0)`" }.joined(separator: ", ")
    return " (\(what) \(shown)\(names.count > 6 ? ", …" : ""))"
  }

  /// Whether the text looks like the name of a field rather than like content.
  private static func isName(_ text: String) -> Bool {
    text.count <= 40 && text.allSatisfy { $0.isLetter || $0 == "_" || $0 == "-" }
  }
}
