import Foundation
import PolicyEngine
import Testing

/// `docs/rules.md` names policies and examples that exist, and every policy that rests on a written rule.
@Suite struct RulesPageTests {
  private static let page: String =
    (try? String(contentsOf: ModelWorld.root.appendingPathComponent("docs/rules.md"), encoding: .utf8)) ?? ""

  private static let policies: [PolicyDeclaration] = ["kitos", "altinn"].flatMap { pack in
    let folder = ModelWorld.root.appendingPathComponent("policies/\(pack)")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let sources = names.filter { $0.hasSuffix(".policy") }.sorted().compactMap { name in
      (try? Data(contentsOf: folder.appendingPathComponent(name))).map { SourceText(path: name, bytes: Array($0)) }
    }
    return Parser.parse(sources).0.items.compactMap { if case .policy(let policy) = $0 { policy } else { nil } }
  }

  private static func examples(_ policy: PolicyDeclaration) -> [String] {
    policy.clauses.compactMap { if case .example(let example) = $0 { example.title.value } else { nil } }
  }

  /// Rows of the tables of sentences: policy and example.
  private static let rows: [(policy: String, example: String)] = page.split(separator: "\n").compactMap { line in
    let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    guard cells.count == 3, ["`kitos.", "`altinn."].contains(where: cells[1].hasPrefix), cells[1].hasSuffix("`"),
      cells[1].contains("-")
    else { return nil }
    return (String(cells[1].dropFirst().dropLast()), cells[2])
  }

  @Test func everySentenceHasAPolicyAndAnExample() {
    #expect(Self.rows.count > 25)
    for row in Self.rows {
      let policy = Self.policies.first { $0.id.text == row.policy }
      #expect(policy != nil, "there is no policy \(row.policy)")
      #expect(policy.map(Self.examples)?.contains(row.example) == true, "\(row.policy) has no example \(row.example)")
    }
  }

  @Test func everyPolicyIsNamed() {
    let kitos = Self.policies.filter { $0.pack == "kitos" }
    #expect(kitos.count >= 21)
    for policy in kitos { #expect(Self.page.contains("`\(policy.id.text)`"), "\(policy.id.text)") }
  }

  /// Nothing that the page names is gone.
  @Test func everyNameExists() {
    let words = Self.page.split(separator: "`").filter {
      ($0.hasPrefix("kitos.") || $0.hasPrefix("altinn.")) && $0.contains("-")
    }
    for word in words { #expect(Self.policies.contains { $0.id.text == word }, "there is no policy \(word)") }
  }
}
