import FactStore
import PolicyEngine
import TestSupport

/// A random program in the engine and in the reference, side by side.
struct Trial {
  let program: RandomProgram
  let text: String
  let store: FactStore
  let engine: Engine

  struct Refused: Error {}

  /// - Parameters:
  ///   - text: the program's own, or another way to write it.
  ///   - store: the program's own, or another way to load it.
  init(
    _ program: RandomProgram, text: String? = nil, store: FactStore? = nil, limits: EvaluationLimits? = nil
  ) throws {
    self.program = program
    self.text = text ?? program.text
    self.store = store ?? program.store()
    let (tree, problems) = Parser.parse([SourceText(path: "random.policy", text: self.text)])
    guard problems.allSatisfy({ $0.severity == .warning }),
      let checked = Checker.check(tree, schemas: self.store.schemas).checked
    else { throw Refused() }
    engine = Engine(checked, store: self.store, today: program.today, limits: limits)
  }

  var database: NaiveDatabase { NaiveDatabase(store) }

  func reference() -> NaiveResult { NaiveEvaluator.evaluate(program.tree, database, today: program.today) }

  /// The relations that the program derives, in the order of their declaration.
  var derived: [String] {
    program.items.compactMap { if case .relation(let relation) = $0 { relation.name.text } else { nil } }
  }

  /// A relation, evaluated.
  func relation(_ name: String) -> EvaluatedRelation {
    engine.evaluated(engine.relations.first { $0.name == name }!.id)
  }

  /// `relation(column: value, …)`, as a proof states a row.
  static func statement(_ relation: String, _ columns: [String], _ row: NaiveRow) -> String {
    let arguments = zip(columns, row).map { "\($0): \(text($1))" }
    return "\(relation.prefix { $0 != "?" })(\(arguments.joined(separator: ", ")))"
  }

  static func text(_ value: NaiveValue) -> String {
    if case .value(.text(let text)) = value { return Printer.text(of: text) }
    return value.description
  }
}
