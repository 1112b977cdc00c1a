import FactStore
import Formats

/// What all documents together say: collected after reading, used when facts are written.
struct Survey: Sendable {
  // First round.
  /// Roles that objects of each kind use.
  var rolesUsed: [KitosKind: Set<String>] = [:]
  /// What each object is, by uuid.
  var objectKinds: [String: KitosKind] = [:]
  /// Objects that a document lists as deleted, by uuid.
  var deletedObjects: Set<String> = []
  /// Organisation units that are in no other unit.
  var rootUnits: Set<String> = []
  /// Uuids of organisations by name, for documents that give names only.
  var organisationNames: [String: Set<String>] = [:]
  /// The user table behind the Kitos pages was loaded: it has every role of its users.
  var hasUserTable = false
  /// Role types of which a list or a single document says whether they are available.
  var roleTypesWithAvailability: Set<String> = []
  /// Who is who. Lists are added in the second round.
  var users = UserSurvey()
  /// Some export of the mail directory has recipients that are no mailboxes: groups, contacts, mail users.
  var hasOtherRecipients = false
  /// Whom employee numbers mean.
  var numbers = EmployeeNumbers()
  /// How many documents hold roles of Enhetsregisteret.
  var roleRegisters = 0
  /// Which names mean the same organisation, person or system.
  var parties = PartyIndex()
  /// Which organisations the run is about, and of which of them documents of Altinn answer.
  var altinn = AltinnScope()
  /// Pages of documentation, by what they are of.
  var groupPages = DocumentNames()
  /// Digest of each file, to tell a copy from a page.
  var digests: [FileID: String] = [:]
  /// What each file says of the list that it is a part of, by its query and its name.
  private(set) var claims: [FileID: ListClaim] = [:]
  /// Why files of one kind and one name without its number are not all there.
  private(set) var gaps: [PageName.Series: String] = [:]
  /// Records of the longest list that is whole as far as one can see.
  private(set) var longest: [ListGroup: Int] = [:]

  // Second round.
  private(set) var pages: [ListKey: [Page]] = [:]
  /// Digests of the pages of each list, and of which organisations a kind is listed.
  private var given: [ListKey: Set<String>] = [:]
  private var listed: [KitosKind: Set<String?>] = [:]
  /// Records on all pages of each list.
  private(set) var pageRecords: [ListKey: Int] = [:]
  /// Why each list may be no whole one, once all are known.
  private(set) var doubts: [ListKey: String?]?
  /// Files that ``pages`` has.
  private(set) var paged: Set<FileID> = []
  private var facets: [FacetKey: [FactWriter.Cell]] = [:]
  private var disputed: [FacetKey: Set<Int>] = [:]
  /// A sum over the roles of each unit, by the code of its number.
  private var rolesOfUnits: [UInt32: UInt64] = [:]
  /// Units of which two documents hold different roles.
  private(set) var unitsInDispute: Set<UInt32> = []

  /// A list that its system may split: documents of one kind and one organisation.
  struct ListKey: Hashable, Sendable {
    var kind: KitosKind
    /// `nil` where it is not known; such a file is a list of its own.
    var organisation: String?
    var file: FileID?
  }

  /// One file of a list.
  struct Page: Sendable {
    var file: FileID
    var count: Int
    var identities: Set<String>
    /// How many records the whole list has, where the document says it.
    var total: Envelope.Total?
    /// The document says that more follow.
    var saysMore = false
  }

  struct FacetKey: Hashable, Sendable {
    var relation: String
    var key: ExactText
  }

  /// Why what documents say of an object is possible and not certain: another lists it as deleted.
  func doubt(ofObject object: FactWriter.Cell) -> FactWriter.Doubt? {
    guard let id = object.text, deletedObjects.contains(id) else { return nil }
    return FactWriter.Doubt(text: "one document has the object and another lists it as deleted", reason: .conflict)
  }

  /// The kind of a role-type list that names none: the kind whose objects use its roles, when that is exactly one.
  func kind(ofRoles roles: Set<String>) -> KitosKind? {
    let users = KitosKind.objectKinds.filter { !(rolesUsed[$0] ?? []).isDisjoint(with: roles) }
    return users.count == 1 ? users[0].roleTypes : nil
  }

  mutating func setClaims(_ claims: [FileID: ListClaim]) {
    self.claims = claims
    for (series, members) in Dictionary(grouping: claims.values, by: \.series) where series.kind != nil {
      gaps[series] = PageName.gap(members)
    }
    for claim in claims.values where claim.kind != nil && ownDoubt(of: claim) == nil {
      let group = ListGroup(kind: claim.kind, organisation: claim.organisation)
      longest[group] = max(longest[group] ?? 0, claim.records)
    }
  }

  /// Files of one kind and organisation.
  struct ListGroup: Hashable, Sendable {
    var kind: String?
    var organisation: String?
  }

  mutating func addPage(_ key: ListKey, _ page: Page) {
    paged.insert(page.file)
    // The same bytes twice are one page given twice, not two.
    if let digest = digests[page.file], !given[key, default: []].insert(digest).inserted { return }
    pages[key, default: []].append(page)
    pageRecords[key, default: 0] += page.count
    listed[key.kind, default: []].insert(key.organisation)
  }

  /// Looks at each list once, since each of its files will ask. Call it when all files are enlisted.
  mutating func judgeLists() {
    doubts = Dictionary(uniqueKeysWithValues: pages.keys.map { ($0, judge($0)) })
  }

  /// Whether some file lists this kind for this organisation.
  func hasList(_ kind: KitosKind, organisation: String?) -> Bool {
    guard let organisations = listed[kind] else { return false }
    return organisation == nil || organisations.contains(organisation)
  }

  /// Notes what a record says in optional columns, so that records of one key that differ are seen even where one says
  /// "none", which leaves no fact behind.
  mutating func note(_ relation: String, key: String, cells: [FactWriter.Cell]) {
    let facet = FacetKey(relation: relation, key: ExactText(key))
    guard let known = facets[facet] else {
      facets[facet] = cells
      return
    }
    for index in cells.indices where cells[index] != known[index] { disputed[facet, default: []].insert(index) }
  }

  /// Notes a sum over the roles that a document has of a unit.
  mutating func noteRoles(ofUnit unit: UInt32, _ sum: UInt64) {
    if let known = rolesOfUnits.updateValue(sum, forKey: unit), known != sum { unitsInDispute.insert(unit) }
  }

  /// Whether records of this key differ in the optional column at `index`.
  func isDisputed(_ relation: String, key: String, _ index: Int) -> Bool {
    disputed[FacetKey(relation: relation, key: ExactText(key))]?.contains(index) == true
  }
}
