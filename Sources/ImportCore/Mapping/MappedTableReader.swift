import Budget
import FactStore
import Formats
import Localization

/// Reads a table by its mapping.
struct MappedTableReader {
  let mapped: MappedFile

  func read(_ text: [UInt8], into document: inout MappedDocument, _ account: inout Account) {
    let delimiter = mapped.delimiter ?? (mapped.format == .tsv ? UInt8(ascii: "\t") : nil)
    let table = CSVTable.read(
      text, options: .init(delimiter: delimiter, hasHeader: mapped.hasHeader), account: &account)
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
    let mayHoldShapes = text.withUnsafeBufferPointer { SecretShape.mayStand(in: $0) }
    // Only then the rows are made twice.
    if mayHoldShapes || header.contains(where: CredentialName.holds) || SecretSearch.isOfPairs(header) {
      var copy = TableInput(table, text: text)
      copy.header = header
      var search = SecretSearch()
      search.look(at: copy, hasTitles: true, mayHoldShapes: mayHoldShapes)
      document.note(search)
    }
    if !mapped.hasHeader, let row = table.rows.first, row.cells.count != header.count {
      return document.cut(
        Damage(
          place: Place(line: row.line),
          text: "the rows have \(row.cells.count) cells, the mapping names \(header.count) fields"))
    }
    read(table.rows.prefix(usable), header, line: max(1, table.headerLine), into: &document)
  }

  /// Reads the sheet of a workbook.
  func read(workbook bytes: [UInt8], into document: inout MappedDocument, _ account: inout Account) {
    let workbook: Workbook
    switch Workbook.read(bytes, account: &account) {
    case .failure(let problem): return document.cut(Damage(problem))
    case .success(let read): workbook = read
    }
    var table = TableInput(workbook, sheet: mapped.sheet, columns: mapped.fieldsRead)
    for note in table.notes { document.note(note) }
    var search = SecretSearch()
    search.look(at: table, hasTitles: true)
    document.note(search)
    table.refuseRepeatedColumns()
    for damage in table.lost { document.lose(damage) }
    for doubt in table.doubts { document.lack(doubt) }
    if let cut = table.cut { return document.cut(cut) }
    read(table.rows, table.header.map(TableInput.trim), line: 1, into: &document)
  }

  private func read(
    _ rows: some Collection<some MappedRow>, _ header: [String], line: Int, into document: inout MappedDocument
  ) {
    var rules: [TableRule] = []
    for rule in mapped.facts {
      switch TableRule.bind(rule, header: header) {
      case .success(let bound): rules.append(bound)
      case .failure(let missing):
        return document.cut(
          Damage(
            place: Place(line: line),
            text: Self.lacking(missing.name, header)))
      }
    }
    lookAtDays(rows, &rules, into: &document)
    for row in rows { read(row, rules, into: &document) }
    document.doubtWhatNoneHas()
  }

  /// What to say of a column that is missing, with the one that was probably meant.
  private static func lacking(_ name: String, _ header: [String]) -> Phrase {
    let candidates = header.filter { !$0.isEmpty && !NationalIdentity.mayStand(in: $0) }
    let what: Phrase = "the required column `\(name)` is missing"
    return Suggestion.nearest(to: name, in: candidates).map { "\(what); did you mean `\(ForeignText.name($0))`?" }
      ?? what
  }

  /// How each column of days is written, all its rows together tell.
  private func lookAtDays(
    _ rows: some Collection<some MappedRow>, _ rules: inout [TableRule], into document: inout MappedDocument
  ) {
    for rule in rules.indices {
      for column in rules[rule].columns.indices {
        guard case .cell(let index) = rules[rule].columns[column].source,
          rules[rule].columns[column].reader.column.type == .date
        else { continue }
        let days = DayColumn(rows.lazy.map { ScalarReader.trim($0[index]) })
        rules[rule].columns[column].reader.days = days
        if days.isMixed {
          document.note("`\(rules[rule].columns[column].name)`: \(DayColumn.mixture)")
          document.doubt()
        }
      }
    }
  }

  /// Whether a cell that does not fit its column fits another one: then the cells of the row may all stand beside theirs.
  private func isShifted(_ row: some MappedRow, _ rules: [TableRule]) -> Bool {
    let columns = rules.flatMap(\.columns)
    return columns.contains { column in
      guard case .cell(let index) = column.source else { return false }
      let text = ScalarReader.trim(row[index])
      guard !text.isEmpty, column.reader.read(.text(text)).problem != nil else { return false }
      return columns.contains { other in
        guard case .cell(let place) = other.source, place != index else { return false }
        return other.reader.column.type != column.reader.column.type && other.reader.fitsClosely(text)
      }
    }
  }

  private func read(_ row: some MappedRow, _ rules: [TableRule], into document: inout MappedDocument) {
    if isShifted(row, rules) {
      return document.lose(
        Damage(
          place: row.place, text: "the cells of the row do not fit their columns, so none of them is known")
      )
    }
    var problem: (column: String, message: Phrase)?
    for (index, rule) in rules.enumerated() {
      var cells: [String: FactWriter.Cell] = [:]
      for column in rule.columns {
        let (cell, wrong) =
          switch column.source {
          case .cell(let index): column.reader.read(.text(row[index]))
          case .constant(let text): column.reader.constant(text)
          }
        cells[column.reader.column.name] = cell
        if let wrong, problem == nil { problem = (column.name, wrong) }
        if cell.isUnknown { document.doubt() }
      }
      document.add(cells, of: index, at: row.place)
    }
    if let problem {
      document.reject(row.line, problem.column, problem.message)
    } else {
      document.use(1)
    }
  }
}

/// A row of a table, in whatever form the table is written.
protocol MappedRow {
  /// From 1.
  var line: Int { get }
  var place: Place { get }
  /// A cell, empty where the row has none.
  subscript(column: Int) -> String { get }
}

extension CSVRow: MappedRow {
  var place: Place { Place(line: line) }
}

extension TableInput.Row: MappedRow {
  subscript(column: Int) -> String { cells.indices.contains(column) ? cells[column] : "" }
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
