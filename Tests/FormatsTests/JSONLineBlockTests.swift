import Formats
import TestSupport
import Testing

/// The fields of JSON lines, by table and against the parser of single records.
@Suite struct JSONLineBlockTests {
  /// A row as `line: field|field`, and a rejection as `line: code`.
  private func extract(_ text: [UInt8], _ columns: [String], padding: Int = 0) -> (rows: [String], rejected: [String]) {
    var rows: [String] = []
    var rejected: [String] = []
    let parser = JSONLineParser()
    let padded = text + [UInt8](repeating: UInt8(ascii: "}"), count: padding)
    padded.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      let lines = JSONLineBlock.extract(
        base: base, count: text.count, paddingAvailable: padding, columns: columns, parser: parser
      ) { batch in
        for row in 0..<batch.rowCount {
          let fields = (0..<columns.count).map { show(batch.cell(row, $0)) }
          rows.append("\(batch.line(row)): \(fields.joined(separator: "|"))")
          #expect(text[batch.range(row)].first != UInt8(ascii: "\n"))
        }
        for rejection in batch.rejections {
          rejected.append("\(rejection.line): \(rejection.problem.code)")
          #expect(rejection.problem.line == rejection.line + 1)
        }
      }
      let newlines = text.count { $0 == UInt8(ascii: "\n") }
      #expect(lines == newlines + (text.last == UInt8(ascii: "\n") ? 0 : 1))
    }
    return (rows, rejected)
  }

  private func show(_ cell: JSONCell) -> String {
    let text = String(decoding: cell.bytes, as: UTF8.self)
    switch cell.kind {
    case .missing: return "-"
    case .null: return "null"
    case .bool: return cell.integer == 1 ? "true" : "false"
    case .int:
      #expect(Int64(text) == cell.integer)
      return "i\(cell.integer)"
    case .double: return "d" + text
    case .string: return "s" + text
    case .array, .object: return text
    }
  }

  @Test(arguments: [0, 64]) func kinds(padding: Int) {
    let text = """
      {"a":1,"b":"x","c":null}
      {"b":"\\u00e6\\n","c":true,"a":-5}

      {"c":false,"x":"unused","a":1.50,"b":99999999999999999999}
        \t\r
      {"a":{"k":[1,"]"]},"b":[ ],"c":""}\r
      {}
      {"b":"ø"}
      """
    let (rows, rejected) = extract(Array(text.utf8), ["a", "b", "c", "a"], padding: padding)
    #expect(
      rows == [
        "0: i1|sx|null|i1", "1: i-5|sæ\n|true|i-5", "3: d1.50|d99999999999999999999|false|d1.50",
        "5: {\"k\":[1,\"]\"]}|[ ]|s|{\"k\":[1,\"]\"]}", "6: -|-|-|-", "7: -|sø|-|-",
      ])
    #expect(rejected.isEmpty)
  }

  /// Each line stands between two good ones, which must not be touched by it.
  @Test(arguments: [
    ("{\"a\":1,\"a\":2}", "json-duplicate-key"), ("{\"a\":1,\"\\u0061\":2}", "json-duplicate-key"),
    ("{\"z\":1,\"z\":2}", "json-duplicate-key"), ("{\"a\":{\"q\":1,\"q\":1}}", "json-duplicate-key"),
    ("{\"b\":1,\"a\":2,\"b\":1}", "json-duplicate-key"), ("{\"x\":[{\"q\":1,\"q\":1}]}", "json-duplicate-key"),
    ("{\"a\":", "json-syntax"), ("{\"a\":1", "json-syntax"), ("{\"a\":1,", "json-syntax"), ("{", "json-syntax"),
    ("}", "json-syntax"), ("{\"a\":1}}", "json-syntax"), ("{\"a\":1} {}", "json-syntax"), ("{\"a\":1,}", "json-syntax"),
    ("{\"a\" 1}", "json-syntax"), ("{\"a\":1 \"b\":2}", "json-syntax"), ("{\"a\":01}", "json-syntax"),
    ("{\"a\":tru}", "json-syntax"), ("{\"a\":\"x}", "json-syntax"), ("{\"a\":\"\\x\"}", "json-syntax"),
    ("{\"x\":\"\\x\"}", "json-syntax"), ("{\"\\x\":1}", "json-syntax"), ("{\"a\":\"\u{1}\"}", "json-syntax"),
    ("{\"x\":NaN}", "json-syntax"), ("{\"a\":'x'}", "json-syntax"), ("{\"a\":[1}", "json-syntax"),
    ("{\"x\":[1,]}", "json-syntax"), ("{a:1}", "json-syntax"), ("{\"a\"::1}", "json-syntax"), ("\\", "json-syntax"),
    ("{\"a\":1}\\", "json-syntax"), ("\0", "json-syntax"), ("{\"a\":\u{c}1}", "json-syntax"),
    ("[1]", "json-not-an-object"), ("1", "json-not-an-object"), ("\"{\"", "json-not-an-object"),
    ("null", "json-not-an-object"),
  ])
  func rejected(_ line: String, code: String) {
    for end in ["\n{\"a\":2}\n", "\n}\n{\"a\":2}", "\n,\"b\":2}\n{\"a\":2}\n"] {
      let text = "{\"a\":1}\n" + line + end
      let (rows, rejected) = extract(Array(text.utf8), ["a"], padding: 64)
      #expect(rows.map { $0.suffix(2) } == ["i1", "i2"])
      #expect(rejected.first == "1: \(code)")
      #expect(rejected.count == text.split(separator: "\n").count - 2)
    }
  }

  @Test func badUTF8() {
    let text = Array("{\"a\":1}\n{\"a\":\"".utf8) + [0xC3] + Array("\"}\n{\"a\":\"".utf8) + [0xE6] + Array("\"}".utf8)
    let (rows, rejected) = extract(text + Array("\n{\"a\":3}\n".utf8), ["a"])
    #expect(rows == ["0: i1", "3: i3"])
    #expect(rejected == ["1: invalid-utf8", "2: invalid-utf8"])
  }

  @Test(arguments: [63, 64, 65, 1000]) func nesting(depth: Int) {
    let line = "{\"a\":" + String(repeating: "[", count: depth) + String(repeating: "]", count: depth) + "}"
    let (rows, rejected) = extract(Array((line + "\n{\"a\":2}\n").utf8), ["b"])
    #expect(rows.count == (depth < 64 ? 2 : 1))
    #expect(rejected == (depth < 64 ? [] : ["0: json-too-deep"]))
  }

  @Test func manyLinesAndLongOnes() {
    var text = ""
    for index in 0..<3000 {
      let filler = index % 500 == 0 ? String(repeating: "x\\n", count: 50_000) : "y"
      text += "{\"n\":\(index),\"f\":\"\(filler)\"}\n"
    }
    let (rows, rejected) = extract(Array(text.utf8), ["n"])
    #expect(rows == (0..<3000).map { "\($0): i\($0)" })
    #expect(rejected.isEmpty)
  }

  /// Lines whose keys come in any order, are missing, new, or repeated: the parser of single records decides.
  @Test(arguments: 1...6) func againstTheRecordParser(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let long = "a key that is longer than sixteen"
    let keys = ["a", "b", "c", long, long + " bytes", "\\u0061"]
    let many = (0..<80).map { "k\($0)" }
    var text = ""
    var expectedRows: [String] = []
    var expectedRejected: [String] = []
    let columns = ["b", "a", long, "k3"]
    var refused = 0
    for line in 0..<2000 {
      let pool = Int.random(in: 0..<8, using: &random) == 0 ? many : keys
      var members = pool.filter { _ in Bool.random(using: &random) }
      if Int.random(in: 0..<3, using: &random) == 0 { members.shuffle(using: &random) }
      if Int.random(in: 0..<20, using: &random) == 0, let extra = members.randomElement(using: &random) {
        members.append(extra)
      }
      let fields = members.map { "\"\($0)\":\(Int.random(in: 0..<100, using: &random))" }
      let record = "{" + fields.joined(separator: ",") + "}"
      text += record + "\n"
      switch try #require(JSONRecords.read(Array(record.utf8)).records.first).node {
      case .success(let node):
        let fields = columns.map { node[$0]?.int.map { "i\($0)" } ?? "-" }
        expectedRows.append("\(line): \(fields.joined(separator: "|"))")
      case .failure(let problem):
        expectedRejected.append("\(line): \(problem.code)")
        refused += 1
      }
    }
    let (rows, rejected) = extract(Array(text.utf8), columns)
    #expect(rows == expectedRows)
    #expect(rejected == expectedRejected)
    #expect(refused > 50)
  }

  /// Damaged bytes anywhere: the parser of single records says which lines are good.
  @Test(arguments: 1...8) func damage(seed: UInt64) {
    var random = SplitMix64(seed: seed &* 977)
    let line = "{\"id\":17,\"name\":\"Søren \\\"x\\\"\",\"tags\":[\"a\",{\"b\":null}],\"ok\":true}"
    let marks = Array("\"{}[]:,\\\n".utf8)
    for _ in 0..<60 {
      var text = Array(Array(repeating: line, count: 12).joined(separator: "\n").utf8)
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let at = Int.random(in: 0..<text.count, using: &random)
        let mark = marks[Int.random(in: 0..<marks.count, using: &random)]
        text[at] = Bool.random(using: &random) ? UInt8.random(in: 0...255, using: &random) : mark
      }
      var good: [Int] = []
      var bad: [Int] = []
      for (number, bytes) in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
        if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
        let read = JSONRecords.read(Array(bytes))
        let isObject = read.problems.isEmpty && read.records.count == 1 && isObject(read.records[0].node)
        if isObject { good.append(number) } else { bad.append(number) }
      }
      let (rows, rejected) = extract(text, ["name", "ok"])
      #expect(rows.map { Int($0.prefix { $0 != ":" }) } == good)
      #expect(rejected.map { Int($0.prefix { $0 != ":" }) } == bad)
    }
  }

  private func isObject(_ node: Result<JSONNode, FormatProblem>) -> Bool {
    guard case .success(let value) = node else { return false }
    return value.kind == .object
  }
}
