import ImportCore
import Localization

/// JSON documents of Altinn that are known and not used: by the keys of their records, in lower case.
enum AltinnRules {
  private static func known(
    _ kind: String, _ required: Set<String>, oneOf: Set<String> = [], without: Set<String> = [], _ what: Phrase
  ) -> KeyRule {
    KeyRule(kind: kind, required: required, oneOf: oneOf, forbidden: without, what: what)
  }

  /// Documents that say nothing of who may do what, or do not say of whom they speak.
  static let known: [KeyRule] = [
    // Subscriptions of Gravitee have what somebody wrote who asked for one.
    known("xacml.request", ["request"], without: ["plan"], "a request for one decision, which says nothing of rights"),
    known("xacml.response", ["response"], without: ["msg"], "one decision, which says nothing of other rights"),
    known(
      "altinn.role-claims", ["type", "value"],
      "roles of one user for one party; whose roles they are, the document does not say"),
    known(
      "altinn.delegation-check", ["package", "result", "reasons"],
      "what the caller may give away; who called, the document does not say"),
    known(
      "altinn.delegation-check", ["rightkey", "status"],
      "what the caller may give away; who called, the document does not say"),
    known("altinn.delegation-check", ["resource", "rights"], "what somebody may give away of one resource"),
    known("altinn.rights-query", ["rightkey", "rightsources"], "the answer to a question about one user's rights"),
    known("altinn.rights-query", ["resource", "to", "from"], "a question about rights"),
    known("altinn.policy-rights", ["rightkey"], "the rights that one resource has; its policy is read instead"),
    known(
      "altinn.delegation-request", ["to", "rights"], "a request to delegate; what came of it, another document says"),
    known("altinn.delegation-request", ["from", "rights"], "a request to take back a delegation"),
    known("altinn.delegation-request", ["action", "coveredby", "offeredbypartyid"], "a request to change rules"),
    known("altinn.delegation-request", ["policymatch"], "a request to delete rules"),
    known("altinn.rules-query", ["offeredbypartyid", "coveredby", "resources"], "a question about rules"),
    known(
      "altinn.resource-query", ["resource"], without: ["subject", "permissions"], "a resource that a question is about"),
    known("altinn.resource-rights", ["directrights", "indirectrights"], "rights of one caller on one resource"),
    known(
      "altinn.user-access", ["accesspackages", "services", "roles"], "what one user has; who, the document does not say"
    ),
    known(
      "altinn.subject-resources", ["subject", "resources"], "which resources name a subject; policies are read instead"),
    known(
      "altinn.access-list-answer", ["subject", "action", "result"], "the answer to a question about an access list"),
    known("altinn.access-list-answer", ["subject", "resource"], "a question about one subject and one resource"),
    known("altinn.access-list", ["urn", "identifier", "createdat"], "an access list without its members"),
    known("altinn.consent", ["consentrights"], "a consent, which is given to one request and ends by itself"),
    known("altinn.consent-template", ["ispoa", "texts"], "a template for consents"),
    known(
      "altinn.system-register", ["vendor"], oneOf: ["rights", "clientid", "isvisible"],
      "a system that may be used, not its users"),
    known(
      "altinn.system-register", ["systemid"], oneOf: ["systemvendororgnumber", "systemname", "rights"],
      "a system that may be used, not its users"),
    known("altinn.system-register", ["systemvendororgnumber", "rights"], "a system that may be used, not its users"),
    known("altinn.system-register", ["systemtypeid", "systemvendor"], "a system that may be used, not its users"),
    known("altinn.system-change-log", ["changetype", "changedate"], "changes of a system, not of its users"),
    known("altinn.system-user-request", ["systemid", "redirecturl"], "a request for a system user; nobody has it yet"),
    known(
      "altinn.system-user-request", ["systemid", "integrationtitle"], "a request for a system user; nobody has it yet"),
    known(
      "altinn.old-packages", ["entitytypeid", "isdelegable", "urn"],
      "packages as an older interface showed them; export them again"),
    known("altinn.profile", ["userid", "party", "usertype"], "the profile of one user"),
    known("altinn.main-unit", ["parentpartyid", "partyid"], "the main unit of one party, by numbers alone"),
    known("altinn.event", ["decision", "operation"], "the log of one decision"),
    known("altinn.instance", ["instanceowner", "appid"], "one form that somebody filled in"),
    known("altinn.app", ["elementtypes", "org"], "the description of an app"),
    known("altinn.dialog", ["dialogid"], "a dialogue with a citizen"),
    known("altinn.token", ["authorization_id", "client_id", "scopes"], "logins that one citizen gave to clients"),
    known("altinn.login-test", ["scenarioid"], "test data of a login"),
    known("altinn.choice", ["subjectid", "subjecttitle"], "choices of an editor of policies"),
    known("altinn.choice", ["actionid", "actiontitle"], "choices of an editor of policies"),
    known(
      "altinn.party-list", ["organizationidentifier", "isdeleted", "variant"],
      "parties that have rights on one resource; which, the document does not say"),
    known(
      "altinn.resource-list", ["identifier", "resourcereferences"],
      "resources in a shape that an older interface had; export them again"),
    known(
      "altinn.resource-list", ["resourceownerorgcode", "identifier"],
      "resources as a page shows them; the registry's own list is read instead"),
  ]
}
