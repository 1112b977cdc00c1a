import FactStore

extension JoinFunnel {
  /// Whether the documents behind a dry join and those behind the literals before it have nothing in common.
  ///
  /// A join may well be empty: a municipality with no leaver among its users is a good one. It is suspicious where the
  /// two sides never name the same thing, in any column of a type that is joined. Documents that stand on both sides say
  /// nothing about that, and neither does a literal that shares no variable with those before it.
  ///
  /// Linear in the values of the documents on both sides.
  func isForeign(at index: Int, of rules: [LoweredRule]) -> Bool {
    let literals = rules[0].literals
    let known = sources(behind: Array(literals[..<index]))
    let asked = sources(behind: [literals[index]]).subtracting(known)
    let types = joinedTypes(at: index, of: rules)
    guard !asked.isEmpty, !types.isEmpty else { return false }
    var values: [ValueType: Set<UInt32>] = [:]
    for (type, codes) in columns(of: known, types) { values[type, default: []].formUnion(codes) }
    return !columns(of: asked, types).contains { type, codes in
      values[type].map { known in codes.contains { known.contains($0) } } ?? false
    }
  }

  /// The types of the variables that the atom at `index` shares with the literals before it.
  private func joinedTypes(at index: Int, of rules: [LoweredRule]) -> Set<ValueType> {
    rules.reduce(into: Set<ValueType>()) { types, rule in
      let bound = rule.prefix(index, head: []).boundRegisters.subtracting(rule.registers.constants)
      for literal in rule.body where literal.written == index {
        guard case .match(let atom) = literal.step else { continue }
        types.formUnion(atom.terms.compactMap { $0 }.filter(bound.contains).map { rule.registers.entries[$0].type })
      }
    }.filter(\.isTextual)
  }

  /// Every column of these source relations, facets included, that has one of the types.
  private func columns(
    of relations: Set<String>, _ types: Set<ValueType>
  ) -> [(type: ValueType, codes: UnsafeBufferPointer<UInt32>)] {
    engine.program.catalog.ids.flatMap { id -> [(ValueType, UnsafeBufferPointer<UInt32>)] in
      let entry = engine.program.catalog[id]
      // A facet is named after its relation.
      guard entry.isSource, relations.contains(String(entry.name.prefix { $0 != "?" })) else { return [] }
      let rows = engine.evaluated(id).certain
      return entry.columns.indices.filter { types.contains(entry.columns[$0].type) }.map { column in
        (entry.columns[column].type, UnsafeBufferPointer(start: rows.column(column), count: rows.count))
      }
    }
  }

  /// Names of the source relations behind some literals, through all rules.
  private func sources(behind literals: [Literal]) -> Set<String> {
    PolicyReads.sources(behind: RelationUse.all(in: literals), in: engine.checked).names
  }
}
