import FactStore
import PolicyEngine

extension People {
  /// Collects whom the exports name. Linear in the facts and holes of relations that have addresses or names of people.
  ///
  /// The name of an account whose address is functional is the name of a function, unless a person has it as well, or the
  /// address is written like the name: a leaver's mailbox becomes a shared one.
  /// - Parameter functional: the relation whose first column has the addresses of functions, where the policies have one.
  package init(_ engine: Engine, functional: String) {
    let rows = engine.certain(functional).compactMap(\.first)
    // What policies name themselves is nobody's either.
    let named = engine.checked.parameters.values.flatMap(\.declared)
    let functions = Set(
      (rows + named).compactMap { value in
        if case .text(let text) = value, text.contains("@") { text } else { nil }
      })
    var names: Set<String> = []
    var addresses: Set<String> = []
    let schemas = engine.store.schemas
    let people = Self.entities(schemas.schemas)
    for stored in schemas.stored {
      guard let relation = engine.store[stored.name] else { continue }
      let columns = relation.columns
      let ofMail = columns.indices.filter { columns[$0].type == .normal(.email) }
      let ofNames = columns.indices.filter { Self.namesPeople(columns[$0], among: columns, people) }
      guard !ofMail.isEmpty || !ofNames.isEmpty else { continue }
      Self.forEachRow(of: relation) { code in
        var function: String?
        for column in ofMail where code(column) != ValueCode.any {
          let address = engine.bareText(code(column), columns[column].type)
          addresses.insert(address)
          if functions.contains(address) { function = address }
        }
        for column in ofNames where code(column) != ValueCode.any {
          let name = engine.bareText(code(column), columns[column].type)
          if function.map({ Self.isWritten($0, like: name) }) ?? true { names.insert(name) }
        }
      }
    }
    var counts: [Substring: Int] = [:]
    for address in addresses { counts[Self.domain(of: address), default: 0] += 1 }
    self.init(
      names: Self.sorted(names), functional: Self.sorted(functions),
      domains: Self.sorted(counts.filter { $0.value >= Self.addressesOfDomain }.map { String($0.key) }))
  }

  static func domain(of address: String) -> Substring {
    address.lastIndex(of: "@").map { address[address.index(after: $0)...] } ?? ""
  }

  /// Whether the local part of an address consists of words of a name, two at least: `kari.nordmann2` of Kari Anne Nordmann.
  private static func isWritten(_ address: String, like name: String) -> Bool {
    let words = UnicodeText.nameWords(local(of: address)).split(separator: " ")
    return words.count > 1 && Set(words).isSubset(of: UnicodeText.nameWords(name).split(separator: " "))
  }

  /// The local part of an address without digits, which tell namesakes apart.
  static func local(of address: String) -> String {
    String(address.prefix { $0 != "@" }.filter { !$0.isNumber })
  }

  /// The things that are people: some relation has their names.
  private static func entities(_ schemas: [RelationSchema]) -> Set<ValueType> {
    Set(
      schemas.compactMap { schema in
        guard schema.columns.contains(where: \.namesPeople), let first = schema.columns.first, case .entity = first.type
        else { return nil }
        return first.type
      })
  }

  /// Whether a column says so, or is a `name` beside an address or somebody who is a person elsewhere: a mapped file need not.
  private static func namesPeople(
    _ column: ColumnSchema, among columns: [ColumnSchema], _ people: Set<ValueType>
  ) -> Bool {
    if column.namesPeople { return true }
    return column.name == "name" && column.type == .text
      && columns.contains { $0.type == .normal(.email) || people.contains($0.type) }
  }

  private static func forEachRow(of relation: SourceRelation, _ body: (_ code: (Int) -> UInt32) -> Void) {
    for row in 0..<relation.facts.count { body { relation.facts[row, $0] } }
    for hole in relation.holes { body { hole.row[$0] } }
  }

  private static func sorted(_ texts: some Sequence<String>) -> [String] {
    texts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
