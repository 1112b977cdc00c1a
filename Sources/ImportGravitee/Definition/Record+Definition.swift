import FactStore
import Formats
import ImportCore
import Localization

/// In what form the definition of an API comes.
enum DefinitionForm: String {
  case export, template, definition
}

/// Definitions of APIs.
extension Record {
  /// Relations of which a document has all rows for one API, or says nothing.
  static let apiSets =
    ["gravitee.api_label", "gravitee.endpoint", "gravitee.secret"] + flowRelations("api")
  static let peopleSets = ["gravitee.api_member", "gravitee.api_group", "gravitee.member_by_role_id"]

  /// Reads the export of an API: its definition lies in the document itself, or in `api` within an envelope.
  mutating func readExport(_ form: DefinitionForm) {
    guard let own else { return }
    let envelope = own["api"].map { $0.isObject } == true
    readDefinition(envelope ? own["api"]! : own, around: own, form)
  }

  /// - Parameter around: what has the members, plans, pages and metadata.
  mutating func readDefinition(_ api: Part, around: Part, _ form: DefinitionForm) {
    let name = apiName(api, form)
    facts.identity = name.raw
    let title = words(api["name"], "name")
    let version = words(api["apiVersion", "version"], "version")
    if form == .template {
      state("gravitee.template", "api", name, ["name": title, "version": version])
      if let id = api["id"]?.text { leaveOpen(GraviteeText.id(id)) }
    } else {
      mention(name)
      for other in [api["crossId", "cross_id"]?.text.map { "crossId \($0)" }].compactMap({ $0 }) {
        note(other, is: name)
      }
      state(
        "gravitee.api", "api", name,
        [
          "name": title, "version": version,
          "visibility": label(api["visibility"], "visibility", of: ["PUBLIC", "PRIVATE"]),
        ])
    }
    facts.add("gravitee.definition", naming: ["api": name.cell, "form": .text(form.rawValue)])
    if let list = api["labels"] {
      let rows = list.elements.map { SetRow(cells: ["label": .cell(words($0, "labels"))], place: $0.place) }
      state("gravitee.api_label", set: rows, "api", of: name)
    }
    var secrets = SecretSearch()
    let isBestMatch = [api["flow_mode", "flowMode"]?.text, api["flowExecution"]?["mode"]?.text]
      .compactMap { $0.map(GraviteeText.label) }.contains("BEST_MATCH")
    addFlows(of: api, name, as: "api", isBestMatch: isBestMatch, secrets: &secrets)
    addEndpoints(of: api, name, secrets: &secrets)
    addLogging(of: api, name)
    if let plans = around["plans"], !plans.isNull {
      addPlans(plans, of: name, isTemplate: form == .template, secrets: &secrets)
    }
    if form == .export { addPeople(api, around, name) }
    addSecrets(api, around, name, form, &secrets)
  }

  /// A template that has an id may as well be an export of which its people were left out.
  private mutating func leaveOpen(_ id: String) {
    for relation in ["gravitee.api", "gravitee.api_owner"] {
      facts.lack(
        relation, ["api": .text(id)], reason: .context,
        text: "taken for a template, and may be the export of an API without its people")
    }
  }

  /// What the document calls its API.
  private mutating func apiName(_ api: Part, _ form: DefinitionForm) -> Name {
    let title = api["name"]?.text
    let version = (api["apiVersion", "version"])?.text
    let shown = title.map { title in version.map { "\(title), version \($0)" } ?? title }
    if form == .template {
      if let shown { return Name(.api, .text("template \(shown)")) }
    } else if let id = api["id"]?.text {
      return Name(.api, .text(GraviteeText.id(id)))
    } else if let other = api["crossId", "cross_id"]?.text {
      return Name(.api, .text("crossId \(other)"))
    } else if let other = api["hrid"]?.text ?? shown {
      return Name(.api, .text(other))
    }
    return Name(.api, refuse(api.place, "nothing says which API it is"))
  }

