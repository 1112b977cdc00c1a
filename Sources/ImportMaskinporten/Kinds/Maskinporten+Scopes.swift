import FactStore
import Formats
import ImportCore
import Localization

extension Maskinporten {
  /// A scope of which nothing can be read may have been given to anybody.
  private static let scopeFills = [
    MaskinportenSchemas.scope, MaskinportenSchemas.scopeType, MaskinportenSchemas.access,
  ].map(\.name)

  /// Scopes of an owner: `GET /scopes`, or everybody's: `GET /scopes/all`.
  static let scopes = answer(
    "maskinporten.scopes", Noun("scope"),
    [
      .keys(["prefix", "subscope"]), .keys(["name", "owner_orgno", "allowed_integration_types"]),
      .keys(["name", "visibility", "accessible_for_all"]),
    ], fills: scopeFills
  ) { $0.readScope() }
  .with { kind in
    asRegister(&kind, hidden: Phrase("scopes that are inactive, which are listed where `inactive=true` asks for them"))
    kind.facets = [
      Facet(
        MaskinportenSchemas.scope.name, key: "scope",
        columns: MaskinportenSchemas.scope.columns.filter(\.isOptional).map(\.name), noun: "scope")
    ]
  }
}

extension Record {
  fileprivate mutating func readScope() {
    guard object != nil else { return }
    let name = scopeName()
    let context = context
    let scope: Facts.Cell =
      name.text.map { text in .late { .text($0.maskinporten.name(text, context)) } } ?? .cell(name)
    let relations = [MaskinportenSchemas.scope, MaskinportenSchemas.scopeType].map(\.name)
    if isPlaceholder(numbers: ["owner_orgno"], ["scope": scope], fills: relations) {
      facts.lack(
        MaskinportenSchemas.access.name, ["scope": .cell(name)], text: "the record of the scope could not be used")
      return
    }
    facts.identity = name.text
    facts.organisation = organisationNumber("owner_orgno")
    let open = flagIfSaid("accessible_for_all")
    let types = readTypes(of: scope)
    let owner = organisation("owner_orgno")
    facts.add(
      MaskinportenSchemas.scope.name,
      naming: [
        "scope": scope, "name": .cell(name), "register": register, "owner": owner, "active": .cell(activity()),
        "open": .cell(open), "limited": .cell(types),
      ])
    if open != .value(.bool(true)) || name.isUnknown { leaveAccessesOpen(of: name, owner: owner) }
  }

  /// The name, or what it is put together from.
  private mutating func scopeName() -> FactWriter.Cell {
    if has("name") || !has("prefix") { return text("name") }
    let (prefix, subscope) = (text("prefix"), text("subscope"))
    guard let first = prefix.text else { return prefix }
    guard let second = subscope.text else { return subscope }
    return .text(first.hasSuffix(":") ? first + second : "\(first):\(second)")
  }

  /// The types of client that may have the scope; whether there are any. An empty list lets in every type; one that is null or
  /// not there says nothing.
  private mutating func readTypes(of scope: Facts.Cell) -> FactWriter.Cell {
    let relation = MaskinportenSchemas.scopeType.name
    var why: FactWriter.Cell?
    let types = words("allowed_integration_types") { record, cell in
      why = cell
      record.leaveOpen(relation, ["scope": scope], cell)
    }
    guard let types else { return why ?? .none }
    for type in types {
      facts.add(relation, naming: ["scope": scope, "type": .text(type.text)], at: type.place)
    }
    return types.isEmpty ? why ?? .value(.bool(false)) : .value(.bool(true))
  }

  /// Whoever was given a scope is in an answer of its own: of a scope that no answer is about nothing is known.
  private mutating func leaveAccessesOpen(of name: FactWriter.Cell, owner: Facts.Cell) {
    guard let name = name.text else {
      return facts.lack(MaskinportenSchemas.access.name, text: "the record of the scope could not be used")
    }
    let (context, place) = (context, place)
    facts.conclude { survey, writer in
      guard !survey.maskinporten.hasAccesses(ofScope: name, context) else { return }
      writer.addHole(
        MaskinportenSchemas.access.name, ["scope": .text(name)].merging(owner.known(survey, "owner")) { $1 },
        reason: .absent, text: "no answer says to whom this scope is given; ask for `/scopes/access?scope=…` of it",
        at: place)
    }
  }
}

extension Facts.Cell {
  /// The value of a column, once all documents have spoken, as a hole has it.
  func known(_ survey: Survey, _ column: String) -> [String: Value] {
    settled(survey).known.map { [column: $0] } ?? [:]
  }
}
