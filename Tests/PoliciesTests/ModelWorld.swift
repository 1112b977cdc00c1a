import Audit
import FactStore
import Foundation
import ImportCore
import Importers
import PolicyEngine
import Testing

/// A small world of facts, and what the shipped model concludes from it.
struct ModelWorld {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let model: [SourceText] = {
    let folder = root.appendingPathComponent("policies/model")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".policy") }.sorted().compactMap { name in
      (try? Data(contentsOf: folder.appendingPathComponent(name))).map { SourceText(path: name, bytes: Array($0)) }
    }
  }()

  private let symbols = SymbolTable()
  private static let schemas = SchemaSet(Registry.all.schemas)
  /// The model alone, which most worlds ask.
  private static let alone = check([])

  private let writer: FactWriter
  private var absent: Set<String> = []
  private var line = 0

  init(absent: Set<String> = []) {
    writer = FactWriter(symbols: symbols, schemas: Self.schemas, file: FileID(0))
    self.absent = absent
  }

  /// Adds a row; columns that are not given have no value.
  mutating func add(_ relation: String, _ values: [String: Value]) {
    if absent.contains(relation) { return }
    line += 1
    var cells: [String: FactWriter.Cell] = [:]
    for column in Self.schemas[relation]!.columns {
      cells[column.name] = values[column.name].map { FactWriter.Cell.value($0) } ?? FactWriter.Cell.none
    }
    writer.add(relation, cells, at: Place(line: line))
  }

  mutating func add(_ relation: String, _ values: [String: String]) {
    add(relation, values.mapValues { Value.text($0) })
  }

  func engine(_ policy: String = "") throws -> Engine {
    for schema in Self.schemas.schemas where !absent.contains(schema.name) { writer.cover(schema.name, grade: .closed) }
    let found = policy.isEmpty ? Self.alone : Self.check([SourceText(path: "case.policy", text: policy)])
    let checked = try #require(found.checked, "\(found.shown)")
    let store = FactStore.assemble(symbols: symbols, schemas: Self.schemas, files: ["world"], writers: [writer])
    return Engine(checked, store: store, today: CalendarDate("2026-11-20")!)
  }

  private static func check(_ more: [SourceText]) -> (checked: CheckedProgram?, shown: String) {
    let sources = model + more
    let (program, parsing) = Parser.parse(sources)
    let found = Checker.check(program, schemas: schemas)
    return (
      found.checked, DiagnosticRenderer.render(parsing + found.diagnostics, sources: sources, color: false)
    )
  }

  /// What is certain, and what is possible, of a relation; `nil` is a value that is not known.
  func rows(_ relation: String) throws -> (certain: [[Value]], possible: [[Value?]]) {
    let engine = try engine("")
    let certain = engine.certain(relation)
    return (certain, certain + engine.possible(relation))
  }

  /// The proofs of what a rule concludes, as the texts of their statements from the conclusion down to the facts.
  func proofs(_ policy: String) throws -> [[String]] {
    let auditor = Auditor(
      engine: try engine(policy), options: AuditOptions(toolVersion: "0", systemsInScope: ["kitos", "test"]))
    func statements(_ proof: Proof) -> [String] { [proof.statement] + proof.premises.flatMap(statements) }
    return (0..<auditor.result.findings.count).map { auditor.proofs(ofFinding: $0).flatMap(statements) }
  }
}
