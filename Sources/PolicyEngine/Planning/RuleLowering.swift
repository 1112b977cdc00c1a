import FactStore

/// Turns one checked rule body into literals over registers.
///
/// Scopes: variables of a body are visible in its `not { … }` and aggregate bodies; a variable that first occurs in such
/// a body is local to it. Each scope's variables get registers of their own.
final class RuleLowering {
  let catalog: RelationCatalog
  let checked: CheckedProgram
  let symbols: SymbolTable
  let today: CalendarDate
  /// Relations that `optional` reads as empty in this run, by relation.
  let emptied: [RelationID: RelationID]
  var file = RegisterFile()
  var scopes: [Scope] = []

  /// The variables of one body.
  struct Scope {
    var types: [String: ValueType] = [:]
    /// Variables whose type something says; the others count as texts until then.
    var typed: Set<String> = []
    var registers: [String: Int] = [:]
    /// Variables that stand for an aggregate's interval, by slot.
    var intervals: [String: Int] = [:]
    /// Interval variables whose equation was lowered; a second equation is a comparison.
    var defined: Set<String> = []
    /// Interval variables that also occur where a single value is needed.
    var settled: Set<String> = []
  }

  init(
    catalog: RelationCatalog, checked: CheckedProgram, symbols: SymbolTable, today: CalendarDate,
    emptied: [RelationID: RelationID]
  ) {
    self.catalog = catalog
    self.checked = checked
    self.symbols = symbols
    self.today = today
    self.emptied = emptied
  }

  /// Lowers a rule; one result per combination of `or` branches.
  func lower(head: RelationID, arguments: [HeadArgument], body: [Literal], text: String, span: Span) -> [LoweredRule] {
    scopes = [Scope()]
    declare(body, headNames: arguments.compactMap(\.variableName))
    var extra: [LoweredLiteral] = []
    let columns = catalog[head].columns
    let terms = zip(arguments, columns).map { argument, column -> Int in
      switch argument {
      case .variable(let name): return register(of: name)
      case .expression(let expression):
        return operand(expression, type: column.type, written: body.count, into: &extra)
      }
    }
    return lower(body, offset: 0).map { alternative in
      LoweredRule(
        head: head, headTerms: terms, body: alternative + extra, registers: file, text: text, span: span,
        literals: body)
    }
  }

  enum HeadArgument {
    case variable(String)
    case expression(Expression)

    var variableName: String? {
      switch self {
      case .variable(let name): name
      case .expression(.variable(let name)): name.text
      case .expression: nil
      }
    }
  }
}
