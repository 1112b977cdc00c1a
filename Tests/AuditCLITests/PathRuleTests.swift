import Foundation
import Testing

/// A folder and a list of its files are one thing to an audit.
struct PathRuleTests {
  private static let lists = [
    ["shop"], ["shop/rights.csv", "shop/people.csv"], ["shop/people.csv", "shop/rights.csv", "shop/tilsyn.yaml"],
    ["shop/tilsyn.yaml", "shop"], ["./shop/rights.csv", "./shop/people.csv"],
    ["shop/rights.csv", "shop/people.csv", "shop/notes.md"],
  ]

  @Test(arguments: lists, [true, false]) func oneVerdict(_ paths: [String], isViolated: Bool) throws {
    let shop = try Shop.make(violating: isViolated)
    try shop.write("nothing of interest\n", to: "shop/notes.md")
    try shop.write("ignore: [notes.md]\n" + Shop.configuration, to: "shop/tilsyn.yaml")
    // By the caller's own policies: those that a judged folder adds cannot pass an audit alone.
    let run = try CommandRun.tilsyn(["audit", "-p", "shop/rules", "-f", "rows"] + paths, in: shop.folder)
    #expect(run.exitCode == (isViolated ? 1 : 0), "\(run)")
    #expect(run.output.split(separator: "\n").count == (isViolated ? 1 : 0))
  }
}
