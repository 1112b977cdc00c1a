/// The type of a column: what its codes mean and which values may be joined.
public enum ValueType: Hashable, Sendable {
  case text
  case int
  case bool
  case date
  /// A point in time, whole seconds since 1970-01-01T00:00:00Z.
  case time
  /// A text with a normal form of its own, normalised once, at load.
  case normal(NormalForm)
  /// The identity of a thing (`kitos.user`, `person`): a text that only joins columns of the same entity.
  case entity(String)

  /// Whether codes of this type name a text in the ``SymbolTable``.
  public var isTextual: Bool {
    switch self {
    case .text, .normal, .entity: true
    case .int, .bool, .date, .time: false
    }
  }

  /// Whether a punned variable may join columns of this type (language.md, statement 1).
  public var joinsByName: Bool {
    switch self {
    case .normal, .entity: true
    case .text, .int, .bool, .date, .time: false
    }
  }

  /// The name that the policy language uses.
  public var name: String {
    switch self {
    case .text: "text"
    case .int: "int"
    case .bool: "bool"
    case .date: "date"
    case .time: "time"
    case .normal(let form): form.rawValue
    case .entity(let name): name
    }
  }
}

/// Types of text that own their normalisation.
public enum NormalForm: String, Hashable, Sendable, CaseIterable {
  case email, domain, uuid, orgnr, cvr
}
