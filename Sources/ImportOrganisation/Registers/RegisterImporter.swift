import Budget
import FactStore
import ImportCore

/// Reads `mailboxes.csv` and `approvals.csv`.
package struct RegisterImporter: YAMLImporter {
  package let kinds = Register.allCases.map(\.rawValue)
  package var schemas: [RelationSchema] { RegisterSchemas.all }

  package init() {}

  package func relations(ofKind kind: String) -> [String] { Register(rawValue: kind)?.schemas.map(\.name) ?? [] }

  package func readsTables(ofKind kind: String) -> Bool { Register(rawValue: kind) != nil }

  package func list(ofKind kind: String) -> ListTraits? {
    guard Register(rawValue: kind) != nil else { return nil }
    var traits = ListTraits()
    traits.isForm = true
    return traits
  }

  package func kind(ofYAML text: [UInt8]) -> String? { RegisterYAML.sniff(text)?.rawValue }

  package func table(ofYAML text: [UInt8], kind: String, account: inout Account) -> TableInput {
    RegisterYAML.table(text, of: Register(rawValue: kind) ?? .mailboxes, account: &account)
  }

  package func recognise(_ sample: DocumentSample) -> Recognition? {
    guard case .table(let header) = sample else { return nil }
    let names = Set(header.map { TableInput.trim($0).lowercased() })
    return Register.allCases.first { $0.fits(names) }.map { .used(kind: $0.rawValue) }
  }

  package func read(_ input: DocumentInput, kind: String) -> any SourceDocument {
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
