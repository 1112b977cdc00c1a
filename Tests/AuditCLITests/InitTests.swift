import Foundation
import Testing

struct InitTests {
  @Test func writesOnceAndNeverOverwrites() throws {
    let scratch = try Scratch()
    let first = try CommandRun.tilsyn(["init", scratch.folder.path])
    #expect(first.exitCode == 0)
    let text = try scratch.read("tilsyn.yaml")
    #expect(text.contains("expect:"))
    #expect(text.split(separator: "\n").allSatisfy { $0.hasPrefix("#") }, "a fresh file changes nothing")
    try scratch.write("mine", to: "tilsyn.yaml")
    let second = try CommandRun.tilsyn(["init", scratch.folder.path])
    #expect(second.exitCode == 2)
    #expect(second.errors.contains("exists already"))
    #expect(try scratch.read("tilsyn.yaml") == "mine")
  }

  @Test func missingFolder() throws {
    let run = try CommandRun.tilsyn(["init", "/nowhere/at/all"])
    #expect(run.exitCode == 2)
    #expect(run.errors.contains("no such file"))
  }
}
