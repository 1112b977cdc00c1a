import FactStore
import Formats
import Localization

/// Turns blocks of JSON lines into columns of codes. One per thread: it keeps what the thread has interned.
final class LineBlockReader {
  private let symbols: SymbolTable
  private var cache: ShortTextCache
  private let parser = JSONLineParser()
  private var scan = SecretScan()
  /// Whether a text of the block at hand may be a secret by its shape.
  private var mayHoldShapes = false
  /// The texts of one column of the batch at hand.
  private var keys: [ShortTextCache.Key] = []
  private var texts: [UnsafeBufferPointer<UInt8>] = []
  /// Keeps the compiler from leaving out loads that only warm the cache.
  private var fetched: UInt32 = 0
  /// Rows of the batch at hand that cannot be used.
  private var failed: [Bool] = []

  init(symbols: SymbolTable) {
    self.symbols = symbols
    cache = ShortTextCache(symbols)
  }

  /// Reads one block. Order within the block is that of the file.
  func read(_ block: JSONLineFileBlock, fields: [String], rules: [LineRule]) -> LineBlock {
    let result = LineBlock(arities: rules.map(\.columns.count))
    block.withBytes { bytes in
      mayHoldShapes = SecretShape.mayStand(inSource: bytes.assumingMemoryBound(to: UInt8.self))
      result.mayHoldSecrets = scan.holdsName(bytes) || mayHoldShapes
    }
    let lines = block.extract(columns: fields, parser: parser) { batch in
      var anyFailed = Set<Int>()
      for (index, rule) in rules.enumerated() {
        code(batch, rule, into: result.tables[index])
        finish(batch, rule, index, block.firstLine, result, &anyFailed)
      }
      for rejection in batch.rejections {
        var problem = rejection.problem
        problem.line = block.firstLine + rejection.line
        result.rejections.append(problem)
      }
      result.used += batch.rowCount - anyFailed.count
      result.rejectedRows += anyFailed.count
    }
    result.lines = lines
    result.endsWithoutLineEnd = block.withBytes { $0.last.map { $0 != UInt8(ascii: "\n") } ?? false }
    return result
  }

  /// Writes the codes of every column behind the end of `table`, good rows or not.
  private func code(_ batch: JSONLineBatch, _ rule: LineRule, into table: Table) {
    let rows = batch.rowCount
    failed = Array(repeating: false, count: rows)
    table.prepare(rows)
    for (index, column) in rule.columns.enumerated() {
      let target = table.end(of: index)
      guard let field = column.field else {
        target.update(repeating: column.constant, count: rows)
        continue
      }
      switch column.coding {
      case .text(let keepsEmpty):
        codeTexts(batch, field, keepsEmpty: keepsEmpty, into: target)
      case .int:
        for row in 0..<rows {
          let cell = batch.cell(row, field)
          if cell.kind == .int {
            target[row] = symbols.encode(cell.integer)
            if NationalIdentity.mayStand(in: cell.bytes) { failed[row] = true }
          } else if cell.kind == .string, let number = Self.integer(ScalarReader.trim(cell.bytes)) {
            target[row] = symbols.encode(number)
            if NationalIdentity.mayStand(in: cell.bytes) { failed[row] = true }
          } else {
            failed[row] = true
          }
        }
      case .value:
        for row in 0..<rows {
          if case .value(let value) = column.reader.read(Self.raw(batch.cell(row, field))).cell,
            !isWithheld(batch.cell(row, field).bytes)
          {
            target[row] = symbols.encode(value)
          } else {
            failed[row] = true
          }
        }
      }
      guard !column.allowed.isEmpty else { continue }
      for row in 0..<rows where !failed[row] && !column.allowed.contains(target[row]) { failed[row] = true }
    }
  }

  private func isWithheld(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    NationalIdentity.mayStand(in: text) || mayHoldShapes && SecretShape.mayStand(in: text)
  }

