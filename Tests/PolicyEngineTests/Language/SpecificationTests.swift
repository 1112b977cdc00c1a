import Foundation
import PolicyEngine
import Testing

/// docs/language.md names what proves each statement; this holds it to that.
@Suite struct SpecificationTests {
  static let tests = RepositoryPoliciesTests.root.appendingPathComponent("Tests")
  static let text: String =
    (try? String(
      contentsOf: RepositoryPoliciesTests.root.appendingPathComponent("docs/language.md"), encoding: .utf8)) ?? ""

  private static func entries(_ folder: String) -> Set<String> {
    Set((try? FileManager.default.contentsOfDirectory(atPath: tests.appendingPathComponent(folder).path)) ?? [])
  }

  @Test func everyCodeIsListedOnce() {
    for code in SyntaxCode.allCases.map(\.rawValue) + DiagnosticCode.allCases.map(\.rawValue) {
      #expect(Self.text.ranges(of: "\n| `\(code)` |").count == 1, "\(code)")
    }
  }

  @Test func itNamesAllLanguageCasesAndNoOthers() {
    let named = Set(Self.text.matches(of: /`language\/([a-z-]+)`/).map { String($0.output.1) })
    #expect(
      Set(named.map { "\($0).policy" }).union(["case.policy"]) == Self.entries("Golden/language").union(["case.policy"])
    )
  }

  @Test func theDiagnosticsItNamesHaveCases() {
    let named = Set(Self.text.matches(of: /`diagnostics\/([a-z0-9-]+)`/).map { String($0.output.1) })
    #expect(named.count > 50)
    #expect(named.subtracting(Self.entries("Golden/diagnostics")) == [])
  }

  @Test func theTestsItNamesExist() throws {
    var sources = ""
    for case let path as String in FileManager.default.enumerator(atPath: Self.tests.path) ?? .init()
    where path.hasSuffix("Tests.swift") {
      sources += try String(contentsOf: Self.tests.appendingPathComponent(path), encoding: .utf8)
    }
    let named = Self.text.matches(of: /`([A-Za-z]+Tests)\.([A-Za-z0-9]+)`/)
    #expect(named.count > 40)
    for match in named {
      #expect(sources.contains("@Suite struct \(match.output.1) "), "\(match.output.1)")
      #expect(sources.contains("func \(match.output.2)("), "\(match.output.1).\(match.output.2)")
    }
  }

  /// Every numbered statement names a case or a test, or stands in the list of those that need none.
  @Test func everyStatementNamesItsProof() {
    // Definitions, and statements that other statements' proofs cover.
    let definitions: Set<String> = [
      "L.2", "3.3", "4.2", "5.1", "5.11", "6.2", "6.4", "7.1", "7.4", "8.3", "13.2", "14.3",
    ]
    var statements: [(number: String, text: String)] = []
    for line in Self.text.split(separator: "\n") {
      if let match = line.firstMatch(of: /^- \*\*([A-Z0-9]+\.[0-9]+)\*\*/) {
        statements.append((String(match.output.1), String(line)))
      } else if line.hasPrefix("  "), !statements.isEmpty {
        statements[statements.count - 1].text += line
      } else if line.hasPrefix("#") {
        statements.append(("", ""))
      }
    }
    statements.removeAll { $0.number.isEmpty }
    #expect(statements.count > 60)
    for statement in statements where !definitions.contains(statement.number) {
      let names = statement.text.contains(/`(language|diagnostics)\/|`[A-Za-z]+Tests\.|`Tests\//)
      #expect(names, "\(statement.number)")
    }
  }
}
