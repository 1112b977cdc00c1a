import Budget
import FactStore
import Formats
import Foundation
import Importers
import TestSupport
import Testing

@testable import ImportCore

/// Files that ask for more than a run may spend are refused by name, and everything else is read.
@Suite struct BudgetedLoadingTests {
  private static func employees(_ count: Int, from first: Int = 0) -> String {
    "id,name,email,unit,start,end\n"
      + (first..<first + count).map { "M\($0),Anna Holm,a\($0)@b.example,Havn,2020-01-01,\n" }.joined()
  }

  private func load(_ folder: LoadingFolder, _ limits: RunLimits, jobs: Int = 2) throws -> LoadedSources {
    try Loader(configuration: Configuration(.all), asOf: CalendarDate("2026-11-20")!, jobs: jobs, limits: limits).load([
      folder.path
    ])
  }

  @Test func aRefusedFileIsNamedAndTheOthersAreRead() throws {
    let folder = try LoadingFolder([
      "a.csv": Self.employees(10), "b.csv": Self.employees(5_000), "c.csv": Self.employees(10, from: 9_000),
    ])
    let loaded = try load(folder, RunLimits.standard.with(.cells, 10_000))
    #expect(loaded.files.map(\.used) == [10, 0, 10])
    #expect(!loaded.isComplete)
    #expect(loaded.incompleteReasons.joined().contains("limit `cells`"))
    #expect(loaded.files[1].kind == "organisation.employees")
  }

  /// Rows that are wrong take more than others: each thing wrong is kept until the facts are written.
  @Test func whatIsWrongWithRowsIsCounted() throws {
    let titles = "id,name,email,unit,start,end\n"
    let wrong = (0..<4_000).map { "M\($0),Anna Holm,nobody,Havn,someday,never\n" }.joined()
    let folder = try LoadingFolder(["a.csv": Self.employees(4_000), "b.csv": titles + wrong])
    let enough = try load(folder, RunLimits.standard.with(.memory, 16_000_000))
    #expect(enough.files.map(\.rejected) == [0, 4_000])
    let limited = try load(folder, RunLimits.standard.with(.memory, 10_000_000))
    #expect(limited.files.map(\.records) == [4_000, 0])
    #expect(limited.incompleteReasons.joined().contains("limit `memory`"))
  }

  /// Of ten thousand wrong rows, a person is told of the first, and how many more there are.
  @Test func problemsAreListedToALimit() throws {
    let rows = (0..<10_000).map { "M\($0),Anna Holm,nobody,Havn,2020-01-01,\n" }.joined()
    let file = try LoadingFolder.load(["a.csv": "id,name,email,unit,start,end\n" + rows + "\"open"]).files[0]
    #expect(file.rejected == 10_000)
    #expect(file.problems.count == SourceReport.problemLimit + 2)
    #expect(file.problems.last?.message.english == "9000 further problems are not listed")
    #expect(file.problems.contains { $0.message.contains("quote") }, "what is wrong with the whole is always told")
  }

  /// The number of a person and the year in which she began are no identity number together.
  @Test func aNumberOfSixDigitsIsKept() throws {
    let rows = (0..<28).map { "\(310_100 + $0),Anna Holm,a\($0)@b.example,Havn,2020-01-01,\n" }.joined()
    let loaded = try LoadingFolder.load(["a.csv": "id,name,email,unit,start,end\n" + rows])
    #expect(loaded.files[0].notes.isEmpty && loaded.holes("employees.employment").isEmpty)
  }

  /// Sixty files of which the memory is enough for some: those in front, whatever the threads do.
  @Test func theSameFilesAreRefusedWhateverTheThreads() throws {
    let folder = try LoadingFolder()
    for number in 0..<60 {
      let name = "f\(100 + number).csv"
      try folder.write(name, Array(Self.employees(number % 7 == 3 ? 800 : 60, from: number * 1_000).utf8))
    }
    let limits = RunLimits.standard.with(.memory, 4_000_000)
    let expected = try load(folder, limits, jobs: 1).files.map(\.used)
    #expect(expected.contains(0) && expected[0] == 60)
    for jobs in [2, 3, 8] {
      for _ in 0..<3 { #expect(try load(folder, limits, jobs: jobs).files.map(\.used) == expected) }
    }
  }

  @Test func aTableBelowATableIsNoRecord() throws {
    let again = Self.employees(2) + "ID, Name,email,unit,start,end\n" + "M9,Bo Lund,bo@b.example,Havn,2020-01-01,\n"
    let joined = try LoadingFolder.load(["a.csv": again])
    #expect(joined.files[0].used == 3 && joined.isComplete)
    #expect(joined.files[0].notes.joined().contains("titles again"))
  }

  @Test func packedFilesOfMappingsAreUnpacked() throws {
    let yaml = """
      mapping:
        relations:
          made.grant:
            doc: "A grant."
            columns: { subject: text }
        files:
          - path: "r.jsonl.gz"
            format: jsonl
            grade: assumed
            facts:
              - relation: made.grant
                columns: { subject: s }
      """
    let folder = try LoadingFolder(["tilsyn.yaml": yaml])
    let lines = Array((0..<5_000).map { "{\"s\":\"a\($0)\"}\n" }.joined().utf8)
    let packed = PackedFile.gzip(lines)
    try folder.write("r.jsonl.gz", packed)
    let configuration = try Configuration.load(FilePath(folder.path + "/tilsyn.yaml"), .all)
    let loaded = try folder.load(configuration: configuration)
    let report = try #require(loaded.files.first { $0.path == "r.jsonl.gz" })
    #expect(report.used == 5_000 && loaded.isComplete)
    #expect(report.sha256 == Digest.of(packed))

    try folder.write("r.jsonl.gz", Array(packed.dropLast(20)))
    let cut = try folder.load(configuration: configuration)
    #expect(!cut.isComplete)

    let limited = try Loader(
      configuration: configuration, asOf: CalendarDate("2026-11-20")!, limits: RunLimits.standard.with(.cells, 5_000)
    ).load([folder.path])
    #expect(limited.files.first { $0.path == "r.jsonl.gz" }?.used == 0 && !limited.isComplete)
  }

  /// A page that is too large to be one is named, not passed over as a text that is no export.
  @Test func aPageThatCannotBeReadIsNamed() throws {
    let page = "# tilgangspakke\n\n- **Bygg:** urn:altinn:accesspackage:a\n\n"
    for text in [
      page + String(repeating: "a\n", count: 600_000), String(repeating: "a\n", count: 600_000) + page,
      page + String(repeating: "> ", count: 300) + "a\n", page + "\u{0}",
      "<!DOCTYPE html><html><body>tilgangspakke<!--</body></html>",
    ] {
      let loaded = try LoadingFolder.load(["page.md": text])
      #expect(!loaded.isComplete, "\(text.utf8.count) bytes")
    }
  }
}
