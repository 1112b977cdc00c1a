import Localization

extension Assembly {
  /// Rows of one table that cannot all be true.
  private struct Conflict {
    var rows: [Int]
    /// How many records took part; more than rows where some of them said that there is no value.
    var records: Int
  }

  /// "Two rows that break a key become one hole in the columns that differ" (language.md, statement 7).
  ///
  /// A record that says of an optional column that there is none differs from one that gives a value, though it leaves no
  /// row in the facet.
  mutating func resolveKeys() {
    var contradicted: [Int: [Conflict]] = [:]
    for stored in schemas.stored.indices where schemas.stored[stored].facet == nil {
      contradicted.merge(contradictions(base: stored)) { first, _ in first }
    }
    for stored in schemas.stored.indices {
      let relation = schemas.stored[stored]
      let schema = schemas.schemas[relation.schema]
      if schema.key.isEmpty && relation.facet == nil { continue }
      let keyColumns = self.keyColumns(of: stored)
      var found: [Conflict] = contradicted[stored] ?? []
      if keyColumns.count < relation.columns.count && tables[stored].count >= 2 {
        let known = Set(found.flatMap(\.rows))
        found += conflicts(in: tables[stored], key: keyColumns).filter { !known.contains($0.rows[0]) }
      }
      if !found.isEmpty { replace(found.sorted { $0.rows[0] < $1.rows[0] }, in: stored) }
    }
  }

  private func keyColumns(of stored: Int) -> [Int] {
    let relation = schemas.stored[stored]
    let schema = schemas.schemas[relation.schema]
    let names = Set(relation.facet == nil ? schema.key : schema.facetKey.map(\.name))
    return relation.columns.indices.filter { names.contains(relation.columns[$0].name) }
  }

  /// Groups of rows (ascending) that agree in `key` and differ elsewhere.
  private func conflicts(in table: Table, key: [Int]) -> [Conflict] {
    var index = RowIndex(table, columns: key)
    var groups: [Int: [Int]] = [:]
    for row in 0..<table.count {
      let first = index.firstRow(equalTo: row)
      if first != row { groups[first, default: [first]].append(row) }
    }
    return groups.values.filter { rows in
      rows.dropFirst().contains { table.row($0) != table.row(rows[0]) }
    }.map { Conflict(rows: $0, records: $0.count) }
  }

  /// By facet of a base: rows whose key another record has without a value. Every record whose key is known gives one row
  /// or hole of the base, and one of the facet unless it says that there is none; so the difference in number tells.
  private func contradictions(base: Int) -> [Int: [Conflict]] {
    let facets = schemas.stored.indices.filter {
      schemas.stored[$0].schema == schemas.stored[base].schema && schemas.stored[$0].facet != nil
        && tables[$0].count > 0
    }
    if facets.isEmpty { return [:] }
    let names = schemas.schemas[schemas.stored[base].schema].facetKey.map(\.name)
    let columns = names.compactMap { name in schemas.stored[base].columns.firstIndex { $0.name == name } }
    guard columns.count == names.count else { return [:] }
    func key(_ row: [UInt32]) -> [UInt32] { columns.map { row[$0] } }
    func key(_ row: Int) -> [UInt32] { columns.map { tables[base][row, $0] } }

    // Keys of more than one record: those that rows share, and those of records that were not read whole.
    var shared = Set(holes[base].lazy.map { key($0.row) }.filter { !$0.contains(ValueCode.any) })
    var index = RowIndex(tables[base], columns: columns)
    for row in 0..<tables[base].count where index.firstRow(equalTo: row) != row { shared.insert(key(row)) }
    if shared.isEmpty { return [:] }

    var found: [Int: [Conflict]] = [:]
    for facet in facets {
      let silent = self.silent[facet] ?? []
      var records: [[UInt32]: Int] = [:]
      for row in 0..<tables[base].count where !silent.contains(where: { $0.rows.contains(row) }) {
        let key = key(row)
        if shared.contains(key) { records[key, default: 0] += 1 }
      }
      for (number, hole) in holes[base].enumerated() where !silent.contains(where: { $0.holes.contains(number) }) {
        let key = key(hole.row)
        if shared.contains(key) { records[key, default: 0] += 1 }
      }
      var doubtful: [[UInt32]: Int] = [:]
      for hole in holes[facet] { doubtful[Array(hole.row.dropLast()), default: 0] += 1 }
      var rows: [[UInt32]: [Int]] = [:]
      for row in 0..<tables[facet].count {
        let key = Array(tables[facet].row(row).dropLast())
        if shared.contains(key) { rows[key, default: []].append(row) }
      }
      found[facet] = rows.compactMap { key, rows in
        let said = rows.count + doubtful[key, default: 0]
        return records[key, default: 0] > said ? Conflict(rows: rows, records: records[key]!) : nil
      }
    }
    return found
  }

  private mutating func replace(_ conflicts: [Conflict], in stored: Int) {
    let old = tables[stored]
    let isFacet = schemas.stored[stored].facet != nil
    var dropped = Set<Int>()
    for conflict in conflicts {
      let values = conflict.rows.map { old.row($0) }
      let merged = values[0].indices.map { column in
        let agree = values.allSatisfy { $0[column] == values[0][column] } && !(isFacet && column == old.arity - 1)
        return agree ? values[0][column] : ValueCode.any
      }
      let differing = values[0].indices.filter { merged[$0] == ValueCode.any }
        .map { schemas.stored[stored].columns[$0].name }
      holes[stored].append(
        Hole(
          row: merged, reason: .conflict,
          text: Phrase("\(conflict.records) records of one key disagree in \(differing.joined(separator: ", "))"),
          origin: origin(of: conflict.rows.last!, in: stored)))
      dropped.formUnion(conflict.rows)
    }
    let kept = Table(arity: old.arity)
    kept.reserve(old.count - dropped.count)
    var keptSegments: [OriginSegment] = []
    for segment in segments[stored] {
      let rows = (segment.firstRow..<segment.firstRow + segment.count).filter { !dropped.contains($0) }
      if rows.isEmpty { continue }
      keptSegments.append(segment.keeping(rows, firstRow: kept.count, symbols: symbols))
      for row in rows { kept.append(old.row(row)) }
    }
    tables[stored] = kept
    segments[stored] = keptSegments
  }
}
