import Foundation
import Testing

/// Who is named in what an audit writes, by the flags and by where it goes.
struct PeopleCommandTests {
  /// Two accounts of people that nobody asked for, and one of a function.
  private static func make() throws -> Scratch {
    let scratch = try Scratch()
    func user(_ number: Int, _ name: (String, String), _ email: String) -> String {
      """
      {"uuid":"00000000-0000-4000-8000-00000000000\(number)","email":"\(email)","firstName":"\(name.0)",\
      "lastName":"\(name.1)","apiAccess":true,"roles":[]}
      """
    }
    let users = [
      user(1, ("Kari", "Nordmann"), "kari.nordmann@kommune.example"),
      user(2, ("Ole", "Brumm"), "ole.brumm@kommune.example"), user(3, ("Post", "Mottak"), "post@kommune.example"),
    ]
    try scratch.write("[\(users.joined(separator: ",\n"))]\n", to: "exports/users.json")
    try scratch.write(
      "email,type,owner,deputy,purpose,mail_tested_at\npost@kommune.example,functional,kari nordmann,,mail,2026-11-01\n",
      to: "exports/mailboxes.csv")
    return scratch
  }

  private static let handedOn = [
    "report.html", "findings.csv", "nordic.csv", "report.md", "r.sarif", "junit.xml", "gitlab.json", "github.txt",
    "o.json",
  ]
  private static let formats = zip(
    ["html", "csv", "csv-nordic", "markdown", "sarif", "junit", "gitlab", "github", "oscal"], handedOn
  ).flatMap { ["-f", "\($0)=\($1)"] }

  private static func names(_ text: String) -> Bool {
    ["nordmann", "brumm"].contains { text.range(of: $0, options: .caseInsensitive) != nil }
  }

  private func audit(
    _ scratch: Scratch, _ arguments: [String], key: String? = "a key of sixteen bytes"
  ) throws -> CommandRun {
    try CommandRun.tilsyn(
      ["audit", "exports", "--as-of", "2026-11-20"] + arguments,
      environment: key.map { ["TILSYN_PSEUDONYM_KEY": $0] } ?? [:], in: scratch.folder)
  }

  @Test func whatIsHandedOnNamesNobody() throws {
    let scratch = try Self.make()
    let run = try audit(scratch, Self.formats + ["-f", "json=r.json", "-f", "rows=r.tsv"])
    #expect(run.exitCode == 1, "\(run.errors)")
    for file in Self.handedOn {
      let text = try scratch.read(file)
      #expect(!Self.names(text), "\(file)")
      #expect(!text.isEmpty)
    }
    #expect(try scratch.read("findings.csv").contains("person-"))
    #expect(Self.names(try scratch.read("r.json")))
    #expect(run.errors.contains("`r.json`, `r.tsv` name people and addresses in full"), "\(run.errors)")
    #expect(run.errors.contains("the others have pseudonyms for people, under the key that was given"))
    // What names people is for whoever wrote it.
    func mode(_ name: String) throws -> Int {
      let attributes = try FileManager.default.attributesOfItem(atPath: scratch.path(name))
      return (attributes[.posixPermissions] as? Int ?? 0) & 0o077
    }
    #expect(try mode("r.json") == 0 && mode("r.tsv") == 0)
    // And the same comes of the result, in another run.
    let before = try Self.handedOn.map { try scratch.data($0) }
    let again = try CommandRun.tilsyn(
      ["report", "r.json"] + Self.formats, environment: ["TILSYN_PSEUDONYM_KEY": "a key of sixteen bytes"],
      in: scratch.folder)
    #expect(again.exitCode == 0, "\(again.errors)")
    #expect(try Self.handedOn.map { try scratch.data($0) } == before)
  }

