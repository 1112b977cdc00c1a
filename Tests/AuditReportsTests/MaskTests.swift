import AuditReports
import Testing

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
}
