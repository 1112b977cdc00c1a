import FactStore
import Formats
import Localization

/// What the query that made an export says of the list that it answers: whether it asked for all of it, and for which
/// page. It is the `query` that `tilsyn.yaml` records beside a source.
///
/// A query that asks for less than everything makes its answer a part of the list, however it looks.
package struct RecordedQuery: Hashable, Sendable {
  /// Why the answer leaves something out, each a sentence that names no value of the query.
  package var restrictions: [Phrase] = []
  /// The page that was asked for, as the system counts: the first is 0.
  package var page: Int?
  /// How many records precede those of the answer.
  package var skipped: Int?
  /// The most records that the answer may hold.
  package var size: Int?
  /// The query asks for no limit.
  var isUnlimited = false

  /// `organisation` is the one that the source is said to be of.
  package init(_ text: String, traits: ListTraits?, organisation: String? = nil) {
    if let command = RecordedCommand(text) {
      restrictions = command.restrictions(traits)
      size = command.size
      isUnlimited = command.isUnlimited
    } else if let question = text.firstIndex(of: "?") {
      readParameters(text[text.index(after: question)...], traits)
    }
    let words = text.lowercased().split { !$0.isLetter }
    if words.first == "select", words.contains("where") || words.contains("limit") || words.contains("fetch") {
      restrictions.append("the recorded query selects some of the records")
    }
    if let organisation, let asked = Self.organisation(in: text), asked != organisation {
      restrictions.append("the recorded query asks for another organisation than the one that is given for it")
    }
  }

  private mutating func readParameters(_ text: Substring, _ traits: ListTraits?) {
    let query = text.prefix { !$0.isWhitespace && !"\"'`#".contains($0) }
    for part in query.split(separator: "&") {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map { PercentEncoding.decoded($0, plusIsBlank: true) }
      let value = sides.count == 2 ? sides[1] : ""
      guard !sides[0].isEmpty, !value.isEmpty else { continue }
      read(sides[0], value, traits)
    }
  }

  private mutating func read(_ name: String, _ value: String, _ traits: ListTraits?) {
    let key = name.lowercased().drop { $0 == "$" }
    let number = Int(value).flatMap { $0 >= 0 ? $0 : nil }
    switch key {
    case "page", "pagenumber", "pageindex": page = number.map { max(0, $0 - (traits?.firstPage ?? 0)) }
    case "pagesize", "top", "size", "limit", "per_page", "perpage", "maxpagesize": size = number
    case "skip", "offset": skipped = number
    default:
      if Self.harmless.contains(String(key)) || traits?.harmlessParameters.contains(String(key)) == true { return }
      if traits?.isAskedOfParty == true, !Self.filters.contains(where: key.contains) { return }
      restrictions.append("the recorded query asks with `\(Self.shown(name))`, so the document is a part of the list")
    }
  }

  /// Parameters that leave no record out.
  private static let harmless: Set<String> = [
    "organizationuuid", "organisationuuid", "orderbyproperty", "orderby", "count", "expand", "select", "format",
    "api-version", "pretty",
  ]
  private static let filters = ["filter", "search", "query", "since", "cursor", "continuation"]

  private static func shown(_ name: String) -> String {
    NationalIdentity.mayStand(in: name) || !name.allSatisfy { $0.isASCII && ($0.isLetter || "$_-.".contains($0)) }
      ? "…" : String(name.prefix(40))
  }

  /// The organisation whose users or objects the address of an interface asks for.
  private static func organisation(in text: String) -> String? {
    for mark in ["/organizations/", "/organization/", "organizationUuid="] {
      guard let start = text.range(of: mark) else { continue }
      if let uuid = NormalForm.uuid.read(String(text[start.upperBound...].prefix(36))) { return uuid }
    }
    return nil
  }
}
