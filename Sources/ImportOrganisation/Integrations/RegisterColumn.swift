import FactStore
import Localization

/// A column of a register of integrations: how its cells are read, and what it means.
struct RegisterColumn: Sendable {
  enum Form: Sendable {
    /// As it is written, without user names and passwords of addresses in it.
    case text
    /// An address on the internet, as ``EndpointAddress`` keeps it. Has a column `…_host` beside it.
    case url
    /// Where something is written: a number of a case, or an address. Has a column `…_host` beside it.
    case reference
    /// In lower case, as names of systems and integrations are compared.
    case name
    /// One of a few words.
    case word([String])
    case day
    /// `yes` or `no`.
    case flag
    /// Somebody: an address, or else a name. Has a column `…_email` beside it.
    case party
    /// An address of the internet, a prefix or a host. Has columns `first` and `last` beside it.
    case network
  }

  let name: String
  let form: Form
  let isRequired: Bool
  let doc: String

  init(_ name: String, _ form: Form = .text, required: Bool = false, _ doc: String) {
    self.name = name
    self.form = form
    isRequired = required
    self.doc = doc
  }

  /// The columns of the relation that it fills.
  var schemas: [ColumnSchema] {
    switch form {
    case .text: [ColumnSchema(name, .text, optional: !isRequired, doc: doc)]
    case .url, .reference:
      [
        ColumnSchema(name, .text, optional: !isRequired, doc: doc),
        ColumnSchema(
          "\(name)_host", .text, optional: true,
          doc: "the host of the address in it, in lower case; none where there is none"),
      ]
    case .name: [ColumnSchema(name, .text, optional: !isRequired, doc: "\(doc); in lower case")]
    case .word(let words): [ColumnSchema(name, .text, optional: !isRequired, values: words, doc: doc)]
    case .day: [ColumnSchema(name, .date, optional: !isRequired, doc: doc)]
    case .flag: [ColumnSchema(name, .bool, optional: !isRequired, doc: doc)]
    case .party:
      [
        ColumnSchema(name, .text, optional: true, namesPeople: true, doc: "\(doc); in lower case"),
        ColumnSchema("\(name)_email", .normal(.email), optional: true, doc: "the same, where it is an address"),
      ]
    case .network:
      [
        ColumnSchema(name, .text, optional: !isRequired, doc: doc),
        ColumnSchema(
          "first", .int, optional: true, isReckoned: true,
          doc: "the first address of the prefix as a number; none where it is none of IPv4"),
        ColumnSchema(
          "last", .int, optional: true, isReckoned: true, doc: "the last address of the prefix as a number"),
        ColumnSchema(
          "reach", .text, values: Network.reaches,
          doc: "`one` address, `many`, `all` of IPv4 or IPv6, or `name` where it is a host or nothing that is known"),
      ]
    }
  }
}
