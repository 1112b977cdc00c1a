import FactStore

extension FactWriter.Cell {
  package static func text(_ text: String) -> Self { .value(.text(text)) }

  /// The text of a value that is one.
  package var text: String? {
    if case .value(.text(let text)) = self { return text }
    return nil
  }

  /// The value, as `addHole` takes it.
  package var known: Value? {
    if case .value(let value) = self { return value }
    return nil
  }

  package var isUnknown: Bool {
    if case .unknown = self { return true }
    return false
  }
}
