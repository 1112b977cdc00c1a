import Foundation
import Testing

/// Where outputs go, and what they may replace.
@Suite struct OutputTests {
  /// An output under another name of what is read is refused before anything is read: nothing is lost.
  static let spellings: [(name: String, output: String, prepare: String)] = [
    ("itself", "shop/tilsyn.yaml", ":"), ("an export", "shop/rights.csv", ":"),
    ("a policy", "shop/rules/shop.policy", ":"), ("by ./", "./shop/rights.csv", ":"),
    ("by ..", "shop/../shop/rights.csv", ":"), ("by //", "shop//rights.csv", ":"),
    ("by a link", "link.csv", "ln -s shop/rights.csv link.csv"),
    ("by a link to a link", "two", "ln -s shop/rights.csv one; ln -s one two"),
    ("by a second name", "second.csv", "ln shop/rights.csv second.csv"),
    ("by a folder that is a link", "folder/rights.csv", "ln -s shop folder"),
    (
      "what a link among the exports leads to", "elsewhere.csv",
      "cp shop/rights.csv elsewhere.csv; ln -s ../elsewhere.csv shop/x.csv"
    ),
    (
      "a file of a folder that a link leads to", "away/x.csv",
      "mkdir away; cp shop/rights.csv away/x.csv; ln -s ../away shop/y"
    ),
    ("a text beside the exports", "shop/README.md", "echo 'what this is' > shop/README.md"),
    ("an export that begins as rows do", "shop/fund.tsv", #"printf 'a.b\tfail\tu\tv\n' > shop/fund.tsv"#),
  ]

  @Test(arguments: spellings.indices, ["rows", "json", "text"])
  func whatIsReadIsNotReplaced(_ index: Int, _ format: String) throws {
    let row = Self.spellings[index]
    let scratch = try Shop.make()
    #expect(try CommandRun.shell("cd '\(scratch.folder.path)' && \(row.prepare)").exitCode == 0)
    let before = try Data(contentsOf: scratch.folder.appending(path: row.output))
    let run = try CommandRun.tilsyn(
      ["audit", "shop", "-f", "\(format)=\(row.output)"], in: scratch.folder)
    #expect(run.exitCode == 64, "\(row.name): \(run.errors)")
    #expect(run.errors.contains("would replace it") && run.output.isEmpty)
    #expect(try Data(contentsOf: scratch.folder.appending(path: row.output)) == before, "\(row.name)")
  }

  static let twice: [(first: String, second: String, prepare: String)] = [
    ("a", "a", ":"), ("a", "./a", ":"), ("a", "shop/../a", ":"), ("a", "b", "touch a; ln a b"),
    ("a", "b", "touch a; ln -s a b"), ("a", "b", "ln -s a b"), ("d/a", "e/a", "mkdir d; ln -s d e"),
    ("pipe", "./pipe", "mkfifo pipe"), ("/dev/stdout", "/proc/self/fd/1", ":"),
  ]

  @Test(arguments: twice.indices)
  func twoOutputsAreTwoFiles(_ index: Int) throws {
    let row = Self.twice[index]
    let scratch = try Shop.make()
    #expect(try CommandRun.shell("cd '\(scratch.folder.path)' && \(row.prepare)").exitCode == 0)
    let run = try CommandRun.tilsyn(
      ["audit", "shop", "-f", "json=\(row.first)", "-f", "rows=\(row.second)"], in: scratch.folder)
    #expect(run.exitCode == 64 && run.errors.contains("two formats would be written to"), "\(row): \(run.errors)")
  }

  @Test func devicesTakeAnyNumber() throws {
    let scratch = try Shop.make()
    let run = try CommandRun.tilsyn(
      ["audit", "shop", "-f", "json=/dev/null", "-f", "rows=/dev/null"], in: scratch.folder)
    #expect(run.exitCode == 1, "\(run.errors)")
    let full = try CommandRun.tilsyn(["audit", "shop", "-f", "json=/dev/full"], in: scratch.folder)
    #expect(full.exitCode == 2 && full.errors.contains("no space left"), "\(full.errors)")
  }

  /// Standard output is appended to where a shell says so, and never renamed over.
  @Test(arguments: ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "link"])
  func standardOutputHasAName(_ name: String) throws {
    let scratch = try Shop.make()
    let line =
      "cd '\(scratch.folder.path)' && ln -s /dev/stdout link && echo before > log && "
      + "'\(CommandRun.binary.path)' audit shop -q -f rows=\(name) >> log; echo $?"
    let run = try CommandRun.shell(line)
    #expect(run.output == "1\n", "\(run.errors)")
    let log = try scratch.read("log")
    #expect(log.hasPrefix("before\n") && log.split(separator: "\n").count > 1, "\(log)")
  }

