import FactStore
import Localization

/// A system at the other end of integrations, of which policies speak: its rows are told once more under its own name, so that
/// its policies are asked where it is registered.
struct RegisteredSystem: Sendable {
  /// The relation of the rows that are its own.
  let relation: String
  let doc: String
  /// What its name begins with, letters alone and in lower case.
  let names: [String]

  static let all = [
    RegisteredSystem(
      relation: "ks.registered", doc: "A row of `integrations.csv` that is about KS Læring.",
      names: ["kslæring", "kslaering"])
  ]

  var schema: RelationSchema {
    RelationSchema(
      relation, doc: doc, obtain: IntegrationRegister.integrations.obtain,
      columns: [ColumnSchema("entry", IntegrationRegister.entry, doc: "the row of the register")], key: ["entry"])
  }

  /// Whether a register means it: `KS-Læring`, `ks læring HR`.
  func isMeant(by system: String) -> Bool {
    let letters = system.lowercased().filter(\.isLetter)
    return names.contains { letters.hasPrefix($0) }
  }
}
