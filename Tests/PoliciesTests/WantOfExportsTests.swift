import FactStore
import Foundation
import ImportCore
import Importers
import PolicyEngine
import Testing

@testable import Audit

/// What was not loaded is not fine: the examples of every shipped policy, with each relation that they rest on made absent.
///
/// Nobody who failed or was unverified passes for it, and nobody fails for it. Members whom nothing names any more have
/// left the population, and a hole there says so. `make test` tries some of them, `make soak` all.
@Suite struct WantOfExportsTests {
  private static let today = CalendarDate("2026-11-20")!
  private static let isWhole = ProcessInfo.processInfo.environment["TILSYN_SOAK"] != nil
  /// One in so many is tried, another one for each example.
  private static let stride = isWhole ? 1 : 4

  private static func checked(_ sources: [SourceText], shipped: Bool) throws -> CheckedProgram {
    let (program, parsing) = Parser.parse(sources)
    let found = Checker.check(program, schemas: SchemaSet(Registry.all.schemas), shipped: shipped)
    let shown = DiagnosticRenderer.render(parsing + found.diagnostics, sources: sources, color: false)
    return try #require(found.checked, "\(shown)")
  }

  @Test(.enabled(if: !ShippedPoliciesTests.files.isEmpty, "the repository has no policies yet"))
  func nothingPassesForWantOfAnExport() throws {
    let checked = try Self.checked(
      ShippedPoliciesTests.files.map { path in
        SourceText(
          path: path, bytes: Array(try Data(contentsOf: ShippedPoliciesTests.folder.appendingPathComponent(path))))
      }, shipped: true)
    var (tried, gone, turn) = (0, 0, 0)
    for policy in checked.policies {
      for example in policy.examples {
        let rests = ExampleRests(on: example, of: policy, in: checked)
        let relations = rests.relations.sorted()
        let chosen = relations.indices.filter { ($0 + turn) % Self.stride == 0 }
        turn += 1
        if chosen.isEmpty { continue }
        let whole = WithoutRelation(rests.program, policy, example, today: Self.today)
        for relation in chosen.map({ relations[$0] }) {
          let change = whole.change(
            to: WithoutRelation(rests.program, policy, example, today: Self.today, without: relation))
          tried += 1
          gone += change.gone
          let place = "\(policy.id.text), `\(example.title.value)`, without \(relation)"
          #expect(change.breaches.isEmpty, "\(place): \(change.breaches.joined(separator: "; "))")
        }
      }
    }
    print("made absent: \(tried) relations of examples of policies; \(gone) members gone, a hole in the place of each")
    #expect(tried > 2_500 / Self.stride)
  }

  /// Rests on what is there and on what is not: a leaver fails, an approval excuses, an address without a mailbox is open.
  private static let doctored = """
    policy test.addresses {
      title "t" severity low
      for person in employees.person(person)
      fail "f" if employees.employment(person, end: e), e < today
      unverified "u" if employees.email(person, email), not mailbox.entry(email)
      except "e" if employees.email(person, email), mailbox.alias(email)
      example "given" {
        employees.person(person: "leaver", name: "A")
        employees.employment(employment: "1", person: "leaver", end: today - 9 days)
        employees.person(person: "open", name: "B")
        employees.email(person: "open", email: "b@vig.example")
        employees.person(person: "fine", name: "C")
        employees.email(person: "fine", email: "c@vig.example")
        mailbox.entry(mailbox: "c@vig.example", email: "c@vig.example")
        expect fail person: "leaver" expect unverified person: "open"
      }
    }
    """

  /// The property can fail: read as empty instead of absent, each of these turns somebody into a pass, a fail or nobody.
  @Test(arguments: [
    ("employees.employment", ["leaver was fail, and is pass"]),
    ("employees.email", ["open was unverified, and is pass"]),
    (
      "employees.person",
      ["fine was pass", "leaver was fail", "open was unverified"].map { "\($0), and is gone without a hole" }
    ),
  ])
  func whatIsReadAsEmptyIsCaught(_ relation: String, _ breaches: [String]) throws {
    let checked = try Self.checked([SourceText(path: "test.policy", bytes: Array(Self.doctored.utf8))], shipped: false)
    let policy = try #require(checked.policies.first)
    let example = try #require(policy.examples.first)
    let whole = WithoutRelation(checked, policy, example, today: Self.today)
    let emptied = WithoutRelation(
      checked, policy, example, today: Self.today, without: relation, loss: .emptied)
    #expect(whole.change(to: emptied).breaches == breaches)
    let absent = WithoutRelation(checked, policy, example, today: Self.today, without: relation)
    #expect(whole.change(to: absent).breaches.isEmpty)
  }
}
