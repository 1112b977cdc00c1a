import Foundation
import PolicyEngine
import Testing

/// `docs/rules.md` names policies and examples that exist, and every policy that rests on a written rule.
@Suite struct RulesPageTests {
  private static let page: String =
    (try? String(contentsOf: ModelWorld.root.appendingPathComponent("docs/rules.md"), encoding: .utf8)) ?? ""

  private static let policies: [PolicyDeclaration] = {
    let folder = ModelWorld.root.appendingPathComponent("policies/kitos")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let sources = names.filter { $0.hasSuffix(".policy") }.sorted().compactMap { name in
      (try? Data(contentsOf: folder.appendingPathComponent(name))).map { SourceText(path: name, bytes: Array($0)) }
    }
    return Parser.parse(sources).0.items.compactMap { if case .policy(let policy) = $0 { policy } else { nil } }
  }()

  private static func examples(_ policy: PolicyDeclaration) -> [String] {
    policy.clauses.compactMap { if case .example(let example) = $0 { example.title.value } else { nil } }
  }

  /// Rows of the first table: policy and example.
  private static let rows: [(policy: String, example: String)] = page.split(separator: "\n").compactMap { line in
    let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    guard cells.count == 3, cells[1].hasPrefix("`kitos."), cells[1].hasSuffix("`") else { return nil }
    return (String(cells[1].dropFirst().dropLast()), cells[2])
  }

  @Test func everySentenceHasAPolicyAndAnExample() {
    #expect(Self.rows.count > 10)
    for row in Self.rows {
      let policy = Self.policies.first { $0.id.text == row.policy }
      #expect(policy != nil, "there is no policy \(row.policy)")
      #expect(policy.map(Self.examples)?.contains(row.example) == true, "\(row.policy) has no example \(row.example)")
    }
  }

  @Test func everyPolicyIsNamed() {
    #expect(Self.policies.count >= 17)
    for policy in Self.policies { #expect(Self.page.contains("`\(policy.id.text)`"), "\(policy.id.text)") }
  }

  /// Nothing that the page names is gone.
  @Test func everyNameExists() {
    let words = Self.page.split(separator: "`").filter { $0.hasPrefix("kitos.") && $0.contains("-") }
    for word in words { #expect(Self.policies.contains { $0.id.text == word }, "there is no policy \(word)") }
  }
}
