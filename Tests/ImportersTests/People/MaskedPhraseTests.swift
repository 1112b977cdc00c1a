import FactStore
import Localization
import Testing

@testable import ImportCore

/// No identity number is told of a file, in whatever language and wherever in a phrase it stands. All numbers are invented.
@Suite struct MaskedPhraseTests {
  /// A number among the texts, within a phrase, at any depth, as a number, and put together from parts.
  private static let phrases: [@Sendable (String) -> Phrase] = [
    { "`\($0)` is no list" },
    { "the required key `\($0)` is missing" },
    { "not recognised: \("`\($0)` is no list" as Phrase)" },
    { "`\("a.json")`: \("not recognised: \("\($0)" as Phrase)" as Phrase)" },
    { "the document announces \(Int($0) ?? 0) records and holds \(2)" },
    { "`\($0.prefix(6).description)\($0.dropFirst(6).description)` is no list" },
    { "\(Int($0.prefix(6)) ?? 0)\(String($0.dropFirst(6)))" },
  ]
  /// A Danish and two Norwegian ones, the months raised by 80.
  private static let numbers = IdentityNumberTests.numbers.filter { $0.count == 11 && $0.allSatisfy { $0.isNumber } }

  /// What a hole says of it, once it is a part of the facts.
  private static func hole(_ text: Phrase) throws -> Phrase {
    let schemas = SchemaSet([RelationSchema("s.a", doc: "", columns: [ColumnSchema("id", .text)])])
    let symbols = SymbolTable()
    let writer = FactWriter(
      symbols: symbols, schemas: schemas, file: FileID(0), withholding: Withholding.reason)
    writer.cover("s.a", grade: .closed)
    writer.addHole("s.a", reason: .unusable, text: text)
    let store = FactStore.assemble(symbols: symbols, schemas: schemas, files: ["a.json"], writers: [writer])
    return try #require(store["s.a"]?.holes.first).text
  }

  @Test(arguments: phrases.indices, Language.allCases)
  func noNumberIsToldOfAProblem(_ index: Int, _ language: Language) throws {
    #expect(!Self.numbers.isEmpty)
    for number in Self.numbers {
      let phrase = Self.phrases[index](number)
      // The phrase would say it.
      #expect(Wording(language)(phrase).contains(number), "\(phrase)")
      let problem = SourceReport.Problem(line: 1, pointer: "/\(number)", message: phrase)
      #expect(!problem.text(Wording(language)).contains(number), "\(number): \(phrase)")
      #expect(problem.pointer.isEmpty)
      let hole = try Self.hole(Damage(place: Place(line: 1), text: phrase).text)
      #expect(!Wording(language)(hole).contains(number), "\(number): \(phrase)")
    }
  }

  /// What else an argument holds is told as it is, and the words are those of the language.
  @Test func theRestIsToldAsItIs() {
    let problem = SourceReport.Problem(line: 1, message: "`\("kitos/æøå (2)")` is no list")
    #expect(problem.text(Wording(.en)) == "`kitos/æøå (2)` is no list")
    #expect(problem.text(Wording(.da)) == "`kitos/æøå (2)` er ikke en liste")
    #expect(problem.text(Wording(.nb)) == "`kitos/æøå (2)` er ikke en liste")
  }

  /// What is in no language before it is told stays within the limit of problems, each with its arguments.
  @Test func problemsOfTenThousandRecordsAreToldInEveryLanguage() {
    var report = SourceReport(path: "a.json")
    for number in 1...10_000 { report.reject(.init(line: number, message: "`\("key\(number % 7)")` is missing")) }
    #expect(report.problems.count == SourceReport.problemLimit + 1 && report.records == 10_000)
    #expect(report.problems.last?.text(Wording(.da)) == "9000 problemer mere er ikke vist")
    #expect(report.problems.last?.text(Wording(.nb)) == "9000 problemer til er ikke vist")
    #expect(report.problems.allSatisfy { !$0.text(Wording(.da)).contains("missing") })
  }
}
