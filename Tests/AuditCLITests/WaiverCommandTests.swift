import Foundation
import Testing

/// `tilsyn waiver` and what its file does to an audit, on the shop.
struct WaiverCommandTests {
  private static let who = ["--owner", "anne@example.org", "--approver", "bo@example.org"]
  private static let why = ["--reason", "The shop closes in March; nobody else has the key."]

  private static func run(_ words: [String], _ shop: Scratch) throws -> CommandRun {
    try CommandRun.tilsyn(words, in: shop.folder)
  }

  private static func add(
    _ shop: Scratch, _ more: [String] = who + why, expires: String = "2027-03-31"
  ) throws -> CommandRun {
    try run(
      [
        "waiver", "add", "shop.writer-is-known", "shop", "-p", "shop/rules", "--as-of", "2026-11-20", "--expires",
        expires,
      ]
        + more, shop)
  }

  private static func audit(_ shop: Scratch, _ more: [String] = [], asOf: String = "2026-11-20") throws -> CommandRun {
    try run(["audit", "shop", "-p", "shop/rules", "--as-of", asOf, "--lang", "en"] + more, shop)
  }

  @Test func whatIsAddedIsWaivedUntilItsLastDay() throws {
    let shop = try Shop.make()
    #expect(try Self.audit(shop).exitCode == 1)
    let added = try Self.add(shop)
    #expect(added.exitCode == 0 && added.output.hasPrefix("added W-2026-001 to waivers.yaml"), "\(added)")
    let waived = try Self.audit(shop, ["-w", "waivers.yaml"])
    #expect(waived.exitCode == 0 && waived.output.hasPrefix("WAIVED: 2 checked, 1 failed"), "\(waived)")
    #expect(waived.output.contains("waivers: 1 accepted (waivers.yaml)"))
    #expect(try Self.audit(shop, ["-w", "waivers.yaml", "--ignore-waivers"]).exitCode == 1)
    #expect(try Self.audit(shop, ["-w", "waivers.yaml"], asOf: "2027-03-31").exitCode != 1)
    let expired = try Self.audit(shop, ["-w", "waivers.yaml", "--allow-incomplete"], asOf: "2027-04-01")
    #expect(expired.output.contains("open again: had been waived by bo@example.org until 2027-03-31"), "\(expired)")
  }

  @Test func whatWouldNotCountIsRefused() throws {
    let shop = try Shop.make()
    let refused: [(words: [String], expires: String, said: String)] = [
      (
        ["--owner", "anne@example.org", "--approver", "Anne+x@example.org"] + Self.why, "2027-03-31",
        "approved by the owner"
      ),
      (Self.who + Self.why, "2027-11-21", "valid for too long"),
      (Self.who + ["--reason", "later"], "2027-03-31", "fewer than 20 characters"),
      (Self.who + Self.why, "2026-11-01", "expire"),
    ]
    for (words, expires, said) in refused {
      let run = try Self.add(shop, words, expires: expires)
      #expect(run.exitCode == 2 && run.errors.contains(said), "\(said): \(run)")
      #expect(!FileManager.default.fileExists(atPath: shop.path("waivers.yaml")))
    }
    #expect(try Self.add(shop).exitCode == 0)
    #expect(try Self.add(shop).exitCode == 64, "it is waived already")
  }

  @Test func checkTellsAndPruneRemovesWhatIsStale() throws {
    let shop = try Shop.make()
    #expect(try Self.add(shop).exitCode == 0)
    let check = ["shop", "-p", "shop/rules", "--as-of", "2026-11-20"]
    #expect(try Self.run(["waiver", "check"] + check, shop).exitCode == 0)
    try shop.write("user,level\nu1,write\nu3,read\n", to: "shop/rights.csv")
    let stale = try Self.run(["waiver", "check"] + check, shop)
    #expect(
      stale.exitCode == 1 && stale.output.contains("waivers.yaml:3: W-2026-001: for nothing that was found (stale)"))
    #expect(try Self.run(["waiver", "prune", "--dry-run"] + check, shop).exitCode == 0)
    #expect(try String(contentsOfFile: shop.path("waivers.yaml"), encoding: .utf8).contains("W-2026-001"))
    #expect(try Self.run(["waiver", "prune"] + check, shop).exitCode == 0)
    #expect(try !String(contentsOfFile: shop.path("waivers.yaml"), encoding: .utf8).contains("W-2026-001"))
    #expect(try Self.run(["waiver", "list"], shop).exitCode == 0)
  }

  @Test func renewChangesTheLinesOfOneEntry() throws {
    let shop = try Shop.make()
    #expect(try Self.add(shop).exitCode == 0)
    let before = try String(contentsOfFile: shop.path("waivers.yaml"), encoding: .utf8) + "# kept\n"
    try shop.write(before, to: "waivers.yaml")
    let renewed = try Self.run(
      [
        "waiver", "renew", "W-2026-001", "-p", "shop/rules", "--config", "shop/tilsyn.yaml", "--approver",
        "cy@example.org",
        "--expires", "2027-06-30", "--approved-on", "2026-11-20", "--as-of", "2026-11-20",
      ], shop)
    #expect(renewed.exitCode == 0, "\(renewed)")
    let after = try String(contentsOfFile: shop.path("waivers.yaml"), encoding: .utf8)
    #expect(
      after == before.replacing("bo@example.org", with: "cy@example.org").replacing("2027-03-31", with: "2027-06-30"))
  }

  @Test func aFileAmongTheExportsCountsWhenItIsNamed() throws {
    let shop = try Shop.make()
    #expect(try Self.add(shop, Self.who + Self.why + ["-w", "shop/waivers.yaml"]).exitCode == 0)
    let unnamed = try Self.audit(shop)
    #expect(unnamed.exitCode == 1 && unnamed.output.contains("no waiver of it counts"), "\(unnamed)")
    let named = try Self.audit(shop, ["-w", "shop/waivers.yaml"])
    #expect(named.exitCode == 0 && named.output.contains("their file lies among the exports"), "\(named)")
  }

  @Test func aDamagedFileEndsInTwoWithItsLine() throws {
    let shop = try Shop.make()
    try shop.write("waivers:\n  - id: W-1\n    approver: bo\n", to: "waivers.yaml")
    let run = try Self.audit(shop, ["-w", "waivers.yaml"])
    #expect(run.exitCode == 2 && run.errors.contains("waivers.yaml:2: `owner` of a waiver is missing"), "\(run)")
    #expect(run.errors.contains("help:"))
    #expect(try Self.audit(shop, ["-w", "nowhere.yaml"]).exitCode == 2)
    #expect(try Self.audit(shop, ["-w", "waivers.yaml", "-f", "json=waivers.yaml"]).exitCode != 0)
  }
}
