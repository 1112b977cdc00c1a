import FactStore
import PolicyEngine
import TestSupport

/// The engine as the differential tests see it.
enum EngineUnderTest {
  /// Parses, checks and evaluates the text of a program.
  static let engine: Differential.Engine? = { program in
    let (tree, problems) = Parser.parse([SourceText(path: "random.policy", text: program.text)])
    guard problems.allSatisfy({ $0.severity == .warning }) else { return nil }
    let store = program.store()
    guard let checked = Checker.check(tree, schemas: store.schemas).checked else { return nil }
    return Engine(checked, store: store, today: program.today)
  }
}

extension Engine: Evaluated {}
