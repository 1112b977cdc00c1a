import FactStore
import ImportCore
import ImportEnhetsregisteret
import Localization

extension AltinnSchemas {
  private static let obtainConnections: Phrase = """
    `GET \(access)/enduser/connections/accesspackages?party=UUID&from=UUID`, the same with `to`, and the same of \
    `/resources`, `/roles` and `/resources/instances`; whoever administers access for the organisation can read it \
    (hovedadministrator, tilgangsstyrer), with an Altinn token
    """

  private static let kind = ColumnSchema(
    "kind", .text, values: ["package", "resource", "instance"], doc: "what `what` is")
  private static let rightKind = ColumnSchema("kind", .text, values: ["resource", "instance"], doc: "what `what` is")
  private static let what = ColumnSchema(
    "what", .text,
    doc: "`ORG/APP` or the id of a resource, an instance behind a space; of a request also the code of a package")

  // MARK: Parties

  static let parties: [RelationSchema] = [
    RelationSchema(
      "altinn.party",
      doc: "An organisation, person or system that a document of Altinn names.",
      obtain: obtainConnections,
      columns: [
        partyColumn("party", "who"),
        ColumnSchema(
          "kind", .text, values: ["organisation", "person", "system", "enterprise-user", "self-identified", "other"],
          doc: "what it is"),
      ]),
    RelationSchema(
      "altinn.party_form",
      doc: "The organisation form that Altinn has for a party.",
      obtain: obtainConnections,
      columns: [partyColumn("party", "who"), ColumnSchema("form", .text, doc: "`AS`")]),
    RelationSchema(
      "altinn.party_state",
      doc: "Whether a party still is, as Altinn has it.",
      obtain: obtainConnections,
      columns: [
        partyColumn("party", "who"),
        ColumnSchema(
          "state", .text, values: ["exists", "deleted", "dead"],
          doc: "no row where the document does not say, or says since when it is no more"),
      ]),
    RelationSchema(
      "altinn.party_deleted",
      doc: "The day on which a party was deleted, as Altinn has it, which may lie ahead.",
      obtain: obtainConnections,
      columns: [
        partyColumn("party", "who"), ColumnSchema("on", .date, doc: "the day"), EnhetsregisteretSchemas.twoYears,
      ]),
    RelationSchema(
      "altinn.party_died",
      doc: "The day on which a person died, as Altinn has it.",
      obtain: obtainConnections,
      columns: [partyColumn("party", "who"), ColumnSchema("on", .date, doc: "the day")]),
    RelationSchema(
      "altinn.subunit",
      doc: "A sub-unit and the unit that it belongs to.",
      obtain: obtainConnections,
      columns: [partyColumn("party", "the sub-unit"), partyColumn("parent", "the unit")]),
  ]

  // MARK: Authority

  static let authority: [RelationSchema] = [
    RelationSchema(
      "altinn.assignment",
      doc: "A role that one party has for another, without any step between.",
      obtain: obtainConnections,
      columns: [partyColumn("from", "whose authority it is"), partyColumn("to", "who has the role"), roleColumn]),
    RelationSchema(
      "altinn.standing_delegation",
      doc:
        "Rights to a resource or to an instance of one that one party gave another, in force when the document was made.",
      obtain: obtainConnections,
      columns: [partyColumn("from", "who gave it"), partyColumn("to", "who got it"), rightKind, what]),
    RelationSchema(
      "altinn.given_package",
      doc: "A package that one party gave another, in force when the document was made.",
      obtain: obtainConnections,
      columns: [
        partyColumn("from", "who gave it"), partyColumn("to", "who got it"), packageColumn, codeColumn,
      ]),
    RelationSchema(
      "altinn.given_listed",
      doc:
        "An organisation all of whose given packages were asked for. Of others `altinn.given_package` shows what it shows.",
      obtain: """
        \(obtainConnections); name the `organisation`, and the `query` with `from` and without `to`, in `tilsyn.yaml`
        """,
      columns: [partyColumn("party", "who gave")]),
    RelationSchema(
      "altinn.shown_package",
      doc: "A package that Altinn shows for somebody because of a role.",
      obtain: obtainConnections,
      columns: [
        partyColumn("from", "whose authority it is"), partyColumn("to", "who has it"), packageColumn, roleColumn,
        ColumnSchema(
          "via", party, optional: true, doc: "the party between, by whose role it comes; none where there is none"),
      ]),
    RelationSchema(
      "altinn.shown_resource",
      doc: "A resource, or an instance of one, that Altinn shows for somebody because of a role.",
      obtain: obtainConnections,
      columns: [
        partyColumn("from", "whose authority it is"), partyColumn("to", "who has it"), rightKind, what, roleColumn,
      ]),
    RelationSchema(
      "altinn.delegation_change",
      doc:
        "An entry of the history of delegations. What is in force is the newest for a giver, a receiver and a thing.",
      obtain: "the history of delegations (`getdelegationchanges`) from whoever runs Altinn's authorization",
      columns: [
        ColumnSchema("change", .text, doc: "its number"), partyColumn("from", "who gave"), partyColumn("to", "who got"),
        rightKind, what, resourceColumn,
        ColumnSchema("type", .text, values: ["grant", "revoke", "revoke-last"], doc: "what it does"),
        ColumnSchema("at", .time, doc: "when"), ColumnSchema("on", .date, doc: "the day of it, in UTC"),
      ],
      key: ["change"]),
    RelationSchema(
      "altinn.delegation_performer",
      doc: "Who made an entry of the history of delegations.",
      obtain: "the history of delegations (`getdelegationchanges`) from whoever runs Altinn's authorization",
      columns: [ColumnSchema("change", .text, doc: "its number"), partyColumn("performer", "who")]),
    RelationSchema(
      "altinn.role_period",
      doc: "A role that somebody had for a party from one day to another: the history of roles, which no export shows.",
      obtain: """
        a list of holder, party, role, first and last day from whoever keeps it, through a mapping of your own; Altinn \
        shows the roles of today only
        """,
      columns: [
        partyColumn("holder", "who"), partyColumn("party", "for whom"), roleColumn,
        ColumnSchema("first", .date, doc: "the first day"),
        ColumnSchema("last", .date, optional: true, doc: "the last day; none while it lasts"),
      ]),
    RelationSchema(
      "altinn.authorised_role",
      doc: "A role that somebody has for a party, whatever the way.",
      obtain: obtainParties,
      columns: [partyColumn("holder", "who"), partyColumn("party", "for whom"), roleColumn]),
    RelationSchema(
      "altinn.authorised_package",
      doc: "A package that somebody has for a party, whatever the way.",
      obtain: obtainParties,
      columns: [partyColumn("holder", "who"), partyColumn("party", "for whom"), packageColumn]),
    RelationSchema(
      "altinn.authorised_resource",
      doc: "A resource that somebody has rights to for a party, whatever the way.",
      obtain: obtainParties,
      columns: [partyColumn("holder", "who"), partyColumn("party", "for whom"), rightKind, what]),
    RelationSchema(
      "altinn.maskinporten_delegation",
      doc: "A scope that a consumer lets a supplier use in Maskinporten.",
      obtain: """
        `GET \(access)/maskinporten/delegations/?consumerOrg=NUMBER`; the consumer itself can read it with the scope \
        `altinn:maskinporten/delegations`
        """,
      columns: [
        partyColumn("consumer", "who gave it"), partyColumn("supplier", "who got it"),
        ColumnSchema("scope", .text, doc: "`skatteetaten:innrapporteringboligsameie`"),
        ColumnSchema("resource", .text, doc: "the resource that the scope belongs to"),
        ColumnSchema("created", .date, optional: true, doc: "the day on which it was given"),
      ]),
    RelationSchema(
      "altinn.request",
      doc: "A request for access, whatever came of it.",
      obtain: "`GET \(access)/enduser/request`, with an Altinn token",
      columns: [
        ColumnSchema("request", .text, doc: "its id"), partyColumn("from", "whose access is asked for"),
        partyColumn("to", "who asks for it"), kind, what,
        ColumnSchema("status", .text, doc: "in lower case: `pending`, `approved`, `rejected`, `withdrawn`, `draft`"),
      ]),
  ]

