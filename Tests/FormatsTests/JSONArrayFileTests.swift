import Foundation
import Testing

@testable import Formats

/// Lists that are read block by block, plain and packed.
struct JSONArrayFileTests {
  private static let text =
    "[ {\"a\":\"x,]}\\\"{\",\"b\":[1,2,{\"c\":null}]},\n{\"a\":\"\\\\\"} , 7, \"a,b\", [],\n true,{\"å\":\"ø\"}]\n"

  private func file(_ bytes: [UInt8]) throws -> String {
    let path = FileManager.default.temporaryDirectory.appending(path: "array-\(UUID().uuidString)").path
    try Data(bytes).write(to: URL(filePath: path))
    return path
  }

  /// `element@line: text` for each, and the code of the problem.
  private func read(_ bytes: [UInt8], blockSize: Int) throws -> (elements: [String], problem: String?, seen: [UInt8]) {
    let path = try file(bytes)
    defer { try? FileManager.default.removeItem(atPath: path) }
    var seen: [UInt8] = []
    let list = try JSONArrayFile(FilePath(path), blockSize: blockSize) { seen += $0 }
    let parser = JSONElementParser()
    var elements: [String] = []
    while let block = list.next() {
      block.forEach(parser: parser) { element, line, value in
        switch value {
        case .success(let view): elements.append("\(element)@\(line): \(view.kind) \(view["a"]?.string ?? "-")")
        case .failure(let problem): elements.append("\(element)@\(line): \(problem.code) \(problem.pointer)")
        }
      }
    }
    return (elements, list.problem?.code, seen)
  }

  private static func gzip(_ bytes: [UInt8]) throws -> [UInt8] {
    let path = FileManager.default.temporaryDirectory.appending(path: "plain-\(UUID().uuidString)").path
    try Data(bytes).write(to: URL(filePath: path))
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", "-n", path]
    try process.run()
    process.waitUntilExit()
    defer { try? FileManager.default.removeItem(atPath: path + ".gz") }
    return [UInt8](try Data(contentsOf: URL(filePath: path + ".gz")))
  }

  @Test(arguments: [1, 2, 3, 7, 16, 64, 4096])
  func everyBlockSizeGivesTheSameElements(_ size: Int) throws {
    let bytes = Array(Self.text.utf8)
    let found = try read(bytes, blockSize: size)
    #expect(
      found.elements == [
        "0@1: object x,]}\"{", "1@2: object \\", "2@2: int -", "3@2: string -", "4@2: array -", "5@3: bool -",
        "6@3: object -",
      ])
    #expect(found.problem == nil)
    #expect(found.seen == bytes)
  }

  @Test func packedAndMarkedFilesReadTheSame() throws {
    let plain = try read(Array(Self.text.utf8), blockSize: 16)
    let packed = try Self.gzip(Array(Self.text.utf8))
    let read = try read(packed, blockSize: 16)
    #expect(read.elements == plain.elements)
    #expect(read.seen == packed)
    #expect(try self.read([0xEF, 0xBB, 0xBF] + Array(Self.text.utf8), blockSize: 5).elements == plain.elements)
    // Two members one after the other are one text.
    let half = Self.text.utf8.count / 2
    let members = try Self.gzip(Array(Self.text.utf8.prefix(half))) + Self.gzip(Array(Self.text.utf8.dropFirst(half)))
    #expect(try self.read(members, blockSize: 16).elements == plain.elements)
  }

  /// Cut anywhere: what was read is a beginning of the whole, and the cut is never missed.
  @Test func cutsAreSeen() throws {
    let bytes = Array(Self.text.utf8)
    let whole = try read(bytes, blockSize: 16).elements
    for end in 1..<(bytes.count - 1) {
      let cut = try read(Array(bytes[..<end]), blockSize: 16)
      #expect(cut.problem == "json-truncated", "cut at \(end)")
      #expect(cut.elements == Array(whole.prefix(cut.elements.count)))
    }
    let packed = try Self.gzip(bytes)
    for end in 10..<packed.count {
      let cut = try read(Array(packed[..<end]), blockSize: 16)
      #expect(cut.problem == "gzip-truncated" || cut.problem == "json-truncated", "cut at \(end)")
      #expect(cut.elements == Array(whole.prefix(cut.elements.count)))
    }
  }

  @Test(arguments: [
    ("[{\"a\":1}", "json-truncated"), ("[{\"a\":1}}]", "json-syntax"), ("[{\"a\":1} {\"a\":2}]", "json-syntax"),
    ("[1,]", "json-syntax"), ("[1] 2", "json-trailing"), ("{}", "json-syntax"), ("[,1]", "json-syntax"),
  ])
  func whatIsNoListIsAProblem(_ text: String, _ code: String) throws {
    #expect(try read(Array(text.utf8), blockSize: 4).problem == code)
  }

  @Test func aBrokenElementCostsOnlyItself() throws {
    let found = try read(Array("[{\"a\":\"1\"},{\"a\" 2},{\"a\":\"3\",\"a\":\"4\"},{\"a\":\"5\"}]".utf8), blockSize: 9)
    #expect(found.problem == nil)
    #expect(found.elements.map { $0.contains("object") } == [true, false, false, true])
    #expect(found.elements[2].contains("/2"))
  }

  @Test func damagedPackedBytesAreAProblem() throws {
    var packed = try Self.gzip(Array(String(repeating: Self.text, count: 50).utf8))
    packed[packed.count / 2] ^= 0xFF
    let found = try read(packed, blockSize: 64)
    #expect(found.problem != nil)
  }
}
