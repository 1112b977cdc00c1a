import Foundation
import Testing

/// `--framework`, and `tilsyn frameworks`.
struct FrameworkCommandTests {
  private static let own = """
    id: own
    title: { en: Our rules, da: Vores regler, nb: Våre regler }
    publisher: the shop
    edition: "2026"
    source: https://shop.example/rules
    prefix: shop
    controls:
      - id: "1"
        title: { en: Writers are known, da: Skrivere er kendt, nb: Skrivere er kjent }
        policies: [shop.writer-is-known]
      - id: "2"
        title: { en: Nobody looks, da: Ingen ser efter, nb: Ingen ser etter }

    """

  private static let formats = [
    "text", "html", "json", "rows", "csv", "xlsx", "markdown", "sarif", "junit", "gitlab", "github", "oscal",
  ]

  private static func files(_ folder: String) -> [String] { formats.flatMap { ["-f", "\($0)=\(folder)/\($0)"] } }

  private static func shop() throws -> Scratch {
    let scratch = try Shop.make()
    try scratch.write(own, to: "own.yaml")
    for folder in ["then", "now", "plain", "again"] { try scratch.write("", to: "\(folder)/.keep") }
    return scratch
  }

  /// What the audit was asked for is in its result; asked for later, it is the same to the byte.
  @Test func askedThenOrNowIsTheSame() throws {
    let scratch = try Self.shop()
    let audit = ["audit", "shop", "--as-of", "2026-11-20", "-p", "shop/rules"]
    let then = try CommandRun.tilsyn(audit + ["--framework", "own.yaml"] + Self.files("then"), in: scratch.folder)
    #expect(then.exitCode == 1, "\(then.errors)")
    _ = try CommandRun.tilsyn(audit + Self.files("plain"), in: scratch.folder)
    let again = try CommandRun.tilsyn(["report", "then/json"] + Self.files("again"), in: scratch.folder)
    let now = try CommandRun.tilsyn(
      ["report", "plain/json", "--framework", "own.yaml"] + Self.files("now"), in: scratch.folder)
    #expect(again.exitCode == 0 && now.exitCode == 0, "\(again.errors)\(now.errors)")
    for name in Self.formats {
      #expect(try scratch.data("then/\(name)") == scratch.data("again/\(name)"), "\(name)")
      #expect(try scratch.data("then/\(name)") == scratch.data("now/\(name)"), "\(name)")
    }
    for name in ["rows", "csv", "sarif", "junit", "gitlab", "github", "oscal"] {
      #expect(try scratch.data("then/\(name)") == scratch.data("plain/\(name)"), "\(name) is as without")
    }
    #expect(try scratch.read("then/text").contains("controls of Our rules: 1 fail, 1 without a policy\n"))
    #expect(try scratch.read("then/json").contains("\"path\":\"own.yaml\",\"sha256\":\""))
  }

  /// A variable stands in for the flag, and an id for a file of the folder that another names.
  @Test func variables() throws {
    let scratch = try Self.shop()
    try FileManager.default.createDirectory(atPath: scratch.path("mine"), withIntermediateDirectories: true)
    try scratch.write(Self.own, to: "mine/own.yaml")
    let run = try CommandRun.tilsyn(
      ["audit", "shop", "-p", "shop/rules"],
      environment: ["TILSYN_FRAMEWORK": "own", "TILSYN_FRAMEWORKS": "mine"], in: scratch.folder)
    #expect(run.exitCode == 1 && run.output.contains("controls of Our rules: 1 fail"), "\(run.errors)")
  }

  @Test(arguments: [
    (["--framework", "nis3"], 2, "there is no framework `nis3`\nhelp: did you mean `nis2`?"),
    (["--framework", "missing.yaml"], 2, "missing.yaml: "),
    (["--framework", "own.yaml", "--framework", "./own.yaml"], 2, "the framework `own` is named twice"),
    (
      ["--framework", "wrong.yaml"], 2,
      "wrong.yaml:10: there is no policy `shop.writer-is-knwn`\n    help: did you mean"
    ),
    (["--framework", "shop/tilsyn.yaml"], 2, "unknown key"),
    (["--framework", "own.yaml", "-f", "json=own.yaml"], 64, "is the framework"),
  ]) func saysWhatIsWrong(_ arguments: [String], _ exit: Int32, _ says: String) throws {
    let scratch = try Self.shop()
    try scratch.write(Self.own.replacing("writer-is-known]", with: "writer-is-knwn]"), to: "wrong.yaml")
    _ = try CommandRun.tilsyn(["audit", "shop", "-q", "-p", "shop/rules", "-f", "json=r.json"], in: scratch.folder)
    for command in [["audit", "shop", "-p", "shop/rules", "-o", "out"], ["report", "r.json", "-o", "out"]] {
      let run = try CommandRun.tilsyn(command + arguments, in: scratch.folder)
      #expect(run.exitCode == exit && run.errors.contains(says), "\(run.errors)")
      #expect(run.output.isEmpty && !scratch.names.contains("out"), "nothing is judged or written")
    }
  }

