/// What tells a kind of document by its content.
package enum Sign: Sendable {
  /// Keys of the objects of a JSON document.
  case keys(KeyRule)
  /// Titles that a table has among others, in lower case, each by one of several names.
  case columns([[String]])

  /// Titles that a table has among others, in lower case.
  package static func titles(_ names: Set<String>) -> Sign { .columns(names.map { [$0] }) }

  /// Objects with all of `required`, with one of `oneOf` where there are any, with none of `forbidden`, and, where it is
  /// exact, with nothing else.
  package static func keys(
    _ required: Set<String>, oneOf: Set<String> = [], without forbidden: Set<String> = [], exact: Bool = false
  ) -> Sign {
    .keys(KeyRule(kind: "", required: required, oneOf: oneOf, forbidden: forbidden, isExact: exact, what: ""))
  }

  func fits(_ object: [String: JSONSketch.ValueShape]) -> Bool {
    if case .keys(let rule) = self { rule.matches(object) } else { false }
  }

  func fits(_ titles: Set<String>) -> Bool {
    if case .columns(let required) = self { required.allSatisfy { $0.contains(where: titles.contains) } } else { false }
  }
}
