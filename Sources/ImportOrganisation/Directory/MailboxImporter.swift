import FactStore
import ImportCore
import Localization

/// Reads a CSV of `Get-Mailbox` or `Get-Recipient`, and the list of mailboxes of the Exchange admin centre.
package struct MailboxImporter: SystemImporter {
  package let system = SourceSystem([Self.recipients, AdminCentreMailboxes.kind], schemas: MailboxSchemas.all)
  package var unused: [String: Phrase] { [AdminCentreUsers.kind: AdminCentreUsers.what] }

  package init() {}

  package func recognise(_ sample: DocumentSample) -> Recognition? {
    if let recognition = system.recognise(sample) { return recognition }
    guard case .table(let header) = sample, AdminCentreUsers.holds(header) else { return nil }
    return .known(kind: AdminCentreUsers.kind, what: AdminCentreUsers.what)
  }

  package func normalForm(ofEntity name: String) -> NormalForm? { name == "mailbox" ? .email : nil }

  /// An export of the mail directory. Without the addresses it is still one, which lacks what it needs.
  static let recipients = Kind(
    "exchange.mailboxes", noun: Noun("recipient"),
    signs: [
      .titles(["primarysmtpaddress"]),
      .columns([["recipienttypedetails", "emailaddresses", "requiresenderauthenticationenabled"]]),
    ], fills: MailboxSchemas.all.map(\.name)
  ) { _ in }
  .with { kind in
    kind.form = .table(required: ["PrimarySmtpAddress"])
    kind.extent = .answer
    kind.organisation = .everybody
    kind.list.isNumbered = true
    kind.list.wholeCommands = (
      ["get-recipient", "get-exorecipient"],
      otherwise: "the recorded command lists some types of recipients only, groups and contacts among the others"
    )
    kind.list.usualLimit = (
      usualLimit,
      doubt: """
      the file holds exactly \(usualLimit) recipients, as many as Exchange lists unless it is told `-ResultSize \
      Unlimited`: more may exist
      """
    )
    kind.unfilled = EmptyList.limit(Noun("recipient").many)
    kind.table = { table in
      let titles = table.header.map(TableInput.trim)
      let restrictions = titles.indices.filter { isRestriction(titles[$0]) }.map { (index: $0, name: titles[$0]) }
      return TableReading { $0.readRecipient(restrictions) }
    }
    kind.whole.write = { document, survey, writer, report in
      writeAbsentColumns(document, writer, &report)
      writeBounds(document, survey, writer, &report)
      EmptyList.noteCleaned(document, &report)
    }
  }

  /// How many recipients Exchange lists unless it is told otherwise.
  private static let usualLimit = 1000

  private static func isRestriction(_ title: String) -> Bool {
    title.lowercased().hasPrefix("acceptmessagesonlyfrom")
  }

  /// What the list leaves out without a word: what is no mailbox.
  private static func writeBounds(
    _ document: RecordDocument, _ survey: Survey, _ writer: FactWriter, _ report: inout SourceReport
  ) {
    guard document.titles.contains(where: { isRestriction($0) || $0 == "requiresenderauthenticationenabled" }),
      !survey.directory.hasOtherRecipients
    else { return }
    let text: Phrase = "the export is a list of mailboxes (`Get-Mailbox`), which has no groups, contacts or mail users"
    writer.addHole("mailbox.unlisted", reason: .hidden, text: text)
    report.limits.append("groups, contacts and mail users: a list of mailboxes has none")
  }

  private static func writeAbsentColumns(
    _ document: RecordDocument, _ writer: FactWriter, _ report: inout SourceReport
  ) {
    func absent(_ column: String) -> Phrase { "the export has no column `\(column)`" }
    func lacks(_ column: String) -> Bool { !document.titles.contains(column.lowercased()) }
    if lacks("RecipientTypeDetails") {
      writer.addAbsentColumn("mailbox.entry", "type", text: absent("RecipientTypeDetails"))
      report.limits.append("the type of each recipient: no column `RecipientTypeDetails`")
    }
    if lacks("RequireSenderAuthenticationEnabled") {
      writer.addAbsentColumn(
        "mailbox.entry", "authenticated_senders_only", text: absent("RequireSenderAuthenticationEnabled"))
      report.limits.append(
        "whether mail from outside is refused: no column `RequireSenderAuthenticationEnabled`")
    }
    if lacks("EmailAddresses") {
      writer.addHole("mailbox.alias", reason: .columnAbsent, text: absent("EmailAddresses"))
      report.limits.append("further addresses of a mailbox: no column `EmailAddresses`")
    }
    let lacking = document.count(of: lackingPrimary.key)
    if lacking > 0 {
      report.limits.append(
        "further addresses of \(lacking, "recipient", "recipients"): \(lackingPrimary)")
    }
    if !document.titles.contains(where: isRestriction) {
      writer.addHole(
        "mailbox.accepts_only_from", reason: .columnAbsent, text: absent("AcceptMessagesOnlyFromSendersOrMembers"))
      report.limits.append("restricted senders: no column `AcceptMessagesOnlyFrom…`")
    }
  }

  fileprivate static let lackingPrimary: Phrase = """
    `EmailAddresses` does not hold the primary address, which every recipient has there: the cell was not exported, or \
    was cut; export the list again, joined by `;`
    """
}

