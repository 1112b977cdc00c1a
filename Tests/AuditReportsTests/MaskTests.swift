import Testing

@testable import AuditReports

/// What no report may show goes through one place, whoever writes it.
struct MaskTests {
  private final class Written { var bytes: [UInt8] = [] }

  private static func masked(_ text: String) -> String { text.replacing("4711", with: "(mask)") }

  @Test func textsAreMaskedAndBytesAreNot() throws {
    let written = Written()
    var sink = ReportSink(masking: Self.masked) { written.bytes += $0 }
    sink.write("id 4711 ")
    sink.write(Substring("and 4711 "))
    sink.write(number: 4711)
    try sink.finish()
    #expect(String(decoding: written.bytes, as: UTF8.self) == "id (mask) and (mask) 4711")
  }

  @Test func jsonStaysJSON() throws {
    let written = Written()
    var json = JSONWriter(ReportSink(masking: Self.masked) { written.bytes += $0 })
    json.object { json in
      json.key(given: "key 4711")
      json.value("a \"4711\"")
      json.member("count", 4711)
    }
    try json.finish()
    #expect(String(decoding: written.bytes, as: UTF8.self) == #"{"key (mask)":"a \"(mask)\"","count":4711}"# + "\n")
  }

  /// What several threads write is what one would: parts in their order, empty ones among them, commas and line breaks where
  /// they belong, and masked all the same.
  @Test(arguments: [0, 1, 2, 7, 300])
  func partsAreWrittenInOrder(_ count: Int) throws {
    @Sendable func elements(_ number: Int, _ json: inout JSONWriter) {
      for element in 0..<number % 4 {
        json.lineBreak()
        json.object { $0.member("text", "\(number) 4711 \(element)") }
      }
    }
    func text(_ write: (inout JSONWriter) -> Void) throws -> String {
      let written = Written()
      var json = JSONWriter(ReportSink(masking: Self.masked) { written.bytes += $0 })
      json.object { json in
        json.member("before", 1)
        json.key("elements")
        json.array { json in
          write(&json)
          json.lineBreak()
        }
        json.member("after", 2)
      }
      try json.finish()
      return String(decoding: written.bytes, as: UTF8.self)
    }
    var told: [Int] = []
    let together = try text { json in
      told = json.parts(count) { number, json in
        elements(number, &json)
        return number
      }
    }
    #expect(told == Array(0..<count))
    #expect(try together == text { json in for number in 0..<count { elements(number, &json) } })
    #expect(!together.contains("4711"))
  }

  @Test func aValueThatWasWrittenIsPutWhereItBelongs() throws {
    let written = Written()
    var json = JSONWriter(ReportSink(masking: Self.masked) { written.bytes += $0 })
    json.array { json in
      let values = json.written(3) { number, json in
        if number == 1 { json.null() } else { json.object { $0.member("key", "\(number) 4711") } }
      }
      for number in [2, 1, 0, 2] { json.value(number, of: values) }
    }
    try json.finish()
    let two = #"{"key":"2 (mask)"}"#
    #expect(String(decoding: written.bytes, as: UTF8.self) == "[\(two),null,{\"key\":\"0 (mask)\"},\(two)]\n")
  }

  /// Whether a sink hands on a block by itself or with what stands around it, the bytes are in their order.
  @Test(arguments: [0, 1, ReportSink.blockSize - 1, ReportSink.blockSize, 3 * ReportSink.blockSize])
  func blocksStayInOrder(_ size: Int) throws {
    let written = Written()
    let block = [UInt8](repeating: UInt8(ascii: "x"), count: size)
    var sink = ReportSink { written.bytes += $0 }
    sink.write("before")
    sink.write(block: block)
    sink.write("after")
    try sink.finish()
    #expect(written.bytes == Array("before".utf8) + block + Array("after".utf8))
  }

  /// A text that was written before is written as it was, and only that: texts that look the same may have other bytes.
  @Test func repeatedTextsAreWrittenAsTheyWere() throws {
    let texts = ["a 4711", "a 4711", "b \"", "b \"", "", "", "\u{E5}", "a\u{30A}", "a\u{30A}"]
    let written = Written()
    var json = JSONWriter(ReportSink(masking: Self.masked) { written.bytes += $0 })
    var repeated = RepeatedText()
    json.array { json in
      for text in texts { repeated.write(text, into: &json) }
    }
    try json.finish()
    let expected = ["a (mask)", "a (mask)", "b \\\"", "b \\\"", "", ""].map { "\"\($0)\"" } + ["\"\u{E5}\""]
    let letters = Array(repeating: "\"a\u{30A}\"", count: 2)
    #expect(written.bytes == Array("[\((expected + letters).joined(separator: ","))]\n".utf8))
  }

  /// Nothing stands in a digest; what only looks like one is masked and escaped.
  @Test(arguments: [
    (String(repeating: "4711", count: 15) + "abcd", String(repeating: "4711", count: 15) + "abcd"),
    (String(repeating: "4711", count: 16), String(repeating: "(mask)", count: 16)),
    (String(repeating: "4711", count: 15) + "abcD", String(repeating: "(mask)", count: 15) + "abcD"),
    ("4711abcd", "(mask)abcd"), (String(repeating: "\"", count: 64), String(repeating: "\\\"", count: 64)),
  ])
  func digestsAreWrittenAsTheyAre(_ text: String, _ shown: String) throws {
    let written = Written()
    var json = JSONWriter(ReportSink(masking: Self.masked) { written.bytes += $0 })
    json.value(digest: text)
    try json.finish()
    #expect(String(decoding: written.bytes, as: UTF8.self) == "\"\(shown)\"\n")
  }
}
