import FactStore
import Formats
import ImportCore
import Localization

/// Roles of one unit, or of all units.
// Safe: changed while it is read, by one thread at a time; not any more when it is handed out.
struct RoleRegisterDocument: SourceDocument, @unchecked Sendable {
  private let rows: RoleBlock
  private var lost: [RoleBlock.Loss] = []
  /// The document is a list of units, not one unit.
  let isList: Bool
  var cut: Damage?

  init(isList: Bool) {
    self.isList = isList
    rows = RoleBlock(isList: isList)
  }

  var records: Int { rows.records }
  var problemCount: Int { lost.count }
  var damageOfWhole: Phrase? { cut?.text }
  var secrets: SecretSearch { rows.secrets }

  mutating func append(_ block: RoleBlock) {
    rows.units.append(contentsOf: block.units)
    rows.people.append(contentsOf: block.people)
    rows.holders.append(contentsOf: block.holders)
    rows.unitPlaces.append(block.unitPlaces)
    rows.peoplePlaces.append(block.peoplePlaces)
    rows.holderPlaces.append(block.holderPlaces)
    rows.representatives += block.representatives
    rows.national.merge(block.national) { first, _ in first }
    rows.records += block.records
    rows.rejected += block.rejected
    rows.secrets.append(block.secrets)
    lost += block.lost
  }

  func tally(organisation: String?, survey: Survey) -> RecordTally { RecordTally(others: records) }

  func inform(_ survey: inout Survey, file: FileID) {
    survey.registers.roleRegisters += 1
    for token in rows.national.keys.sorted(by: { rows.national[$0]! < rows.national[$1]! }) {
      survey.parties.join([.person(token: token)])
    }
  }

  /// Registers of two days may both hold a unit, and so may one list; nothing says which record is the later one.
  func enlist(in survey: inout Survey, file: FileID) {
    let repeated = repeatedUnits()
    guard survey.registers.roleRegisters > 1 || !repeated.isEmpty else { return }
    let all = survey.registers.roleRegisters > 1
    var sums: [UnitRecord: UInt64] = [:]
    func add(_ table: Table, _ places: ElementPlaces, _ seed: UInt64) {
      for row in 0..<table.count {
        let unit = table[row, 0]
        let isRepeated = repeated.contains(unit)
        guard all || isRepeated else { continue }
        var hash = seed
        for column in 1..<table.arity {
          hash = (hash ^ UInt64(table[row, column])) &* 0x9E37_79B9_7F4A_7C15
          hash ^= hash >> 29
        }
        sums[UnitRecord(unit: unit, element: isRepeated ? places.element(row) : 0), default: 0] &+= hash
      }
    }
    add(rows.units, rows.unitPlaces, 0)
    add(rows.people, rows.peoplePlaces, 1)
    add(rows.holders, rows.holderPlaces, 2)
    survey.registers.noteRoles(sums.lazy.map { ($0.key.unit, $0.value) })
  }

  /// One of the records of a unit.
  private struct UnitRecord: Hashable {
    var unit: UInt32
    var element: Int
  }

  /// Units of which the list has more than one record. One bit a unit: a country has a million.
  private func repeatedUnits() -> Set<UInt32> {
    var repeated: Set<UInt32> = []
    let units = rows.units.column(0)
    let count = rows.units.count
    guard count > 1, let last = (0..<count).lazy.map({ units[$0] }).max() else { return [] }
    var seen = [UInt64](repeating: 0, count: Int(last >> 6) + 1)
    for row in 0..<count {
      let unit = units[row]
      let bit: UInt64 = 1 << UInt64(unit & 63)
      if seen[Int(unit >> 6)] & bit != 0 { repeated.insert(unit) }
      seen[Int(unit >> 6)] |= bit
    }
    return repeated
  }

  func write(to writer: FactWriter, survey: Survey, report: inout SourceReport) {
    for relation in EnhetsregisteretSchemas.ofRoles { writer.cover(relation, grade: .closed) }
    report.grade = .closed
    report.records += records
    report.rejected += rows.rejected
    report.used += records - rows.rejected
    let names = names(survey, writer.symbols)
    let disputed = survey.registers.unitsInDispute
    writer.addBlock("er.registered", rows.units, at: rows.unitPlaces)
    addRows("er.person_role", rows.people, rows.peoplePlaces, who: 2, names, disputed, writer)
    addRows("er.unit_role", rows.holders, rows.holderPlaces, who: nil, names, disputed, writer)
    writeUnsaid("er.person_role", rows.people, rows.peoplePlaces, who: 2, names, disputed, writer)
    writeUnsaid("er.unit_role", rows.holders, rows.holderPlaces, who: nil, names, disputed, writer)
    for row in rows.representatives { write(row, names, writer) }
    writeEnded(names, writer)
    writeDisputes(disputed, writer, &report)
    writeLosses(writer, &report)
    if !isList { report.limits.append("the roles of other units than this one") }
  }

  /// What facts call the people whose identity numbers stand in the document.
  private func names(_ survey: Survey, _ symbols: SymbolTable) -> [UInt32: UInt32] {
    var names: [UInt32: UInt32] = [:]
    for (token, code) in rows.national {
      names[code] = survey.parties.name(of: .person(token: token)).map { symbols.encode(.text($0)) } ?? ValueCode.any
    }
    return names
  }

