import Foundation
import Testing

/// Questions of `query` and `why`: what is answered, with which exit code, and where what is wrong with them is shown.
struct QuestionTests {
  private static let configuration = """
    mapping:
      relations:
        shop.person:
          doc: "whom the shop knows"
          obtain: "ask the shop's owner"
          columns:
            user: shop.user
            name: text
        shop.place:
          doc: "what organisations are called"
          obtain: "ask the shop's owner"
          columns:
            organisation: kitos.organisation
            name: text
        shop.works:
          doc: "who works where"
          obtain: "ask the shop's owner"
          columns:
            user: shop.user
            organisation: kitos.organisation
        shop.lost:
          doc: "what nobody exported"
          obtain: "ask the shop's owner"
          columns:
            user: shop.user
      files:
        - { path: people.csv, format: csv, facts: [{ relation: shop.person }] }
        - { path: places.csv, format: csv, facts: [{ relation: shop.place }] }
        - { path: works.csv, format: csv, facts: [{ relation: shop.works }] }
        - { path: lost.csv, format: csv, facts: [{ relation: shop.lost }] }

    """
  private static let place = "5b0c0000-0000-4000-8000-000000000001"

  private static func scratch(people: String = "user,name\nu1,Åse\nu2,B\nu2,A\nword,Not shown\n") throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write(configuration, to: "shop/tilsyn.yaml")
    try scratch.write(people, to: "shop/people.csv")
    try scratch.write("organisation,name\n\(place),Fjordby\n", to: "shop/places.csv")
    try scratch.write("user,organisation\nu1,\(place)\nu9,\(place)\nword,\(place)\n", to: "shop/works.csv")
    try scratch.write("relation shop.known(user: shop.user)\nshop.known(user) if shop.person(user)\n", to: "p/p.policy")
    return scratch
  }

  private static func run(_ arguments: [String], in scratch: Scratch) throws -> CommandRun {
    try CommandRun.tilsyn(arguments + ["-p", "p", "-q"], in: scratch.folder)
  }

  static let yesOrNo: [(question: String, answer: String)] = [
    ("shop.known(user: \"u1\")", "yes"), ("shop.known(user: \"u7\")", "no"), ("not shop.known(user: \"u1\")", "no"),
    ("not shop.known(user: \"u7\")", "yes"), ("shop.lost(user: \"u1\")", "possible"),
    ("not shop.lost(user: \"u1\")", "possible"), ("1 = 1", "yes"), ("1 = 2", "no"),
    ("count(user) { shop.known(user) } = 3", "yes"), ("count(user) { shop.known(user) } > 3", "no"),
    ("count(user) { shop.lost(user) } > 3", "possible"),
    ("shop.known(user: \"u1\"), shop.lost(user: \"u1\")", "possible"),
    ("shop.known(user: \"u7\"), shop.lost(user: \"u1\")", "no"),
    ("(shop.known(user: \"u7\") or shop.known(user: \"u1\"))", "yes"),
  ]

  /// Whatever the answer, the question was answered: 0.
  @Test(arguments: yesOrNo.indices)
  func withoutAVariable(_ index: Int) throws {
    let row = Self.yesOrNo[index]
    let scratch = try Self.scratch()
    let text = try Self.run(["query", row.question, "shop"], in: scratch)
    #expect(text.output.hasPrefix("\(row.answer)\nnote: ") && text.exitCode == 0, "\(row.question): \(text)")
    let json = try Self.run(["query", row.question, "shop", "--format", "json"], in: scratch)
    let object = try #require(JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(object["answer"] as? String == row.answer && (object["columns"] as? [Any])?.isEmpty == true)
    #expect(json.exitCode == 0)
    let why = try Self.run(["why", row.question, "shop"], in: scratch)
    #expect(why.output.hasPrefix("\(row.answer)\n") && why.exitCode == 0, "\(row.question): \(why)")
    let proof = try Self.run(["why", row.question, "shop", "--format", "json"], in: scratch)
    let proved = try #require(JSONSerialization.jsonObject(with: Data(proof.output.utf8)) as? [String: Any])
    #expect(proved["answer"] as? String == row.answer)
    for result in [text, json, why, proof] {
      #expect(!result.output.contains("the answer"), "\(row.question): \(result)")
    }
  }

  /// Exports that cannot all be read: answered, and said to be incomplete.
  @Test(arguments: ["shop.known(user: \"u1\")", "shop.known(user: \"u7\")", "shop.known(user)"])
  func incomplete(_ question: String) throws {
    let scratch = try Self.scratch(people: "user,name\nu1,Åse\nu2\n")
    for command in ["query", "why"] {
      let result = try Self.run([command, question, "shop"], in: scratch)
      #expect(result.exitCode == 2)
      #expect(result.output.contains("note: incomplete: "), "\(result)")
    }
  }

  static let wrong: [(question: String, place: String, says: String)] = [
    ("shop.kown(user)", "1:1", "did you mean `shop.known`?"), ("shop.known(usr)", "1:12", "usr"),
    ("shop.known(user: 3)", "1:18", "3"), ("shop.known(user), user > 3", "1:26", "3"),
    ("not shop.known(user)", "1:16", "`user` has no value"), ("shop.known(user), x = y", "1:19", "`x` has no value"),
    ("shop.known(user),\n  shop.kown(user)", "2:3", "shop.kown"), ("shop.known(user", "1:16", "ends"),
    ("shop.known(user) }", "1:18", "`}`"), ("shop.known(user) fail", "1:18", "fail"), ("", "1:1", "ends"),
    ("matches(user, \"(\"), shop.person(user: _, name: user)", "1:15", "("),
    ("shop.known(user), user = $", "1:26", "$"),
  ]

  /// What is wrong is shown where it was typed, and no more of it than was typed.
  @Test(arguments: wrong.indices)
  func isShownWhereItWasTyped(_ index: Int) throws {
    let row = Self.wrong[index]
    let scratch = try Self.scratch()
    // `why` tells a question by its signs.
    let commands = row.question.isEmpty ? ["query"] : ["query", "why"]
    for command in commands {
      let result = try Self.run([command, row.question, "shop"], in: scratch)
      #expect(result.exitCode == 2 && result.output.isEmpty, "\(row.question): \(result)")
      let places = result.errors.split(separator: "\n").filter { $0.contains("-->") }
      #expect(places.first?.hasSuffix("--> question:\(row.place)") == true, "\(row.question): \(result.errors)")
      #expect(places.allSatisfy { $0.contains("--> question:") }, "\(row.question): \(result.errors)")
      #expect(result.errors.contains(row.says), "\(row.question): \(result.errors)")
      for word in ["severity", "never", "tilsyn.question", "title", "the answer"] {
        #expect(!result.errors.contains(word), "\(row.question): \(result.errors)")
      }
    }
  }

  /// An id is followed by what some export calls it; a word is read as it is.
  @Test func names() throws {
    let scratch = try Self.scratch()
    let text = try Self.run(["query", "shop.works(user, organisation)", "shop"], in: scratch)
    #expect(
      text.output.hasPrefix(
        """
        user      organisation
        u1 (Åse)  \(Self.place) (Fjordby)
        u9        \(Self.place) (Fjordby)
        word      \(Self.place) (Fjordby)

        """), "\(text.output)")
    let several = try Self.run(["query", "shop.known(user), user = \"u2\"", "shop"], in: scratch)
    #expect(several.output.contains("u2 (A / B)"))
    let why = try Self.run(["why", "shop.works(user, organisation)", "shop"], in: scratch)
    #expect(why.output.hasPrefix("user: u1 (Åse), organisation: \(Self.place) (Fjordby)\n"))
    let json = try Self.run(["query", "shop.works(user, organisation)", "shop", "--format", "json"], in: scratch)
    let object = try #require(JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let rows = try #require(object["rows"] as? [[String: Any]])
    #expect(rows.map { ($0["values"] as? [String: String])?["user"] } == ["u1", "u9", "word"])
    #expect(rows.map { ($0["names"] as? [String: String])?["user"] } == ["Åse", nil, nil])
    #expect(rows.map { ($0["names"] as? [String: String])?["organisation"] } == ["Fjordby", "Fjordby", "Fjordby"])
  }

  /// A name that acts on a terminal is as harmless as everything else, and one with an identity number is none.
  @Test(arguments: [("A\u{202E}B", "u1 (A\\u{202E}B)\n"), ("Åse 01417012345", "u1    possible\n")])
  func namesAreInert(_ name: String, _ shown: String) throws {
    let scratch = try Self.scratch(people: "user,name\nu1,\(name)\n")
    let text = try Self.run(["query", "shop.known(user)", "shop"], in: scratch)
    #expect(!text.output.contains(name), "\(text.output)")
    #expect(text.output.contains(shown), "\(text.output)")
  }

  /// A question of more than a run may spend is refused, and never answered with no.
  @Test func pastALimit() throws {
    let scratch = try Self.scratch(
      people: "user,name\n" + (0..<3_000).map { "u\($0),\($0)\n" }.joined())
    let question = """
      shop.person(user: a, name: x), shop.person(user: b, name: y), shop.person(user: c, name: z), x != y, y != z
      """
    for command in ["query", "why"] {
      let result = try Self.run([command, question, "shop", "--max-memory", "16M"], in: scratch)
      #expect(result.exitCode == 2 && result.output.isEmpty, "\(result.output.prefix(200))")
      #expect(result.errors.contains("tilsyn: the question asks for more than"), "\(result.errors)")
    }
  }
}
