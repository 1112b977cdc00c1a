import FactStore
import ImportCore
import Localization

/// The source relations that the organisation's own registers fill.
enum RegisterSchemas {
  static let mailboxes: [RelationSchema] = [mailbox]
  static let approvals: [RelationSchema] = [approval, copiedTo, approvedClient]
  static let all = Register.allCases.flatMap(\.schemas)

  static let mailboxTypes = ["functional", "personal", "external"]
  static let approvalSubjects = [
    "api-access", "write", "key", "client", "scope", "shovel", "allow-list", "authorisation", "other",
  ]

  static let mailbox = RelationSchema(
    "register.mailbox",
    doc:
      "What the organisation's own register says of an address. It overrules the type that the mail directory gives.",
    obtain: """
      `mailboxes.csv` with the columns `email,type,owner,deputy,purpose,mail_tested_at`, or the same as YAML; the \
      organisation keeps it itself, and `tilsyn init` writes an empty one
      """,
    columns: [
      ColumnSchema("email", .normal(.email), doc: "the address"),
      ColumnSchema("type", .text, optional: true, values: mailboxTypes, doc: "what the mailbox is"),
      ColumnSchema("owner", .text, optional: true, namesPeople: true, doc: "who answers for it, in lower case"),
      ColumnSchema(
        "deputy", .text, optional: true, namesPeople: true, doc: "who stands in for the owner, in lower case"),
      ColumnSchema("owner_email", .normal(.email), optional: true, doc: "the owner, where it is an address"),
      ColumnSchema("deputy_email", .normal(.email), optional: true, doc: "the deputy, where it is an address"),
      ColumnSchema("purpose", .text, optional: true, doc: "what it is for"),
      ColumnSchema("mail_tested_at", .date, optional: true, doc: "the day on which a test mail last arrived"),
    ],
    key: ["email"])

  private static let obtainApprovals: Phrase = """
    `approvals.csv` with the columns `system,subject,what,requested_by,copied_to,approved_by,date,reference`, or the \
    same as YAML; whoever files the requests keeps it, and `tilsyn init` writes an empty one
    """

  static let approvalEntity = ValueType.entity("register.approval")

  static let approval = RelationSchema(
    "register.approval",
    doc: "An approval that the organisation has on file.",
    obtain: obtainApprovals,
    columns: [
      ColumnSchema("approval", approvalEntity, doc: "`<system>/<what>/<subject>/<date>`, with `#2` and so on"),
      ColumnSchema("system", .text, doc: "the system that it is about, in lower case"),
      ColumnSchema("subject", .text, doc: "what was approved for whom: an address, a client, a key; in lower case"),
      ColumnSchema("what", .text, values: approvalSubjects, doc: "what was approved"),
      ColumnSchema("subject_email", .normal(.email), optional: true, doc: "the subject, where it is an address"),
      ColumnSchema("requested_by", .normal(.email), optional: true, doc: "address of whoever asked"),
      ColumnSchema("approved_by", .normal(.email), optional: true, doc: "address of whoever approved"),
      ColumnSchema("date", .date, optional: true, doc: "the day of the approval"),
      ColumnSchema("reference", .text, optional: true, doc: "where it is filed"),
    ],
    key: ["approval"])

  static let approvedClient = RelationSchema(
    "register.approved_client",
    doc: "A supplier that may use a scope of Maskinporten, as an approval of `client` has it.",
    obtain: """
      \(obtainApprovals); with `maskinporten` as `system`, `client` as `what`, and the supplier's number and the scope \
      as `subject`
      """,
    columns: [
      ColumnSchema("approval", approvalEntity, doc: "the approval"),
      Parties.column("supplier", "who may use it"),
      ColumnSchema("scope", .text, doc: "the scope, in lower case"),
    ])

  static let copiedTo = RelationSchema(
    "register.approval_copied_to",
    doc: "An address that the request for an approval was copied to.",
    obtain: obtainApprovals,
    columns: [
      ColumnSchema("approval", approvalEntity, doc: "the approval"),
      ColumnSchema("email", .normal(.email), doc: "the address"),
    ])
}
