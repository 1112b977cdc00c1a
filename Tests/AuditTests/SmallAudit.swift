import Audit
import FactStore
import Localization
import PolicyEngine
import Testing

/// A small audit from text alone. Relations named `src.…` stand for those of exports; what the first example gives is
/// the content of one export, `export.txt`, one record a line.
struct SmallAudit {
  let auditor: Auditor
  var result: AuditResult { auditor.result }
  var findings: [Finding] { (0..<result.findings.count).map { result.findings[$0] } }

  /// What an audit is told beside its text.
  struct Setting {
    var path = "case.policy"
    var showsFunnels = false
    var listsRights = false
    var comparesRights = false
    var systems: Set<String> = ["src"]
    var grade = CompletenessGrade.closed
    /// Relations that stand in for each other.
    var alternatives: Set<String> = []
    var limits: EvaluationLimits?
  }

  init(_ text: String, _ setting: Setting = Setting()) throws {
    let source = SourceText(path: setting.path, text: text)
    var (program, diagnostics) = Parser.parse([source])
    let schemas = SchemaSet(
      program.items.compactMap(LanguageCaseTests.schema).map { schema in
        var schema = schema
        if setting.alternatives.contains(schema.name) { schema.alternatives = "alternatives" }
        return schema
      })
    program.items.removeAll { LanguageCaseTests.schema($0) != nil }
    let examples = Self.takeExamples(of: &program)
    let found = Checker.check(program, schemas: schemas)
    diagnostics += found.diagnostics
    let shown = DiagnosticRenderer.render(diagnostics, sources: [source], color: false)
    let checked = try #require(found.checked, "\(shown)")
    let given = examples.values.joined().compactMap { clause -> [PolicyDeclaration.Given]? in
      if case .example(let example) = clause { example.given } else { nil }
    }
    let engine = Engine(
      checked, store: Self.store(given.first ?? [], schemas, setting.grade),
      today: try #require(CalendarDate("2026-11-20")), limits: setting.limits)
    var options = AuditOptions(
      toolVersion: "0", showsFunnels: setting.showsFunnels, listsRights: setting.listsRights,
      systemsInScope: setting.systems)
    options.comparesRights = setting.comparesRights
    auditor = Auditor(engine: engine, options: options)
  }

  /// Removes the examples of all policies, whose expectations are not looked at here.
  static func takeExamples(of program: inout Program) -> [String: [PolicyDeclaration.Clause]] {
    var examples: [String: [PolicyDeclaration.Clause]] = [:]
    for index in program.items.indices {
      guard case .policy(var policy) = program.items[index] else { continue }
      examples[policy.id.text] = policy.clauses.filter { if case .example = $0 { true } else { false } }
      policy.clauses.removeAll { if case .example = $0 { true } else { false } }
      program.items[index] = .policy(policy)
    }
    return examples
  }

  /// All relations are covered but those said to be absent. Columns hold texts.
  private static func store(
    _ given: [PolicyDeclaration.Given], _ schemas: SchemaSet, _ grade: CompletenessGrade
  ) -> FactStore {
    let symbols = SymbolTable()
    let writer = FactWriter(symbols: symbols, schemas: schemas, file: FileID(0))
    var absent: Set<String> = []
    var declared: [String: Phrase] = [:]
    for (line, entry) in given.enumerated() {
      let place = Place(line: line + 1)
      switch entry {
      case .absent(let name, _): absent.insert(name.text)
      case .without(let name, _):
        absent.insert(name.text)
        declared[name.text] = "there is none, says case.yaml:1"
      case .partial(let name, _):
        writer.addHole(name.text, [:], reason: .unusable, text: "unusable record", at: place)
      case .fact(let atom):
        var cells: [String: FactWriter.Cell] = [:]
        for argument in atom.arguments {
          if case .wildcard = argument.value { cells[argument.column.text] = .unknown("unreadable cell") }
          guard case .expression(.constant(let constant)) = argument.value, case .string(let text) = constant.value
          else { continue }
          cells[argument.column.text] = .value(.text(text))
        }
        writer.add(atom.relation.text, cells, at: place)
      }
    }
    for schema in schemas.schemas where !absent.contains(schema.name) { writer.cover(schema.name, grade: grade) }
    return FactStore.assemble(
      symbols: symbols, schemas: schemas, files: ["export.txt"], writers: [writer], declared: declared)
  }
}
