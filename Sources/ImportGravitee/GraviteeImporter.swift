import FactStore
import Formats
import ImportCore
import Localization

/// Reads exports of Gravitee, an API manager: APIs, plans, applications, subscriptions, and who may do what with them.
package struct GraviteeImporter: SystemImporter {
  package let system = Gravitee.system

  package init() {}

  /// Members may be of an API, an application or a group, which no list of them says.
  package func isOpen(_ kind: String) -> Bool { kind == Gravitee.members.name }

  package func recognise(_ sample: DocumentSample) -> Recognition? {
    guard case .json(let sketch) = sample else { return system.recognise(sample) }
    guard sketch.shape != .lines else { return nil }
    for object in sketch.objects {
      if let kind = Gravitee.definition(object) ?? system.kind(of: object) ?? GraviteeKnown.recognise(object) {
        return .used(kind: kind.name)
      }
    }
    if let found = system.recognise(sample) { return found }
    return Gravitee.isEmptyList(sketch)
      ? .unknown("an empty list as Gravitee answers, which does not say of what; name its kind in `tilsyn.yaml`") : nil
  }

  package func read(_ input: DocumentInput, kind name: String) -> any SourceDocument {
    guard let kind = system[name] else { preconditionFailure("\(name) is of another importer") }
    return RecordDocument.read(input, Gravitee.judged(kind, input))
  }
}

/// The system as its kinds.
enum Gravitee {
  static let system = SourceSystem(
    [
      subscriptions, subscriptionsCSV, keys, roles, plans, apis, applications, users, groups, members, apiMembers,
      applicationMembers, groupMembers, tokens, exports, templates, definitions,
    ] + GraviteeKnown.all, schemas: GraviteeSchemas.all)

  /// What holes call a thing that no list has.
  static let unlisted = "not listed"

  /// The kind of a document that defines an API.
  static func definition(_ object: [String: JSONSketch.ValueShape]) -> Kind? {
    func has(_ names: String...) -> Bool { names.contains { object[$0] != nil } }
    if object["api"] == .object, has("members", "plans", "export", "metadata", "pages"), !has("application", "status") {
      return exports
    }
    if has("environmentId", "referenceType") { return nil }
    // A list of version 2 has whole definitions, with what only the management interface knows.
    let isListed = has("definitionVersion") && has("primaryOwner", "links") && !has("proxy", "members", "plans")
    if has("listeners") { return isListed ? nil : definitions }
    let isOld =
      object["proxy"] == .object && has("name", "crossId", "gravitee", "plans", "id")
      || has("paths", "flows") && has("context_path") && has("gravitee")
      || has("gravitee", "paths") && has("id") && has("name") && object.count <= 8 && !has("openapi", "swagger")
    guard isOld else { return nil }
    if has("definitionVersion"), has("links", "state"), !has("members", "plans") { return nil }
    if has("definition_context", "definitionContext") { return definitions }
    if has("members", "primaryOwner", "groups") { return exports }
    if has("crossId") { return exports }
    let isTemplate = has("visibility", "plans", "metadata", "pages") && (has("proxy") || !has("id"))
    return isTemplate && !(has("id") && object["visibility"] == nil) ? templates : definitions
  }

  /// Whether an object is a page of a list of the management interface that has no record.
  static func isEmptyList(_ sketch: JSONSketch) -> Bool {
    guard sketch.shape == .object, let object = sketch.objects.first, object["data"] == .array else { return false }
    return sketch.firstListed == nil && object.count <= 4
      && (object["pagination"] != nil && object["links"] != nil || object["page"] != nil && object["metadata"] != nil)
  }
}