  private func addRows(
    _ relation: String, _ table: Table, _ places: ElementPlaces, who: Int?, _ names: [UInt32: UInt32],
    _ disputed: Set<UInt32>, _ writer: FactWriter
  ) {
    if disputed.isEmpty, who == nil || names.isEmpty { return writer.addBlock(relation, table, at: places) }
    let columns = EnhetsregisteretSchemas.all.first { $0.name == relation }!.columns
    let kept = Table(arity: table.arity)
    kept.reserve(table.count)
    var keptPlaces = places.emptied
    for row in 0..<table.count where !disputed.contains(table[row, 0]) {
      var codes = table.row(row)
      if let who, let name = names[codes[who]] { codes[who] = name }
      guard codes.contains(ValueCode.any) else {
        kept.append(codes)
        keptPlaces.append(row, of: places)
        continue
      }
      var known: [String: Value] = [:]
      for (code, column) in zip(codes, columns) where code != ValueCode.any {
        known[column.name] = writer.symbols.decode(code, as: column.type)
      }
      writer.addHole(
        relation, known, reason: .conflict, text: "documents contradict each other about who this is", at: places[row])
    }
    writer.addBlock(relation, kept, at: keptPlaces)
  }

  /// A record that does not say whether a role is in force, or whether its holder still is, is a fact of just that, and a hole
  /// beside it: the role may be in force.
  private func writeUnsaid(
    _ relation: String, _ table: Table, _ places: ElementPlaces, who: Int?, _ names: [UInt32: UInt32],
    _ disputed: Set<UInt32>, _ writer: FactWriter
  ) {
    let columns = EnhetsregisteretSchemas.all.first { $0.name == relation }!.columns
    let unsaid = writer.symbols.encode(.text(EnhetsregisteretSchemas.unsaid))
    let open = columns.indices.filter { columns[$0].values?.contains(EnhetsregisteretSchemas.unsaid) == true }
    for row in 0..<table.count where open.contains(where: { table[row, $0] == unsaid }) {
      guard !disputed.contains(table[row, 0]) else { continue }
      var known: [String: Value] = [:]
      for (index, column) in columns.enumerated() {
        var code = table[row, index]
        if index == who { code = names[code] ?? code }
        if code == ValueCode.any || (code == unsaid && open.contains(index)) { continue }
        known[column.name] = writer.symbols.decode(code, as: column.type)
      }
      let missing = open.filter { table[row, $0] == unsaid }.map { Phrase("`\(columns[$0].name)`") }
      let all = missing.dropFirst().reduce(missing.first ?? "") { Phrase("\($0) and \($1)") }
      writer.addHole(
        relation, known, reason: .columnAbsent, text: "the record does not say \(all)",
        at: places[row])
    }
  }

  private func write(_ row: RoleBlock.Representative, _ names: [UInt32: UInt32], _ writer: FactWriter) {
    func cell(_ code: UInt32) -> FactWriter.Cell {
      let code = names[code] ?? code
      return code == ValueCode.any
        ? .unknown("documents contradict each other about who this is", .conflict)
        : .text(writer.symbols.text(SymbolID(raw: code)))
    }
    writer.add(
      "er.representative",
      [
        "unit": cell(row.unit), "role": cell(row.role), "holder": cell(row.holder), "person": cell(row.person),
        "kind": .text(row.kind),
      ], at: row.place)
  }

  /// Whoever a record has as dead or deleted, whatever other records say. As blocks: a digest is no identity number, however
  /// many digits it has in a row.
  private func writeEnded(_ names: [UInt32: UInt32], _ writer: FactWriter) {
    func add(_ table: Table, _ places: ElementPlaces, who: Int, column: Int, _ state: String) {
      let code = writer.symbols.encode(.text(state))
      let ended = Table(arity: 2)
      var endedPlaces = places.emptied
      var seen: Set<UInt32> = []
      for row in 0..<table.count where table[row, column] == code {
        let party = names[table[row, who]] ?? table[row, who]
        guard party != ValueCode.any, seen.insert(party).inserted else { continue }
        ended.append([party, code])
        endedPlaces.append(row, of: places)
      }
      writer.addBlock("party.ended", ended, at: endedPlaces)
    }
    add(rows.people, rows.peoplePlaces, who: 2, column: 5, "dead")
    add(rows.holders, rows.holderPlaces, who: 2, column: 4, "deleted")
  }

  private func writeDisputes(_ disputed: Set<UInt32>, _ writer: FactWriter, _ report: inout SourceReport) {
    let text: Phrase = "two records hold different roles of this unit, and nothing says which is the later one"
    var count = 0
    for row in 0..<rows.units.count where disputed.contains(rows.units[row, 0]) {
      count += 1
      let unit = Value.text(writer.symbols.text(SymbolID(raw: rows.units[row, 0])))
      for relation in ["er.person_role", "er.unit_role", "er.representative"] {
        writer.addHole(relation, ["unit": unit], reason: .conflict, text: text, at: rows.unitPlaces[row])
      }
    }
    if count > 0 { report.limits.append("\(count) of the units: \(text)") }
  }

  private func writeLosses(_ writer: FactWriter, _ report: inout SourceReport) {
    for loss in lost {
      var known: [String: Value] = [:]
      if let unit = loss.unit { known["unit"] = .text(unit) }
      for (name, text) in loss.known where text != EnhetsregisteretSchemas.unsaid { known[name] = .text(text) }
      for relation in loss.relations {
        let columns = Set(writer.schemas[relation]?.columns.map(\.name) ?? [])
        writer.addHole(
          relation, known.filter { columns.contains($0.key) }, reason: .unusable, text: loss.damage.text,
          at: loss.damage.place)
      }
      if loss.unit == nil {
        writer.addHole("er.registered", reason: .unusable, text: loss.damage.text, at: loss.damage.place)
      }
      report.list(SourceReport.Problem(loss.damage))
      report.completeness = .partial
    }
    if let cut {
      for relation in EnhetsregisteretSchemas.ofRoles where writer.schemas[relation]?.lost != .nothing {
        writer.addHole(relation, reason: .truncated, text: cut.text, at: cut.place)
      }
      report.fail(cut)
    }
  }
}
