import Foundation
import Testing

@testable import XACML

/// Grants are compared with what the evaluator says of every request over the values that occur.
struct GrantsTests {
  static func load(_ bytes: [UInt8], file: String) throws -> DecisionPoint {
    var library = PolicyLibrary()
    try library.addRoot(bytes, file: file)
    return try library.decisionPoint()
  }

  @Test(arguments: [false, true])
  func agreeWithEveryRequest(isHard: Bool) throws {
    var permits = 0
    var exact = 0
    for seed in 1...400 {
      var random = RandomPolicies(seed: UInt64(seed), isHard: isHard)
      let text = random.document()
      let point = try Self.load(Array(text.utf8), file: "seed-\(seed)")
      let grants = PolicyGrants(point.roots[0], in: point)
      exact += grants.unresolved.isEmpty ? 1 : 0
      let key = { (category: String, id: String) in AttributeKey(category: category, id: id, type: .string) }
      for subject in RandomPolicies.subjects + RandomPolicies.subjects.map({ $0.lowercased() }) {
        for resource in RandomPolicies.resources {
          for action in RandomPolicies.actions {
            func group(_ category: String, _ id: String, _ value: String) -> AttributeGroup {
              AttributeGroup(category: category, attributes: [RequestAttribute(id: id, values: [.string(value)])])
            }
            let question = Question([
              group(Names.subject, RandomPolicies.subjectID, subject),
              group(Names.resource, RandomPolicies.resourceID, resource), group(Names.action, Names.actionID, action),
            ])
            let isPermitted = point.decide(question, now: PolicyGrants.noon).decision == .permit
            let isListed = grants.grants.contains { grant in
              grant.action == action
                && grant.subject.map(\.value) == [.string(subject)]
                && grant.subject.map(\.key) == [key(Names.subject, RandomPolicies.subjectID)]
                && grant.resource.map(\.value) == [.string(resource)]
            }
            // Only what the policy names can be listed.
            let names = { (value: String) in text.contains(">\(value)<") }
            guard names(subject), names(resource), names(action) else { continue }
            permits += isPermitted ? 1 : 0
            #expect(isPermitted == isListed, "seed \(seed): \(subject) \(resource) \(action)\n\(text)")
          }
        }
      }
    }
    #expect(permits > 200)
    #expect(isHard ? exact < 400 : exact == 400)
  }

  static let samples: [String] = {
    guard let folder = SharedData.folder("altinn-samples"),
      let files = FileManager.default.enumerator(atPath: folder)
    else { return [] }
    return files.compactMap { $0 as? String }.filter { $0.hasSuffix(".xml") }.sorted().map { folder + "/" + $0 }
  }()

  @Test(.enabled(if: !samples.isEmpty, "needs the public data beside the checkout"))
  func samplesLoadAndAreExact() throws {
    var refused: [String] = []
    var grants = 0
    for path in Self.samples {
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
      do {
        let point = try Self.load(bytes, file: path)
        let found = PolicyGrants(point.roots[0], in: point)
        #expect(found.unresolved.isEmpty, "\(path): \(found.unresolved)")
        try agrees(point, found, path)
        grants += found.grants.count
      } catch let problem as DocumentProblem {
        refused.append(problem.message)
      }
    }
    #expect(refused.count == 4, "\(refused)")
    #expect(grants > 1_000)
  }

  /// Every (subject value, action) that the policy has, with each combination of resource attributes of its rules.
  private func agrees(_ point: DecisionPoint, _ found: PolicyGrants, _ path: String) throws {
    let matches = point.roots[0].rules.flatMap { $0.target.anyOf.flatMap(\.allOf) }
    func values(_ category: String) -> Set<Requirement> {
      Set(
        matches.flatMap(\.matches).compactMap { match in
          guard case .attribute(let designator) = match.source, designator.key.category == category else { return nil }
          return Requirement(key: designator.key, value: match.literal, ignoresCase: false)
        })
    }
    let resources = Set(
      matches.map { allOf in
        Set(
          allOf.matches.compactMap { match -> Requirement? in
            guard case .attribute(let designator) = match.source, designator.key.category == Names.resource else {
              return nil
            }
            return Requirement(key: designator.key, value: match.literal, ignoresCase: false)
          })
      }.filter { !$0.isEmpty })
    let listed = Set(
      found.grants.map { grant in
        ([grant.action ?? "*"] + (grant.subject + grant.resource).map { "\($0.key.id)=\($0.value.text)" }.sorted())
          .joined(separator: " ")
      })
    for resource in resources {
      for subject in values(Names.subject) {
        for action in values(Names.action) {
          let question = Parts.question(resource.union([subject, action]))
          let isPermitted = point.decide(question, now: PolicyGrants.noon).decision == .permit
          let name =
            ([action.value.text] + (resource.union([subject])).map { "\($0.key.id)=\($0.value.text)" }.sorted())
            .joined(separator: " ")
          #expect(isPermitted == listed.contains(name), "\(path): \(name)")
        }
      }
    }
  }
}
