import FactStore

/// A checked program without names: its relations, the rules of each, and which of them are defined by each other.
///
/// The rules of a relation never change. Policies are lowered when they are first asked for, and add relations of their own.
struct LoweredProgram {
  let checked: CheckedProgram
  let today: CalendarDate
  let symbols: SymbolTable
  private(set) var catalog = RelationCatalog()
  private(set) var rules: [RelationID: [LoweredRule]] = [:]
  /// What `optional` reads in the place of an absent relation that is declared to be so, by relation.
  private(set) var emptied: [RelationID: RelationID] = [:]
  private var components: [RelationID: [RelationID]] = [:]
  private var recursive: Set<RelationID> = []

  /// - Parameters:
  ///   - given: relations whose rows are given: their rules are left out.
  ///   - isDeclaredAbsent: whether somebody said of a source relation, by its stored name, that there is no export of it.
  init(
    _ checked: CheckedProgram, today: CalendarDate, symbols: SymbolTable, given: Set<String>,
    isDeclaredAbsent: (String) -> Bool
  ) {
    self.checked = checked
    self.today = today
    self.symbols = symbols
    for name in checked.relations.keys.sorted() {
      let info = checked.relations[name]!
      catalog.add(info.schema, isSource: info.kind == .source)
    }
    for id in catalog.ids where catalog[id].isSource && isDeclaredAbsent(catalog[id].name) {
      emptied[id] = catalog.add("\(catalog[id].name)!", columns: catalog[id].columns, isSource: true)
    }
    for stratum in checked.strata {
      let ids = stratum.relations.filter { !given.contains($0) }.compactMap { catalog.id($0) }
      for id in ids { components[id] = ids }
      if stratum.isRecursive { recursive.formUnion(ids) }
    }
    for (name, list) in checked.rules.sorted(by: { $0.key < $1.key }) where !given.contains(name) {
      let id = catalog.id(name)!
      rules[id] = list.flatMap { lower($0, head: id) }
    }
  }

  private func lower(_ rule: Rule, head: RelationID) -> [LoweredRule] {
    let arguments = catalog[head].columns.map { column -> (RuleLowering.HeadArgument, ValueType) in
      (.expression(rule.head.arguments.first { $0.column.text == column.name }!.expression!), column.type)
    }
    return RuleLowering(self, rule.span).lower(
      head: head, arguments: arguments, body: rule.body, text: Printer.line(of: rule), span: rule.span)
  }

  /// Adds the relations of a policy, whose ids follow those that are there.
  mutating func add(_ relations: [PolicyRelation]) {
    for relation in relations {
      rules[catalog.add(relation.name, columns: relation.columns, isSource: false)] = relation.rules
    }
  }

  /// The relations that are defined by each other and by this one.
  func component(of id: RelationID) -> [RelationID] { components[id] ?? [id] }
  func isRecursive(_ id: RelationID) -> Bool { recursive.contains(id) }

  /// Relations that the rules of a component read, its own aside, in the order in which they are written.
  func reads(of component: [RelationID]) -> [RelationID] {
    component.flatMap { rules[$0] ?? [] }.flatMap(\.body).flatMap { $0.relations.filter { !component.contains($0) } }
  }
}
