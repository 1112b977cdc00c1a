import FactStore

extension Engine {
  /// Whether a source relation is absent: no export that could feed it was loaded.
  package func isAbsent(_ relation: String) -> Bool {
    store[relation].map { $0.completeness == .absent } ?? false
  }

  /// The weakest grade among the source relations that some relations rest on.
  package func weakestGrade(_ ids: [RelationID]) -> CompletenessGrade? { ids.compactMap { closing($0).grade }.min() }
}
