import FactStore
import ImportCore
import Localization

/// The source relations that an export of the Exchange directory fills.
enum MailboxSchemas {
  static let all: [RelationSchema] = [entry, alias, unlisted, acceptsOnlyFrom]
  static let mailbox = ValueType.entity("mailbox")

  private static let obtain: Phrase = """
    a CSV of all recipients from Exchange: `Get-Recipient -ResultSize Unlimited` (or `Get-Mailbox`) with \
    `PrimarySmtpAddress`, `RecipientTypeDetails`, `EmailAddresses` joined by `;`, and for mailboxes \
    `RequireSenderAuthenticationEnabled` and `AcceptMessagesOnlyFromSendersOrMembers`; any Exchange administrator can \
    make it, reading rights (`View-Only Recipients`) are enough
    """

  static let entry = RelationSchema(
    "mailbox.entry",
    doc: "A recipient of the mail directory, by its primary address.",
    obtain: obtain,
    columns: [
      ColumnSchema("mailbox", mailbox, doc: "the primary address in its normal form"),
      ColumnSchema("email", .normal(.email), doc: "the primary address"),
      ColumnSchema("type", .text, optional: true, doc: "`RecipientTypeDetails`: UserMailbox, SharedMailbox, …"),
      ColumnSchema(
        "authenticated_senders_only", .bool, optional: true,
        doc: "`RequireSenderAuthenticationEnabled`: mail from outside is refused"),
    ],
    key: ["mailbox"])

  static let alias = RelationSchema(
    "mailbox.alias",
    doc: "An address at which the mailbox receives mail: the `smtp:` entries of `EmailAddresses`, the primary one too.",
    obtain: obtain,
    columns: [
      ColumnSchema("mailbox", mailbox, doc: "the primary address in its normal form"),
      ColumnSchema("email", .normal(.email), doc: "the address"),
    ])

  static let unlisted = RelationSchema(
    "mailbox.unlisted",
    doc:
      "An address of a recipient of a kind that the export leaves out. No row says so; a list of mailboxes has neither groups "
      + "nor contacts nor mail users, and whether one of them has an address stays open.",
    obtain: obtain,
    columns: [ColumnSchema("email", .normal(.email), doc: "the address")])

  static let acceptsOnlyFrom = RelationSchema(
    "mailbox.accepts_only_from",
    doc: "The mailbox takes mail only from the senders listed; no row means that nobody is shut out this way.",
    obtain: obtain,
    columns: [
      ColumnSchema("mailbox", mailbox, doc: "the primary address in its normal form"),
      ColumnSchema("sender", .text, namesPeople: true, doc: "a sender or group, as the directory writes it"),
    ])
}
