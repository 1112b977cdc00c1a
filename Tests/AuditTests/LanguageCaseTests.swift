import Audit
import FactStore
import Foundation
import PolicyEngine
import Testing

/// `Tests/Golden/language/<case>.policy`: what docs/language.md states, as policies whose examples must come true.
///
/// Relations named `src.…` stand for those of exports; the rest of a case is a program like any other.
@Suite struct LanguageCaseTests {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Golden/language")

  static let cases: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".policy") }.map { String($0.dropLast(7)) }.sorted()

  @Test(arguments: cases) func examplesComeTrue(name: String) throws {
    let path = Self.folder.appendingPathComponent("\(name).policy")
    let source = SourceText(path: "\(name).policy", bytes: Array(try Data(contentsOf: path)))
    var (program, diagnostics) = Parser.parse([source])
    let schemas = SchemaSet(program.items.compactMap(Self.schema))
    program.items.removeAll { Self.schema($0) != nil }
    let (checked, found) = Checker.check(program, schemas: schemas)
    diagnostics += found
    let shown = DiagnosticRenderer.render(diagnostics, sources: [source], color: false)
    let today = try #require(CalendarDate("2026-11-20"))
    let runner = ExampleRunner(checked: try #require(checked, "\(shown)"), today: today)
    var count = 0
    for policy in checked?.policies ?? [] {
      for outcome in runner.run(policy) {
        count += 1
        #expect(outcome.failures == [], "\(outcome.policy): \(outcome.example)")
      }
    }
    #expect(count > 0, "a case without examples shows nothing")
  }

  /// The schema of a `src.…` relation.
  static func schema(_ item: Item) -> RelationSchema? {
    guard case .relation(let relation) = item, relation.name.text.hasPrefix("src.") else { return nil }
    let columns = relation.columns.map { column in
      ColumnSchema(
        column.name.text, type(column.type.text), optional: column.isOptional,
        values: column.values.isEmpty ? nil : column.values.map(\.value))
    }
    return RelationSchema(
      relation.name.text, doc: "", columns: columns, key: relation.key.map(\.text),
      references: relation.references.map { .init($0.column.text, $0.target.text, $0.targetColumn.text) })
  }

  private static func type(_ name: String) -> ValueType {
    switch name {
    case "text": .text
    case "int": .int
    case "bool": .bool
    case "date": .date
    case "time": .time
    default: NormalForm(rawValue: name).map { .normal($0) } ?? .entity(name)
    }
  }
}