  /// A key that is missing or null was not exported; an empty list says that there are none.
  private mutating func addPeople(_ api: Part, _ around: Part, _ name: Name) {
    var owners: [Name] = []
    if let members = around["members"], members.isList {
      owners = addMembers(members, "gravitee.api_member", "api", of: name, scope: "API")
    } else if let members = around["members"], !members.isNull {
      facts.refuse("`\("members")` is no list", at: members.place)
    }
    // Only a list that names people by their ids tells the owner.
    let owner = owners.count == 1 && around["api"] != nil ? owners[0].own : nil
    addOwner("gravitee.api_owner", "api", of: name, api["primaryOwner", "primary_owner"], otherwise: owner)
    guard let groups = api["groups"], !groups.isNull else { return }
    guard groups.isList else { return facts.refuse("`\("groups")` is no list", at: groups.place) }
    let isNamed = around["api"] == nil && api["definitionVersion"] == nil
    let rows = groups.elements.map { SetRow(cells: ["group": group($0, isNamed: isNamed).cell], place: $0.place) }
    state("gravitee.api_group", set: rows, "api", of: name)
  }

  private mutating func addLogging(of api: Part, _ name: Name) {
    var payload: FactWriter.Cell
    var condition: Part?
    if let proxy = api["proxy"], proxy.isObject {
      let logging = proxy["logging"]
      condition = logging?["condition"]
      let mode = logging?["mode"] ?? proxy["loggingMode", "logging_mode"]
      if mode == nil || mode?.text.map(GraviteeText.label) == "NONE" {
        payload = .value(.bool(false))
      } else {
        let content = label(logging?["content"], "content")
        payload = content.text.map { .value(.bool($0.contains("PAYLOADS"))) } ?? content
      }
    } else if api["listeners"] != nil || api["endpointGroups"] != nil {
      let analytics = api["analytics"]
      let logging = analytics?["logging"]
      condition = logging?["condition"]
      let isOn =
        analytics?["enabled"]?.node.bool != false
        && ["endpoint", "entrypoint"].contains { logging?["mode"]?[$0]?.node.bool == true }
      let content = logging?["content"]
      let isPayload = ["payload", "messagePayload"].contains { content?[$0]?.node.bool == true }
      payload = .value(.bool(isOn && isPayload))
    } else {
      return
    }
    state(
      "gravitee.logging", "api", name, ["payload": payload, "conditional": .value(.bool(condition?.text != nil))])
  }

  private mutating func addSecrets(
    _ api: Part, _ around: Part, _ name: Name, _ form: DefinitionForm, _ secrets: inout SecretSearch
  ) {
    var open: [SetRow] = []
    for (key, area, part) in [
      ("metadata", SecretSearch.Area.metadata, around["metadata"]), ("properties", .properties, api["properties"]),
    ] {
      guard let part, !part.isNull else {
        if form == .export {
          open.append(
            SetRow(
              cells: ["place": .text(area.rawValue)], place: api.place, doubt: "the document has no `\(key)`"))
        }
        continue
      }
      for item in part.elements {
        if item["encrypted"]?.node.bool == true { continue }
        guard let value = item["value"], let text = value.text else { continue }
        secrets.note(text, named: item["key", "name"]?.text ?? "", at: value, in: area)
        if let title = item["name"]?.text, title != item["key"]?.text,
          secrets.found.last?.place != value.place
        {
          secrets.note(text, named: title, at: value, in: area)
        }
      }
      // The oldest versions write properties as an object.
      for (key, value) in part.members {
        if let text = value.text { secrets.note(text, named: key, at: value, in: area) }
      }
    }
    for (part, area) in [
      (api["resources"], SecretSearch.Area.resources), (api["services"], .services), (around["pages"], .pages),
    ] {
      if let part { secrets.look(at: part, in: area) }
    }
    for secret in secrets.found where secret.isOwn {
      facts.meet(Secret(at: secret.place, name: secret.name, secret.kind, count: secret.count))
    }
    let rows = secrets.found.map {
      SetRow(cells: ["place": .text($0.area.rawValue), "name": .text($0.name)], place: $0.place)
    }
    state("gravitee.secret", set: rows + open, "api", of: name)
  }
}
