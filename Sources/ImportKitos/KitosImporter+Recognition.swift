import FactStore
import ImportCore
import Localization

extension KitosImporter {
  package func recognise(_ sample: DocumentSample) -> Recognition? {
    switch sample {
    case .json(let sketch): return recognise(sketch)
    case .xml, .page: return nil
    case .table(let header):
      let titles = Set(header.map { TableInput.trim($0).lowercased() })
      if KitosRosterColumns.fit(titles) { return .used(kind: KitosKind.roster.rawValue) }
      return KitosOverviewColumns.fit(titles) ? .used(kind: KitosKind.overview.rawValue) : nil
    }
  }

  private func recognise(_ sketch: JSONSketch) -> Recognition? {
    guard sketch.shape != .lines else { return nil }
    if sketch.odataContext?.contains("$metadata#Users") == true { return .used(kind: KitosKind.userTable.rawValue) }
    if let context = sketch.odataContext,
      let kind = KitosKind.overviewKinds.first(where: { context.contains("$metadata#\($0.odataSet!)") })
    {
      return .used(kind: kind.rawValue)
    }
    // Without its context, an answer is told by what every user of it has.
    if sketch.shape == .object, sketch.objects.first?["value"] == .array, sketch.odataContext == nil,
      sketch.firstListed?.isSuperset(of: ["Uuid", "Email", "HasApiAccess"]) == true
    {
      return .used(kind: KitosKind.userTable.rawValue)
    }
    if sketch.odataContext != nil { return nil }
    if let recognition = system.recognise(DocumentSample.json(sketch)) { return recognition }
    if sketch.keys.isSuperset(of: ["uuid", "organizationContext", "roles"]) {
      return .unknown(
        Phrase(
          """
          objects of Kitos with roles, but whether system usages, contracts or data-processing registrations, their keys \
          do not tell; name the kind in `tilsyn.yaml` or with `--as`
          """))
    }
    return nil
  }
}
