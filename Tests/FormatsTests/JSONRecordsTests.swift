import Formats
import Testing

/// Every rule for JSON documents, as a table: the text, and a summary of what is read.
@Suite struct JSONRecordsTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var text: String
    var shape: JSONRecords.Shape
    /// For each record: its line, or `code@line` where it is refused.
    var records: [String]
    /// For each problem of the file: `code@line`.
    var problems: [String]
    var testDescription: String { String(text.prefix(60)) }

    init(_ text: String, _ shape: JSONRecords.Shape, _ records: [String], _ problems: [String] = []) {
      self.text = text
      self.shape = shape
      self.records = records
      self.problems = problems
    }
  }

  static let cases: [Case] = [
    // Shapes.
    Case("[]", .array, []),
    Case(" [ ] \n", .array, []),
    Case("[{\"a\":1},\n {\"a\":2}\n]", .array, ["1", "2"]),
    Case("\u{FEFF}[{\"a\":1}]", .array, ["1"]),
    Case("[1,\"x,]\",null,[2,[3]]]", .array, ["1", "1", "1", "1"]),
    Case("{\"a\":1}", .object, ["1"]),
    Case("\n\n{\n\"a\":\n[{}]}\n", .object, ["3"]),
    Case("{\"a\":1}\n{\"a\":2}\n", .lines, ["1", "2"]),
    Case("{\"a\":1}\r\n\r\n{\"a\":2}\r\n", .lines, ["1", "3"]),
    Case("{\"a\":1}\n{\"a\":2}", .lines, ["1", "2"]),
    Case("42", .scalar, ["1"]),
    Case(" \"x\" ", .scalar, ["1"]),
    // Nothing to read.
    Case("", .none, [], ["json-empty@1"]),
    Case(" \n ", .none, [], ["json-empty@1"]),
    Case("hello", .none, [], ["not-json@1"]),
    Case("\n<xml/>", .none, [], ["not-json@2"]),
    Case("'a'", .none, [], ["not-json@1"]),
    Case("NaN", .none, [], ["not-json@1"]),
    // One bad record costs itself.
    Case("[{\"a\":1},\n{\"a\":NaN},\n{\"a\":3}]", .array, ["1", "json-syntax@2", "3"]),
    Case("[{\"a\":1,},\n{\"a\":3}]", .array, ["json-syntax@1", "2"]),
    Case("[{\"a\":1 \"b\":2},{}]", .array, ["json-syntax@1", "1"]),
    Case("[{\"a\" 1},{}]", .array, ["json-syntax@1", "1"]),
    Case("[{a:1},{}]", .array, ["json-syntax@1", "1"]),
    Case("[{'a':1},{}]", .array, ["json-syntax@1", "1"]),
    Case("[{\"a\":1}\n{\"a\":2},\n{}]", .array, ["json-syntax@2", "3"]),
    Case("[{} // no\n,{}]", .array, ["json-syntax@1", "2"]),
    Case("[{\"a\":/* no */1},{}]", .array, ["json-syntax@1", "1"]),
    Case("[1,,2]", .array, ["1", "json-syntax@1", "1"]),
    Case("[1,\n]", .array, ["1", "json-syntax@2"]),
    Case("[,1]", .array, ["json-syntax@1", "1"]),
    Case("[\"a\nb\",2]", .array, ["json-syntax@1", "2"]),
    Case("[\"a\\qb\",2]", .array, ["json-syntax@1", "1"]),
    Case("[\"\\ud800\",\"\\ud83d\\ude00\"]", .array, ["json-syntax@1", "1"]),
    Case("[01,-,1.,.5,1e,+1,0x1,1]", .array, Array(repeating: "json-syntax@1", count: 7) + ["1"]),
    Case("[tru,True,nul,nulll,true]", .array, Array(repeating: "json-syntax@1", count: 4) + ["1"]),
    // Duplicate keys, at any depth and however they are spelt.
    Case("[{\"a\":1,\n\"a\":2},{}]", .array, ["json-duplicate-key@2", "2"]),
    Case("[{\"a\":1,\"\\u0061\":2},{}]", .array, ["json-duplicate-key@1", "1"]),
    Case("{\"x\":[1,{\"y\":{\"b\":1,\"c\":2,\n\"b\":3}}]}", .object, ["json-duplicate-key@2"]),
    Case("{\"a\":1,\"A\":2,\"a \":3,\"\":4}", .object, ["1"]),
    Case("{\"a\":1}\n{\"a\":1,\"a\":1}\n{\"a\":1}\n", .lines, ["1", "json-duplicate-key@2", "3"]),
    // Lines that are damaged.
    Case("{\"a\":1}\n{\"a\":\n{\"a\":3}\n", .lines, ["1", "json-syntax@2", "3"]),
    Case("{\"a\":\"x}\n{\"a\":3}\n", .lines, ["json-syntax@1", "2"]),
    Case("{\"a\":1\n{\"a\":3}\n", .lines, ["json-syntax@1", "2"]),
    Case("oops\n{\"a\":3}\n", .lines, ["json-syntax@1", "2"]),
    Case("{\"a\":1}\noops\n[1]\n{}\n", .lines, ["1", "json-syntax@2", "3", "4"]),
    Case("{\"a\":1}{\"a\":2}\n{\"a\":3}\n", .lines, ["json-syntax@1", "2"]),
    Case("{\"a\":1},\n{\"a\":2}\n", .object, ["1"], ["json-trailing-content@1"]),
    // More text behind the end.
    Case("[1] x", .array, ["1"], ["json-trailing-content@1"]),
    Case("[1]\n[2]", .array, ["1"], ["json-trailing-content@2"]),
    Case("{\"a\":1}{\"a\":2}", .object, ["1"], ["json-trailing-content@1"]),
    Case("{\n\"a\":1}\n{\n\"a\":2}", .object, ["1"], ["json-trailing-content@3"]),
    Case("[1]\0\0", .array, ["1"], ["json-trailing-content@1"]),
    // Cut off.
    Case("[", .array, [], ["json-truncated@1"]),
    Case("[{\"a\":1},\n", .array, ["1"], ["json-truncated@2"]),
    Case("[{\"a\":1}\n", .array, ["1"], ["json-truncated@1"]),
    Case("[{\"a\":1},\n{\"a\":2", .array, ["1"], ["json-truncated@2"]),
    Case("[{\"a\":1},\n\"x", .array, ["1"], ["json-truncated@2"]),
    Case("[1,12", .array, ["1"], ["json-truncated@1"]),
    Case("{\"a\":", .object, [], ["json-truncated@1"]),
    Case("{\"a\":1}\n{\"a\":", .lines, ["1"], ["json-truncated@2"]),
    Case("{\"a\":1}\n{\"a\":\"", .lines, ["1"], ["json-truncated@2"]),
    // Brackets of the wrong kind.
    Case("[{\"a\":1},\n{\"a\":[2},\n{}]", .array, ["1"], ["json-structure@2"]),
    Case("[{\"a\":1}}", .array, [], ["json-structure@1"]),
    Case("{\"a\":[1}", .object, ["json-syntax@1"]),
  ]

  @Test(arguments: cases) func rule(_ example: Case) {
    let read = JSONRecords.read(Array(example.text.utf8))
    #expect(read.shape == example.shape)
    #expect(read.records.map(summary) == example.records)
    #expect(read.problems.map { "\($0.code)@\($0.line)" } == example.problems)
    #expect(read.problems.allSatisfy { $0.isFatal })
    #expect(read.records.map(\.index) == Array(0..<read.records.count))
  }

  @Test func badUTF8CostsItsRecord() {
    let text: [UInt8] = Array("[{\"a\":\"x\"},\n{\"a\":\"".utf8) + [0xE6] + Array("\"},\n{\"a\":\"æ\"}]".utf8)
    let read = JSONRecords.read(text)
    #expect(read.records.map(summary) == ["1", "invalid-utf8@2", "3"])
    #expect(read.problems.isEmpty)
  }

  @Test func utf16IsNamed() {
    let wide = Array("[1]".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    for text in [[0xFF, 0xFE] + wide, wide] {
      let read = JSONRecords.read(text)
      #expect(read.problems.map(\.code) == ["not-utf8"])
      #expect(read.problems.first?.message.english.contains("UTF-16LE") == true)
    }
  }

  @Test(arguments: [(64, true), (65, false), (100, false), (100_000, false)])
  func depth(_ depth: Int, isRead: Bool) {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
      let inner = open == "[" ? "" : "1"
      let deep = String(repeating: open, count: depth) + inner + String(repeating: close, count: depth)
      let expected = isRead ? "1" : "json-too-deep@1"
      #expect(JSONRecords.read(Array("[\(deep),{}]".utf8)).records.map(summary) == [expected, "1"])
      let half = JSONRecords.read(Array(String(repeating: open, count: depth).utf8))
      #expect(half.problems.map(\.code) == ["json-truncated"])
      if open != "[" {
        #expect(JSONRecords.read(Array(deep.utf8)).records.map(summary) == [expected])
        #expect(JSONRecords.read(Array("{}\n\(deep)\n{}".utf8)).records.map(summary).count == 3)
      }
    }
  }

  @Test func pointersNameThePlace() {
    let text = "[{}, {\"a\": {\"b/~\": [1, {\"c\": 1, \"c\": 2}]}}, {\"k\": [1, x]}]"
    let problems = JSONRecords.read(Array(text.utf8)).records.compactMap { record -> FormatProblem? in
      if case .failure(let problem) = record.node { return problem }
      return nil
    }
    #expect(problems.map(\.pointer) == ["/1/a/b~1~0/1/c", "/2/k/1"])
    #expect(problems.first?.message.english == "the key `c` occurs twice in one object")
  }

  @Test func messagesRepeatNoValue() {
    let texts = [
      "[{\"Password\":\"hunter2\",}]", "{\"p\":\"hunter2\",\"p\":\"hunter2\"}", "[\"hunter2\\q\"]", "[hunter2]",
    ]
    for text in texts {
      let read = JSONRecords.read(Array(text.utf8))
      for record in read.records {
        guard case .failure(let problem) = record.node else { continue }
        #expect(!"\(problem)".contains("hunter2"))
      }
    }
  }

  @Test func manyKeysAreCheckedToo() {
    var members = (0..<5000).map { "\"key\($0)\":\($0)" }
    #expect(JSONRecords.read(Array("{\(members.joined(separator: ","))}".utf8)).records.map(summary) == ["1"])
    members.append("\n\"key77\":0")
    #expect(
      JSONRecords.read(Array("{\(members.joined(separator: ","))}".utf8)).records.map(summary)
        == ["json-duplicate-key@2"])
  }

  private func summary(_ record: JSONRecords.Record) -> String {
    switch record.node {
    case .success: "\(record.line)"
    case .failure(let problem): "\(problem.code)@\(problem.line)"
    }
  }
}
