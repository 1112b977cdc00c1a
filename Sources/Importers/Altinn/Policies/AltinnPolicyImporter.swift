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
        path: input.path, damage: input.damage ?? Damage(place: Place(line: 1), text: "the file is no XML document"))
    }
    do throws(DocumentProblem) {
      var library = PolicyLibrary(asAltinn: true)
      try library.addRoot(bytes, file: "")
      return try AltinnPolicyDocument(library, parties: PolicyPath(input.path))
    } catch {
      return UnreadablePolicy(
        path: input.path, damage: Damage(place: Place(line: max(1, error.place.line)), text: error.message))
    }
  }
}

/// What Altinn's store of delegation policies says by the path: `…/50001337/u20001337/delegationpolicy.xml` is what party
/// 50001337 gave to user 20001337. The policy itself names only who received it.
struct PolicyPath: Sendable {
  var giver: String?
  /// As the path has it: `u20001337`.
  var receiver: String?
  /// Whether the store calls it a delegation, and where it lies.
  var isDelegation = false
  var folder = ""

  init(_ path: String) {
    let parts = path.split(separator: "/")
    isDelegation = parts.last == "delegationpolicy.xml"
    folder = parts.dropLast().joined(separator: "/")
    guard parts.count >= 3, isDelegation else { return }
    let receiver = parts[parts.count - 2]
    let giver = parts[parts.count - 3]
    let isReceiver =
      (receiver.first == "u" || receiver.first == "p") && receiver.dropFirst().allSatisfy(\.isNumber)
      || receiver.hasPrefix("SystemUser")
    guard isReceiver, !giver.isEmpty, giver.allSatisfy(\.isNumber) else { return }
    self.giver = String(giver)
    self.receiver = String(receiver)
  }
}
