import FactStore

/// The reference in the place of an engine, to try the comparison itself.
package struct NaiveEvaluated: Evaluated {
  package var result: NaiveResult

  package init(_ result: NaiveResult) { self.result = result }

  package func certain(_ relation: String) -> [[Value]] {
    (result.certain[relation] ?? []).map { row in
      row.compactMap { if case .value(let value) = $0 { value } else { nil } }
    }
  }

  package func possible(_ relation: String) -> [[Value?]] {
    let extras = (result.possible[relation] ?? []).subtracting(result.certain[relation] ?? [])
    return Covering.antichain(extras).map { row in
      row.map { if case .value(let value) = $0 { value } else { nil } }
    }
  }
}
