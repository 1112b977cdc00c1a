import PolicyEngine

/// Which kinds of documents would fill what policies could not be judged for: few kinds that together fill all of it.
///
/// One choice for all policies, so that an export is called the same wherever it is missing: each time the kind that
/// fills most of what is left, counted by policies; of those that fill as much, the one that holds the least beside, then the
/// one that comes first among those that fill a relation.
struct WantedExports {
  /// By relation: the kind that is to fill it.
  private var chosen: [String: String] = [:]
  private let missing: [(policy: String, relations: [String], members: Int)]
  private let obtain: (String) -> String

  /// - Parameters:
  ///   - missing: policies with the relations that each waits for.
  ///   - kinds: the kinds that fill each relation.
  ///   - obtain: how the export of a relation is made.
  init(
    _ missing: [(policy: String, relations: [String], members: Int)], kinds: [String: [String]],
    obtain: @escaping (String) -> String
  ) {
    self.missing = missing
    self.obtain = obtain
    var weights: [String: Int] = [:]
    for entry in missing { for relation in entry.relations { weights[relation, default: 0] += 1 } }
    var breadth: [String: Int] = [:]
    for kind in kinds.values.joined() { breadth[kind, default: 0] += 1 }
    var rank: [String: Int] = [:]
    for kinds in kinds.values {
      for (index, kind) in kinds.enumerated() { rank[kind] = min(rank[kind] ?? index, index) }
    }
    while !weights.isEmpty {
      var filled: [String: Int] = [:]
      for (relation, weight) in weights { for kind in kinds[relation] ?? [] { filled[kind, default: 0] += weight } }
      let best = filled.keys.min {
        (-filled[$0]!, breadth[$0] ?? 0, rank[$0] ?? 0, $0) < (-filled[$1]!, breadth[$1] ?? 0, rank[$1] ?? 0, $1)
      }
      guard let best else { break }
      for relation in weights.keys where kinds[relation]?.contains(best) == true {
        chosen[relation] = best
        weights[relation] = nil
      }
    }
    // What no known document fills is called by its own name.
    for relation in weights.keys { chosen[relation] = relation }
  }

  /// The kinds that relations wait for, sorted.
  func documents(_ relations: [String]) -> [String] { Set(relations.compactMap { chosen[$0] }).sorted() }

  /// Every export that something waits for, those first that decide most: between what waits for it alone and what
  /// waits for it at all.
  func wanted() -> [AuditResult.WantedExport] {
    var found: [String: AuditResult.WantedExport] = [:]
    for entry in missing {
      let documents = documents(entry.relations)
      for document in documents {
        let relations = entry.relations.filter { chosen[$0] == document }
        var export =
          found[document]
          ?? .init(document: document, relations: [], obtain: "", policies: [], alone: 0, members: 0)
        export.relations = Set(export.relations).union(relations).sorted()
        export.policies.append(entry.policy)
        export.members += entry.members
        if documents.count == 1 { export.alone += 1 }
        found[document] = export
      }
    }
    return found.values.map { export in
      var export = export
      export.obtain = export.relations.lazy.map(obtain).first { !$0.isEmpty } ?? ""
      return export
    }.sorted { ($1.alone + $1.policies.count, $0.document) < ($0.alone + $0.policies.count, $1.document) }
  }
}
