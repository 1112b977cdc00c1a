import FactStore

/// Reads `mailboxes.csv` and `approvals.csv`.
struct RegisterImporter: Importer {
  func relations(ofKind kind: String) -> [String] { Register(rawValue: kind)?.schemas.map(\.name) ?? [] }

  func readsTables(ofKind kind: String) -> Bool { Register(rawValue: kind) != nil }

  func recognise(_ sample: DocumentSample) -> Recognition? {
    guard case .table(let header) = sample else { return nil }
    let names = Set(header.map { TableInput.trim($0).lowercased() })
    return Register.allCases.first { $0.fits(names) }.map { .used(kind: $0.rawValue) }
  }

  func read(_ input: DocumentInput, kind: String) -> any SourceDocument {
    let register = Register(rawValue: kind) ?? .mailboxes
    guard let table = input.table else { return DamagedDocument(input, relations: relations(ofKind: kind)) }
    if let missing = register.required.first(where: { table.column($0) == nil }) {
      return DamagedDocument(
        input, relations: relations(ofKind: kind), records: table.rows.count + table.lost.count,
        reason: "the required column `\(missing)` is missing")
    }
    var reader = RegisterRowReader(register, table)
    let rows = table.rows.map { reader.read($0) }
    return RegisterDocument(
      register: register, rows: rows,
      absent: register.columns.filter { table.column($0) == nil }, lost: table.lost, cut: table.cut,
      notes: table.notes + notes(register, table) + reader.notes)
  }

  private func notes(_ register: Register, _ table: TableInput) -> [String] {
    let unknown = register.foreignColumns(of: table)
    if unknown.isEmpty { return [] }
    return [
      "\(unknown.count) column\(unknown.count == 1 ? " is" : "s are") not read, and a row with something there is in doubt; "
        + "the columns of the register are " + register.columns.map { "`\($0)`" }.joined(separator: ", ")
    ]
  }
}
