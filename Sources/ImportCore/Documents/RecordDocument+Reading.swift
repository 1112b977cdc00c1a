import FactStore
import Formats
import Localization

extension RecordDocument {
  /// Reads a document of a kind as far as it can be read.
  package static func read(_ input: DocumentInput, _ kind: Kind) -> any SourceDocument {
    switch kind.form {
    case .json(let within): readJSON(input, kind, within)
    case .table(let required, let otherwise): readTable(input, kind, required, otherwise)
    }
  }

  private static func readJSON(
    _ input: DocumentInput, _ kind: Kind, _ within: ((JSONRecord) -> HeldList?)?
  ) -> RecordDocument {
    var list = input.jsonList(kind: kind.name)
    let root = list.isSingle ? list.records.first : nil
    let held = root.flatMap { within?($0) }
    if let held {
      list.isSingle = held.isSingle
      list.records = held.records
      list.cut = list.cut ?? held.damage
    }
    let entries = list.records.map { record in
      facts(
        Record(
          .object(record.node), at: record.place, context: input.context, asOf: input.asOf, isListed: !list.isSingle),
        kind, kind.read)
    }
    return RecordDocument(
      input, kind, isSingle: list.isSingle, entries, lost: list.lost, cut: list.cut,
      total: held == nil ? nil : root.flatMap { Envelope.total($0.node) },
      saysMore: held != nil && root.map { Envelope.saysMore($0.node) } == true,
      part: held?.doubt ?? entries.last { $0.part != nil }?.part ?? held?.otherwise)
  }

  private static func readTable(
    _ input: DocumentInput, _ kind: Kind, _ required: [[String]], _ otherwise: Phrase?
  ) -> any SourceDocument {
    guard let table = input.table else { return DamagedDocument(input, relations: kind.relations) }
    let columns = Dictionary(
      table.header.enumerated().map { (TableInput.trim($1).lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    if let titles = required.first(where: { !$0.contains { columns[$0.lowercased()] != nil } }) {
      return DamagedDocument(
        input, relations: kind.relations, records: table.rows.count + table.lost.count,
        reason: otherwise ?? Phrase("the required column `\(titles[0])` is missing"))
    }
    let reading = kind.table?(table) ?? TableReading(read: kind.read)
    return RecordDocument(
      input, kind, isSingle: false,
      table.rows.filter { !reading.isRemark($0) }.map { row in
        facts(
          Record(.row(row, columns: columns), at: row.place, context: input.context, asOf: input.asOf, isListed: true),
          kind, reading.read)
      }, lost: table.lost, cut: table.cut, titles: Set(columns.keys), notes: table.notes + reading.notes)
  }

  private init(
    _ input: DocumentInput, _ kind: Kind, isSingle: Bool, _ entries: [Facts], lost: [Damage], cut: Damage?,
    total: Envelope.Total? = nil, saysMore: Bool = false, part: Phrase? = nil, titles: Set<String> = [],
    notes: [Phrase] = []
  ) {
    self.init(
      kind: kind, isSingle: isSingle, context: input.context, file: input.file, entries: entries, lost: lost, cut: cut,
      total: total, saysMore: saysMore, part: part, titles: titles, notes: notes)
  }

  /// What a record says. One that is no object may have been any: it leaves a hole in each relation.
  private static func facts(_ record: Record, _ kind: Kind, _ read: (inout Record) -> Void) -> Facts {
    var record = record
    if case .object(let node) = record.content, node.kind != .object {
      let message = kind.list.noun.expected
      record.facts.refuse(message, at: record.place)
      for relation in kind.fills {
        record.facts.lack(kind.undecided == nil ? relation : nil, text: message)
      }
      return record.facts
    }
    read(&record)
    return record.facts
  }
}