  @Test func aPipeIsWrittenTo() throws {
    let scratch = try Shop.make()
    let line =
      "cd '\(scratch.folder.path)' && mkfifo pipe && { timeout 300 cat pipe > got & } && "
      + "'\(CommandRun.binary.path)' audit shop -q -f rows=pipe; wait; test -p pipe && wc -l < got"
    let run = try CommandRun.shell(line)
    #expect((Int(run.output.filter(\.isNumber)) ?? 0) > 0, "\(run.output) \(run.errors)")
  }

  // MARK: Names and permissions

  /// Runs a line in the folder of a new shop, where `tilsyn` is the program.
  private func inShop(
    by shell: (String) throws -> CommandRun = CommandRun.shell, _ line: String
  ) throws -> CommandRun {
    let scratch = try Shop.make()
    return try withExtendedLifetime(scratch) {
      try shell("tilsyn() { '\(CommandRun.binary.path)' \"$@\"; }; cd '\(scratch.folder.path)' && \(line)")
    }
  }

  /// The name that a file has meanwhile is short, so that every name that a file may have can be asked for.
  @Test(arguments: [1, 100, 249, 250, 251, 255])
  func everyNameOfAFile(_ length: Int) throws {
    let scratch = try Shop.make()
    let name = String(repeating: "n", count: length)
    let run = try CommandRun.tilsyn(["audit", "shop", "-f", "json=\(name)"], in: scratch.folder)
    #expect(run.exitCode == 1, "\(run.errors)")
    #expect(scratch.names.contains(name))
    let long = try CommandRun.tilsyn(
      ["audit", "shop", "-f", "json=\(name)\(String(repeating: "n", count: 256 - length))"], in: scratch.folder)
    #expect(long.exitCode == 2 && long.errors.contains("name too long"), "\(long.errors)")
  }

  @Test(arguments: [
    ("csv", "022", "600", "600"), ("csv", "077", "644", "644"), ("csv", "022", "", "644"), ("csv", "077", "", "600"),
    ("csv", "002", "", "664"), ("json", "022", "644", "644"), ("json", "022", "", "600"), ("json", "002", "", "600"),
    ("json", "0777", "", "0"),
  ])
  func permissionsAreKept(_ format: String, _ mask: String, _ before: String, _ after: String) throws {
    let prepare = before.isEmpty ? ":" : "touch report; chmod \(before) report"
    let run = try inShop(
      "\(prepare) && umask \(mask) && tilsyn audit shop -q -f \(format)=report; stat -c %a report")
    #expect(run.output.hasSuffix("\(after)\n"), "\(run.output) \(run.errors)")
  }

  /// A link to a file of one's own stays a link, and what it leads to is replaced whole.
  @Test func aLinkStaysALink() throws {
    let run = try inShop(
      "mkdir d && echo old > d/target && ln -s d/target link && "
        + "tilsyn audit shop -q -f json=link; test -L link && head -c 26 d/target; ls -A d")
    #expect(run.output.contains(#"{"schema":"tilsyn.result/1"#) && run.output.hasSuffix("target\n"), "\(run.output)")
  }

  /// Somebody who may write to the folder cannot choose what is written to.
  @Test func aLinkOfAnotherUserIsNotFollowed() throws {
    guard geteuid() == 0 else { return }
    let run = try inShop(
      "mkdir -m 1777 d && echo precious > victim && ln -s ../victim d/r.json && "
        + "chown -h 12345 d/r.json && tilsyn audit shop -q -f json=d/r.json; echo $?; cat victim")
    #expect(run.output == "2\nprecious\n", "\(run.output) \(run.errors)")
    #expect(run.errors.contains("another user"))
  }