  /// Interns one column: first all keys, then all slots, then the look-ups.
  private func codeTexts(
    _ batch: JSONLineBatch, _ field: Int, keepsEmpty: Bool, into target: UnsafeMutablePointer<UInt32>
  ) {
    let rows = batch.rowCount
    if keys.count < rows {
      let none = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
      keys = Array(repeating: ShortTextCache.key(none), count: rows)
      texts = Array(repeating: none, count: rows)
    }
    keys.withUnsafeMutableBufferPointer { keys in
      texts.withUnsafeMutableBufferPointer { texts in
        for row in 0..<rows {
          let cell = batch.cell(row, field)
          let kind = cell.kind
          if kind == .string || kind == .int || kind == .double {
            let bytes = ScalarReader.trim(cell.bytes)
            texts[row] = bytes
            keys[row] = ShortTextCache.key(bytes)
            if bytes.isEmpty && !keepsEmpty || isWithheld(bytes) { failed[row] = true }
          } else {
            keys[row] = ShortTextCache.key(UnsafeBufferPointer(start: nil, count: 0))
            failed[row] = true
          }
        }
        fetched &+= cache.fetch(UnsafeBufferPointer(rebasing: keys[..<rows]))
        for row in 0..<rows where !failed[row] { target[row] = cache.intern(keys[row], texts[row]) }
      }
    }
  }

  /// Keeps the good rows, notes their lines, and collects what the others still say.
  private func finish(
    _ batch: JSONLineBatch, _ rule: LineRule, _ index: Int, _ firstLine: Int, _ result: LineBlock,
    _ anyFailed: inout Set<Int>
  ) {
    let rows = batch.rowCount
    guard rows > 0 else { return }
    let table = result.tables[index]
    if !failed.contains(true) {
      if batch.line(rows - 1) - batch.line(0) == rows - 1 {
        result.addRun(index, row: table.count, count: rows, line: firstLine + batch.line(0))
      } else {
        for row in 0..<rows {
          result.addRun(index, row: table.count + row, count: 1, line: firstLine + batch.line(row))
        }
      }
      table.commit(rows)
      return
    }
    var kept = 0
    for row in 0..<rows {
      let line = firstLine + batch.line(row)
      guard failed[row] else {
        for column in rule.columns.indices {
          let codes = table.end(of: column)
          codes[kept] = codes[row]
        }
        result.addRun(index, row: table.count + kept, count: 1, line: line)
        kept += 1
        continue
      }
      result.failures.append(failure(batch, row, rule, index, line, isFirst: anyFailed.insert(row).inserted))
    }
    table.commit(kept)
  }

  private func failure(
    _ batch: JSONLineBatch, _ row: Int, _ rule: LineRule, _ index: Int, _ line: Int, isFirst: Bool
  ) -> LineBlock.Failure {
    var cells: [String: FactWriter.Cell] = [:]
    var message: (column: String, text: Phrase)?
    for column in rule.columns {
      let name = column.reader.column.name
      guard let field = column.field else {
        cells[name] = .value(symbols.decode(column.constant, as: column.reader.column.type))
        continue
      }
      let (cell, problem) = column.reader.read(Self.raw(batch.cell(row, field)))
      cells[name] = cell
      // An unknown cell makes the row a hole without being an error.
      if let problem, message == nil { message = (name, problem) }
    }
    return LineBlock.Failure(
      rule: index, line: line, cells: cells, pointer: message.map { "/" + JSONPath.escape($0.column) } ?? "",
      problem: message?.text, isFirstOfRecord: isFirst)
  }

  private static func raw(_ cell: JSONCell) -> ScalarReader.Raw {
    switch cell.kind {
    case .missing, .null: .missing
    case .bool: .bool(cell.integer != 0)
    case .int, .double: .number(String(decoding: cell.bytes, as: UTF8.self))
    case .string: .text(String(decoding: cell.bytes, as: UTF8.self))
    case .array, .object: .structure
    }
  }

  private static func integer(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
    bytes.isEmpty ? nil : Int64(String(decoding: bytes, as: UTF8.self))
  }
}
