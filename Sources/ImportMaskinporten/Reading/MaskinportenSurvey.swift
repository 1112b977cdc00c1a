import FactStore
import ImportCore
import Localization

/// What answers of the self-service tell each other. Test and production are two registers that answer alike.
struct MaskinportenSurvey: SurveyPart {
  private var registers: Set<MaskinportenAsk.Register> = []
  private var lists: Set<List> = []
  /// The organisations whose lists these are; `nil` where a list is of several, or does not say it.
  private var owners: Set<String?> = []
  private var answered: Set<Scope> = []
  private var clientsAnswered: Set<String> = []
  /// The latest day of which the keys of a client are there.
  private var latest: [String: CalendarDate] = [:]

  private struct List: Hashable {
    let kind: String
    let register: MaskinportenAsk.Register
  }

  private struct Scope: Hashable {
    let name: String
    let register: MaskinportenAsk.Register
  }

  // MARK: Noting

  mutating func note(_ context: SourceContext) { registers.insert(MaskinportenAsk(context).register) }

  mutating func noteList(_ document: RecordDocument) {
    let ask = MaskinportenAsk(document.context)
    lists.insert(List(kind: document.kind.name, register: ask.register))
    guard !ask.isOfAll, ask.scope == nil, document.records > 0 || !document.isWhole else { return }
    let said = document.context.organisation.flatMap { NormalForm.orgnr.read($0) }
    let named = Set(document.entries.map(\.organisation))
    owners.insert(said ?? (named.count == 1 && document.isWhole ? named.first! : nil))
  }

  mutating func noteAccesses(ofScope name: String, _ context: SourceContext) {
    answered.insert(Scope(name: name, register: MaskinportenAsk(context).register))
  }

  mutating func noteOnBehalf(of client: String) { clientsAnswered.insert(client) }

  mutating func noteKeys(of client: String, on day: CalendarDate) {
    latest[client] = max(latest[client] ?? day, day)
  }

  // MARK: Asking

  /// Whether some document is said to be of test or of production.
  private var isTold: Bool { registers.contains { if case .said = $0 { true } else { false } } }

  /// The register of a document. Where nothing is said of any, all are taken to be of one.
  private func name(of register: MaskinportenAsk.Register) -> String? {
    switch register {
    case .said(let name): name
    case .production: isTold ? "production" : Self.unsaid
    case .unsaid: isTold ? nil : Self.unsaid
    }
  }

  private static let unsaid = "unsaid"

  private func isOne(_ register: MaskinportenAsk.Register, _ context: SourceContext) -> Bool {
    name(of: register) == name(of: MaskinportenAsk(context).register)
  }

  /// What facts call the register of a document.
  func register(_ context: SourceContext) -> FactWriter.Cell {
    if let name = name(of: MaskinportenAsk(context).register) { return .text(name) }
    return .unknown(
      """
      the answer does not say whether it is of test or of production, and other files are said to be of one; give each file \
      its `environment`
      """, .context)
  }

  /// What facts call a thing that both registers may have: those of production have their own name.
  func name(_ name: String, _ context: SourceContext) -> String {
    switch self.name(of: MaskinportenAsk(context).register) {
    case "production"?, Self.unsaid?: name
    case let other?: "\(name) (\(other))"
    case nil: "\(name) (register not said)"
    }
  }

  /// Whether a list of a kind is there, of the register of a document.
  func hasList(_ kind: String, _ context: SourceContext) -> Bool {
    lists.contains { $0.kind == kind && isOne($0.register, context) }
  }

  func hasAccesses(ofScope name: String, _ context: SourceContext) -> Bool {
    answered.contains { $0.name.isExactly(name) && isOne($0.register, context) }
  }

  func hasOnBehalf(of client: String) -> Bool { clientsAnswered.contains(client) }

  /// Whether the keys of the client of a later day are there.
  func isEarlier(_ day: CalendarDate?, of client: String?) -> Bool {
    guard let day, let client, let latest = latest[client] else { return false }
    return day < latest
  }

  /// Says whose the lists are: for certain where all agree on one organisation.
  func writeOwner(_ document: RecordDocument, to writer: FactWriter) {
    let relation = MaskinportenSchemas.listOwner.name
    let owners = owners.isEmpty ? [nil] : owners
    for owner in owners.sorted(by: { ($0 ?? "") < ($1 ?? "") }) {
      if let owner, owners.count == 1 {
        writer.add(relation, ["organisation": .text(owner)], at: Place(line: 1))
      } else {
        writer.addHole(
          relation, owner.map { ["organisation": .text($0)] } ?? [:], reason: .context,
          text: """
            the lists do not agree on one organisation whose they are; name your own in \
            `\("maskinporten.own_organisations")`
            """, at: Place(line: 1))
      }
    }
  }
}

extension Survey {
  var maskinporten: MaskinportenSurvey {
    get { self[MaskinportenSurvey.self] }
    _modify { yield &self[MaskinportenSurvey.self] }
  }
}
