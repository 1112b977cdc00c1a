import FactStore
import ImportCore
import Localization

/// Plans, in exports and in lists.
extension Record {
  static let planRelations = ["gravitee.plan_characteristic"] + flowRelations("plan")

  /// The plans of an API, in a list or under their names.
  mutating func addPlans(_ plans: Part, of api: Name, isTemplate: Bool, secrets: inout SecretSearch) {
    if let raw = api.raw { facts.tell { $0.gravitee.list(.plans, of: raw) } }
    let parts = plans.isObject ? plans.members : plans.elements.map { ("", $0) }
    for (key, part) in parts {
      guard part.isObject else {
        facts.refuse("a plan is no object", at: part.place)
        facts.lack("gravitee.plan", ["api": api.cell], text: "a plan is no object", at: part.place)
        continue
      }
      addPlan(part, key: key, of: api, isTemplate: isTemplate, secrets: &secrets)
    }
    if !plans.isObject, !plans.isList, !plans.isNull {
      facts.lack("gravitee.plan", ["api": api.cell], text: "`\("plans")` is no list", at: plans.place)
    }
  }

  /// States one plan.
  /// - Parameter isPart: the record only names the plan, as subscriptions do.
  mutating func addPlan(
    _ part: Part, key: String = "", of api: Name, isTemplate: Bool = false, isPart: Bool = false,
    secrets: inout SecretSearch
  ) {
    let shown = words(part["name"], "name")
    let title = shown.text ?? (key.isEmpty ? nil : key)
    let id = part["id"]?.text ?? part["hrid"]?.text
    var cell = FactWriter.Cell.unknown("nothing says which plan it is")
    if let api = api.raw {
      // A template is loaded under new ids, or under its own: it is never the plan of an API.
      if let id { cell = .text(isTemplate ? "\(id) (\(api))" : GraviteeText.id(id)) }
      if id == nil, let title { cell = .text("\(title), of \(api)") }
    } else if let id, !isTemplate {
      cell = .text(GraviteeText.id(id))
    }
    if cell.isUnknown { facts.refuse("nothing says which plan it is", at: part.place) }
    let plan = Name(.plan, cell)
    if !isTemplate { mention(plan) }
    if let raw = plan.raw, let api = api.raw, let title {
      facts.tell { $0.gravitee.note(Self.planName(title, of: api), is: raw, .plan) }
    }
    let security = securityLabel(part["security"])
    state(
      "gravitee.plan", "plan", plan,
      [
        "name": shown, "status": label(part["status"], "status", of: ["STAGING", "PUBLISHED", "DEPRECATED", "CLOSED"]),
        "validation": label(part["validation"], "validation", of: ["AUTO", "MANUAL"]), "security": security,
        "comment_required": flag(part["comment_required", "commentRequired"], "comment_required"),
        "comment_message": message(part, isPart: isPart),
      ], required: ["api": api.cell], at: part.place)
    if isPart { return }
    if let list = part["characteristics"] {
      let rows = list.elements.map { element in
        SetRow(cells: ["characteristic": .cell(words(element, "characteristics"))], place: element.place)
      }
      let open =
        list.isList || list.isNull
        ? [] : [SetRow(cells: [:], place: list.place, doubt: "`\("characteristics")` is no list")]
      state("gravitee.plan_characteristic", set: rows + open, "plan", of: plan)
    }
    addFlows(of: part, plan, as: "plan", isBestMatch: false, secrets: &secrets)
    lookAtSecurity(part, &secrets)
  }

  /// A name of a plan within its API, as CSV files have it.
  static func planName(_ name: String, of api: String) -> String { "\(api)\u{1F}\(name)" }

  /// The kind of security, which newer versions put into an object.
  private mutating func securityLabel(_ part: Part?) -> FactWriter.Cell {
    guard let part, part.isObject else { return label(part, "security") }
    return label(part["type"], "type")
  }

  /// Whether a text says what to write. Exports leave the key out where there is none.
  private mutating func message(_ part: Part, isPart: Bool) -> FactWriter.Cell {
    let text = part["comment_message", "commentMessage"]
    if text == nil, !isPart { return .value(.bool(false)) }
    return hasText(text, "comment_message")
  }

  /// A key to check tokens with that signs them as well.
  private func lookAtSecurity(_ part: Part, _ secrets: inout SecretSearch) {
    if let config = part["security"]?["configuration"] {
      secrets.look(at: config, in: .policies)
      if config["signature"]?.text?.uppercased().contains("HMAC") == true, let key = config["resolverParameter"],
        let text = key.text, SecretText.isLiteral(text)
      {
        secrets.add(.policies, "resolverParameter", key, .key, text, isOwn: true)
      }
    }
    // Older versions keep the same as a text of JSON.
    if let key = part["securityDefinition"], let text = key.text, text.uppercased().contains("HMAC"),
      text.contains("resolverParameter"), !GraviteeText.isExpression(text)
    {
      secrets.add(.policies, "securityDefinition", key, .key, text, isOwn: true)
    }
  }
}
