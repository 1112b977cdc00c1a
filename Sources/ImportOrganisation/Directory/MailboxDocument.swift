import FactStore
import ImportCore

/// An export of the mail directory.
struct MailboxDocument: SourceDocument {
  var entries: [Entry]
  var lost: [Damage]
  var cut: Damage?
  var notes: [String]
  var hasType: Bool
  var hasAuthentication: Bool
  var hasAliases: Bool
  var hasRestrictions: Bool

  struct Entry: Sendable, ReadRecord {
    var place: Place
    var address = FactWriter.Cell.none
    var type = FactWriter.Cell.none
    var authenticated = FactWriter.Cell.none
    var aliases: [FactWriter.Cell] = []
    /// Whether `EmailAddresses` lacks the primary address, so that more may be missing.
    var lacksPrimary = false
    var senders: [String] = []
    /// Why more senders may be listed.
    var sendersDoubt: String?
    var problems: [SourceReport.Problem] = []
    /// Whether characters that show nothing were left out of an address.
    var wasCleaned = false

    init(place: Place) { self.place = place }

    mutating func refuse(_ row: TableInput.Row, _ column: String, _ message: String) {
      problems.append(.init(line: row.line, pointer: column, message: message))
    }
  }

  static let lackingPrimary =
    "`EmailAddresses` does not hold the primary address, which every recipient has there: the cell was not exported, or was "
    + "cut; export the list again, joined by `;`"

  var damageOfWhole: String? { cut?.text }
  var records: Int { entries.count + lost.count }
  var problemCount: Int { entries.problemCount }

  func inform(_ survey: inout Survey, file: FileID) {
    if entries.contains(where: { $0.type.text.map { !RecipientType.isListedMailbox($0) } ?? false }) {
      survey.directory.hasOtherRecipients = true
    }
  }

  func write(to writer: FactWriter, survey: Survey, report: inout SourceReport) {
    report.notes += notes
    if records == 0, cut == nil { return report.limits.append(EmptyList.limit("recipients")) }
    for schema in MailboxSchemas.all { writer.cover(schema.name, grade: .assumed) }
    report.grade = .assumed
    writeAbsentColumns(to: writer, &report)
    writeBounds(to: writer, survey, &report)
    let cleaned = entries.filter(\.wasCleaned).count
    if cleaned > 0 { report.notes.append(EmptyList.cleaned(cleaned)) }
    for entry in entries {
      writer.add(
        "mailbox.entry",
        [
          "mailbox": entry.address, "email": entry.address, "type": entry.type,
          "authenticated_senders_only": entry.authenticated,
        ], at: entry.place)
      for alias in entry.aliases {
        writer.add("mailbox.alias", ["mailbox": entry.address, "email": alias], at: entry.place)
      }
      for sender in entry.senders {
        writer.add(
          "mailbox.accepts_only_from", ["mailbox": entry.address, "sender": .value(.text(sender))], at: entry.place)
      }
      if let doubt = entry.sendersDoubt {
        writer.add(
          "mailbox.accepts_only_from", ["mailbox": entry.address, "sender": .unknown(doubt, .truncated)],
          at: entry.place)
      }
      report.count(entry.problems)
    }
    for damage in lost {
      addHoles(writer, .unusable, damage)
      report.reject(SourceReport.Problem(damage))
    }
    if let cut {
      addHoles(writer, .truncated, cut)
      report.fail(cut)
    }
  }

  /// What the list leaves out without a word: what is no mailbox.
  private func writeBounds(to writer: FactWriter, _ survey: Survey, _ report: inout SourceReport) {
    if hasAuthentication || hasRestrictions, !survey.directory.hasOtherRecipients {
      let text = "the export is a list of mailboxes (`Get-Mailbox`), which has no groups, contacts or mail users"
      writer.addHole("mailbox.unlisted", reason: .hidden, text: text)
      report.limits.append("groups, contacts and mail users: a list of mailboxes has none")
    }
  }

  private func writeAbsentColumns(to writer: FactWriter, _ report: inout SourceReport) {
    func absent(_ column: String) -> String { "the export has no column `\(column)`" }
    if !hasType {
      writer.addAbsentColumn("mailbox.entry", "type", text: absent("RecipientTypeDetails"))
      report.limits.append("the type of each recipient: no column `RecipientTypeDetails`")
    }
    if !hasAuthentication {
      writer.addAbsentColumn(
        "mailbox.entry", "authenticated_senders_only", text: absent("RequireSenderAuthenticationEnabled"))
      report.limits.append(
        "whether mail from outside is refused: no column `RequireSenderAuthenticationEnabled`")
    }
    if !hasAliases {
      writer.addHole("mailbox.alias", reason: .columnAbsent, text: absent("EmailAddresses"))
      report.limits.append("further addresses of a mailbox: no column `EmailAddresses`")
    }
    let lacking = entries.filter(\.lacksPrimary).count
    if lacking > 0 {
      report.limits.append(
        "further addresses of \(lacking) \(lacking == 1 ? "recipient" : "recipients"): " + Self.lackingPrimary)
    }
    if !hasRestrictions {
      writer.addHole(
        "mailbox.accepts_only_from", reason: .columnAbsent, text: absent("AcceptMessagesOnlyFromSendersOrMembers"))
      report.limits.append("restricted senders: no column `AcceptMessagesOnlyFrom…`")
    }
  }

  private func addHoles(_ writer: FactWriter, _ reason: Hole.Reason, _ damage: Damage) {
    for schema in MailboxSchemas.all {
      writer.addHole(schema.name, reason: reason, text: damage.text, at: damage.place)
    }
  }
}
