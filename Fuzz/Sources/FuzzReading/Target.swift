import Budget

@testable import Formats

/// Any bytes, given to the reader of each format. None may crash, hang, or read outside of what it was given.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  readRecords(bytes)
  readLines(bytes)
  let text = TextDecoding.decode(bytes, allowWindows1252: true).text
  let table = CSVTable.read(text, limits: limits)
  for row in table.rows { precondition(row.cells.allSatisfy { $0.utf8.count <= 3 * text.count }) }
  _ = YAMLReader.read(bytes, limits: limits)
  _ = Workbook.read(bytes, limits: limits)
  _ = try? Page.read(bytes, limits: limits)
  return 0
}

/// A part of what a run may spend: an input of some kilobytes that needs more is a find of another kind.
private let limits = RunLimits.standard.with(memory: 256 << 20).with(.steps, 20_000_000).with(.cells, 1_000_000)
  .with(.nodes, 1_000_000)

private func readRecords(_ bytes: [UInt8]) {
  for record in JSONRecords.read(bytes, limits: limits).records {
    precondition(record.range.lowerBound >= 0 && record.range.upperBound <= bytes.count)
    if case .success(let node) = record.node { _ = size(node) }
  }
  JSONElementParser().withDocument(bytes) { result in
    if case .success(let view) = result { _ = view["name"]?.string }
  }
}

private func size(_ node: JSONNode) -> Int {
  node.members.reduce(1) { $0 + $1.key.utf8.count + size($1.value) } + node.elements.reduce(0) { $0 + size($1) }
    + (node.string?.utf8.count ?? 0)
}

/// As lines, with nothing readable behind them, and with as much as the reader asks for: both must find the same.
private func readLines(_ bytes: [UInt8]) {
  let columns = ["id", "name", "", "name"]
  let parser = JSONLineParser()
  var found: [[Int]] = [[], []]
  for (way, padding) in [0, 64].enumerated() {
    let room = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count + padding)
    defer { room.deallocate() }
    room.update(from: bytes, count: bytes.count)
    (room + bytes.count).update(repeating: 0, count: padding)
    JSONLineBlock.extract(
      base: room, count: bytes.count, paddingAvailable: padding, columns: columns, parser: parser
    ) { batch in
      for row in 0..<batch.rowCount {
        precondition(batch.range(row).upperBound <= bytes.count)
        for column in columns.indices {
          let cell = batch.cell(row, column)
          found[way] += [Int(cell.kind.rawValue), cell.bytes.reduce(0) { $0 &* 31 &+ Int($1) }]
        }
      }
      for rejection in batch.rejections { found[way] += [-1, rejection.line, rejection.problem.line] }
    }
  }
  precondition(found[0] == found[1], "what stands behind the lines must not matter")
}
