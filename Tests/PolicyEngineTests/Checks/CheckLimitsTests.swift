import FactStore
import Testing

@testable import PolicyEngine

@Suite struct CheckLimitsTests {
  @Test(arguments: [(ProgramLimit.rules, false), (ProgramLimit.rules + 1, true)])
  func countsRules(count: Int, isTooMany: Bool) {
    let span = Span(file: 0, start: 0, end: 1)
    let fact = Atom(relation: Name("a.b", span), arguments: [], span: span)
    let program = Program(
      sources: [SourceText(path: "a.policy", text: " ")], items: Array(repeating: .fact(fact), count: count))
    let sink = DiagnosticSink()
    CheckLimits(sink: sink).check(program)
    #expect(sink.sorted.contains { $0.code == DiagnosticCode.tooManyRules.rawValue } == isTooMany)
  }

  /// Of all files together; a comment, and each slip within one long text, counts as a word does.
  @Test(
    arguments: [
      ([String(repeating: "a ", count: Parser.sizeLimit - 1)], false),
      ([String(repeating: "a ", count: Parser.sizeLimit + 1)], true),
      ([String(repeating: "// a\n", count: Parser.sizeLimit + 1)], true),
      (["fact a.b(c: \"" + String(repeating: "\\q", count: Parser.sizeLimit + 1)], true),
      (Array(repeating: String(repeating: "(", count: Parser.sizeLimit / 2 + 1), count: 3), true),
    ])
  func aTextOfTooManyPartsIsNotRead(_ texts: [String], _ isTooLong: Bool) {
    let sources = texts.enumerated().map { SourceText(path: "\($0).policy", text: $1) }
    let (program, diagnostics) = Parser.parse(sources)
    let tooLong = diagnostics.filter { $0.code == SyntaxCode.tooLong.rawValue }
    #expect(tooLong.count == (isTooLong ? 1 : 0))
    #expect(program.items.isEmpty && !diagnostics.isEmpty)
    #expect(!isTooLong || tooLong[0].span.file == max(0, texts.count - 2))
  }

  /// A chain of rules is walked without a call per rule: a thread's stack is shorter.
  @Test func longChainsNeedNoStack() {
    let count = 4_000
    let texts = (0..<count).map { index in
      "relation a.r\(index)(person: person)\n"
        + "a.r\(index)(person) if \(index == 0 ? "employees.person" : "a.r\(index - 1)")(person)\n"
    }
    let (program, _) = Parser.parse([SourceText(path: "a.policy", text: texts.joined())])
    let (checked, diagnostics) = Checker.check(program, schemas: Vocabulary.schemas)
    #expect(diagnostics.isEmpty)
    #expect(checked?.strata.first?.relations == ["a.r0"])
    #expect(checked?.strata.last?.relations == ["a.r\(count - 1)"])
  }

  /// Each `not` is planned twice, and so is each within it.
  @Test(arguments: [("not { ", " }"), ("count(person) { ", " } > 0")])
  func negationsWithinEachOther(start: String, end: String) {
    for (depth, isTooDeep) in [(ProgramLimit.subqueries, false), (ProgramLimit.subqueries + 1, true)] {
      let inner =
        String(repeating: start, count: depth) + "employees.email(person, email: _)"
        + String(repeating: end, count: depth)
      let text = "relation a.b(person: person)\na.b(person) if employees.person(person), \(inner)\n"
      let (program, _) = Parser.parse([SourceText(path: "a.policy", text: text)])
      let found = Checker.check(program, schemas: Vocabulary.schemas).diagnostics.map(\.code)
      #expect(found.contains("too-many-literals") == isTooDeep, "\(depth): \(found)")
    }
  }

  /// Branches within branches, and one `or` after another, cost no more than they are long.
  @Test func branchesDoNotMultiply() {
    let deep =
      String(repeating: "( ", count: 150) + "employees.person(person)"
      + String(repeating: " or employees.email(person) )", count: 150)
    let wide = Array(repeating: "( employees.person(person) or employees.email(person) )", count: 100)
    for body in [deep, wide.joined(separator: ", ")] {
      let text = "relation a.b(person: person)\na.b(person) if \(body)\n"
      let (program, parsing) = Parser.parse([SourceText(path: "a.policy", text: text)])
      #expect(parsing.isEmpty)
      let found = Checker.check(program, schemas: Vocabulary.schemas).diagnostics.map(\.code)
      #expect(found == (body == deep ? [] : ["too-many-alternatives"]))
    }
  }
}