  /// Names that older versions used, in the way: nothing follows them.
  @Test func nobodyKnowsTheNameBefore() throws {
    let run = try inShop(
      "mkdir o && echo precious > victim && for p in $(seq $$ $(($$+300))); do "
        + "ln -s \"$PWD/victim\" o/.result.json.$p.part; done; tilsyn audit shop -q "
        + "-f json=o/result.json; cat victim; test -L o/result.json || echo file; ls -A o | grep -c tilsyn")
    #expect(run.output == "precious\nfile\n0\n", "\(run.output)")
  }

  @Test func aProtectedFileIsNotReplaced() throws {
    guard geteuid() != 0 else { return }
    let scratch = try Shop.make()
    try scratch.write("old", to: "r.json")
    chmod(scratch.path("r.json"), 0o400)
    let run = try CommandRun.tilsyn(["audit", "shop", "-f", "json=r.json"], in: scratch.folder)
    #expect(run.exitCode == 2 && run.errors.contains("permission denied"))
    #expect(try scratch.read("r.json") == "old")
  }

  /// A name that holds U+FFFD itself is a name as any other.
  @Test func theReplacementCharacterIsAName() throws {
    let scratch = try Shop.make()
    let run = try CommandRun.tilsyn(["audit", "shop", "-f", "json=r\u{FFFD}"], in: scratch.folder)
    #expect(run.exitCode == 1 && scratch.names.contains("r\u{FFFD}"), "\(run.errors)")
  }

  // MARK: Among the exports

  /// What was written among the exports is known by its content, and makes no later audit another.
  @Test(arguments: [["-o", "."], ["-o", "report"], ["-f", "rows=a", "-f", "json=b", "-f", "text=c"]])
  func reportsAmongTheExportsArePassedOver(_ output: [String]) throws {
    let scratch = try Shop.make()
    let shop = scratch.folder.appending(path: "shop")
    let audit = ["audit", ".", "--as-of", "2026-11-20"]
    let first = try CommandRun.tilsyn(audit + ["-f", "rows"], in: shop)
    for _ in 0..<3 {
      let run = try CommandRun.tilsyn(audit + output, in: shop)
      #expect(run.exitCode == first.exitCode, "\(run.errors)")
      #expect(run.errors.contains("among the exports"))
    }
    let last = try CommandRun.tilsyn(audit + ["-f", "rows"], in: shop)
    #expect(last.exitCode == first.exitCode && last.output == first.output, "\(last.errors)")
    guard output.count == 2 else { return }
    // A result that lies among the exports is still one of them.
    let finding = try #require(first.output.split(separator: "\n").first?.split(separator: "\t").last)
    let result = output[1] + "/result.json"
    let why = try CommandRun.tilsyn(
      ["why", String(finding), ".", "--result", result], in: shop)
    #expect(why.exitCode == 0, "\(why.errors)")
  }

  /// What each verb prints as a document may be kept among the exports.
  @Test(arguments: [
    "sources . --format json", "sources . --no-diagnosis --format json", "relations --config tilsyn.yaml --format json",
    "policy list --format json",
    "query 'shop.right(user)' . --format json", "why 'shop.right(user)' . --format json", "audit . -f json",
    "audit . -f text",
    "audit . -f rows", "audit . -f text -v", "audit . -f text -q", "audit . -f xlsx",
  ])
  func everyDocumentIsKnown(_ words: String) throws {
    let scratch = try Shop.make()
    let shop = scratch.folder.appending(path: "shop").path
    let run = try CommandRun.shell(
      "cd '\(shop)' && '\(CommandRun.binary.path)' \(words) > ../kept 2>/dev/null; mv ../kept kept; "
        + "'\(CommandRun.binary.path)' sources . --no-diagnosis; echo $?")
    #expect(run.output.hasSuffix("0\n"), "\(run.output) \(run.errors)")
    #expect(run.output.contains("this program wrote"))
  }
}
