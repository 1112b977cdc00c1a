import ImportAltinn
import ImportAltinnPolicies
import ImportCore
import ImportEnhetsregisteret
import ImportKitos
import ImportOrganisation

extension Registry {
  /// Every importer of this version, in the order in which they are asked to recognise a document.
  public static let all = Registry([
    KitosImporter(), MailboxImporter(), RegisterImporter(), EmployeeImporter(), AltinnPolicyImporter(),
    EnhetsregisteretImporter(), AltinnImporter(), GroupPageImporter(),
  ])
}
