import FactStore
import ImportCore

/// What an answer of Altinn was asked for, as the configuration says it: the answer itself does not repeat it.
///
/// It says whom the answer is about. Of anybody else the answer says nothing, and what cannot be read of it can be about
/// nobody else.
struct AltinnAsk: Sendable {
  /// Whose rights were asked for.
  private(set) var from: PartyKey?
  /// Whose rights to others were asked for.
  private(set) var to: PartyKey?
  /// On whose behalf.
  private(set) var party: PartyKey?
  /// The organisation that the document is of, and the caller.
  let organisation: PartyKey?
  let user: PartyKey?
  private let kind: AltinnKind

  init(kind: AltinnKind, context: SourceContext) {
    self.kind = kind
    organisation = context.organisation.flatMap(Self.key)
    user = context.user.flatMap(Self.key)
    let query = context.query?.lowercased() ?? ""
    for pair in query.split(whereSeparator: { "?& ".contains($0) }) {
      let parts = pair.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else { continue }
      // The configuration may write the parameter and name the organisation itself beside.
      let key = Self.key(String(parts[1])) ?? organisation
      switch parts[0] {
      case "from", "consumerorg": from = key
      case "to", "supplierorg": to = key
      case "party": party = key
      default: continue
      }
    }
    switch kind {
    case .clients, .agents, .systemUsers: from = from ?? organisation ?? party
    default: break
    }
  }

  private static func key(_ text: String) -> PartyKey? {
    NormalForm.orgnr.read(text).map { .organisation($0) } ?? NormalForm.uuid.read(text).map { .uuid($0) }
  }

  /// The organisations that the configuration speaks of by it.
  var organisations: [PartyKey] { [organisation, party, from].compactMap { $0 } }

  /// What is known of every row of a relation that the document may hold.
  func known(of relation: String) -> [String: PartyKey] {
    var known: [String: PartyKey] = [:]
    if let from, let column = Self.ownColumn(relation) { known[column] = from }
    if let to, let column = Self.holderColumn(relation) { known[column] = to }
    if let user, kind == .myClients || kind == .authorisedParties, let column = Self.holderColumn(relation) {
      known[column] = user
    }
    return known
  }

  /// The organisation all of whose rows of the relation were asked for.
  var answered: PartyKey? { to == nil ? from : nil }

  /// The column that says whose authority or whose client a row is about.
  static func ownColumn(_ relation: String) -> String? {
    switch relation {
    case "altinn.given_package", "altinn.shown_package", "altinn.standing_delegation", "altinn.shown_resource",
      "altinn.assignment":
      "from"
    case "altinn.authorised_role": "party"
    case "altinn.maskinporten_delegation": "consumer"
    case "altinn.client", "altinn.client_delegation": "provider"
    case "altinn.system_user": "owner"
    default: nil
    }
  }

  private static func holderColumn(_ relation: String) -> String? {
    switch relation {
    case "altinn.given_package", "altinn.shown_package", "altinn.standing_delegation", "altinn.shown_resource",
      "altinn.assignment":
      "to"
    case "altinn.authorised_role", "altinn.authorised_package", "altinn.authorised_resource": "holder"
    case "altinn.maskinporten_delegation": "supplier"
    case "altinn.client_delegation": "agent"
    default: nil
    }
  }
}
