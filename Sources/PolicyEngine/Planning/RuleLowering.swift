import FactStore

/// Turns one checked rule body into literals over registers.
///
/// The checker has said which variable each name stands for, and of what type it is: every variable gets a register when
/// the body that it belongs to is entered.
final class RuleLowering {
  typealias ID = VariableTable.VariableID

  let catalog: RelationCatalog
  let parameters: [String: CheckedProgram.ParameterInfo]
  let names: ResolvedNames
  let symbols: SymbolTable
  let today: CalendarDate
  /// Relations that `optional` reads as empty in this run, by relation.
  let emptied: [RelationID: RelationID]
  var file = RegisterFile()
  /// The bodies around the literal at hand, from the rule's own inwards, as scopes of the table.
  var scopes: [Int] = []
  var registers: [ID: Int] = [:]
  /// Variables that stand for an aggregate's interval, by slot.
  var intervals: [ID: Int] = [:]
  /// Interval variables whose equation was lowered; a second equation is a comparison.
  var defined: Set<ID> = []
  /// Interval variables that also occur where a single value is needed.
  var settled: Set<ID> = []

  /// - Parameter span: the place of the rule, population or finding whose names are meant.
  init(_ program: LoweredProgram, _ span: Span) {
    catalog = program.catalog
    parameters = program.checked.parameters
    names =
      program.checked.names[span]
      ?? ResolvedNames(table: VariableTable(RuleUnit(kind: .rule, body: [], span: span)))
    symbols = program.symbols
    today = program.today
    emptied = program.emptied
  }

  /// Lowers a rule; one result per combination of `or` branches.
  /// - Parameter arguments: what the columns of the head are given, and their types; variables of the body, and for a rule
  ///   other expressions.
  func lower(
    head: RelationID, arguments: [(HeadArgument, ValueType)], body: [Literal], text: String, span: Span
  ) -> [LoweredRule] {
    let heads = arguments.compactMap { argument, _ -> ID? in
      switch argument {
      case .variable(let id): id
      case .expression(.variable(let name)): names.variable(name)
      case .expression: nil
      }
    }
    enter(0, body, heads: heads)
    var extra = LoweredPart(written: body.count)
    let terms = arguments.map { argument, type -> Int in
      switch argument {
      case .variable(let id): registers[id]!
      case .expression(let expression): operand(expression, type: type, into: &extra)
      }
    }
    return lower(body, offset: 0).map { alternative in
      LoweredRule(
        head: head, headTerms: terms, body: alternative + extra.literals, registers: file, text: text, span: span,
        literals: body)
    }
  }

  enum HeadArgument {
    case variable(ID)
    case expression(Expression)
  }
}
