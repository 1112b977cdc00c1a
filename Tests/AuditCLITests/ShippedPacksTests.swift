import Foundation
import Testing

/// Which packs are the shipped ones: those that came with the program, whatever lies in the folder it runs in.
struct ShippedPacksTests {
  /// A pack with the name of a shipped one, in which nobody ever fails.
  private static func writePack(_ name: String, to folder: String, of scratch: Scratch) throws {
    try scratch.write("// nothing\n", to: "\(folder)/policies/model/words.policy")
    try scratch.write(
      """
      policy kitos.\(name) {
        title "nobody fails" severity high
        for user in kitos.listed_user(user)
        fail "never" if 1 = 2
      }

      """, to: "\(folder)/policies/kitos/\(name).policy")
  }

  private static func list(_ program: URL? = nil, in folder: String, of scratch: Scratch) throws -> CommandRun {
    try CommandRun.tilsyn(["policy", "list"], in: scratch.folder.appending(path: folder), program: program)
  }

  /// The program at another place, as somebody installs it.
  private static func install(_ path: String, in scratch: Scratch) throws -> URL {
    let program = scratch.folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: program.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: CommandRun.binary, to: program)
    return program
  }

  @Test(arguments: ["exports", "exports/kitos/2026"])
  func packsOfTheFolderItRunsInAreNotTheShippedOnes(_ folder: String) throws {
    let scratch = try Scratch()
    try Self.writePack("easy", to: "exports", of: scratch)
    try scratch.write("", to: "\(folder)/users.json")
    let list = try Self.list(in: folder, of: scratch)
    #expect(list.exitCode == 0, "\(list.errors)")
    #expect(list.output.contains("kitos.api-user-is-not-a-person"))
    #expect(!list.output.contains("kitos.easy"))
    let given = try CommandRun.tilsyn(
      ["policy", "list", "-p", "policies"], in: scratch.folder.appending(path: "exports"))
    #expect(given.output.contains("kitos.easy"), "named by the user, they are taken")
  }

  @Test func aProgramWithoutPacksFindsNone() throws {
    let scratch = try Scratch()
    try Self.writePack("easy", to: "exports", of: scratch)
    let program = try Self.install("bin/tilsyn", in: scratch)
    let list = try Self.list(program, in: "exports", of: scratch)
    #expect(list.exitCode == 2)
    #expect(list.errors.contains("no policies were found: none came with the program"))
    #expect(list.errors.contains("TILSYN_POLICIES"))
  }

  @Test(arguments: ["bin/tilsyn": "share/tilsyn", "tilsyn": ".", ".build/release/tilsyn": "."])
  func packsThatCameWithTheProgramAreFound(_ place: String, _ packs: String) throws {
    let scratch = try Scratch()
    try Self.writePack("own", to: packs, of: scratch)
    try Self.writePack("easy", to: "exports", of: scratch)
    let program = try Self.install(place, in: scratch)
    let list = try Self.list(program, in: "exports", of: scratch)
    #expect(list.exitCode == 0, "\(list.errors)")
    #expect(list.output.contains("kitos.own"))
    #expect(!list.output.contains("kitos.easy"))
  }
}
