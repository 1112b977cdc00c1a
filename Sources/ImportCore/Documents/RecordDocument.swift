import FactStore
import Localization

/// A document of records, of whatever kind: the one life cycle from reading to facts.
package struct RecordDocument: SourceDocument {
  package let kind: Kind
  /// The document is one record, not a list.
  package let isSingle: Bool
  package let context: SourceContext
  package let file: FileID
  package let entries: [Facts]
  /// Records that could not be read at all.
  package let lost: [Damage]
  /// Where reading ended before the document did.
  package let cut: Damage?
  /// What the object around the list says of it.
  let total: Envelope.Total?
  let saysMore: Bool
  /// Why it is a part only, of what comes in no pages.
  let part: Phrase?
  /// Of a table, its titles in lower case.
  package let titles: Set<String>
  let notes: [Phrase]

  package var records: Int { entries.count + lost.count }
  /// How many records have a mark.
  package func count(of mark: String) -> Int { entries.count { $0.marks.contains(mark) } }
  package var problemCount: Int { entries.problemCount }
  package var damageOfWhole: Phrase? { cut?.text }
  package var secrets: SecretSearch {
    var search = SecretSearch()
    for entry in entries where !entry.secrets.isEmpty {
      search.record { search in for secret in entry.secrets { search.note(secret) } }
    }
    return search
  }
  /// Every record was read, and all of each.
  package var isWhole: Bool { lost.isEmpty && cut == nil && entries.allSatisfy { $0.problems.isEmpty } }

  /// The list that the document is a page of, as it stands.
  package var key: Survey.ListKey { key(of: kind) }

  func key(of kind: Kind) -> Survey.ListKey {
    let organisation =
      switch kind.organisation {
      case .everybody: Optional<String>.none
      case .document: context.organisation
      case .record: context.organisation ?? commonOrganisation
      }
    let isShared = if case .everybody = kind.organisation { true } else { false }
    return Survey.ListKey(
      kind: kind.listed ?? kind.name, organisation: organisation,
      file: organisation == nil && !isShared ? file : nil)
  }

  /// The one organisation that every record names; `nil` when there are several or none.
  private var commonOrganisation: String? {
    let named = Set(entries.map(\.organisation))
    return named.count == 1 ? named.first! : nil
  }

  package func inform(_ survey: inout Survey, file: FileID) {
    for keys in entries.lazy.flatMap(\.joined) { survey.parties.join(keys) }
    for key in entries.lazy.flatMap(\.disputed) { survey.parties.dispute(key) }
    for entry in entries { entry.tell(&survey) }
    kind.whole.tell?(self, &survey)
    for entry in entries { entry.nameParties(&survey.parties) }
  }

  /// The kind that the document is, once other documents have spoken; `nil` where it may be of several.
  func decided(_ survey: Survey) -> Kind? { kind.undecided.map { $0.decide(self, survey) } ?? kind }

  package func enlist(in survey: inout Survey, file: FileID) {
    for facet in kind.facets {
      for row in entries.lazy.flatMap(\.rows) { facet.note(row, in: &survey) }
    }
    guard !isSingle, let kind = decided(survey), kind.extent == .list else { return }
    kind.whole.enlist?(self, &survey)
    survey.addPage(
      key(of: kind),
      Survey.Page(
        file: file, count: records, identities: Set(entries.compactMap(\.identity)), total: total, saysMore: saysMore))
  }

  package func tally(organisation: String?, survey: Survey) -> RecordTally {
    var counted = entries
    var lost = lost.count
    switch kind.organisation {
    case .document where organisation != nil && organisation != context.organisation: return RecordTally()
    case .record where organisation != nil:
      counted = entries.filter { $0.organisation == organisation }
      // Whose a record is that could not be read, nobody knows.
      lost = 0
    default: break
    }
    let identities = counted.compactMap(\.identity)
    return RecordTally(identities: Set(identities), others: counted.count - identities.count + lost)
  }
}
