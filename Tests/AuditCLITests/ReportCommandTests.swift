import Foundation
import Testing

/// `tilsyn report` writes what the audit would have written.
struct ReportCommandTests {
  private static let formats = [
    "text", "json", "rows", "csv", "csv-nordic", "markdown", "sarif", "junit", "gitlab", "github",
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
    for name in Self.formats { #expect(try scratch.read("then/\(name)") == scratch.read("now/\(name)"), "\(name)") }
  }

  @Test(arguments: [
    (["report", "shop/rights.csv"], 2, "cannot be shown"), (["report", "missing.json"], 2, "no such file"),
    (["report", "then.json", "-f", "json=then.json"], 64, "is the result"),
    (["report", "then.json", "-f", "pdf"], 64, "no format of this version"),
    (["report"], 64, "Missing expected argument"),
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
          "findings.csv", "findings.tsv", "report.html", "report.txt", "result.json",
        ])
    }
  }
}
