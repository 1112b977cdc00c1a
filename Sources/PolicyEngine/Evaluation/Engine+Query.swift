import FactStore
import Localization

/// The answer to an ad hoc question: the variables of its body, and the rows that satisfy it.
public struct QueryAnswer: Sendable {
  package var columns: [ColumnSchema]
  /// Texts as people read them, in order; certain rows first.
  public var rows: [Row]
  /// The limit that was met, as a message says it: there may be rows that are not here.
  package var limit: Phrase?

  /// A row of the answer.
  public struct Row: Sendable {
    /// `*` where a value is not known.
    public var values: [String]
    package var isCertain: Bool
    /// Where the row stands: the number of a certain row, `-1 - number` of one that is only possible.
    package var place: Int
  }
}

extension Engine {
  /// The question as a program text: a relation of the body's variables, which callers check with everything else.
  ///
  /// - Parameter body: the body as typed, checked to parse.
  public static func queryNames(_ body: [Literal]) -> [String] {
    VariableTable(RuleUnit(kind: .population, body: body, span: Span(file: 0, start: 0, end: 0))).ownVariables
  }

  /// All bindings of the population of a policy that stands for a question.
  public func answer(_ policy: PolicyDeclaration) -> QueryAnswer {
    let population = evaluated(compile(policy).population)
    func texts(_ table: Table, _ row: Int) -> [String] {
      population.columns.indices.map { bareText(table[row, $0], population.columns[$0].type) }
    }
    let certain = (0..<population.certain.count).map {
      QueryAnswer.Row(values: texts(population.certain, $0), isCertain: true, place: $0)
    }
    let extras = (0..<population.extras.count).map {
      QueryAnswer.Row(values: texts(population.extras.table, $0), isCertain: false, place: -1 - $0)
    }
    func sorted(_ rows: [QueryAnswer.Row]) -> [QueryAnswer.Row] {
      rows.sorted { left, right in
        left.values.lexicographicallyPrecedes(right.values) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      }
    }
    return QueryAnswer(
      columns: population.columns, rows: sorted(certain) + sorted(extras), limit: population.limit?.message(limits))
  }
}
