import FactStore
import XACML

/// Reads XACML policies of Altinn: of apps, of resources in the registry, and of delegations.
struct AltinnPolicyImporter: Importer {
  static let kind = "altinn.policy"

  func relations(ofKind kind: String) -> [String] {
    kind == Self.kind ? AltinnPolicySchemas.all.map(\.name) : []
  }

  func readsTables(ofKind kind: String) -> Bool { false }

  func recognise(_ sample: DocumentSample) -> Recognition? {
    guard case .xml(let sketch) = sample, sketch.namesXACML else { return nil }
    switch sketch.root {
    case "Policy", "PolicySet": return .used(kind: Self.kind)
    case "Request":
      return .known(kind: "xacml.request", what: "a request for one decision, which says nothing of rights")
    case "Response": return .known(kind: "xacml.response", what: "one decision, which says nothing of other rights")
    default: return nil
    }
  }

  func read(_ input: DocumentInput, kind: String) -> any SourceDocument {
    guard let bytes = input.xml else {
      return UnreadablePolicy(
        digest: "", damage: input.damage ?? Damage(place: Place(line: 1), text: "the file is no XML document"))
    }
    do throws(DocumentProblem) {
      var library = PolicyLibrary(asAltinn: true, limits: input.limits)
      try library.addRoot(bytes, file: "")
      return try AltinnPolicyDocument(library, parties: PolicyPath(input.path), limits: input.limits)
    } catch {
      return UnreadablePolicy(
        digest: Digest.of(bytes), damage: Damage(place: Place(line: max(1, error.place.line)), text: error.message))
    }
  }
}

/// What Altinn's store of delegation policies says by the folders: `…/50001337/u20001337/delegationpolicy.xml` is what party
/// 50001337 gave to user 20001337. The policy itself names only who received it. Under another name the file is known by
/// the numbers of the folders, which are long: `2026/p1/` is nobody's.
struct PolicyPath: Sendable {
  var giver: String?
  /// As the path has it: `u20001337`.
  var receiver: String?
  /// Whether the store calls it a delegation.
  var isDelegation = false

  private static let leastDigits = 5

  init(_ path: String) {
    let parts = path.split(separator: "/")
    isDelegation = parts.last == "delegationpolicy.xml"
    guard parts.count >= 3 else { return }
    let receiver = parts[parts.count - 2]
    let giver = parts[parts.count - 3]
    let isReceiver =
      (receiver.first == "u" || receiver.first == "p") && receiver.count > 1
      && receiver.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
      || receiver.hasPrefix("SystemUser")
    guard isReceiver, !giver.isEmpty, giver.allSatisfy({ $0.isASCII && $0.isNumber }) else { return }
    guard isDelegation || giver.count >= Self.leastDigits && receiver.count > Self.leastDigits else { return }
    self.giver = String(giver)
    self.receiver = String(receiver)
    isDelegation = true
  }
}
