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
      "policy format policies/model/hr.policy", "policy check policies/model", "policy test policies",
      "policy list", "policy show kitos.local-admin-count", "relations", "xacml identifiers", "--version",
    ])
  func anAnswerThatIsLostIsAnError(_ arguments: String) throws {
    #expect(try code(arguments, "2>/dev/null >/dev/null") == 0)
    for lost in [">/dev/full", ">&-"] where arguments != "--version" {
      #expect(try code(arguments, "2>/dev/null \(lost)") == 2, "\(lost)")
    }
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
