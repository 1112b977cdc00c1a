import ImportAltinn
import ImportAltinnPolicies
import ImportCore
import ImportDFO
import ImportEnhetsregisteret
import ImportGravitee
import ImportKSLaering
import ImportKitos
import ImportMaskinporten
import ImportOrganisation
import ImportRabbitMQ

extension Registry {
  /// Every importer of this version, in the order in which they are asked to recognise a document.
  public static let all = Registry([
    KitosImporter(), MailboxImporter(), RegisterImporter(), EmployeeImporter(), AltinnPolicyImporter(),
    DFOImporter(),
    // Before Altinn, which has a list of changes with fewer keys.
    KSLaeringImporter(), EnhetsregisteretImporter(), AltinnImporter(), GroupPageImporter(),
    GraviteeImporter(), RabbitMQImporter(), MaskinportenImporter(),
  ])
}
