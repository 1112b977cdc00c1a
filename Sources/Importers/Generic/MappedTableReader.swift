import FactStore
import Formats

/// Reads a table by its mapping.
struct MappedTableReader {
  let mapped: MappedFile

  func read(_ text: [UInt8], into document: inout MappedDocument) {
    let delimiter = mapped.delimiter ?? (mapped.format == .tsv ? UInt8(ascii: "\t") : nil)
    let table = CSVTable.read(text, options: .init(delimiter: delimiter, hasHeader: mapped.hasHeader))
    let header = mapped.hasHeader ? table.header : mapped.fields
    var refused = 0
    var fatal: Damage?
    for problem in table.problems {
      if problem.isFatal {
        fatal = fatal ?? Damage(problem)
      } else if problem.code != "more-problems" {
        document.lose(Damage(problem))
        refused += 1
      }
    }
    for _ in refused..<max(refused, table.refusedRows) { document.reject(0, "", "the row was refused") }
    if let fatal { document.cut(fatal) }
    var usable = table.rows.count
    switch TableEnd.judge(table, text: text) {
    case .whole: break
    case .open: document.note(TableEnd.openNote)
    case .cut(let damage, let isLastRowPartial):
      document.cut(damage)
      if isLastRowPartial { usable -= 1 }
    }
    guard !mapped.hasHeader || !header.isEmpty else { return }
    if mapped.hasHeader, let found = Credentials.find(in: TableInput(table, text: text)) {
      document.addCredentials(Credentials.problem(found))
    }
    if !mapped.hasHeader, let row = table.rows.first, row.cells.count != header.count {
      return document.cut(
        Damage(
          place: Place(line: row.line),
          text: "the rows have \(row.cells.count) cells, the mapping names \(header.count) fields"))
    }
    var rules: [TableRule] = []
    for rule in mapped.facts {
      switch TableRule.bind(rule, header: header) {
      case .success(let bound): rules.append(bound)
      case .failure(let missing):
        return document.cut(
          Damage(place: Place(line: max(1, table.headerLine)), text: "the required column `\(missing.name)` is missing")
        )
      }
    }
    for row in table.rows.prefix(usable) { read(row, rules, into: &document) }
  }

  private func read(_ row: CSVRow, _ rules: [TableRule], into document: inout MappedDocument) {
    var problem: (column: String, message: String)?
    for rule in rules {
      var cells: [String: FactWriter.Cell] = [:]
      for column in rule.columns {
        let raw: ScalarReader.Raw =
          switch column.source {
          case .cell(let index): .text(row[index])
          case .constant(let text): .text(text)
          }
        let (cell, wrong) = column.reader.read(raw)
        cells[column.reader.column.name] = cell
        if let wrong, problem == nil { problem = (column.name, wrong) }
        if cell.isUnknown { document.doubt() }
      }
      document.writer.add(rule.relation, cells, at: Place(line: row.line))
    }
    if let problem {
      document.reject(row.line, problem.column, problem.message)
    } else {
      document.use(1)
    }
  }
}

/// A fact rule whose fields are bound to the columns of a table.
struct TableRule {
  var relation: String
  var columns: [Column]

  struct Column {
    var name: String
    var source: Source
    var reader: ScalarReader
  }

  enum Source {
    case cell(Int)
    case constant(String)
  }

  /// A field that the table does not have.
  struct MissingField: Error {
    var name: String
  }

  static func bind(_ rule: FactRule, header: [String]) -> Result<TableRule, MissingField> {
    var columns: [Column] = []
    for column in rule.columns {
      switch column.source {
      case .constant(let text):
        columns.append(Column(name: column.column.name, source: .constant(text), reader: ScalarReader(column)))
      case .field(let name):
        guard let index = header.firstIndex(of: name) else { return .failure(MissingField(name: name)) }
        columns.append(Column(name: name, source: .cell(index), reader: ScalarReader(column)))
      case .path, .parent: return .failure(MissingField(name: column.column.name))
      }
    }
    return .success(TableRule(relation: rule.relation, columns: columns))
  }
}
