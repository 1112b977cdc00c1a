/// Which columns of which relations a policy reads, through the rules that it uses.
struct ColumnsRead {
  let declarations: Declarations
  /// What the rules of each derived relation use. Every example of every policy walks them.
  private let uses: [String: [RelationUse]]

  init(declarations: Declarations, rules: [String: [Rule]]) {
    self.declarations = declarations
    uses = rules.mapValues { $0.flatMap { RelationUse.all(in: $0) } }
  }

  /// - Parameter given: Derived relations whose facts an example gives: they replace the rules.
  func columns(of policy: PolicyDeclaration, given: Set<String>) -> [String: Set<String>] {
    var columns: [String: Set<String>] = [:]
    var pending = RelationUse.all(in: policy)
    while let use = pending.popLast() {
      let name = use.relation.text
      let isNew = columns[name] == nil
      columns[name, default: []].formUnion(self.columns(of: use))
      if isNew, !given.contains(name) { pending += uses[name] ?? [] }
    }
    for name in columns.keys { addFacetKeys(of: name, to: &columns) }
    return columns
  }

  private func columns(of use: RelationUse) -> [String] {
    guard let relation = declarations.relations[use.relation.text] else { return [] }
    // `value in relation` reads the only column there is.
    guard let atom = use.atom else { return relation.schema.columns.map(\.name) }
    return atom.arguments.compactMap { argument in
      guard let column = relation.column(argument.column.text) else { return nil }
      // `_` asks an optional column whether it has a value, and a required one nothing.
      if case .wildcard = argument.value, !column.isOptional { return nil }
      return column.name
    }
  }

  /// An optional column is found by the columns that identify its row.
  private func addFacetKeys(of name: String, to columns: inout [String: Set<String>]) {
    guard let schema = declarations.relations[name]?.schema,
      schema.columns.contains(where: { $0.isOptional && columns[name, default: []].contains($0.name) })
    else { return }
    columns[name, default: []].formUnion(schema.facetKey.map(\.name))
  }
}
