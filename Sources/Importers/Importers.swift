import FactStore

/// What the importers of this version can read.
public enum Importers {
  /// Every source relation that the built-in importers may fill, by name.
  public static let schemas: [RelationSchema] =
    (KitosSchemas.all + MailboxSchemas.all + EmployeeSchemas.all + RegisterSchemas.all
    + AltinnPolicySchemas.all + AltinnSchemas.all + GroupPageSchemas.all + EnhetsregisteretSchemas.all).sorted {
      $0.name < $1.name
    }

  /// The kinds of document whose records are used, as `tilsyn.yaml` and `--as` write them.
  public static let kinds: [String] =
    KitosKind.allCases.map(\.rawValue) + [MailboxImporter.kind, EmployeeImporter.kind]
    + Register.allCases.map(\.rawValue) + [AltinnPolicyImporter.kind] + AltinnKind.allCases.map(\.rawValue)
    + [GroupPageDocument.kind] + EnhetsregisteretImporter.kinds

  /// Every importer, in the order in which they are asked to recognise a document.
  static let all: [any Importer] = [
    KitosImporter(), MailboxImporter(), RegisterImporter(), EmployeeImporter(), AltinnPolicyImporter(),
    EnhetsregisteretImporter(), AltinnImporter(),
    GroupPageImporter(),
  ]

  /// The relations that a document of `kind` feeds; empty for a kind that no importer uses.
  public static func relations(ofKind kind: String) -> [String] {
    all.lazy.map { $0.relations(ofKind: kind) }.first { !$0.isEmpty } ?? []
  }
}
