import FactStore
import ImportCore
import ImportEnhetsregisteret

/// Which organisations a run is about, and of which of them the documents of Altinn answer.
///
/// An answer of one organisation says nothing of another: of those in scope that no answer covers, rows may be missing. In
/// scope are the organisations that the configuration calls its own; where it names none, all that it names for a source.
struct AltinnScope: Sendable {
  private var own: [PartyKey] = []
  private var named: [PartyKey] = []
  private var known: Set<PartyKey> = []
  private var answered: [String: [PartyKey]] = [:]
  /// People whose own list of clients was loaded.
  private var callers: Set<PartyKey> = []
  /// Roles that a catalogue has which was loaded, by any code of theirs.
  private var roles: Set<String> = []
  /// Whether parties are sub-units, as documents say it; `nil` where one speaks of them and does not say it.
  private var forms: [(unit: PartyKey, isSubUnit: Bool?)] = []
  /// Parties that rows are about.
  private var owners: Set<PartyKey> = []
  /// Sub-units of which some document says whose they are.
  private var placed: [(unit: PartyKey, parent: PartyKey)] = []
  /// Parties that overviews of rights are of or have rows of, by their kind.
  private var overviewed: [String: [PartyKey]] = [:]
  /// The document that says what is missing in a relation: the first that fills it.
  private var speakers: [String: FileID] = [:]

  /// The parameter by which the configuration names its own organisations.
  static let parameter = "altinn.hr_organisations"

  init() {}

  /// - Parameters:
  ///   - own: what the parameter names.
  ///   - contexts: what the configuration says of sources.
  init(own: [String], contexts: [SourceContext]) {
    self.own = own.compactMap(Self.key)
    for text in contexts.compactMap(\.organisation) {
      if let key = Self.key(text) { add(key) }
    }
  }

  private static func key(_ text: String) -> PartyKey? { NormalForm.orgnr.read(text).map { .organisation($0) } }

  /// Notes an organisation that a source is about.
  mutating func add(_ organisation: PartyKey) {
    if known.insert(organisation).inserted { named.append(organisation) }
  }

  mutating func note(_ relation: String, answers parties: [PartyKey], in file: FileID) {
    noteSpeaker(relation, in: file)
    answered[relation, default: []] += parties
  }

  /// Notes what a document says that a party is, and the form of an organisation; `nil` where it says none.
  mutating func noteForm(_ party: PartyKey, _ kind: AltinnReader.PartyKind, _ form: String?) {
    switch kind {
    case .organisation: forms.append((party, form.map(OrganisationForm.subUnits.contains)))
    // Some documents call a sub-unit so.
    case .other: forms.append((party, nil))
    case .person, .system, .enterpriseUser, .selfIdentified: forms.append((party, false))
    }
  }

  /// Notes a party that a row is about, and that its document may describe or not: unless some document says what it is, it
  /// may be a sub-unit.
  mutating func noteOwner(_ party: PartyKey) {
    if owners.insert(party).inserted { forms.append((party, nil)) }
  }

  /// Notes a sub-unit of which a document says whose it is.
  mutating func notePlaced(_ unit: PartyKey, under parent: PartyKey) { placed.append((unit, parent)) }

  /// Notes whom an overview of rights shows.
  mutating func noteOverview(_ kind: String, of parties: [PartyKey]) { overviewed[kind, default: []] += parties }

  /// Names of the sub-units of those that overviews of a kind show, of which none has a row. Whether sub-units were asked for
  /// stands in no overview.
  func unshown(_ kind: String, _ survey: Survey) -> [String] {
    let register = survey.unitTree.parents.map { (PartyKey.organisation($0.unit), PartyKey.organisation($0.parent)) }
    let shown = Set((overviewed[kind] ?? []).compactMap(survey.parties.name))
    var seen = shown
    return (placed.map { ($0.unit, $0.parent) } + register).compactMap { unit, parent in
      guard survey.parties.name(of: parent).map(shown.contains) == true, let name = survey.parties.name(of: unit) else {
        return nil
      }
      return seen.insert(name).inserted ? name : nil
    }
  }

  /// Notes that the document fills a relation.
  mutating func noteSpeaker(_ relation: String, in file: FileID) {
    if speakers[relation] == nil { speakers[relation] = file }
  }

  /// Names of parties that are sub-units, or may be since no document says what they are, and of which none says whose they
  /// are. Of those that Enhetsregisteret describes its units say it. None for any document but the one that speaks.
  func unplaced(in file: FileID, _ survey: Survey) -> [String] {
    guard speakers["altinn.subunit"] == file else { return [] }
    let known = Set(placed.map(\.unit).compactMap(survey.parties.name))
    var (main, subUnits, seen) = (Set<String>(), Set<String>(), Set<String>())
    var names: [String] = []
    for (unit, isSubUnit) in forms {
      guard let name = survey.parties.name(of: unit), !known.contains(name), !survey.isNoted("er.unit", key: name)
      else {
        continue
      }
      if seen.insert(name).inserted { names.append(name) }
      // One document is enough for it to be possible that it is a sub-unit.
      if isSubUnit == false { main.insert(name) } else if isSubUnit == true { subUnits.insert(name) }
    }
    return names.filter { subUnits.contains($0) || !main.contains($0) }
  }

  /// Notes the code of a role that a catalogue has.
  mutating func noteRole(_ code: String) { roles.insert(code) }

  /// Whether some catalogue has a role of this code.
  func knows(role code: String) -> Bool { AltinnRoles.isRole(code) || roles.contains(code) }

  /// Notes somebody who was asked which clients they act for.
  mutating func noteCaller(_ user: PartyKey) { callers.insert(user) }

  /// Whether the own list of clients of this person was loaded.
  func hasAsked(_ agent: PartyKey, _ parties: PartyIndex) -> Bool {
    callers.contains(agent) || !parties.aliases(of: agent, callers.contains).isEmpty
  }

  /// Organisations in scope of which no document answers in this relation; none for any document but the one that speaks.
  func missing(_ relation: String, in file: FileID, _ parties: PartyIndex) -> [PartyKey] {
    guard speakers[relation] == file else { return [] }
    var seen = Set((answered[relation] ?? []).compactMap(parties.name))
    return (own.isEmpty ? named : own).filter { key in parties.name(of: key).map { seen.insert($0).inserted } ?? false }
  }
}
