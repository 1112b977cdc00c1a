import FactStore
import Formats
import Localization

/// What all documents together say: collected after reading, used when facts are written.
package struct Survey: Sendable {
  /// How lists of each kind come.
  private let traits: @Sendable (String) -> ListTraits?
  private var parts = SurveyParts()

  // First round.
  /// Which names mean the same organisation, person or system.
  package var parties = PartyIndex()
  /// Digest of each file, to tell a copy from a page.
  package var digests: [FileID: String] = [:]
  /// What each file says of the list that it is a part of, by its query and its name.
  package private(set) var claims: [FileID: ListClaim] = [:]
  /// Why files of one kind and one name without its number are not all there.
  package private(set) var gaps: [PageName.Series: Phrase] = [:]
  /// Records of the longest list that is whole as far as one can see.
  private(set) var longest: [ListGroup: Int] = [:]

  // Second round.
  package private(set) var pages: [ListKey: [Page]] = [:]
  /// Digests of the pages of each list, and of which organisations a kind is listed.
  private var given: [ListKey: Set<String>] = [:]
  private var listed: [String: Set<String?>] = [:]
  /// Records on all pages of each list.
  private(set) var pageRecords: [ListKey: Int] = [:]
  /// Why each list may be no whole one, once all are known.
  package private(set) var doubts: [ListKey: Phrase?]?
  /// Files that ``pages`` has.
  private(set) var paged: Set<FileID> = []
  private var facets: [FacetKey: [FactWriter.Cell]] = [:]
  private var disputed: [FacetKey: Set<Int>] = [:]

  package init(traits: @escaping @Sendable (String) -> ListTraits? = { _ in nil }) { self.traits = traits }

  /// What the documents of one system tell each other.
  package subscript<Part: SurveyPart>(_ type: Part.Type) -> Part {
    get { parts[type] }
    _modify { yield &parts[type] }
  }

  package func traits(of kind: String) -> ListTraits { traits(kind) ?? ListTraits() }

  /// A list that its system may split: documents of one kind and one organisation.
  package struct ListKey: Hashable, Sendable {
    package var kind: String
    /// `nil` where it is not known; such a file is a list of its own.
    package var organisation: String?
    package var file: FileID?

    package init(kind: String, organisation: String? = nil, file: FileID? = nil) {
      self.kind = kind
      self.organisation = organisation
      self.file = file
    }
  }

  /// One file of a list.
  package struct Page: Sendable {
    package var file: FileID
    package var count: Int
    package var identities: Set<String>
    /// How many records the whole list has, where the document says it.
    package var total: Envelope.Total?
    /// The document says that more follow.
    package var saysMore = false

    package init(
      file: FileID, count: Int, identities: Set<String>, total: Envelope.Total? = nil, saysMore: Bool = false
    ) {
      self.file = file
      self.count = count
      self.identities = identities
      self.total = total
      self.saysMore = saysMore
    }
  }

  package struct FacetKey: Hashable, Sendable {
    package var relation: String
    package var key: ExactText
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
  package struct ListGroup: Hashable, Sendable {
    package var kind: String?
    package var organisation: String?
  }

  package mutating func addPage(_ key: ListKey, _ page: Page) {
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
  package func hasList(_ kind: String, organisation: String?) -> Bool {
    guard let organisations = listed[kind] else { return false }
    return organisation == nil || organisations.contains(organisation)
  }

  /// Notes what a record says in optional columns, so that records of one key that differ are seen even where one says
  /// "none", which leaves no fact behind.
  package mutating func note(_ relation: String, key: String, cells: [FactWriter.Cell]) {
    let facet = FacetKey(relation: relation, key: ExactText(key))
    guard let known = facets[facet] else {
      facets[facet] = cells
      return
    }
    for index in cells.indices where cells[index] != known[index] { disputed[facet, default: []].insert(index) }
  }

  /// Whether some record of this key was noted.
  package func isNoted(_ relation: String, key: String) -> Bool {
    facets[FacetKey(relation: relation, key: ExactText(key))] != nil
  }

  /// Whether records of this key differ in the optional column at `index`.
  package func isDisputed(_ relation: String, key: String, _ index: Int) -> Bool {
    disputed[FacetKey(relation: relation, key: ExactText(key))]?.contains(index) == true
  }
}
