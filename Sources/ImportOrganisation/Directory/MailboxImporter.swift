import FactStore
import ImportCore

/// Reads a CSV of `Get-Mailbox` or `Get-Recipient`.
package struct MailboxImporter: Importer {
  static let kind = "exchange.mailboxes"
  static let restriction = "acceptmessagesonlyfrom"
  package let kinds = [Self.kind]
  package var schemas: [RelationSchema] { MailboxSchemas.all }

  package init() {}

  package func relations(ofKind kind: String) -> [String] {
    kind == Self.kind ? MailboxSchemas.all.map(\.name) : []
  }

  package func readsTables(ofKind kind: String) -> Bool { kind == Self.kind }

  package func list(ofKind kind: String) -> ListTraits? {
    guard kind == Self.kind else { return nil }
    var traits = ListTraits(noun: "recipient")
    traits.isNumbered = true
    traits.wholeCommands = (
      ["get-recipient", "get-exorecipient"],
      otherwise: "lists some types of recipients only, groups and contacts among the others"
    )
    traits.usualLimit = (
      Self.usualLimit,
      doubt: "the file holds exactly \(Self.usualLimit) recipients, as many as Exchange lists unless it is told "
        + "`-ResultSize Unlimited`: more may exist"
    )
    return traits
  }

  /// How many recipients Exchange lists unless it is told otherwise.
  private static let usualLimit = 1000

  package func normalForm(ofEntity name: String) -> NormalForm? { name == "mailbox" ? .email : nil }

  package func recognise(_ sample: DocumentSample) -> Recognition? {
    guard case .table(let header) = sample else { return nil }
    let names = Set(header.map { TableInput.trim($0).lowercased() })
    if names.contains("primarysmtpaddress") { return .used(kind: Self.kind) }
    let typical: Set<String> = ["recipienttypedetails", "emailaddresses", "requiresenderauthenticationenabled"]
    return typical.isDisjoint(with: names) ? nil : .used(kind: Self.kind)
  }

  package func read(_ input: DocumentInput, kind: String) -> any SourceDocument {
    guard let table = input.table else { return DamagedDocument(input, relations: relations(ofKind: kind)) }
    guard let address = table.column("PrimarySmtpAddress") else {
      return DamagedDocument(
        input, relations: relations(ofKind: kind), records: table.rows.count + table.lost.count,
        reason: "the required column `PrimarySmtpAddress` is missing")
    }
    let aliases = table.column("EmailAddresses")
    let type = table.column("RecipientTypeDetails")
    let authenticated = table.column("RequireSenderAuthenticationEnabled")
    let restrictions = table.header.indices.filter {
      TableInput.trim(table.header[$0]).lowercased().hasPrefix(Self.restriction)
    }
    let entries = table.rows.map { row in
      read(
        row, address: address, type: type, authenticated: authenticated, aliases: aliases,
        restrictions: restrictions.map { ($0, TableInput.trim(table.header[$0])) })
    }
    return MailboxDocument(
      entries: entries, lost: table.lost, cut: table.cut, notes: table.notes, hasType: type != nil,
      hasAuthentication: authenticated != nil, hasAliases: aliases != nil, hasRestrictions: !restrictions.isEmpty)
  }

  private func read(
    _ row: TableInput.Row, address: Int, type: Int?, authenticated: Int?, aliases: Int?,
    restrictions: [(index: Int, name: String)]
  ) -> MailboxDocument.Entry {
    var entry = MailboxDocument.Entry(place: row.place)
    let primary = AddressCell(row.cells.indices.contains(address) ? row.cells[address] : "")
    entry.wasCleaned = primary.wasCleaned
    if let email = primary.only {
      entry.address = .value(.text(email))
    } else {
      let message = "`PrimarySmtpAddress` \(primary.isEmpty ? "is empty" : "is no e-mail address")"
      entry.refuse(row, "PrimarySmtpAddress", message)
      entry.address = .unknown(message)
    }
    if let type {
      let text = TableInput.trim(UnicodeText.withoutInvisible(row.trimmed(type)))
      if let name = RecipientType.read(text) {
        entry.type = .value(.text(name))
      } else {
        let message =
          text.isEmpty
          ? "`RecipientTypeDetails` is empty"
          : "`RecipientTypeDetails` is none of the values of Exchange, such as `UserMailbox` or `SharedMailbox`"
        entry.type = .unknown(message)
        if !text.isEmpty { entry.refuse(row, "RecipientTypeDetails", message) }
      }
    }
    if let authenticated {
      let text = row.trimmed(authenticated)
      if let flag = SpreadsheetBool.read(text) {
        entry.authenticated = .value(.bool(flag))
      } else {
        let message =
          "`RequireSenderAuthenticationEnabled` is \(text.isEmpty ? "empty" : "neither `True` nor `False`")"
        entry.authenticated = .unknown(message)
        if !text.isEmpty { entry.refuse(row, "RequireSenderAuthenticationEnabled", message) }
      }
    }
    if let aliases { readAliases(row, aliases, primary: primary.only, &entry) }
    for (index, name) in restrictions where row.cells.indices.contains(index) {
      let list = AddressList(names: row.cells[index])
      entry.senders += list.entries
      if let doubt = list.doubt {
        entry.sendersDoubt = doubt
        entry.refuse(row, name, doubt)
      }
    }
    return entry
  }

  private func readAliases(
    _ row: TableInput.Row, _ column: Int, primary: String?, _ entry: inout MailboxDocument.Entry
  ) {
    let list = ProxyAddresses(row.cells.indices.contains(column) ? row.cells[column] : "")
    entry.wasCleaned = entry.wasCleaned || list.wasCleaned
    entry.aliases += list.addresses.map { .value(.text($0)) }
    if list.hasOther {
      let message = "`EmailAddresses` holds an entry that is no e-mail address"
      entry.aliases.append(.unknown(message))
      entry.refuse(row, "EmailAddresses", message)
    }
    if let doubt = list.doubt {
      entry.aliases.append(.unknown(doubt, .truncated))
      entry.refuse(row, "EmailAddresses", doubt)
    } else if let primary, !list.addresses.contains(primary) {
      // Every recipient has its primary address there. A cell without it was left out of the export, or cut.
      entry.lacksPrimary = true
      entry.aliases.append(.unknown(MailboxDocument.lackingPrimary, .truncated))
    }
  }
}