  /// A framework of the shipped packs says of a run without them that nothing of it was judged.
  @Test func shippedFrameworkOverOwnPolicies() throws {
    let scratch = try Self.shop()
    let run = try CommandRun.tilsyn(
      ["audit", "shop", "-p", "shop/rules", "--framework", "cis-8.1", "-v"], in: scratch.folder)
    #expect(run.exitCode == 1 && run.output.contains("controls of CIS Controls 8.1: "), "\(run.errors)")
    #expect(!run.output.contains("passed in part"))
  }

  /// Reports with controls are passed over by later audits, in every language.
  @Test(arguments: ["en", "da", "nb"]) func laterAuditsPassThemOver(_ language: String) throws {
    let scratch = try Self.shop()
    let audit = ["audit", "shop", "-p", "shop/rules", "--lang", language, "--framework", "own.yaml"]
    let first = try CommandRun.tilsyn(audit + ["-o", "shop/out", "--framework", "nis2"], in: scratch.folder)
    let second = try CommandRun.tilsyn(audit + ["-o", "shop/out", "--framework", "gdpr"], in: scratch.folder)
    let third = try CommandRun.tilsyn(["audit", "shop", "-p", "shop/rules"], in: scratch.folder)
    #expect(first.exitCode == 1 && second.exitCode == 1 && third.exitCode == 1, "\(second.errors)\(third.errors)")
    #expect(!third.output.contains("not recognised"))
  }

  /// A file with a framework that lies among the exports is none of them.
  @Test func isNoExport() throws {
    let scratch = try Self.shop()
    try scratch.write(Self.own, to: "shop/own.yaml")
    let run = try CommandRun.tilsyn(
      ["audit", "shop", "-p", "shop/rules", "--framework", "shop/own.yaml"], in: scratch.folder)
    #expect(run.exitCode == 1 && run.output.contains("controls of Our rules"), "\(run.errors)")
  }

  // MARK: tilsyn frameworks

  @Test func list() throws {
    let run = try CommandRun.tilsyn(["frameworks"])
    #expect(run.exitCode == 0 && run.output.contains("8 frameworks"), "\(run.errors)")
    for id in [
      "cis-8.1", "datatilsynet-dk", "digitalsikkerhetsloven-no", "gdpr", "iso27001-2022", "nis2", "nis2-loven-dk",
    ] {
      #expect(run.output.contains("\n\(id) ") || run.output.hasPrefix("\(id) "), "\(id)")
    }
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 120 })
  }

  @Test func one() throws {
    let run = try CommandRun.tilsyn(["frameworks", "nis2", "--lang", "da"])
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output.contains("nis2  NIS2-direktivet") && run.output.contains("frameworks/nis2.yaml"))
    #expect(run.output.contains("\n21.2.i  ") && run.output.contains("\n  kitos.leaver-holds-no-right\n"))
    #expect(run.output.contains("no policy bears on\n  20.1  "))
  }

  @Test func listIsJSON() throws {
    let run = try CommandRun.tilsyn(["frameworks", "gdpr", "cis-8.1", "--format", "json"])
    let json = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(json["schema"] as? String == "tilsyn.frameworks/1")
    let frameworks = try #require(json["frameworks"] as? [[String: Any]])
    #expect(frameworks.compactMap { $0["id"] as? String } == ["gdpr", "cis-8.1"])
    let controls = try #require(frameworks[0]["controls"] as? [[String: Any]])
    #expect(controls.contains { ($0["policies"] as? [String])?.isEmpty == true })
    #expect(try CommandRun.tilsyn(["frameworks", "gdpr", "nis"]).exitCode == 2)
  }

  /// Where the program is installed, frameworks lie beside its policies; where there are none, a variable says so.
  @Test func areFoundBesideThePolicies() throws {
    let scratch = try Self.shop()
    let program = scratch.folder.appending(path: "bin/tilsyn")
    try FileManager.default.createDirectory(atPath: scratch.path("bin"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: CommandRun.binary, to: program)
    try scratch.write("// nothing\n", to: "share/tilsyn/policies/model/words.policy")
    try scratch.write(Shop.policy, to: "share/tilsyn/policies/shop/shop.policy")
    let arguments = ["audit", "shop", "--framework", "own"]
    let without = try CommandRun.tilsyn(arguments, in: scratch.folder, program: program)
    #expect(without.exitCode == 2 && without.errors.contains("set TILSYN_FRAMEWORKS"), "\(without.errors)")
    try scratch.write(Self.own, to: "share/tilsyn/frameworks/own.yaml")
    let with = try CommandRun.tilsyn(
      arguments + ["-p", "shop/rules", "-f", "json"], in: scratch.folder, program: program)
    #expect(with.output.contains("\"path\":\"frameworks/own.yaml\""), "\(with.errors)")
  }
}
