import FactStore
import ImportCore
import Localization

/// Documents of Gravitee that are no exports. What is secret in them is noted; nothing else of them is used.
enum GraviteeKnown {
  static let database = known(
    "gravitee.database", "a document of the database of Gravitee, no export; export each API from the console instead")
  static let automation = known(
    "gravitee.automation",
    "a document for the automation of Gravitee, no export; it says what somebody wanted, not what is")
  static let kubernetes = known(
    "gravitee.kubernetes", "a resource for Kubernetes, no export; it says what somebody wanted, not what is")
  static let plugins = known("gravitee.plugins", "a list of what is installed in Gravitee, no rights")

  static let all = [database, automation, kubernetes, plugins]

  private static func known(_ name: String, _ what: Phrase) -> Kind {
    Kind(name, noun: .record, fills: [GraviteeSchemas.document.name]) { $0.lookForKeys() }.with { kind in
      kind.extent = .part
      kind.form = .json { ListAnswer.records(in: $0) }
      kind.whole.write = { document, _, _, report in
        report.notes.append("recognised and not used in this version: \(what)")
        // Records that can be read count as used when they are written, and nothing of them is.
        let readable = document.entries.count { $0.problems.isEmpty }
        report.used -= readable
        report.outOfScope += readable
      }
    }
  }

  /// What a document is by the keys of its objects; the database first, since its documents resemble lists.
  static func recognise(_ object: [String: JSONSketch.ValueShape]) -> Kind? {
    func has(_ names: String...) -> Bool { names.allSatisfy { object[$0] != nil } }
    let isAPI = has("listeners") || has("proxy") || has("paths")
    if has("hrid"), !isAPI { return automation }
    if has("memberId", "referenceId") || has("environmentId", "id") || has("environmentId", "key")
      || has("referenceType", "referenceId") || has("definition", "lifecycleState")
      || has("organizationId") && (has("environmentId") || has("hrids") || has("sourceId"))
    {
      return database
    }
    if has("id", "name", "flowMode"), object.count <= 6, !isAPI { return database }
    if has("notifyMembers", "name"), !isAPI { return has("settings") ? automation : kubernetes }
    if has("apiId", "planId", "applicationId") { return kubernetes }
    if has("settings", "origin", "name") { return kubernetes }
    if has("apiVersion", "kind", "spec", "metadata"), object["spec"] == .object { return kubernetes }
    if has("name", "phase", "steps") { return kubernetes }
    if has("id", "name", "category", "version", "description"), !isAPI, !has("visibility") { return plugins }
    return nil
  }
}

extension Record {
  /// Notes keys that only Gravitee knows for such.
  mutating func lookForKeys() {
    guard let own else { return }
    var parts = [own]
    var left = 100_000
    while let part = parts.popLast(), left > 0 {
      left -= 1
      for (name, value) in part.members {
        if ["key", "hash"].contains(name), let text = value.text, SecretText.isLiteral(text),
          part["value"] == nil, part["subscriptions"] != nil || part.place.pointer.contains("apiKeys")
        {
          facts.meet(Secret(at: value.place, name: name, name == "key" ? .key : .hash, count: text.count))
        }
        if value.isObject || value.isList { parts.append(value) }
      }
      parts += part.elements.filter { $0.isObject || $0.isList }
    }
  }
}
