import Formats
import Testing

/// The splitter and parser against the grammar, on random and on damaged texts.
@Suite struct JSONPropertyTests {
  private func plain(_ node: JSONNode) -> PlainJSON {
    switch node.kind {
    case .null: .null
    case .bool: .bool(node.bool == true)
    case .int, .double: .number(node.numberText ?? "")
    case .string: .string(node.string ?? "")
    case .array: .array(node.elements.map(plain))
    case .object: .object(node.members.map { .init(key: $0.key, value: plain($0.value)) })
    }
  }

  private func plain(_ record: JSONRecords.Record) -> PlainJSON? {
    (try? record.node.get()).map(plain)
  }

  /// Elements of a valid array come out as the grammar has them, each with its line; those with a key twice do not.
  @Test(arguments: 1...4) func arrays(seed: UInt64) {
    var source = RandomJSON(seed: seed)
    var refused = 0
    for _ in 0..<250 {
      let elements = (0..<Int.random(in: 0..<8, using: &source.random)).map { _ in source.value(depth: 4) }
      var text = source.space() + "[" + source.space()
      var lines: [Int] = []
      for (index, element) in elements.enumerated() {
        text += index == 0 ? "" : "," + source.space()
        lines.append(text.utf8.count { $0 == UInt8(ascii: "\n") } + 1)
        text += element + source.space()
      }
      text += "]" + source.space()
      let read = JSONRecords.read(Array(text.utf8))
      #expect(read.shape == .array)
      #expect(read.problems.isEmpty)
      #expect(read.records.map(\.line) == lines)
      let expected = elements.map { NaiveJSON.parse(Array($0.utf8)) }
      refused += expected.count { $0 == nil }
      #expect(read.records.map { plain($0) } == expected)
      #expect(read.records.map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) } == elements)
    }
    #expect(refused > 20)
  }

  /// Lines come out as the grammar has them, each by itself.
  @Test(arguments: 1...4) func lines(seed: UInt64) {
    var source = RandomJSON(seed: seed &+ 100)
    for _ in 0..<100 {
      let records = (0..<Int.random(in: 2..<8, using: &source.random)).map { _ in source.object(depth: 3, lines: false)
      }
      let read = JSONRecords.read(Array(records.joined(separator: "\n").utf8))
      #expect(read.shape == .lines)
      #expect(read.records.map(\.line) == Array(1...records.count))
      #expect(read.records.map { plain($0) } == records.map { NaiveJSON.parse(Array($0.utf8)) })
    }
  }

  /// Whatever bytes are damaged: a record is taken only where the grammar takes its bytes, and with the same value; and
  /// a document that the grammar refuses always has a problem.
  @Test(arguments: 1...8) func damage(seed: UInt64) {
    var source = RandomJSON(seed: seed &* 7919)
    let marks = Array("\"{}[]:,\\\n \u{0}".utf8)
    var refused = 0
    for _ in 0..<250 {
      var text = Array(("[" + (0..<4).map { _ in source.value(depth: 3) }.joined(separator: ",\n") + "]").utf8)
      for _ in 0..<Int.random(in: 1...3, using: &source.random) {
        let at = Int.random(in: 0..<text.count, using: &source.random)
        switch Int.random(in: 0..<4, using: &source.random) {
        case 0: text[at] = .random(in: 0...255, using: &source.random)
        case 1: text.remove(at: at)
        case 2: text.insert(source.pick(marks), at: at)
        default: text[at] = source.pick(marks)
        }
        if text.isEmpty { break }
      }
      let read = JSONRecords.read(text)
      var hasProblem = !read.problems.isEmpty
      for record in read.records {
        #expect(plain(record) == NaiveJSON.parse(Array(text[record.range])))
        if case .failure(let problem) = record.node {
          hasProblem = true
          #expect(problem.line >= record.line)
          #expect(problem.line <= text.count { $0 == UInt8(ascii: "\n") } + 1)
        }
      }
      guard read.shape != .lines else { continue }
      let isValid = NaiveJSON.parse(text) != nil
      refused += isValid ? 0 : 1
      #expect(hasProblem == !isValid, "\(String(decoding: text, as: UTF8.self))")
    }
    #expect(refused > 50)
  }

  /// A document that is cut off anywhere keeps its whole records and says so.
  @Test func truncation() {
    let elements = ["{\"a\": [1, {\"b\": \"x\\\"]\"}]}", "{\"æ\": null}", "[\"},{\"]", "{\"c\": -1.5e3}"]
    let text = Array(("[\n" + elements.joined(separator: " ,\n") + "\n]\n").utf8)
    var ends: [Int] = []
    for element in elements { ends.append((ends.last.map { $0 + 3 } ?? 2) + element.utf8.count) }
    for length in 1..<text.count - 1 {
      let read = JSONRecords.read(Array(text[..<length]))
      #expect(read.records.count == ends.count { $0 <= length })
      #expect(read.records.allSatisfy { plain($0) != nil })
      #expect(read.problems.map(\.code) == ["json-truncated"])
      #expect(read.problems.allSatisfy { $0.isFatal })
    }
    #expect(JSONRecords.read(Array(text.dropLast())).problems.isEmpty)
  }

  /// Lines that are cut off anywhere keep the whole lines, and say so unless the cut is between two lines.
  @Test func truncatedLines() {
    let lines = (0..<5).map { "{\"n\":\($0),\"t\":\"æ\\\"{\"}" }
    let text = Array((lines.joined(separator: "\n") + "\n").utf8)
    let length = lines[0].utf8.count
    for cut in 1...text.count {
      let read = JSONRecords.read(Array(text[..<cut]))
      let whole = cut / (length + 1) + (cut % (length + 1) == length ? 1 : 0)
      #expect(read.records.count == whole)
      let isBetween = cut % (length + 1) == length || cut % (length + 1) == 0
      #expect(read.problems.map(\.code) == (isBetween ? [] : ["json-truncated"]))
    }
  }
}
