import FactStore
import Formats
import ImportCore
import Localization

/// Reads the rows of a register.
struct RegisterRowReader {
  private let register: Register
  private let table: TableInput
  /// How the columns of days are written.
  private var days: [String: DayColumn] = [:]
  private var seen: [ExactText: Int] = [:]
  private var row: TableInput.Row
  var facts = Facts(place: Place(line: 1))
  /// Columns of the table that the register does not have: what stands there may take back the row.
  private let foreign: [Int]

  init(_ register: Register, _ table: TableInput) {
    self.register = register
    self.table = table
    foreign = table.header.indices.filter {
      !register.columns.contains(TableInput.trim(table.header[$0]).lowercased())
    }
    row = TableInput.Row(line: 1, cells: [])
    let ownDays = register.integration?.columns.compactMap { if case .day = $0.form { $0.name } else { nil } }
    for name in ownDays ?? ["date", "mail_tested_at"] {
      guard let column = table.column(name) else { continue }
      days[name] = DayColumn(table.rows.lazy.map { $0.trimmed(column) })
    }
  }

  /// What was seen of the register as a whole.
  var notes: [Phrase] {
    let unread: Phrase = """
      \(foreign.count, "column is", "columns are") not read, and a row with something there is in doubt; the columns of the \
      register are \(Self.list(register.columns))
      """
    let remarks = table.rows.count(where: isRemark)
    let remarked: Phrase = "\(remarks, "row begins", "rows begin") with `#` and counts as a remark"
    return (foreign.isEmpty ? [] : [unread]) + (remarks == 0 ? [] : [remarked])
      + days.keys.sorted().filter { days[$0]!.isMixed }.map { Phrase("`\($0)`: \(DayColumn.mixture)") }
  }

  /// Whether a row of a register of integrations or duties is a remark, such as the example that an empty one comes with.
  func isRemark(_ row: TableInput.Row) -> Bool {
    register.integration != nil && row.cells.first.map { TableInput.trim($0).first == "#" } == true
  }

  private static func list(_ words: [String]) -> String { words.map { "`\($0)`" }.joined(separator: ", ") }

  mutating func read(_ record: inout Record) {
    guard case .row(let row, _) = record.content else { return }
    (self.row, facts) = (row, record.facts)
    switch register {
    case .mailboxes: readMailbox()
    case .approvals: readApproval()
    default: if let integration = register.integration { readIntegration(integration) }
    }
    record.facts = facts
  }

  private mutating func readMailbox() {
    var cells = [
      "email": required(email("email"), "email"), "type": word("type", RegisterSchemas.mailboxTypes),
      "owner": party("owner"), "deputy": party("deputy"), "purpose": text("purpose"),
      "mail_tested_at": day("mail_tested_at"),
    ]
    for column in ["owner", "deputy"] { cells[column + "_email"] = Self.address(in: cells[column]!) }
    _ = doubtForeign(&cells)
    facts.add("register.mailbox", cells)
  }

  private mutating func readApproval() {
    let subject = required(party("subject"), "subject")
    let date = day("date")
    let system = required(folded("system"), "system")
    let what = required(word("what", RegisterSchemas.approvalSubjects), "what")
    let approval = identity([system, what, subject, date])
    var cells = [
      "approval": approval, "system": system, "subject": subject, "what": what,
      "subject_email": Self.address(in: subject),
      "requested_by": email("requested_by"), "approved_by": email("approved_by"), "date": date,
      "reference": text("reference"),
    ]
    let client = client(system: system, what: what, subject: subject)
    let copies = addresses(in: "copied_to")
    var copiedTo = copies.addresses.map { FactWriter.Cell.text($0) }
    if copies.hasOther || copies.hasWords {
      copiedTo.append(
        refuse(
          "copied_to",
          "`copied_to` holds something that is no e-mail address, or words beside one; separate addresses by `;`"))
    }
    let doubt = doubtForeign(&cells)
    facts.add("register.approval", cells)
    switch client {
    case .known(let supplier, let scope):
      if let doubt {
        facts.lack("register.approved_client", text: doubt)
      } else {
        facts.add(
          "register.approved_client",
          naming: ["approval": .cell(approval), "supplier": .party(.organisation(supplier)), "scope": .text(scope)])
      }
    case .unknown(let why): facts.lack("register.approved_client", text: why)
    case nil: break
    }
    for email in copiedTo { facts.add("register.approval_copied_to", ["approval": approval, "email": email]) }
  }

  /// What stands in a column that the register does not have may refuse, end or limit what the row says. YAML refuses such
  /// a key; of a table the row stays, and nothing but whom it is about is certain. Says so where it is.
  mutating func doubtForeign(_ cells: inout [String: FactWriter.Cell]) -> Phrase? {
    guard foreign.contains(where: { row.cells.indices.contains($0) && !row.trimmed($0).isEmpty }) else { return nil }
    let message: Phrase = """
      the row has something in a column that the register does not have, and it may take back what the row says; the \
      columns are \(Self.list(register.columns)): take the others out
      """
    facts.refuse(message, at: facts.place)
    for column in register.schemas[0].columns where column.isOptional && column.name != "subject_email" {
      if let cell = cells[column.name], cell != .none { cells[column.name] = .unknown(message) }
    }
    return message
  }

  private enum Client {
    case known(supplier: String, scope: String)
    case unknown(Phrase)
  }

