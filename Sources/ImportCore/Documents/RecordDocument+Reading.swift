import FactStore
import Formats

extension RecordDocument {
  /// Reads a document of a kind as far as it can be read.
  package static func read(_ input: DocumentInput, _ kind: Kind) -> any SourceDocument {
    switch kind.form {
    case .json(let lists): readJSON(input, kind, lists)
    case .table(let required): readTable(input, kind, required)
    }
  }

  private static func readJSON(_ input: DocumentInput, _ kind: Kind, _ lists: [String]) -> RecordDocument {
    var list = input.jsonList(kind: kind.name)
    var (total, saysMore) = (Envelope.Total?.none, false)
    if list.isSingle, let root = list.records.first, let inner = inner(root, lists) {
      (total, saysMore) = (Envelope.total(root.node), Envelope.saysMore(root.node))
      list.isSingle = false
      list.records = inner.records
      list.cut = list.cut ?? inner.damage
    }
    return RecordDocument(
      input, kind, isSingle: list.isSingle,
      list.records.map { record in
        facts(
          Record(
            .object(record.node), at: record.place, context: input.context, asOf: input.asOf, isListed: !list.isSingle),
          kind)
      }, lost: list.lost, cut: list.cut, total: total, saysMore: saysMore)
  }

  /// The records of a list that an object holds under one of these paths; `nil` where it has none of them.
  private static func inner(_ root: JSONRecord, _ lists: [String]) -> (records: [JSONRecord], damage: Damage?)? {
    for path in lists {
      var node = root.node
      let keys = path.split(separator: "/").map(String.init)
      guard keys.allSatisfy({ key in node[key].map { node = $0 } != nil }) else { continue }
      let pointer = root.place.pointer + "/" + path
      guard node.kind == .array else {
        return ([], Damage(place: Place(line: node.line, pointer: pointer), text: "`\(path)` is no list"))
      }
      let records = node.elements.enumerated().map { index, element in
        JSONRecord(node: element, place: Place(line: element.line, pointer: "\(pointer)/\(index)"))
      }
      return (records, nil)
    }
    return nil
  }

  private static func readTable(_ input: DocumentInput, _ kind: Kind, _ required: [String]) -> any SourceDocument {
    guard let table = input.table else { return DamagedDocument(input, relations: kind.relations) }
    let columns = Dictionary(
      table.header.enumerated().map { (TableInput.trim($1).lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    if let title = required.first(where: { columns[$0.lowercased()] == nil }) {
      return DamagedDocument(
        input, relations: kind.relations, records: table.rows.count + table.lost.count,
        reason: "the required column `\(title)` is missing")
    }
    return RecordDocument(
      input, kind, isSingle: false,
      table.rows.map { row in
        facts(
          Record(.row(row, columns: columns), at: row.place, context: input.context, asOf: input.asOf, isListed: true),
          kind)
      }, lost: table.lost, cut: table.cut, notes: table.notes)
  }

  private init(
    _ input: DocumentInput, _ kind: Kind, isSingle: Bool, _ entries: [Facts], lost: [Damage], cut: Damage?,
    total: Envelope.Total? = nil, saysMore: Bool = false, notes: [String] = []
  ) {
    self.init(
      kind: kind, isSingle: isSingle, context: input.context, file: input.file, entries: entries, lost: lost, cut: cut,
      total: total, saysMore: saysMore, notes: notes)
  }

  /// What a record says. One that is no object may have been any: it leaves a hole in each relation.
  private static func facts(_ record: Record, _ kind: Kind) -> Facts {
    var record = record
    if case .object(let node) = record.content, node.kind != .object {
      let message = "expected \(kind.list.article) \(kind.list.noun), an object in `{}`"
      record.facts.refuse(message, at: record.place)
      for relation in kind.fills {
        record.facts.lack(kind.undecided == nil ? relation : nil, kind.known(record.context), text: message)
      }
      return record.facts
    }
    kind.read(&record)
    return record.facts
  }
}
