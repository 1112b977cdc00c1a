import Formats

/// The object around a list of records, as paged interfaces write it.
enum Envelope {
  /// Whether it says that more records follow: a link or a mark to the next page, or a flag.
  static func saysMore(_ node: JSONNode) -> Bool {
    for key in nextKeys where node[key].map(holdsSomething) == true { return true }
    for key in flagKeys where node[key]?.bool == true { return true }
    if lastKeys.contains(where: { node[$0]?.bool == false }) { return true }
    for key in ["links", "_links", "paging", "pagination", "meta"] {
      guard let inner = node[key], inner.kind == .object else { continue }
      if saysMore(inner) { return true }
    }
    return false
  }

  /// How many records the list has in all, where the object says it.
  static func total(_ node: JSONNode) -> Int64? {
    for key in totalKeys { if let total = node[key]?.int { return total } }
    for key in ["page", "paging", "pagination", "meta"] {
      if let inner = node[key], inner.kind == .object, let total = total(inner) { return total }
    }
    return nil
  }

  private static let nextKeys = [
    "@odata.nextLink", "odata.nextLink", "nextLink", "next", "nextPage", "next_page", "nextPageToken",
    "next_page_token",
    "nextCursor", "next_cursor", "continuationToken", "continuation_token",
  ]
  private static let flagKeys = ["hasMore", "has_more", "hasNext", "has_next", "hasNextPage", "more", "truncated"]
  private static let lastKeys = ["last", "isLast", "isLastPage"]
  private static let totalKeys = [
    "@odata.count", "odata.count", "totalCount", "total_count", "total", "totalElements", "totalRecords", "totalItems",
    "totalResults",
  ]

  private static func holdsSomething(_ node: JSONNode) -> Bool {
    switch node.kind {
    case .null: false
    case .string: node.withTextBytes { !$0.isEmpty } == true
    case .bool: node.bool == true
    case .object: node["href"].map(holdsSomething) ?? (node.count > 0)
    default: true
    }
  }
}