  /// The number of a supplier and a scope, where the approval is one of a client in Maskinporten, or may be.
  private mutating func client(
    system: FactWriter.Cell, what: FactWriter.Cell, subject: FactWriter.Cell
  ) -> Client? {
    guard what.isUnknown || what.text == "client", system.isUnknown || system.text == "maskinporten" else { return nil }
    guard let text = subject.text, !what.isUnknown, !system.isUnknown else {
      return .unknown("what was approved for whom cannot be read")
    }
    let parts = text.split(whereSeparator: \.isWhitespace)
    if let scope = parts.last, let supplier = NormalForm.orgnr.read(parts.dropLast().joined()) {
      return .known(supplier: supplier, scope: String(scope))
    }
    let why: Phrase =
      "`subject` of a client in Maskinporten is no organisation number and scope, such as `310000001 nav:inntekt`"
    _ = refuse("subject", why)
    return .unknown(why)
  }

  /// `<system>/<what>/<subject>/<date>`; what cannot be read is `?`. Two approvals that agree in all of it stay two.
  mutating func identity(_ cells: [FactWriter.Cell]) -> FactWriter.Cell {
    let name = written(cells)
    let count = seen[ExactText(name), default: 0] + 1
    seen[ExactText(name)] = count
    return .text(count == 1 ? name : "\(name)#\(count)")
  }

  /// The same, of rows that contradict each other where they agree in all of it; not known where a part is not.
  func name(of cells: [FactWriter.Cell]) -> FactWriter.Cell {
    cells.allSatisfy { $0.text != nil } ? .text(written(cells)) : .unknown("which row it is, is not known")
  }

  func written(_ cells: [FactWriter.Cell]) -> String {
    let parts = cells.map { cell in
      switch cell {
      case .value(.text(let text)): text
      case .value(.date(let day)): day.description
      case .none: ""
      default: "?"
      }
    }
    return parts.joined(separator: "/")
  }

  /// The address that a cell holds, where it holds one.
  static func address(in cell: FactWriter.Cell) -> FactWriter.Cell {
    cell.isUnknown ? cell : cell.text.flatMap(NormalForm.email.read).map { .text($0) } ?? .none
  }

  private func cell(_ column: String) -> String { table.column(column).map { row.trimmed($0) } ?? "" }

  /// What somebody wrote, without what opens something: of each address in it who logs in, and of a column that is one
  /// address what stands behind its path, too. Says so where it is.
  private mutating func kept(_ column: String, isAddress: Bool = false) -> String {
    let address = EndpointAddress(cell(column), isWhole: isAddress)
    if address.isCut {
      facts.refuse(
        """
        `\(column)` has more of an address than scheme, host and path; the rest is dropped, since passwords and keys stand \
        there: change them, and write the address without
        """, at: facts.place)
    }
    return address.kept
  }

  mutating func text(_ column: String, isAddress: Bool = false) -> FactWriter.Cell {
    let text = kept(column, isAddress: isAddress)
    return text.isEmpty ? .none : .text(text)
  }

  mutating func folded(_ column: String) -> FactWriter.Cell {
    let text = UnicodeText.folded(kept(column))
    return text.isEmpty ? .none : .text(text)
  }

  /// Somebody or something: an address in its normal form, or else a name as names are compared. What may be an address
  /// and cannot be read as one is not taken for a name.
  mutating func party(_ column: String) -> FactWriter.Cell {
    guard cell(column).contains(where: { $0 == "@" || $0 == "\u{FF20}" }) else { return folded(column) }
    return email(column)
  }

  /// The addresses of a cell, whose hidden characters count for the row.
  private mutating func addresses(in column: String) -> AddressCell {
    let cell = AddressCell(table.column(column).flatMap { row.cells.indices.contains($0) ? row.cells[$0] : nil } ?? "")
    if cell.wasCleaned { facts.marks.insert(EmptyList.wasCleaned) }
    return cell
  }

  mutating func required(_ value: FactWriter.Cell, _ column: String) -> FactWriter.Cell {
    value == .none ? refuse(column, "`\(column)` is empty") : value
  }

  private mutating func email(_ column: String) -> FactWriter.Cell {
    let address = addresses(in: column)
    if let only = address.only { return .text(only) }
    if address.isEmpty { return .none }
    let message: Phrase =
      address.addresses.count > 1
      ? "`\(column)` holds several addresses"
      : address.hasOther
        ? "`\(column)` is no e-mail address" : "`\(column)` holds words beside the address, which may take it back"
    return refuse(column, message)
  }

  mutating func word(_ column: String, _ allowed: [String]) -> FactWriter.Cell {
    let text = UnicodeText.folded(cell(column))
    if text.isEmpty { return .none }
    if allowed.contains(text) { return .text(text) }
    return refuse(column, "`\(column)` is none of \(Self.list(allowed))")
  }

  mutating func day(_ column: String) -> FactWriter.Cell {
    let text = cell(column)
    if text.isEmpty { return .none }
    switch days[column, default: DayColumn()].read(text) {
    case .day(let date): return .value(.date(date))
    case .noDate, .endless: return .unknown("`\(column)` is a day that programs write where they have none")
    case .mixed: return .unknown("`\(column)`: \(DayColumn.mixture)")
    case .wrong: return refuse(column, "`\(column)` is no date; \(DayReader.help)")
    }
  }

  private mutating func refuse(_ column: String, _ message: Phrase) -> FactWriter.Cell {
    facts.refuse(message, at: row.place(column))
    return .unknown(message)
  }
}
