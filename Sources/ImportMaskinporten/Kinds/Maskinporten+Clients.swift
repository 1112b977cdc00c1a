import FactStore
import Formats
import ImportCore
import Localization

extension Maskinporten {
  private static let clientFills = [
    MaskinportenSchemas.client, MaskinportenSchemas.clientScope, MaskinportenSchemas.onBehalfOf,
  ].map(\.name)

  /// Clients of an organisation: `GET /clients`, or one of them.
  static let clients = answer(
    "maskinporten.clients", Noun("client"), [.keys(["client_id"], oneOf: ["integration_type", "client_orgno"])],
    fills: clientFills
  ) { $0.readClient(fills: clientFills) }
  .with { kind in
    asRegister(&kind, hidden: Phrase("clients that are inactive, which are listed where `inactive=true` asks for them"))
    kind.facets = [
      Facet(
        MaskinportenSchemas.client.name, key: "client",
        columns: MaskinportenSchemas.client.columns.filter(\.isOptional).map(\.name), noun: "client")
    ]
  }

  /// For whom a client acts: `GET /clients/{id}/onbehalfof`. The answer does not say which client that is.
  static let onBehalfOf = answer(
    "maskinporten.on-behalf-of", Noun("customer"), [.keys(["onbehalfof", "orgno"], without: ["client_id"])],
    fills: [MaskinportenSchemas.onBehalfOf.name]
  ) { record in
    let client = record.askedClient
    record.readOnBehalf(record.object, of: .cell(client), at: record.place)
  }
  .with { kind in
    kind.form = .json { HeldList([$0], otherwise: "one record, not the list of all") }
    kind.lacks = { context in
      MaskinportenAsk(context).client != nil
        ? []
        : [
          """
          the answer does not say which client it is about; give the client as `object`, or the address with \
          `/clients/{id}/` as `query`
          """
        ]
    }
    kind.known = { context in MaskinportenAsk(context).client.map { ["client": .text($0)] } ?? [:] }
    kind.whole.tell = { document, survey in
      survey.maskinporten.note(document.context)
      if let client = MaskinportenAsk(document.context).client, document.isWhole, !document.isOneObject {
        survey.maskinporten.noteOnBehalf(of: client)
      }
    }
  }

  /// Whose scopes these are: what precedes the colon. Those without one are of ID-porten itself.
  static func prefix(of scope: String) -> String {
    scope.contains(":") ? scope.prefix { $0 != ":" }.lowercased() : "idporten"
  }
}

/// Words that clients are described with. Another is none that anything could be concluded from.
enum Client {
  static let types: Set<String> = [
    "maskinporten", "api_klient", "idporten", "ansattporten", "krr", "eformidling", "idporten_saml2", "altinn_virksys",
  ]
  static let methods: Set<String> = [
    "private_key_jwt", "client_secret_basic", "client_secret_post", "client_secret_jwt", "none",
  ]
}

extension Record {
  /// The client that the document is about, as its context says it.
  var askedClient: FactWriter.Cell {
    ask.client.map { .text($0) } ?? .unknown("the answer does not say which client it is about", .context)
  }

  fileprivate mutating func readClient(fills: [String]) {
    guard object != nil else { return }
    var client = text("client_id")
    if let id = client.text {
      client =
        id == "string" ? refuse("client_id", "`client_id` is a placeholder") : .text(MaskinportenAsk.clientName(id))
    }
    let whose = ["client": Facts.Cell.cell(client)]
    if isPlaceholder(numbers: ["client_orgno", "supplier_orgno"], whose, fills: fills) { return }
    facts.identity = client.text
    facts.organisation = organisationNumber("client_orgno")
    let organisation = organisation("client_orgno")
    facts.add(
      MaskinportenSchemas.client.name,
      naming: [
        "client": .cell(client), "name": .cell(said("client_name")), "register": register,
        "organisation": organisation, "supplier": organisationIfAny("supplier_orgno"),
        "type": .cell(known("integration_type", among: Client.types)),
        "auth": .cell(known("token_endpoint_auth_method", among: Client.methods)),
        "active": .cell(activity()),
      ])
    readScopes(of: client, whose)
    readOnBehalf(of: client, whose)
  }

  private mutating func readScopes(of client: FactWriter.Cell, _ whose: [String: Facts.Cell]) {
    let relation = MaskinportenSchemas.clientScope.name
    let scopes = words("scopes") { $0.leaveOpen(relation, whose, $1) }
    for scope in scopes ?? [] {
      let subject = client.text.map { FactWriter.Cell.text(UnicodeText.folded("\($0) \(scope.text)")) } ?? client
      facts.add(
        relation,
        [
          "client": client, "scope": .text(scope.text), "prefix": .text(Maskinporten.prefix(of: scope.text)),
          "subject": subject,
        ], at: scope.place)
    }
  }

  /// Older answers have in the client for whom it acts; otherwise only an answer of its own says it.
  private mutating func readOnBehalf(of client: FactWriter.Cell, _ whose: [String: Facts.Cell]) {
    let relation = MaskinportenSchemas.onBehalfOf.name
    guard let list = node("onbehalfof") else {
      guard let name = client.text else {
        return leaveOpen(relation, [:], client)
      }
      let place = place
      return facts.conclude { survey, writer in
        guard !survey.maskinporten.hasOnBehalf(of: name) else { return }
        writer.addHole(
          relation, ["client": .text(name)], reason: .absent,
          text: "no answer says for whom this client acts; ask for `/clients/{id}/onbehalfof` of it", at: place)
      }
    }
    if list.isNull { return leaveOpen(relation, whose, .unknown("the record says nothing in `\("onbehalfof")`")) }
    guard list.kind == .array else {
      let cell = refuse("onbehalfof", "`\("onbehalfof")` is no list", at: list)
      return leaveOpen(relation, whose, cell)
    }
    for (index, element) in list.elements.enumerated() {
      let at = Place(line: element.line, pointer: "\(place.pointer)/onbehalfof/\(index)")
      readOnBehalf(element, of: .cell(client), at: at)
    }
  }

  /// An organisation for which a client acts.
  fileprivate mutating func readOnBehalf(_ node: JSONNode?, of client: Facts.Cell, at place: Place) {
    guard let node else { return }
    let number = (node["orgno"].flatMap { $0.string ?? $0.numberText }).flatMap { NormalForm.orgnr.read($0) }
    let organisation =
      number.map { Facts.Cell.party(.organisation($0)) }
      ?? .cell(
        refuse(
          Place(line: (node["orgno"] ?? node).line, pointer: "\(place.pointer)/orgno"),
          "`\("orgno")` is no number of nine digits"))
    facts.add(MaskinportenSchemas.onBehalfOf.name, naming: ["client": client, "organisation": organisation], at: place)
  }
}
