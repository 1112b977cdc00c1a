import Formats
import Localization

/// What the object around a list of records says of the list, as paged interfaces write it: whether more records follow, and how
/// many there are in all.
///
/// The one reader of it for documents of every kind. Interfaces write the same key in many ways (`@odata.nextLink`,
/// `next_link`, `NextLink`), so only letters and digits of a key count, whatever their case.
package enum Envelope {
  /// How many records a list has in all, as its envelope says it.
  package enum Total: Equatable {
    case count(Int64)
    /// A total is there and is no whole number, so nobody knows how many were announced.
    case unclear

    /// Why a list of so many records may not be whole; `nil` where the total agrees.
    package func doubt(of nouns: Phrase, read count: Int) -> Phrase? {
      switch self {
      case .count(Int64(count)): nil
      case .count(let total): Phrase("the document counts \("\(total)") \(nouns), and \(count) were read")
      case .unclear:
        Phrase("the document states a total that is no whole number: whether it holds all \(nouns) is not known")
      }
    }
  }

  /// Whether it says that more records follow: a link or a mark to the next page, a flag, or pages after this one.
  package static func saysMore(_ node: JSONNode) -> Bool { saysMore(node, 0) }

  /// How many records the list has in all, where the object says it: the highest of several totals, since one of a page
  /// stands beside that of all.
  package static func total(_ node: JSONNode) -> Total? { total(node, 0) }

  // MARK: More

  private static func saysMore(_ node: JSONNode, _ depth: Int) -> Bool {
    var page: Int64?
    var pages: Int64?
    for (key, value) in node.members {
      let key = plain(key)
      if nextKeys.contains(key), holdsSomething(value) { return true }
      if flagKeys.contains(key), !isDenied(value) { return true }
      // In an object of links, `last` is the address of the last page.
      if lastKeys.contains(key), isFalse(value) { return true }
      if pageKeys.contains(key) { page = number(value) }
      // Spring counts from 0.
      if key == "number" { page = number(value).map { $0 + 1 } }
      if pagesKeys.contains(key), !value.isNull { pages = number(value) ?? .max }
      guard containers.contains(key), depth < 4 else { continue }
      if value.kind == .object, saysMore(value, depth + 1) { return true }
      if value.kind == .array, value.elements.contains(where: isNextLink) { return true }
    }
    return pages.map { $0 > max(1, page ?? 1) } ?? false
  }

  /// `{"rel": "next", "href": …}`, as an element of a list of links.
  private static func isNextLink(_ link: JSONNode) -> Bool {
    link.members.contains { plain($0.key) == "rel" && $0.value.string.map(plain) == "next" }
  }

  private static func holdsSomething(_ node: JSONNode) -> Bool {
    switch node.kind {
    case .null: false
    case .string: node.withTextBytes { !$0.isEmpty } == true
    case .bool: node.bool == true
    case .object:
      node.members.first { plain($0.key) == "href" }.map { holdsSomething($0.value) } ?? (node.count > 0)
    default: true
    }
  }

  private static func isFalse(_ node: JSONNode) -> Bool {
    node.bool == false || node.int == 0 || node.string.map(plain) == "false"
  }

  /// Whether a flag says no. What is neither yes nor no may be a yes.
  private static func isDenied(_ node: JSONNode) -> Bool { node.isNull || isFalse(node) || node.string == "" }

  // MARK: Total

  private static func total(_ node: JSONNode, _ depth: Int) -> Total? {
    var found: Total?
    func add(_ total: Total?) {
      switch (found, total) {
      case (_, nil), (.unclear?, _): break
      case (.count(let old)?, .count(let new)?): found = .count(max(old, new))
      default: found = total
      }
    }
    for (key, value) in node.members {
      let key = plain(key)
      if totalKeys.contains(key) { add(number(value).map { .count($0) } ?? .unclear) }
      if containers.contains(key), value.kind == .object, depth < 4 { add(total(value, depth + 1)) }
    }
    return found
  }

  /// A whole number, also as `9.0` or as the text `"9"`, as interfaces write it for programs that know no large numbers.
  private static func number(_ node: JSONNode) -> Int64? {
    if let number = node.int { return number >= 0 ? number : nil }
    guard let text = node.numberText ?? node.string.map({ TableInput.trim($0) }) else { return nil }
    if let number = Int64(text) { return number >= 0 ? number : nil }
    guard let number = Double(text), number >= 0, number < 9e15, number == number.rounded() else { return nil }
    return Int64(number)
  }

  // MARK: Keys

  /// A key without what interfaces write differently: case, prefix, and all but letters and digits.
  private static func plain(_ key: String) -> String {
    let letters = String(
      String.UnicodeScalarView(
        key.lowercased().unicodeScalars.filter {
          $0.properties.isAlphabetic
            || ("0"..."9").contains($0)
        }))
    return letters.hasPrefix("odata") ? String(letters.dropFirst(5)) : letters
  }

  private static let nextKeys: Set<String> = [
    "next", "nextlink", "nextlinks", "nextpage", "nextpagetoken", "nextpagelink", "nextpageurl", "nextpageuri",
    "nexturl", "nexturi", "nexthref", "nextcursor", "nexttoken", "nextmarker", "nextoffset", "nextskip",
    "nextskiptoken", "nextrecordsurl", "continuationtoken", "continuation", "skiptoken",
  ]
  private static let flagKeys: Set<String> = [
    "hasmore", "hasmoreitems", "hasmorepages", "hasmorerecords", "hasmoreresults", "hasnext", "hasnextpage", "more",
    "moreavailable", "morerecords", "moreresults", "truncated", "istruncated", "incomplete", "isincomplete",
    "incompleteresults", "partial", "ispartial",
  ]
  private static let lastKeys: Set<String> = ["last", "islast", "islastpage", "complete", "iscomplete", "done"]
  private static let totalKeys: Set<String> = [
    "count", "total", "totalcount", "totalelements", "totalentries", "totalhits", "totalitems", "totalnumber",
    "totalobjects", "totalrecords", "totalresults", "totalrows", "totalsize", "recordcount", "recordstotal",
    "itemcount", "resultcount", "numberofrecords", "numberofitems", "numberofresults", "totalnumberofrecords",
  ]
  private static let pageKeys: Set<String> = ["page", "currentpage", "pagenumber", "pageno", "thispage"]
  private static let pagesKeys: Set<String> = [
    "totalpages", "pagecount", "numberofpages", "pages", "lastpage", "pagestotal",
  ]
  private static let containers: Set<String> = [
    "links", "link", "paging", "pagination", "pager", "page", "pageinfo", "meta", "metadata", "responsemetadata",
  ]
}
