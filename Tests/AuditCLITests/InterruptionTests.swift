import Foundation
import Testing

struct InterruptionTests {
  /// The run hangs where it opens a pipe that nobody reads, with one output finished beside it; then it is interrupted.
  @Test func interruptionLeavesNoPartialReport() async throws {
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
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 130)
    #expect(scratch.names == ["pipe", "shop"])
  }
}
