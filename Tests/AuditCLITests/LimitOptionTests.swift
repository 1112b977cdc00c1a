import Foundation
import Testing

/// Limits that a person sets.
@Suite struct LimitOptionTests {
  @Test(arguments: [
    (["--max-memory", "lots"], "--max-memory"), (["--max-memory", "1M"], "16M"),
    (["--max-memory", "99999999999G"], "size"),
    (["--timeout", "0s"], "--timeout"), (["--timeout", "5"], "90s"),
  ])
  func aWrongLimitIsUsage(_ words: [String], _ says: String) throws {
    let scratch = try Shop.make()
    let run = try CommandRun.tsv(words, scratch)
    #expect(run.exitCode == 64 && run.errors.contains(says), "\(run.errors)")
  }

  /// Past its time a run concludes nothing and leaves nothing behind.
  @Test func timeIsUp() throws {
    let scratch = try Shop.make()
    try FileManager.default.createDirectory(atPath: scratch.path("out"), withIntermediateDirectories: true)
    let line =
      "cd '\(scratch.folder.path)' && mkfifo pipe && '\(CommandRun.binary.path)' audit shop -f rows=pipe --timeout 1s"
    let run = try CommandRun.shell(line)
    #expect(run.exitCode == 2 && run.errors.contains("not finished within 1 s"), "\(run.exitCode) \(run.errors)")
  }
}

extension CommandRun {
  fileprivate static func tsv(_ words: [String], _ scratch: Scratch) throws -> CommandRun {
    try tilsyn(["audit", "shop", "-f", "rows"] + words, in: scratch.folder)
  }
}
