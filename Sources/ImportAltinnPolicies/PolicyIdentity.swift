import Formats
import ImportCore
import XACML

/// What a policy is, what it is about and how it is called.
struct PolicyIdentity {
  /// `delegation` where its rules name parties and not roles.
  var kind: String
  var resources: [String]
  /// PolicyIds repeat from policy to policy, so a policy is called after what it is about.
  var name: String
  var ruleNames: [String]

  /// The resources that no other policy may be the own policy of.
  var claims: [String] { kind == "resource" ? resources : [] }

  init(_ root: Policy, _ shape: PolicyShape, _ parties: PolicyPath, _ naming: inout PolicyNaming) {
    // A delegation that was taken back leaves a policy without rules.
    let isTakenBack = shape.rules.isEmpty && parties.isDelegation
    kind = Self.isDelegation(shape) || isTakenBack ? "delegation" : "resource"
    var names: Set<ExactText> = []
    var instances: Set<ExactText> = []
    var receivers: Set<ExactText> = []
    for alternative in shape.rules.flatMap(\.alternatives) {
      let resource = alternative.filter { $0.key.category == Names.resource }
      if !resource.isEmpty { names.insert(ExactText(naming.resource(PolicyNaming.sorted(resource)).name)) }
      for requirement in PolicyNaming.sorted(resource) where PolicyNaming.isInstance(requirement) {
        instances.insert(ExactText(naming.value(requirement)))
      }
      for requirement in PolicyNaming.sorted(alternative) where PolicyNaming.isParty(requirement) {
        receivers.insert(
          ExactText("\(requirement.key.id.replacing("urn:altinn:", with: "")) \(naming.value(requirement))"))
      }
    }
    resources = names.sorted().map(\.text)
    ruleNames = Self.ruleNames(shape)
    name = resources.isEmpty ? root.id : Self.name(of: resources)
    // What was given of one instance is another policy than what was given of another.
    if kind == "delegation", !instances.isEmpty {
      name += " instance \(instances.sorted().map(\.text).joined(separator: ", "))"
    }
    if shape.rules.isEmpty {
      // Without rules only the store's folders tell whose it was.
      if let giver = parties.giver, let receiver = parties.receiver {
        name += " from party \(giver) to \(receiver)"
      } else if parties.isDelegation {
        name += " taken back"
      }
    } else if kind == "delegation" {
      if let giver = parties.giver { name += " from party \(giver)" }
      name += " to \(receivers.sorted().map(\.text).joined(separator: ", "))"
    }
  }

  /// Resources that a policy is called after one by one; a name stands in every fact of its policy.
  private static let namedResources = 20

  /// Of very many the first, how many there are, and what tells them from others of that number.
  private static func name(of resources: [String]) -> String {
    guard resources.count > namedResources else { return resources.joined(separator: ", ") }
    // FNV-1a: the same in every run.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in resources.joined(separator: "\n").utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let first = resources.prefix(namedResources).joined(separator: ", ")
    return "\(first) and \(resources.count - namedResources) others (\(String(hash, radix: 16)))"
  }

  private static func isDelegation(_ shape: PolicyShape) -> Bool {
    let subjects = shape.rules.flatMap(\.alternatives).flatMap { $0 }.filter { $0.key.category == Names.subject }
    return !subjects.isEmpty && subjects.allSatisfy(PolicyNaming.isParty)
  }

  private static func ruleNames(_ shape: PolicyShape) -> [String] {
    var seen: [ExactText: Int] = [:]
    return shape.rules.map { shape in
      let number = seen[ExactText(shape.rule.id), default: 0] + 1
      seen[ExactText(shape.rule.id)] = number
      return number == 1 ? shape.rule.id : "\(shape.rule.id)#\(number)"
    }
  }
}