  private static let obtainParties: Phrase = """
    `GET \(access)/enduser/authorizedparties?includeRoles=true&includeAccessPackages=true&includeResources=true`, \
    which shows the caller's own; name the caller as `user` in `tilsyn.yaml`
    """

  // MARK: Systems and clients

  private static let obtainSystems: Phrase = """
    `GET https://platform.altinn.no/authentication/api/v1/systemuser/PARTY` and `/systemuser/agent/PARTY`; whoever \
    administers access for the organisation can read it
    """
  private static let obtainClients: Phrase = """
    `GET \(access)/enduser/clientdelegations/clients?party=UUID`, `/agents` and `/agents/accesspackages`; the client \
    administrator of the supplier can read it; name the supplier as `organisation` in `tilsyn.yaml`
    """

  private static let rightPackage = ColumnSchema(
    "package", package, optional: true, doc: "its code; none where the right is to a single resource")
  private static let rightResource = ColumnSchema(
    "resource", resource, optional: true, doc: "the id of a resource; none where the right is a package")

  static let systems: [RelationSchema] = [
    RelationSchema(
      "altinn.system_user",
      doc: "A system user: a system that acts for an organisation.",
      obtain: obtainSystems,
      columns: [
        partyColumn("system_user", "the system user"), partyColumn("owner", "the organisation that it belongs to"),
        ColumnSchema("kind", .text, values: ["standard", "agent"], doc: "`agent` acts for the owner's clients"),
        ColumnSchema("system", .text, doc: "the system behind it"),
      ],
      key: ["system_user"]),
    RelationSchema(
      "altinn.system_user_package",
      doc: "A package that a system user has.",
      obtain: obtainSystems,
      columns: [partyColumn("system_user", "the system user"), packageColumn]),
    RelationSchema(
      "altinn.system_user_resource",
      doc: "A resource that a system user has rights to.",
      obtain: obtainSystems,
      columns: [partyColumn("system_user", "the system user"), resourceColumn]),
    RelationSchema(
      "altinn.agent_client",
      doc: "A client that an agent system user may act for.",
      obtain: """
        `GET https://platform.altinn.no/authentication/api/v1/systemuser/agent/PARTY/FACILITATOR/ID/delegations`; the \
        client administrator of the supplier can read it
        """,
      columns: [partyColumn("system_user", "the system user"), partyColumn("client", "the client")]),
    RelationSchema(
      "altinn.client",
      doc:
        "A client of a supplier, with the role that makes it one and a package or resource that it may be given for.",
      obtain: obtainClients,
      columns: [
        partyColumn("provider", "the supplier"), partyColumn("client", "the client"), roleColumn,
        rightPackage, rightResource,
      ]),
    RelationSchema(
      "altinn.client_delegation",
      doc: "A package or a resource of a client that a supplier gave to one of its people.",
      obtain: obtainClients,
      columns: [
        partyColumn("client", "the client"), partyColumn("provider", "the supplier"),
        partyColumn("agent", "who acts for the client"), roleColumn, rightPackage, rightResource,
      ]),
  ]
}
