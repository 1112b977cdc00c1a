import Budget
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

  @Test func aValueThatIsKnownIsWrittenAsItWas() throws {
    let known = SharedCache<Int, [UInt8]>()
    let written = Written()
    var made = 0
    var json = JSONWriter(ReportSink(masking: Self.masked) { written.bytes += $0 })
    json.array { json in
      for key in [1, 2, 1, 1] {
        json.value(key, known: known) { json in
          made += 1
          json.object { $0.member("key", "\(key) 4711") }
        }
      }
    }
    try json.finish()
    let one = #"{"key":"1 (mask)"}"#
    #expect(String(decoding: written.bytes, as: UTF8.self) == "[\(one),{\"key\":\"2 (mask)\"},\(one),\(one)]\n")
    #expect(made == 2)
  }
}