  /// Names of files and folders are texts as well, and so is what was typed.
  @Test func pathsNameNobody() throws {
    let scratch = try Self.make()
    try FileManager.default.moveItem(
      atPath: scratch.path("exports/users.json"), toPath: scratch.path("exports/ole_brumm.json"))
    try FileManager.default.moveItem(atPath: scratch.path("exports"), toPath: scratch.path("Nordmann, Kari"))
    let run = try CommandRun.tilsyn(
      ["audit", "Nordmann, Kari", "--as-of", "2026-11-20"] + Self.formats,
      environment: ["TILSYN_PSEUDONYM_KEY": "a key of sixteen bytes"], in: scratch.folder)
    #expect(run.exitCode == 1, "\(run.errors)")
    for file in Self.handedOn { #expect(try !Self.names(scratch.read(file)), "\(file)") }
  }

  @Test func aFolderKeepsItsKey() throws {
    let scratch = try Self.make()
    let run = try audit(scratch, ["-o", "exports/report"], key: nil)
    #expect(run.errors.contains("pseudonym.key"), "\(run.errors)")
    let first = try scratch.read("exports/report/findings.csv")
    #expect(first.contains("person-") && !Self.names(first))
    #expect(try scratch.read("exports/report/pseudonym.key").hasPrefix("tilsyn.pseudonym-key/1\n"))
    // The next run knows what it wrote, and gives people the same names.
    let again = try audit(scratch, ["-o", "exports/report"], key: nil)
    #expect(again.exitCode == run.exitCode && !again.output.contains("not recognised"), "\(again.output)")
    #expect(try scratch.read("exports/report/findings.csv") == first)
    let report = try CommandRun.tilsyn(
      ["report", "exports/report/result.json", "-f", "csv=later.csv"], in: scratch.folder)
    #expect(report.exitCode == 0, "\(report.errors)")
    #expect(try scratch.read("later.csv") == first)
    // Another key, other names.
    _ = try audit(scratch, ["-f", "csv=other.csv"])
    #expect(try scratch.read("other.csv") != first)
  }

  @Test func fullNeedsAPurpose() throws {
    let scratch = try Self.make()
    let full = try audit(
      scratch, ["--identifiers", "full", "--purpose", "the yearly audit", "-f", "csv=a.csv", "-f", "html=a.html"])
    #expect(full.exitCode == 1, "\(full.errors)")
    #expect(Self.names(try scratch.read("a.csv")))
    #expect(try scratch.read("a.html").contains("people are named for: the yearly audit"))
    for arguments in [
      ["--identifiers", "full"], ["--identifiers", "full", "--purpose", " "], ["--purpose", "x"],
      ["--identifiers", "nobody"], ["--identifiers", "mask", "--purpose", "x"],
    ] {
      #expect(try audit(scratch, arguments).exitCode == 64, "\(arguments)")
    }
    for mode in ["mask", "pseudonym"] {
      let run = try audit(scratch, ["--identifiers", mode, "-f", "json=\(mode).json"])
      #expect(try run.exitCode == 1 && !Self.names(scratch.read("\(mode).json")), "\(run.errors)")
      #expect(try !Self.names(audit(scratch, ["--identifiers", mode]).output))
      let back = try CommandRun.tilsyn(
        ["report", "\(mode).json", "--identifiers", "full", "--purpose", "x"], in: scratch.folder)
      #expect(back.exitCode == 2 && back.errors.contains("nothing else can be made of them"), "\(back.errors)")
    }
  }

  /// With a key, nobody can try whether a fingerprint is of somebody.
  @Test func aKeyMakesFingerprints() throws {
    let scratch = try Self.make()
    func fingerprints(_ key: String?) throws -> [Substring] {
      try audit(scratch, ["-f", "rows"], key: key).output.split(separator: "\n").compactMap {
        $0.split(separator: "\t").last
      }
    }
    let rows = try audit(scratch, ["-f", "rows"]).output
    let (plain, one, same, other) = (
      try fingerprints(nil), try fingerprints("a key of sixteen bytes"), try fingerprints("a key of sixteen bytes"),
      try fingerprints("another key of 16 bytes")
    )
    #expect(!plain.isEmpty && one == same && Set(one).isDisjoint(with: plain) && Set(one).isDisjoint(with: other))
    let why = try CommandRun.tilsyn(
      ["why", String(one[0].prefix(12)), "exports", "--as-of", "2026-11-20"],
      environment: ["TILSYN_PSEUDONYM_KEY": "a key of sixteen bytes"], in: scratch.folder)
    #expect(why.exitCode == 0, "\(why.errors)")
    #expect(try audit(scratch, ["-f", "rows"], key: "too short").exitCode == 2)
    // A file has a key as well, with white space around it, and no output takes its place.
    try scratch.write("\n a key of sixteen bytes \n", to: "key")
    #expect(try audit(scratch, ["-f", "rows", "--pseudonym-key", "key"], key: nil).output == rows)
    let over = try audit(scratch, ["-f", "csv=key", "--pseudonym-key", "key"], key: nil)
    #expect(over.exitCode == 64 && over.errors.contains("is the key `key`"), "\(over.errors)")
    #expect(try audit(scratch, ["--pseudonym-key", "missing"], key: nil).exitCode == 2)
  }
}
