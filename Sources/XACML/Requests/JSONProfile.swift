/// Short names of the JSON profile 1.1 for categories and data types.
enum JSONProfile {
  private static let one = "urn:oasis:names:tc:xacml:1.0:subject-category:"
  static let categories: [(name: String, identifier: String)] = [
    ("AccessSubject", Names.subject), ("Resource", Names.resource), ("Action", Names.action),
    ("Environment", Names.environment), ("RecipientSubject", one + "recipient-subject"),
    ("IntermediarySubject", one + "intermediary-subject"), ("Codebase", one + "codebase"),
    ("RequestingMachine", one + "requesting-machine"),
  ]

  static func category(_ name: String) -> String {
    categories.first { $0.name == name }?.identifier ?? name
  }

  private static let types: [String: DataType] = Dictionary(
    uniqueKeysWithValues: DataType.all.map { ($0.shortName, $0) })

  static func type(_ name: String) -> DataType { types[name] ?? DataType(name) }
}
