import Foundation
import Testing

struct InitTests {
  @Test func writesOnceAndNeverOverwrites() throws {
    let scratch = try Scratch()
    let first = try CommandRun.tilsyn(["init", scratch.folder.path])
    #expect(first.exitCode == 0)
    let text = try scratch.read("tilsyn.yaml")
    #expect(text.contains("expect:"))
    #expect(text.contains("#without:\n#  - kind: "))
    #expect(text.split(separator: "\n").allSatisfy { $0.hasPrefix("#") }, "a fresh file changes nothing")
    // What is not filled in is refused: nobody leaves an export out by removing a sign.
    let uncommented = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasPrefix("#without") || line.hasPrefix("#  - kind: organisation.app") || line.hasPrefix("#    reason")
        ? String(line.dropFirst()) : String(line)
    }.joined(separator: "\n")
    try scratch.write(uncommented, to: "other.yaml")
    let refused = try CommandRun.tilsyn(["sources", scratch.folder.path, "--config", scratch.path("other.yaml")])
    #expect(refused.exitCode == 2 && refused.errors.contains("without"), "\(refused.errors)")
    try FileManager.default.removeItem(atPath: scratch.path("other.yaml"))
    // The registers hold titles only, which an audit reads as empty and whole.
    for name in ["mailboxes.csv", "approvals.csv"] {
      #expect(try scratch.read(name).split(separator: "\r\n").count == 1, "\(name)")
      #expect(first.output.contains("wrote \(scratch.folder.path)/\(name)"))
    }
    let registers = [
      "integrations", "integration-endpoints", "integration-addresses", "integration-steps", "data-classes",
      "duties", "conflicts",
    ]
    // These show what a row may look like, as a remark.
    for name in registers {
      let lines = try scratch.read("\(name).csv").split(separator: "\r\n")
      #expect(lines.count == 2 && lines[1].hasPrefix("# "), "\(name)")
      let titles = lines[0].split(separator: ";").count
      #expect(lines[1].split(separator: ";", omittingEmptySubsequences: false).count == titles, "\(name)")
    }
    let sources = try CommandRun.tilsyn(["sources", scratch.folder.path])
    for name in registers { #expect(sources.output.contains("organisation.\(name): 0 read"), "\(sources.output)") }
    #expect(
      sources.exitCode == 0 && sources.output.contains("organisation.mailbox-register: 0 read"), "\(sources.output)")
    #expect(sources.output.contains("organisation.approvals: 0 read"))
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
