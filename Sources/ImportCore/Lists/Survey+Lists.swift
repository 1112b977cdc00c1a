import FactStore
import Localization

/// Whether lists are whole, as far as their documents, names and recorded queries tell.
extension Survey {
  /// A size of pages that is often asked for.
  static let commonSize = 100

  /// Why the list may have more rows than its files hold; `nil` when it is whole as far as one can see.
  package func doubt(of key: ListKey) -> Phrase? {
    if let doubts { return doubts[key] ?? nil }
    return judge(key)
  }

  /// The same, found anew: linear in the pages of the list.
  package func judge(_ key: ListKey) -> Phrase? {
    guard let all = pages[key], !all.isEmpty else { return nil }
    // What was asked for in part adds to a list, and takes nothing from one that is whole without it.
    let restricted = all.filter { claims[$0.file]?.restriction != nil }
    let pages = all.filter { claims[$0.file]?.restriction == nil }
    let longest = restricted.map(\.count).max() ?? 0
    guard !pages.isEmpty, restricted.isEmpty || pages.reduce(0, { $0 + $1.count }) >= longest else {
      return claims[restricted[0].file]?.restriction
    }
    return shortage(pages, key) ?? overlap(pages, traits(of: key.kind).noun)
  }

  /// Whether the list was read and holds nothing.
  package func isEmpty(_ key: ListKey) -> Bool { pageRecords[key] == 0 }

  private func shortage(_ pages: [Page], _ key: ListKey) -> Phrase? {
    let traits = traits(of: key.kind)
    let nouns = traits.noun.many
    let count = pages.reduce(0) { $0 + $1.count }
    if count == 0, !traits.mayBeEmpty { return traits.noun.emptyProvesNothing }
    // Each page but the last links to a next one.
    if pages.allSatisfy(\.saysMore) { return "the document says that more \(nouns) follow" }
    if let gap = gap(pages) { return gap }
    let totals = pages.compactMap(\.total)
    if totals.contains(.unclear) { return Envelope.Total.unclear.doubt(of: nouns, read: count) }
    if let doubt = totals.lazy.compactMap({ $0.doubt(of: nouns, read: count) }).first { return doubt }
    if !totals.isEmpty { return nil }
    if pages.contains(where: \.saysMore) { return "the document says that more \(nouns) follow" }
    return fullness(pages, nouns, traits.paging)
  }

  /// Pages that end with a full one.
  private func fullness(_ pages: [Page], _ nouns: Phrase, _ paging: ListTraits.Paging) -> Phrase? {
    let sizes = pages.map { claims[$0.file]?.query?.size }
    if sizes.allSatisfy({ $0 != nil }) {
      let isEnded = zip(pages, sizes).contains { $0.count < $1! }
      return isEnded ? nil : "the file holds as many \(nouns) as its query asked for at most: more may follow"
    }
    if zip(pages, sizes).contains(where: { page, size in size.map { page.count < $0 } ?? false }) { return nil }
    guard paging != .none else { return nil }
    if pages.count == 1, pages[0].count == Self.commonSize {
      return "the file holds exactly \(Self.commonSize) \(nouns), which looks like a page size: more may follow"
    }
    guard case .most(let size) = paging else { return nil }
    if pages.allSatisfy({ $0.count > 0 && $0.count % size == 0 }) {
      return pages.count == 1
        ? "the file holds exactly \(pages[0].count) \(nouns), as many as full pages do: more may follow"
        : "each of the \(pages.count) files of this list is a full page: more \(nouns) may follow"
    }
    if pages.count > 1, pages.allSatisfy({ $0.count == pages[0].count }) {
      return """
        each of the \(pages.count) files of this list holds \(pages[0].count) \(nouns), which looks like a page size: \
        more may follow
        """
    }
    return nil
  }

  /// A page that is missing, by the recorded queries or by the numbers of the files.
  private func gap(_ pages: [Page]) -> Phrase? {
    let asked = pages.map { claims[$0.file]?.page }
    if asked.contains(where: { $0 != nil }) {
      let known = Set(asked.compactMap { $0 })
      // A file without a recorded page may be any one of those that are missing.
      var spare = asked.count { $0 == nil }
      for number in 0...(known.max() ?? 0) where !known.contains(number) {
        if spare == 0 { return "by the recorded queries, page \(number) of this list is missing" }
        spare -= 1
      }
      return nil
    }
    let skipped = pages.map { claims[$0.file]?.query?.skipped }
    if skipped.contains(where: { ($0 ?? 0) > 0 }) {
      let order = zip(skipped.map { $0 ?? 0 }, pages.map(\.count)).sorted { $0 < $1 }
      var next = 0
      for (offset, count) in order {
        if offset > next { return "by the recorded queries, records before number \(offset) of this list are missing" }
        next = max(next, offset + count)
      }
      return nil
    }
    return numbering(of: pages.map(\.file))
  }

  /// A number that is missing among the files, or among those of other organisations that are numbered with them.
  private func numbering(of files: [FileID]) -> Phrase? {
    files.lazy.compactMap { claims[$0].flatMap { gaps[$0.series] } }.first
  }

  private func overlap(_ pages: [Page], _ noun: Noun) -> Phrase? {
    var seen = Set<String>()
    for page in pages {
      if !seen.isDisjoint(with: page.identities) {
        return noun.twice
      }
      seen.formUnion(page.identities)
    }
    return nil
  }

  // MARK: Other lists

  /// Why a file that is no page of ``pages`` may leave something out of its list; `nil` where nothing says so.
  package func doubt(ofFile file: FileID) -> Phrase? {
    guard !paged.contains(file), let claim = claims[file], claim.kind != nil else { return nil }
    guard let doubt = ownDoubt(of: claim) else { return claim.isNumbered ? gaps[claim.series] : nil }
    // A list that is whole as far as one can see, and no shorter, has what this one leaves out.
    let whole = longest[ListGroup(kind: claim.kind, organisation: claim.organisation)]
    return whole.map { $0 >= claim.records } == true ? nil : doubt
  }

  func ownDoubt(of claim: ListClaim) -> Phrase? {
    if let restriction = claim.restriction { return restriction }
    if (claim.page ?? 0) > 0 || (claim.query?.skipped ?? 0) > 0 {
      return "by its recorded query the document is a later page of its list"
    }
    if claim.isFull { return "the file holds as many records as its query asked for at most: more may follow" }
    if let limit = claim.traits?.usualLimit, claim.records == limit.count, claim.query?.isUnlimited != true,
      claim.query?.size == nil
    {
      return limit.doubt
    }
    return nil
  }
}
