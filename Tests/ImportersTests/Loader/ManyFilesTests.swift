import Budget
import FactStore
import Formats
import Importers
import Testing

@testable import ImportCore

/// Folders of very many files: each is read and listed, up to a limit that is named.
@Suite struct ManyFilesTests {
  private static let table = "id,name,email,unit,start,end\n"

  private func row(_ number: Int) -> String { "M\(number),Anna Holm,a\(number)@b.example,Havn,2020-01-01,\n" }

  private func load(_ folder: LoadingFolder, _ limits: RunLimits = .standard, jobs: Int = 2) throws -> LoadedSources {
    try Loader(configuration: Configuration(.all), asOf: CalendarDate("2026-11-20")!, jobs: jobs, limits: limits).load([
      folder.path
    ])
  }

  @Test func tenThousandSmallFilesAreRead() throws {
    let folder = try LoadingFolder()
    for number in 0..<10_000 {
      switch number % 4 {
      case 0: try folder.write("f\(number).csv", Array((Self.table + row(number)).utf8))
      case 1: try folder.write("f\(number).bin", [])
      case 2: try folder.write("f\(number).bin", [UInt8](repeating: 0x80 | UInt8(number & 63), count: 1_024))
      default: try folder.write("f\(number).json", Array("[{\"a\":\(number)}]".utf8))
      }
    }
    let loaded = try load(folder)
    #expect(loaded.files.count == 10_000 && loaded.files.map(\.used).reduce(0, +) == 2_500)
    #expect(loaded.facts("employees.person").count == 2_500)
    #expect(loaded.incompleteReasons.count == 7_500)
  }

  @Test func aFolderOfTooManyFilesIsRefusedByName() throws {
    let folder = try LoadingFolder(["e.csv": Self.table + row(0)])
    for number in 0..<10 { try folder.write("many/f\(number).csv", Array((Self.table + row(number + 1)).utf8)) }
    #expect(try load(folder, RunLimits.standard.with(.files, 11)).isComplete)
    let loaded = try load(folder, RunLimits.standard.with(.files, 9))
    #expect(!loaded.isComplete && loaded.files.map(\.used).reduce(0, +) == 1)
    #expect(loaded.incompleteReasons.count == 1)
    #expect(loaded.incompleteReasons[0].contains("`many`") && loaded.incompleteReasons[0].contains("(limit `files`)"))
  }

  /// Files in many folders: those in front are judged, whatever the threads do, and the run says that there are more.
  @Test func tooManyFilesInAllEndTheWalk() throws {
    let folder = try LoadingFolder()
    let names = (0..<40).map { "d\($0 / 4)/e\($0 % 4).csv" }
    for (number, name) in names.enumerated() { try folder.write(name, Array((Self.table + row(number)).utf8)) }
    #expect(try load(folder, RunLimits.standard.with(.files, 40)).isComplete)
    for jobs in [1, 2, 8] {
      let loaded = try load(folder, RunLimits.standard.with(.files, 39), jobs: jobs)
      #expect(!loaded.isComplete && loaded.incompleteReasons.count == 1)
      #expect(loaded.incompleteReasons[0].contains("(all folders)"))
      #expect(loaded.incompleteReasons[0].contains("more than 39 files (limit `files`)"))
      #expect(loaded.facts("employees.person").count == 39)
      #expect(loaded.files.filter { $0.used > 0 }.map(\.path) == Array(names.prefix(39)))
    }
  }

  /// Pages of one list, and copies of one of them: each is held against the others once.
  @Test func thousandsOfPagesAreOneList() throws {
    let folder = try LoadingFolder()
    for number in 0..<2_000 {
      let first = number < 1_000 ? number + 1 : 1
      try folder.write("p\(number)x.json", Array(KitosDocuments.users(first..<first + 1).utf8))
    }
    let told = "*.json=kitos.api-v2.users,organisation=\(KitosDocuments.organisation)"
    let loaded = try folder.load(as: [told])
    #expect(loaded.files.count == 2_000 && loaded.files.allSatisfy { $0.used == 1 })
    #expect(loaded.facts("kitos.listed_user").count == 1_000)
  }
}
