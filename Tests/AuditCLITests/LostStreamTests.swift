import Foundation
import Testing

/// Standard streams that are closed, full, or read by nobody: an answer that is lost is an error, a notice is not.
@Suite struct LostStreamTests {
  private static let program = "'\(CommandRun.binary.path(percentEncoded: false))'"

  /// How the program ends, by the stream as a shell redirects it.
  private func code(_ arguments: String, _ redirection: String) throws -> Int32 {
    try CommandRun.shell("\(Self.program) \(arguments) \(redirection)").exitCode
  }

  @Test(
    arguments: [
      "policy format policies/model/hr.policy", "policy check policies/model",
      "policy test policies/model policies/enhetsregisteret",
      "policy list", "policy show kitos.local-admin-count", "relations", "xacml identifiers", "--version", "--help",
      "help",
      "audit --help", "help audit", "policy --help", "policy list --help", "xacml evaluate --help", "init --help", "",
      "policy", "xacml",
    ])
  func anAnswerThatIsLostIsAnError(_ arguments: String) throws {
    #expect(try code(arguments, "2>/dev/null >/dev/null") == 0)
    for lost in [">/dev/full", ">&-"] {
      #expect(try code(arguments, "2>/dev/null \(lost)") == 2, "\(lost)")
    }
  }

  /// Every verb that reads exports.
  @Test(arguments: [
    "audit shop", "audit shop -q", "audit shop -f json", "audit shop -f rows", "audit shop -f json=/dev/stdout",
    "sources shop",
    "sources shop --no-diagnosis", "sources shop --format json", "query 'shop.right(user)' shop",
    "why 'shop.right(user)' shop",
    "why shop.writer-is-known shop", "why-not shop.writer-is-known u1 shop",
    "why-not shop.writer-is-known u1 shop --format json",
  ])
  func anAnswerOnExportsThatIsLostIsAnError(_ arguments: String) throws {
    let scratch = try Shop.make()
    for (lost, expected) in [(">/dev/null", nil), (">/dev/full", 2), (">&-", 2)] as [(String, Int32?)] {
      let line = "cd '\(scratch.folder.path)' && \(Self.program) \(arguments) 2>/dev/null \(lost)"
      let code = try CommandRun.shell(line).exitCode
      #expect(expected.map { $0 == code } ?? (code < 2), "\(lost): \(code)")
    }
  }

  /// What `init` wrote is there, although nobody heard of it.
  @Test func initSaysWhatItWrote() throws {
    let scratch = try Scratch()
    let run = try CommandRun.shell("cd '\(scratch.folder.path)' && \(Self.program) init >/dev/full; echo $?; ls -A")
    let files = [
      "approvals", "conflicts", "data-classes", "duties", "integration-addresses", "integration-endpoints",
      "integration-steps", "integrations", "mailboxes",
    ]
    let written = files.map { "\($0).csv\n" }.joined()
    #expect(run.output == "2\n\(written)tilsyn.yaml\n", "\(run.output)")
    let full = try CommandRun.bash(
      "cd '\(scratch.folder.path)' && rm * && (ulimit -f 0; \(Self.program) init; echo $?) | cat; ls -A")
    #expect(full.output == "2\n", "\(full.output)")
  }

  @Test(arguments: ["2>/dev/full", "2>&-", "2>&- <&-"])
  func aNoticeThatIsLostChangesNoCode(_ lost: String) throws {
    #expect(try code("audit /nonexistent", lost) == 2)
    #expect(try code("policy check policies/model >/dev/null", lost) == 0)
    #expect(try code("why 0123 --colour-of-the-sky", lost) == 64)
  }

  /// A file that is opened after a stream was closed does not take its place.
  @Test func noFileTakesThePlaceOfAStream() throws {
    let scratch = try Shop.make()
    let folder = scratch.folder.path(percentEncoded: false)
    let audit = "\(Self.program) audit shop -f json=result.json -v"
    let run = try CommandRun.shell("cd '\(folder)' && \(audit) 2>&- >/dev/null")
    #expect(run.exitCode == 0 || run.exitCode == 1)
    let result = try Data(contentsOf: scratch.folder.appending(path: "result.json"))
    #expect(try JSONSerialization.jsonObject(with: result) is [String: Any])
  }
}
