import FactStore

extension NormalForm {
  /// What importers call `normalise`: there is one form, whoever reads it.
  package func read(_ raw: String) -> String? { normalise(raw) }
}
