import Foundation
import Testing

/// `tilsyn report` writes what the audit would have written.
struct ReportCommandTests {
  private static let formats = [
    "text", "html", "json", "rows", "csv", "csv-nordic", "xlsx", "markdown", "sarif", "junit", "gitlab", "github",
    "oscal",
  ]

  private func files(_ folder: String) -> [String] { Self.formats.flatMap { ["-f", "\($0)=\(folder)/\($0)"] } }

  @Test func everyFormatIsByteForByteTheSame() throws {
    let scratch = try Shop.make()
    for folder in ["then", "now"] {
      try FileManager.default.createDirectory(atPath: scratch.path(folder), withIntermediateDirectories: true)
    }
    let audit = try CommandRun.tilsyn(["audit", "shop", "--as-of", "2026-11-20"] + files("then"), in: scratch.folder)
    #expect(audit.exitCode == 1, "\(audit.errors)")
    let report = try CommandRun.tilsyn(["report", "then/json"] + files("now"), in: scratch.folder)
    #expect(report.exitCode == 0 && report.output.isEmpty, "\(report.errors)")
    for name in Self.formats { #expect(try scratch.data("then/\(name)") == scratch.data("now/\(name)"), "\(name)") }
  }

  @Test(arguments: [
    (["report", "shop/rights.csv"], 2, "cannot be shown"), (["report", "missing.json"], 2, "no such file"),
    (["report", "then.json", "-f", "json=then.json"], 64, "is the result"),
    (["report", "then.json", "-f", "pdf"], 64, "no format of this version"),
    (["report"], 64, "missing expected argument"),
    (["report", "then.json", "-o", "out"], 0, ""),
    (["report", "then.json", "-f", "rows", "-f", "csv"], 64, "only one format"),
  ]) func saysWhatIsWrong(_ arguments: [String], _ exit: Int32, _ says: String) throws {
    let scratch = try Shop.make()
    _ = try CommandRun.tilsyn(["audit", "shop", "--as-of", "2026-11-20", "-f", "json=then.json"], in: scratch.folder)
    let run = try CommandRun.tilsyn(arguments, in: scratch.folder)
    #expect(run.exitCode == exit && run.errors.contains(says) || says.isEmpty && run.exitCode == exit, "\(run.errors)")
    if exit == 0 {
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: scratch.path("out")).sorted() == [
          "findings.csv", "findings.tsv", "pseudonym.key", "report.html", "report.txt", "report.xlsx", "result.json",
        ])
    }
  }

  /// A workbook goes into a pipe as into a file, and not to a terminal.
  @Test func aWorkbookIsNothingForATerminal() throws {
    let scratch = try Shop.make()
    let tilsyn = "'\(CommandRun.binary.path)'"
    let before = "cd '\(scratch.folder.path)' && \(tilsyn) audit shop -q -f json=r.json -f xlsx=r.xlsx; "
    let piped = try CommandRun.shell(before + "\(tilsyn) report r.json -f xlsx | cmp - r.xlsx && echo same")
    #expect(piped.output == "same\n", "\(piped.errors)")
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/script") else { return }
    let shown = try CommandRun.shell(
      before + "script -qec \"\(tilsyn) report r.json -f xlsx\" typed > /dev/null; echo $?; cat typed")
    #expect(shown.output.hasPrefix("64\n") && shown.output.contains("is no text"), "\(shown.output)")
    #expect(!shown.output.contains("PK\u{3}\u{4}"))
  }

  /// Where its parts find no room, there is no workbook, and somebody is told.
  @Test func aWorkbookWithoutRoomIsAnError() throws {
    let scratch = try Shop.make()
    let run = try CommandRun.shell(
      "cd '\(scratch.folder.path)' && '\(CommandRun.binary.path)' audit shop -q -f json=r.json && :; "
        + "ulimit -f 1 && '\(CommandRun.binary.path)' report r.json -f xlsx=r.xlsx; echo $?; ls")
    #expect(run.output == "2\nr.json\nshop\n", "\(run.output)")
    #expect(run.errors.contains("cannot write `r.xlsx`"), "\(run.errors)")
  }
}
