import Budget
import FactStore
import ImportCore

/// Reads the registers that an organisation keeps: mailboxes, approvals, how systems are connected, and which duties conflict.
package struct RegisterImporter: SystemImporter, YAMLImporter {
  package let system = SourceSystem(
    Register.allCases.map(\.kind), schemas: RegisterSchemas.all + [DutyMatrix.relation])

  package init() {}

  package func kind(ofYAML text: [UInt8]) -> String? { RegisterYAML.sniff(text)?.rawValue }

  package func table(ofYAML text: [UInt8], kind: String, account: inout Account) -> TableInput {
    RegisterYAML.table(text, of: Register(rawValue: kind) ?? .mailboxes, account: &account)
  }

  package func recognise(_ sample: DocumentSample) -> Recognition? {
    guard case .table(let header) = sample else { return nil }
    let names = Set(header.map { TableInput.trim($0).lowercased() })
    return Register.allCases.first { $0.fits(names) }.map { .used(kind: $0.rawValue) }
  }
}
