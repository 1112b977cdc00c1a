import FactStore
import ImportCore
import Localization

/// What flows of an API or a plan say.
extension Record {
  /// The relations that ``addFlows(of:_:as:api:)`` fills for a plan or for an API.
  static func flowRelations(_ kind: String) -> [String] {
    ["allows", "denies", "policy", "ip_filter", "scope"].map { "gravitee.\(kind)_\($0)" }
  }

  /// Reads the flows of a plan or an API. Where the document has none to read, all of it stays open.
  mutating func addFlows(of owner: Part, _ name: Name, as kind: String, isBestMatch: Bool, secrets: inout SecretSearch)
  {
    let steps = Steps(of: owner, isBestMatch: isBestMatch)
    guard steps.isSaid else { return }
    for step in steps.all { if let config = step.config { secrets.look(at: config, in: .policies) } }
    for place in steps.odd { facts.refuse("a flow cannot be read", at: place) }
    let isOdd = !steps.odd.isEmpty
    let plain = steps.all.first(where: PathFilter.isInForce)
    let filter = PathFilter(plain, of: owner.place, &self)
    func rows(_ cells: [([String: FactWriter.Cell], Place)]) -> [SetRow] {
      cells.map { SetRow(cells: $0.0.mapValues(Facts.Cell.cell), place: $0.1) }
    }
    func entries(_ entries: [PathFilter.Entry]) -> [SetRow] {
      rows(entries.map { (["method": $0.method, "pattern": $0.pattern], $0.place) })
    }
    var sets: [String: [SetRow]] = [
      "allows": entries(filter.allows), "denies": entries(filter.denies), "ip_filter": [], "scope": [], "policy": [],
    ]
    for step in steps.all {
      let isPlain = plain.map { $0.place == step.place } ?? false
      let isConditional =
        step.isConditional || step.methods != nil && !isPlain
        || step.policy == PathFilter.policy && !isPlain && PathFilter.isInForce(step)
      sets["policy"]! += rows([
        (["policy": .text(step.policy), "conditional": .value(.bool(isConditional))], step.place)
      ])
      if step.policy == "ip-filtering", step.isRequest, !isConditional, let row = addressFilter(step) {
        sets["ip_filter"]!.append(row)
      }
      sets["scope"]! += scopes(of: step).map { SetRow(cells: ["scope": .cell($0)], place: step.place) }
    }
    for (relation, rows) in sets.sorted(by: { $0.key < $1.key }) {
      let open = isOdd ? [SetRow(cells: [:], place: owner.place, doubt: "a flow cannot be read")] : []
      state("gravitee.\(kind)_\(relation)", set: rows + open, kind, of: name)
    }
  }

  /// The row of a filter that lets only listed addresses through: `nil` where it does not.
  private func addressFilter(_ step: Step) -> SetRow? {
    guard let list = step.config?["whitelistIps"], list.isList else { return nil }
    let addresses = list.elements.compactMap(\.text)
    if addresses.isEmpty || addresses.contains(where: Self.isWide) { return nil }
    let isOpen = addresses.contains(where: GraviteeText.isExpression)
    return SetRow(
      cells: [:], place: step.place,
      doubt: isOpen ? "an expression decides which addresses the filter is for" : nil)
  }

  /// Whether an entry is a large part of all addresses.
  private static func isWide(_ address: String) -> Bool {
    let parts = address.split(separator: "/")
    return parts.count == 2 && Int(parts[1]).map { $0 < 8 } ?? true
  }

  /// The scopes with which a step calls the backend, or asks for its token.
  private func scopes(of step: Step) -> [FactWriter.Cell] {
    guard let config = step.config else { return [] }
    var found: [FactWriter.Cell] = []
    for list in ["attributes", "headers", "addHeaders", "customClaims", "formParameters", "queryParameters"] {
      for item in config[list]?.elements ?? [] {
        guard item["name", "key"]?.text?.lowercased() == "scope", let value = item["value"]?.text else { continue }
        if GraviteeText.isExpression(value) {
          // What passes on the attribute that a plan sets is no scope of its own.
          if list != "attributes", value.contains("attributes") { continue }
          found.append(.unknown("an expression decides with which scope the backend is called", .hidden))
        } else {
          found += Self.scopes(in: value)
        }
      }
    }
    for text in ["body", "url"].compactMap({ config[$0]?.text }) {
      var rest = text[...]
      while let range = rest.firstRange(of: "scope=") {
        rest = rest[range.upperBound...]
        let value = rest.prefix { $0 != "&" && $0 != "\"" && $0 != "'" }
        if GraviteeText.isExpression(String(value)) {
          if !value.contains("attributes") {
            found.append(.unknown("an expression decides with which scope the backend is called", .hidden))
          }
        } else {
          found += Self.scopes(in: String(value))
        }
      }
    }
    return found
  }

  private static func scopes(in text: String) -> [FactWriter.Cell] {
    text.replacing("%20", with: " ").split { " +,\t\n".contains($0) }.map { .text(String($0)) }
  }
}
