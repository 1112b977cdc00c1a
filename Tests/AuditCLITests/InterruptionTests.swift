import Foundation
import Testing

struct InterruptionTests {
  /// The run hangs where it opens a pipe that nobody reads, with one output finished beside it; then it is interrupted.
  @Test(arguments: [SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGUSR1, SIGUSR2, SIGALRM, SIGXCPU])
  func interruptionLeavesNoPartialReport(_ number: Int32) async throws {
    let scratch = try Shop.make()
    #expect(mkfifo(scratch.path("pipe"), 0o600) == 0)
    let process = Process()
    process.executableURL = CommandRun.binary
    process.arguments = ["audit", "shop", "-f", "json=result.json", "-f", "rows=pipe"]
    process.currentDirectoryURL = scratch.folder
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    var tries = 0
    while !scratch.names.contains(where: { $0.hasSuffix(".part") }), process.isRunning, tries < 3000 {
      try await Task.sleep(for: .milliseconds(20))
      tries += 1
    }
    #expect(scratch.names.contains { $0.hasSuffix(".part") }, "the first output is under way")
    kill(process.processIdentifier, number)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 128 + number)
    #expect(scratch.names == ["pipe", "shop"])
  }

  /// What was ignored by whoever started the program stays so: `nohup` means it.
  @Test func whatWasIgnoredStaysIgnored() throws {
    let scratch = try Shop.make()
    let run = try CommandRun.shell(
      """
      cd '\(scratch.folder.path)' && mkfifo pipe && trap '' HUP
      '\(CommandRun.binary.path)' audit shop -q -f json=result.json -f rows=pipe & p=$!
      while ! ls -A | grep -q part; do sleep 0.02; done
      kill -HUP $p; sleep 0.2; cat pipe | wc -l; wait $p; echo $?; ls -A
      """)
    #expect(run.output.hasSuffix("1\n1\npipe\nresult.json\nshop\n"), "\(run.output) \(run.errors)")
  }

  /// A limit on the size of files is an error like a full disk, and leaves nothing.
  @Test func aFileThatGrowsTooLargeIsAnError() throws {
    let scratch = try Shop.make()
    let run = try CommandRun.bash(
      "cd '\(scratch.folder.path)' && (ulimit -f 0; '\(CommandRun.binary.path)' audit shop -q -f json=result.json "
        + "2>&1 >/dev/null; echo $?) | cat; ls -A")
    #expect(run.output.contains("file too large") && run.output.hasSuffix("\n2\nshop\n"), "\(run.output)")
  }

  /// A reader that goes away ends the program without a word; a pipe among the outputs that loses its reader is an error.
  @Test func aReaderThatGoesAway() throws {
    let scratch = try Shop.make()
    let audit = "'\(CommandRun.binary.path)' audit shop"
    let quiet = try CommandRun.bash(
      "cd '\(scratch.folder.path)' && { sleep 0.2; \(audit) -f json=r.json -f rows -q; echo $? >code; } 2>err | true; "
        + "sleep 0.1; cat code err; ls -A")
    #expect(quiet.output == "141\ncode\nerr\nr.json\nshop\n", "\(quiet.output)")
    let ignored = try CommandRun.bash(
      "cd '\(scratch.folder.path)' && trap '' PIPE; { sleep 0.2; \(audit) -f rows -q; echo $? >code; } 2>err | true; "
        + "sleep 0.1; cat code err")
    #expect(ignored.output.hasPrefix("2\n") && ignored.output.contains("broken pipe"), "\(ignored.output)")
  }
}
