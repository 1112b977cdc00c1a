import FactStore
import ImportCore
import Localization

/// Reads JSON documents of Altinn: metadata, delegations, parties, systems.
package struct AltinnImporter: SystemImporter {
  package let system = Altinn.system
  package let kinds = AltinnKind.allCases.map(\.rawValue)
  package let unused = Dictionary(AltinnRules.known.map { ($0.kind, $0.what) }) { first, _ in first }

  package init() {}

  /// Altinn publishes which packages and roles there are and what they carry, and says that this may change.
  package var catalogues: [String: String] {
    Dictionary(uniqueKeysWithValues: AltinnSchemas.metadata.map { ($0.name, Self.catalogueChanged) })
  }

  static let catalogueChanged = "altinn.catalogue-changed"

  package func begin(_ survey: inout Survey, parameters: (String) -> [String], contexts: [SourceContext]) {
    survey.altinn.scope = AltinnScope(own: parameters(AltinnScope.parameter), contexts: contexts)
  }

  package func context(ofArchive archive: String, entry: String) -> SourceContext? {
    OverviewArchive.context(ofArchive: archive, entry: entry)
  }

  package func recognise(_ sample: DocumentSample) -> Recognition? {
    guard case .json(let sketch) = sample else { return system.recognise(sample) }
    guard sketch.shape == .array || sketch.shape == .object else { return nil }
    if sketch.embedded == "roledefinitions" { return .used(kind: Altinn.legacyRoles.name) }
    func plain(_ keys: some Sequence<String>) -> [String: JSONSketch.ValueShape] {
      Dictionary(keys.map { (AltinnNode.key($0), .missing) }) { first, _ in first }
    }
    var objects = sketch.objects.map { plain($0.keys) }
    // Paged answers hold their records in `data`.
    if sketch.shape == .object, let keys = objects.first?.keys, keys.contains("data"),
      keys.allSatisfy(["links", "data"].contains)
    {
      guard let listed = sketch.firstListed else {
        return .unknown(
          Phrase("an empty answer of Altinn says nothing of its kind; name it in `tilsyn.yaml` or with `--as`"))
      }
      objects = [plain(listed)]
    }
    if let kind = objects.lazy.compactMap({ system.kind(of: $0) }).first { return .used(kind: kind.name) }
    return objects.lazy.compactMap { keys in AltinnRules.known.first { $0.matches(keys) } }.first.map {
      .known(kind: $0.kind, what: $0.what)
    }
  }
}
