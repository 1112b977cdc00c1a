import Formats
import Foundation
import Testing

/// Files of JSON lines, block by block.
@Suite struct JSONLineFileTests {
  private func withFile<Result>(_ bytes: [UInt8], _ body: (String) throws -> Result) throws -> Result {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("lines-\(UUID()).jsonl").path
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try body(path)
  }

  /// Whatever the block size, the blocks hold the file, lines are whole, and rows have the right lines.
  @Test(arguments: [1, 2, 7, 16, 64, 100, 1 << 20]) func blocks(size: Int) throws {
    for end in ["", "\n", "\n\n"] {
      for mark in ["", "\u{FEFF}"] {
        let lines = (0..<50).map { number in
          let filler = String(repeating: "x", count: number * 3)
          return number % 7 == 3 ? "" : "{\"n\":\(number),\"t\":\"\(filler)\"}"
        }
        let text = Array((mark + lines.joined(separator: "\n") + end).utf8)
        try withFile(text) { path in
          let file = try JSONLineFile(FilePath(path), blockSize: size)
          #expect(file.sizeWhenOpened == text.count)
          var seen: [UInt8] = []
          var numbers: [Int] = []
          var indexes: [Int] = []
          let parser = JSONLineParser()
          try file.forEachBlock { block in
            #expect(block.fileOffset == seen.count)
            #expect(block.firstLine == seen.count { $0 == UInt8(ascii: "\n") } + 1)
            indexes.append(block.index)
            block.withBytes { seen += Array($0) }
            block.extract(columns: ["n"], parser: parser) { batch in
              #expect(batch.rejections.isEmpty)
              for row in 0..<batch.rowCount {
                numbers.append(Int(batch.cell(row, 0).integer))
                #expect(block.firstLine + batch.line(row) == numbers[numbers.count - 1] + 1)
              }
            }
          }
          #expect(seen == text)
          #expect(numbers == (0..<50).filter { $0 % 7 != 3 })
          #expect(indexes == Array(0..<indexes.count))
        }
      }
    }
  }

  @Test func blocksMayOutliveTheReader() throws {
    try withFile(Array(String(repeating: "{\"a\":1}\n", count: 100).utf8)) { path in
      var blocks: [JSONLineFileBlock] = []
      do {
        let file = try JSONLineFile(FilePath(path), blockSize: 32)
        while let block = try file.next() { blocks.append(block) }
      }
      #expect(blocks.map { $0.withBytes { $0.count } }.reduce(0, +) == 800)
      #expect(blocks.allSatisfy { $0.withBytes { $0.last == UInt8(ascii: "\n") } })
    }
  }

  @Test func emptyFile() throws {
    try withFile([]) { path in
      let block = try JSONLineFile(FilePath(path)).next()
      #expect(block == nil)
      let file = try RawFile.read(FilePath(path))
      #expect(file.bytes.isEmpty)
    }
  }

  @Test(arguments: [0, 1, 4094, 4095, 4096, 4097, 100_000]) func rawFiles(size: Int) throws {
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try withFile(bytes) { path in
      let file = try RawFile.read(FilePath(path))
      #expect(file.bytes == bytes)
    }
  }

  @Test func whatIsNoFile() throws {
    let folder = FileManager.default.temporaryDirectory.path
    let missing = folder + "/no-such-file-\(UUID())"
    #expect(throws: FormatProblem.self) { try RawFile.read(FilePath(missing)) }
    for (path, code) in [(folder, "not-a-file"), (missing, "unreadable"), ("/dev/null", "not-a-file")] {
      do {
        _ = try RawFile.read(FilePath(path))
        Issue.record("read")
      } catch {
        #expect(error.code == code)
        #expect(error.isFatal)
      }
      #expect(throws: FormatProblem.self) { try JSONLineFile(FilePath(path)) }
    }
    let pipe = folder + "/pipe-\(UUID())"
    #expect(mkfifo(pipe, 0o600) == 0)
    defer { unlink(pipe) }
    #expect(throws: FormatProblem.self) { try RawFile.read(FilePath(pipe)) }
  }
}
