import Audit
import FactStore
import Foundation
import PolicyEngine
import Testing

/// `Tests/Golden/language/<case>.policy`: what docs/language.md states, as policies whose examples must come true.
///
/// Relations named `src.…` stand for those of exports; the rest of a case is a program like any other. Its examples may
/// write `_` for a value that could not be read and `today - 3 days`, which the examples of a pack may not.
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
    let examples = Self.takeExamples(of: &program)
    let (checked, found) = Checker.check(program, schemas: schemas)
    diagnostics += found
    let shown = DiagnosticRenderer.render(diagnostics, sources: [source], color: false)
    let today = try #require(CalendarDate("2026-11-20"))
    let runner = ExampleRunner(checked: try #require(checked, "\(shown)"), today: today)
    var count = 0
    for var policy in checked?.policies ?? [] {
      policy.clauses += examples[policy.id.text] ?? []
      for outcome in runner.run(policy) {
        count += 1
        #expect(outcome.failures == [], "\(outcome.policy): \(outcome.example)")
      }
    }
    #expect(count > 0, "a case without examples shows nothing")
  }

  /// Every case that the specification names exists, and it names every case.
  @Test func theSpecificationNamesEveryCase() throws {
    let document = Self.folder.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("docs/language.md")
    let text = try String(contentsOf: document, encoding: .utf8)
    let named = Set(text.matches(of: /`language\/([a-z-]+)`/).map { String($0.output.1) })
    #expect(named == Set(Self.cases))
  }

  /// Removes the examples of all policies, so that the checks do not see them.
  private static func takeExamples(of program: inout Program) -> [String: [PolicyDeclaration.Clause]] {
    var examples: [String: [PolicyDeclaration.Clause]] = [:]
    for index in program.items.indices {
      guard case .policy(var policy) = program.items[index] else { continue }
      examples[policy.id.text] = policy.clauses.filter { if case .example = $0 { true } else { false } }
      policy.clauses.removeAll { if case .example = $0 { true } else { false } }
      program.items[index] = .policy(policy)
    }
    return examples
  }

  /// The schema of a `src.…` relation.
  private static func schema(_ item: Item) -> RelationSchema? {
    guard case .relation(let relation) = item, relation.name.text.hasPrefix("src.") else { return nil }
    let columns = relation.columns.map { column in
      ColumnSchema(
        column.name.text, type(column.type.text), optional: column.isOptional,
        values: column.values.isEmpty ? nil : column.values.map(\.value))
    }
    return RelationSchema(relation.name.text, doc: "", columns: columns, key: relation.key.map(\.text))
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
