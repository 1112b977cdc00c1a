import ImportCore

/// What the recorded query says that a list was asked for. Nothing in an answer says it.
struct Asked {
  private let query: String
  private let scope: SourceContext.Scope?

  init(_ context: SourceContext) {
    query = context.query?.lowercased() ?? ""
    scope = context.scope
  }

  /// Whether whoever made the list sees everything.
  var seesAll: Bool { scope == .all }

  /// The statuses that were asked for, as labels; `nil` where the query names none.
  var statuses: Set<String>? {
    let found = values(of: "statuses").union(values(of: "status"))
    return found.isEmpty ? nil : found
  }

  /// The thing whose part of the interface was called: the id behind `/apis/`.
  func id(behind part: String) -> String? {
    guard let range = query.firstRange(of: "/\(part)/") else { return nil }
    let id = query[range.upperBound...].prefix { !"/?& ".contains($0) }
    return id.isEmpty ? nil : GraviteeText.id(String(id))
  }

  /// The values of a parameter, which may be given several times and may hold several.
  private func values(of name: String) -> Set<String> {
    var found: Set<String> = []
    var rest = query[...]
    while let range = rest.firstRange(of: name) {
      let isWord = range.lowerBound == query.startIndex || !query[query.index(before: range.lowerBound)].isLetter
      rest = rest[range.upperBound...]
      guard isWord, let sign = rest.first, sign == "=" || sign == ":" else { continue }
      let text = rest.dropFirst().drop { $0 == " " }.prefix { !"&?\"' ".contains($0) }
      for part in text.replacing("%2c", with: ",").split(separator: ",") {
        found.insert(GraviteeText.label(String(part)))
      }
    }
    return found
  }
}
