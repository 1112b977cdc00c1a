import FactStore
import ImportCore
import Localization

/// The list of mailboxes that the Exchange admin centre exports: `Display name`, `Email address`, `Recipient type`, `Archive
/// status`, `Last modified time`. It has one address of each mailbox, no further ones, and no groups or contacts.
enum AdminCentreMailboxes {
  static let address = ["email address", "email"]
  static let type = ["recipient type", "recipienttype"]

  static let kind = Kind(
    "exchange.admin-centre-mailboxes", noun: Noun("recipient"),
    signs: [.columns([["display name", "displayname"], address, type])], fills: MailboxSchemas.all.map(\.name)
  ) { $0.readListedMailbox() }
  .with { kind in
    kind.form = .table(required: [address, type])
    kind.extent = .answer
    kind.organisation = .everybody
    kind.list.isNumbered = true
    kind.unfilled = EmptyList.limit(Noun("recipient").many)
    kind.whole.write = { document, survey, writer, report in
      writeBounds(survey, writer, &report)
      EmptyList.noteCleaned(document, &report)
    }
  }

  /// What the admin centre never exports.
  private static func writeBounds(_ survey: Survey, _ writer: FactWriter, _ report: inout SourceReport) {
    let text: Phrase = "the Exchange admin centre exports one address of each mailbox and nothing else of it"
    writer.addAbsentColumn("mailbox.entry", "authenticated_senders_only", text: text)
    writer.addHole("mailbox.alias", reason: .columnAbsent, text: text)
    writer.addHole("mailbox.accepts_only_from", reason: .columnAbsent, text: text)
    report.limits.append(
      "further addresses of a mailbox, restricted senders and mail from outside: only `Get-Recipient` and `Get-Mailbox` say them"
    )
    if survey.directory.hasOtherRecipients { return }
    writer.addHole(
      "mailbox.unlisted", reason: .hidden,
      text: "the list of mailboxes of the Exchange admin centre has no groups, contacts or mail users")
    report.limits.append("groups, contacts and mail users: a list of mailboxes has none")
  }

  /// The type in Exchange's own spelling, from it or from the label of the admin centre; `nil` where it is neither, or no type
  /// of a mailbox: `User` is one here, and nowhere else.
  static func readType(_ text: String) -> String? {
    let text = UnicodeText.folded(text)
    if let name = labels[text] { return name }
    return RecipientType.read(text).flatMap { RecipientType.isListedMailbox($0) ? $0 : nil }
  }

  private static let labels = [
    "user": "UserMailbox", "user mailbox": "UserMailbox", "shared": "SharedMailbox", "shared mailbox": "SharedMailbox",
    "room": "RoomMailbox", "room mailbox": "RoomMailbox", "equipment": "EquipmentMailbox",
    "equipment mailbox": "EquipmentMailbox",
  ]
}

extension Record {
  fileprivate mutating func readListedMailbox() {
    let title = AdminCentreMailboxes.address.first { rawCell($0) != nil } ?? "email address"
    let cell = AddressCell(rawCell(title) ?? "")
    if cell.wasCleaned { facts.marks.insert(EmptyList.wasCleaned) }
    let address =
      cell.only.map { FactWriter.Cell.text($0) }
      ?? refuse(column: title, cell.isEmpty ? Phrase("`\(title)` is empty") : Phrase("`\(title)` is no e-mail address"))
    let column = AdminCentreMailboxes.type.first { rawCell($0) != nil } ?? "recipient type"
    let type = told(
      column, Phrase("`\(column)` is no type of a mailbox, such as `UserMailbox` or `SharedMailbox`")
    ) { (AdminCentreMailboxes.readType($0).map { .text($0) }, $0.isEmpty) }
    add(
      "mailbox.entry",
      ["mailbox": address, "email": address, "type": type, "authenticated_senders_only": FactWriter.Cell.none])
    add("mailbox.alias", ["mailbox": address, "email": address])
  }
}
