import Foundation
import Testing

/// A subject that a person types: read as the values of its keys are, and never taken for another one.
struct SubjectTests {
  /// One member, each of whose values is one that a word which is no value could be mistaken for.
  private static func table() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write(
      """
      mapping:
        relations:
          shop.mark:
            doc: "what is marked"
            obtain: "ask the shop's owner"
            columns: { number: int, day: date, flag: bool, at: time, address: email }
        files:
          - { path: marks.csv, format: csv, facts: [{ relation: shop.mark }] }
      policies: [rules]

      """, to: "shop/tilsyn.yaml")
    let keys = ["number", "day", "flag", "at", "address"].map { key in
      """
      policy shop.\(key) {
        title "t" severity low
        for \(key) in shop.mark(\(key): \(key))
        fail "f" if \(key) != \(key)
      }

      """
    }
    try scratch.write(keys.joined(separator: "\n"), to: "shop/rules/shop.policy")
    try scratch.write(
      "number,day,flag,at,address\n-9223372036854775808,1970-01-01,false,2026-01-31T12:00:00Z,a@b.example\n",
      to: "shop/marks.csv")
    return scratch
  }

  @Test(arguments: [
    ("number", "-9223372036854775808"), ("day", "1970-01-01"), ("flag", "false"), ("at", "2026-01-31T12:00:00Z"),
    ("address", "A@B.example"),
  ])
  func valuesAreReadAsThoseOfTheExports(_ key: String, _ subject: String) throws {
    let scratch = try Self.table()
    let run = try CommandRun.tilsyn(["why-not", "--", "shop.\(key)", subject, "shop"], in: scratch.folder)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output.hasPrefix("shop.\(key): pass for \(key): "), "\(run.output)")
  }

  @Test(arguments: [
    ("number", "many", "a whole number"), ("number", "9223372036854775808", "a whole number"), ("number", "", "number"),
    ("day", "yesterday", "a day"), ("day", "1970-13-01", "a day"), ("flag", "no", "`true` or `false`"),
    ("at", "0", "a time"), ("address", "nobody", "an address"),
  ])
  func whatIsNoValueIsNobody(_ key: String, _ subject: String, _ help: String) throws {
    let scratch = try Self.table()
    let run = try CommandRun.tilsyn(["why-not", "--", "shop.\(key)", subject, "shop"], in: scratch.folder)
    #expect(run.exitCode == 64)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("`\(subject)` is no value of the key `\(key)`"), "\(run.errors)")
    #expect(run.errors.contains(help), "\(run.errors)")
  }

  @Test func moreValuesThanKeysAreNobody() throws {
    let scratch = try Self.table()
    let run = try CommandRun.tilsyn(["why-not", "shop.number", "1,2", "shop"], in: scratch.folder)
    #expect(run.exitCode == 64)
    #expect(run.errors.contains("a subject of `shop.number` has no more values than 1"), "\(run.errors)")
  }
}
