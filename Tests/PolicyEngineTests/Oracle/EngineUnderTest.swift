import FactStore
import PolicyEngine
import TestSupport

/// The engine as the differential tests see it.
enum EngineUnderTest {
  /// Parses, checks and evaluates the text of a program; `nil` as long as there is no engine.
  static let engine: Differential.Engine? = nil
}