extension Record {
  fileprivate mutating func readRecipient(_ restrictions: [(index: Int, name: String)]) {
    guard case .row(let row, _) = content else { return }
    let primary = AddressCell(rawCell("PrimarySmtpAddress") ?? "")
    if primary.wasCleaned { facts.marks.insert(EmptyList.wasCleaned) }
    let address =
      primary.only.map { .text($0) }
      ?? refuse(
        column: "PrimarySmtpAddress",
        primary.isEmpty
          ? Phrase("`PrimarySmtpAddress` is empty") : Phrase("`PrimarySmtpAddress` is no e-mail address"))
    let type = told(
      "RecipientTypeDetails",
      Phrase("`RecipientTypeDetails` is none of the values of Exchange, such as `UserMailbox` or `SharedMailbox`")
    ) {
      let text = TableInput.trim(UnicodeText.withoutInvisible($0))
      return (RecipientType.read(text).map { .text($0) }, text.isEmpty)
    }
    if let name = type.text, !RecipientType.isListedMailbox(name) {
      facts.tell { $0.directory.hasOtherRecipients = true }
    }
    let authenticated = told(
      "RequireSenderAuthenticationEnabled",
      Phrase("`RequireSenderAuthenticationEnabled` is neither `True` nor `False`")
    ) {
      (SpreadsheetBool.read($0).map { .value(.bool($0)) }, $0.isEmpty)
    }
    add(
      "mailbox.entry",
      ["mailbox": address, "email": address, "type": type, "authenticated_senders_only": authenticated])
    for alias in aliases(primary: primary.only) { add("mailbox.alias", ["mailbox": address, "email": alias]) }
    var doubt: Phrase?
    for (index, name) in restrictions where row.cells.indices.contains(index) {
      let list = AddressList(names: row.cells[index])
      for sender in list.entries { add("mailbox.accepts_only_from", ["mailbox": address, "sender": .text(sender)]) }
      guard let why = list.doubt else { continue }
      doubt = why
      _ = refuse(column: name, why)
    }
    if let doubt {
      add("mailbox.accepts_only_from", ["mailbox": address, "sender": .unknown(doubt, .truncated)])
    }
  }

  /// A cell that should hold one of a few values. An empty one says nothing, and so does a column that is not there.
  mutating func told(
    _ column: String, _ otherwise: Phrase, _ read: (String) -> (cell: FactWriter.Cell?, isEmpty: Bool)
  ) -> FactWriter.Cell {
    guard let told = rawCell(column).map({ read(TableInput.trim($0)) }) else { return .none }
    if told.isEmpty { return .unknown("`\(column)` is empty") }
    return told.cell ?? refuse(column: column, otherwise)
  }

  private mutating func aliases(primary: String?) -> [FactWriter.Cell] {
    guard let cell = rawCell("EmailAddresses") else { return [] }
    let list = ProxyAddresses(cell)
    if list.wasCleaned { facts.marks.insert(EmptyList.wasCleaned) }
    var aliases = list.addresses.map { FactWriter.Cell.text($0) }
    if list.hasOther {
      aliases.append(refuse(column: "EmailAddresses", "`EmailAddresses` holds an entry that is no e-mail address"))
    }
    if let doubt = list.doubt {
      _ = refuse(column: "EmailAddresses", doubt)
      aliases.append(.unknown(doubt, .truncated))
    } else if let primary, !list.addresses.contains(primary) {
      // Every recipient has its primary address there. A cell without it was left out of the export, or cut.
      facts.marks.insert(MailboxImporter.lackingPrimary.key)
      aliases.append(.unknown(MailboxImporter.lackingPrimary, .truncated))
    }
    return aliases
  }

  /// A problem of a column, whatever the sheet.
  mutating func refuse(column: String, _ message: Phrase) -> FactWriter.Cell {
    refuse(Place(line: place.line, pointer: column), message)
  }
}
