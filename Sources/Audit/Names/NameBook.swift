import FactStore
import PolicyEngine

/// What exports call the things that they know by an id.
///
/// A source relation with a text column `name` gives the name of what its key identifies, or its first column where it has
/// none. So an export of another system gives names as soon as it has such a relation.
package struct NameBook: Sendable {
  /// A relation that says that two ids are of one thing, so that a name of the one is a name of the other.
  package struct Link: Sendable {
    var relation: String
    var from: String
    var to: String
    package init(_ relation: String, from: String, to: String) {
      self.relation = relation
      self.from = from
      self.to = to
    }
  }

  /// By type and id.
  private var names: [ValueType: [String: Set<String>]] = [:]

  /// Names of what has these types. Linear in the relations that name them.
  package init(_ engine: Engine, types: some Sequence<ValueType>, links: [Link] = []) {
    let wanted = Set(types)
    let linked = links.filter { link in
      engine.store.schemas[link.relation]?.columns.contains { $0.name == link.to && wanted.contains($0.type) } ?? false
    }
    let sources = linked.compactMap { link in
      engine.store.schemas[link.relation]?.columns.first { $0.name == link.from }?.type
    }
    for schema in engine.store.schemas.schemas { read(schema, of: wanted.union(sources), from: engine) }
    for link in linked { follow(link, in: engine) }
  }

  /// The names of an id as exports have them, in the order of their bytes; `nil` where there is none, and for an id that is
  /// a word and can be read as it is.
  package subscript(id: String, type: ValueType) -> String? {
    guard id.utf8.contains(where: { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let found = names[type]?[id]
    else { return nil }
    let sorted = found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return sorted.prefix(Self.shown).joined(separator: " / ") + (sorted.count > Self.shown ? " / …" : "")
  }

  private static let shown = 3

  private mutating func read(_ schema: RelationSchema, of wanted: Set<ValueType>, from engine: Engine) {
    guard let name = schema.columns.first(where: { $0.name == "name" && $0.type == .text }),
      let who = schema.key.count == 1
        ? schema.columns.first(where: { $0.name == schema.key[0] }) : schema.columns.first,
      case .entity = who.type, wanted.contains(who.type)
    else { return }
    let stored = name.isOptional ? SchemaSet.facetName(schema.name, name.name) : schema.name
    for (id, text) in Self.pairs(stored, who.name, name.name, in: engine) where !text.isEmpty {
      names[who.type, default: [:]][id, default: []].insert(text)
    }
  }

  private mutating func follow(_ link: Link, in engine: Engine) {
    guard let schema = engine.store.schemas[link.relation],
      let from = schema.columns.first(where: { $0.name == link.from })?.type,
      let to = schema.columns.first(where: { $0.name == link.to })?.type
    else { return }
    for (id, other) in Self.pairs(link.relation, link.from, link.to, in: engine) {
      guard let found = names[from]?[id] else { continue }
      names[to, default: [:]][other, default: []].formUnion(found)
    }
  }

  /// Two columns of a stored relation, as people read them.
  private static func pairs(
    _ relation: String, _ first: String, _ second: String, in engine: Engine
  ) -> [(String, String)] {
    guard let source = engine.store[relation],
      let left = source.columns.firstIndex(where: { $0.name == first }),
      let right = source.columns.firstIndex(where: { $0.name == second })
    else { return [] }
    let types = (source.columns[left].type, source.columns[right].type)
    return (0..<source.facts.count).map { row in
      (
        engine.bareText(source.facts[row, left], types.0), engine.bareText(source.facts[row, right], types.1)
      )
    }
  }
}
