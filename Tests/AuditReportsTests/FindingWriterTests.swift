import Audit
import Testing

@testable import AuditReports

/// What findings have in common is written once and copied: each looks as if it were the only one all the same.
struct FindingWriterTests {
  private static func masked(_ text: String) -> String { text.replacing("4711", with: "(mask)") }

  private static func key(_ name: String, _ type: String, _ value: String) -> Finding.Key {
    Finding.Key(name: name, type: type, value: value)
  }

  private static let digest = String(repeating: "0a", count: 32)
  private static let first = Finding(
    fingerprint: digest, policy: "p.q", severity: .high, verdict: .fail,
    subject: [key("user", "kitos.user", "u 4711 \"1\"")],
    violating: [key("a", "right", "r,1"), key("b", "right", "r2")], message: "u \\ 4711")

  /// The first finding with a change, and the one after it in no order: whatever stands before a finding is no part of it.
  private static let changed: [Finding] = {
    let changes: [(inout Finding) -> Void] = [
      { _ in },
      { $0.fingerprint = String(repeating: "4711", count: 16) },
      { $0.policy = "p.\u{E5}" },
      { $0.policy = "p.a\u{30A}" },
      { $0.severity = .low },
      { $0.verdict = .unverified },
      { $0.subject[0].value = "" },
      { $0.subject[0].name = "4711" },
      { $0.subject[0].type = "kitos.system" },
      { $0.subject.append(key("system", "kitos.system", "s1")) },
      { $0.violating = [] },
      { $0.violating = [key("a", "right", "r\n1")] },
      { $0.message = "" },
    ]
    let all = changes.map { change in
      var finding = first
      change(&finding)
      return finding
    }
    return all.flatMap { [first, $0, $0] }
  }()

  private static func text(_ findings: [Finding], _ write: (Finding, inout JSONWriter) -> Void) throws -> String {
    let written = Written()
    var json = JSONWriter(ReportSink(masking: masked) { written.bytes += $0 })
    json.array { json in
      for finding in findings { json.object { write(finding, &$0) } }
    }
    try json.finish()
    return String(decoding: written.bytes, as: UTF8.self)
  }

  private final class Written { var bytes: [UInt8] = [] }

  @Test func aFindingLooksAsIfItWereTheOnlyOne() throws {
    var writer = FindingWriter()
    let together = try Self.text(Self.changed) { writer.identity($0, into: &$1) }
    let apart = try Self.text(Self.changed) { finding, json in
      var writer = FindingWriter()
      writer.identity(finding, into: &json)
    }
    // Bytes: texts that look the same may have others.
    #expect(Array(together.utf8) == Array(apart.utf8))
    #expect(!together.contains("4711"))
  }

  @Test func keysOfOneAndOfSeveralNames() throws {
    var writer = FindingWriter()
    let text = try Self.text([Self.first]) { writer.identity($0, into: &$1) }
    let expected =
      #"[{"fingerprint":"\#(Self.digest)","policy":"p.q","severity":"high","verdict":"fail","#
      + #""subject":{"type":"kitos.user","id":"u (mask) \"1\"","label":"u (mask) \"1\"","#
      + #""keys":[{"name":"user","type":"kitos.user","value":"u (mask) \"1\""}]},"#
      + #""violating":{"type":"right,right","id":"r\\,1,r2","label":"r,1, r2","#
      + #""keys":[{"name":"a","type":"right","value":"r,1"},{"name":"b","type":"right","value":"r2"}]},"#
      + #""message":"u \\ (mask)"}]"#
    #expect(text == expected + "\n")
  }
}
