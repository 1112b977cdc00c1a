import FactStore
import ImportCore
import XACML

/// Reads XACML policies of Altinn: of apps, of resources in the registry, and of delegations.
package struct AltinnPolicyImporter: Importer {
  static let kind = "altinn.policy"
  package let kinds = [Self.kind]
  package var schemas: [RelationSchema] { AltinnPolicySchemas.all }

  package init() {}

  package func relations(ofKind kind: String) -> [String] {
    kind == Self.kind ? AltinnPolicySchemas.all.map(\.name) : []
  }

  package func recognise(_ sample: DocumentSample) -> Recognition? {
    guard case .xml(let sketch) = sample, sketch.namesXACML else { return nil }
    switch sketch.root {
    case "Policy", "PolicySet": return .used(kind: Self.kind)
    case "Request":
      return .known(kind: "xacml.request", what: "a request for one decision, which says nothing of rights")
    case "Response": return .known(kind: "xacml.response", what: "one decision, which says nothing of other rights")
    default: return nil
    }
  }

  package func read(_ input: DocumentInput, kind: String) -> any SourceDocument {
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
        digest: Digest.of(bytes), damage: Damage(place: Place(line: max(1, error.place.line)), text: "\(error.message)")
      )
    }
  }
}
