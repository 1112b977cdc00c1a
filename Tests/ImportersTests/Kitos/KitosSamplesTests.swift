import FactStore
import FoundationEssentials
import Importers
import Testing

@testable import ImportCore
@testable import ImportKitos

/// Documents of Kitos that are published with its source, where they are at hand.
@Suite struct KitosSamplesTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/data/kitos-samples").path

  /// The kind of each document; a kind that is no ``KitosKind`` is named with the reason why it is not used.
  static let kinds: [String: String] = [
    "dpr/data-processing-registration-role-types.json": KitosKind.someRoleTypes,
    "dpr/data-processing-registration.json": "kitos.api-v2.data-processing",
    "dpr/roles/data-processing-roles.json": KitosKind.someObjectRoles,
    "global-admin/cross-org-users.json": "kitos.internal.cross-organisation-users",
    "global-admin/rightsholders.json": "kitos.internal.rights-holders",
    "it-contracts/grid-roles.json": "kitos.internal.grid-roles",
    "it-contracts/it-contract-permissions.json": "kitos.api-v2.permissions",
    "it-contracts/it-contract.json": "kitos.api-v2.contracts",
    "it-contracts/roles/it-contract-roles.json": KitosKind.someObjectRoles,
    "it-interfaces/it-interfaces-permissions.json": "kitos.api-v2.permissions",
    "it-system-catalog/it-system-permissions.json": "kitos.api-v2.permissions",
    "it-system-catalog/migration-permissions.json": "kitos.internal.command-permissions",
    "it-system-usage/external-references/it-system-usage.json": "kitos.api-v2.usages",
    "it-system-usage/it-system-usage-collection-permissions.json": "kitos.api-v2.create-permissions",
    "it-system-usage/it-system-usage.json": "kitos.api-v2.usages",
    "organizations/organization-master-data-roles.json": "kitos.internal.organisation-contacts",
    "organizations/organization-units-registration.json": "kitos.internal.unit-registrations",
    "organizations/organization-units.json": "kitos.api-v2.units",
    "organizations/users/it-system-role-table-delete.json": "kitos.api-v2.role-change",
    "organizations/users/org-unit-role-table-delete.json": "kitos.api-v2.role-change",
    "organizations/users/organization-odata-users.json": "kitos.odata.users",
    "shared/create-permissions.json": "kitos.api-v2.create-permissions",
    "shared/permissions.json": "kitos.api-v2.permissions",
  ]

  @Test(.enabled(if: FileManager.default.fileExists(atPath: folder), "the samples are not at hand"))
  func eachIsRecognisedOrNamedWithTheReason() throws {
    let loaded = try Loader(configuration: Configuration(.all), asOf: CalendarDate("2026-11-20")!).load([Self.folder])
    let found = Dictionary(loaded.files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    for (path, kind) in Self.kinds {
      guard let report = found[path] else { continue }
      #expect(report.kind == kind, "\(path)")
      #expect(report.rejected == 0, "\(path): \(report.problems)")
      if Registry.all.relations(ofKind: kind).isEmpty {
        #expect(report.notes.contains { $0.contains("not used in this version: ") }, "\(path)")
      } else {
        #expect(report.used == report.records && report.used > 0, "\(path)")
      }
    }
    // A document that this table does not have is recognised, too.
    #expect(loaded.files.filter { $0.path.hasSuffix(".json") && $0.kind == nil }.map(\.path) == [])
  }
}
