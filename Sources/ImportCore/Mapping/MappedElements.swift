import FactStore
import Formats
import Localization

/// Walks to the elements that a fact rule makes facts of.
///
/// `each: /groups/*/members` goes through the elements of `groups` and, in each, those of `members`. The nodes around
/// an element are its parents, innermost last: the record, then each element passed on the way.
struct MappedElements {
  let rule: FactRule

  /// Calls `body` for every element, or once with what is missing where a list is not there.
  func visit(
    _ record: JSONNode, _ around: [JSONNode], _ place: Place,
    _ body: (JSONNode, [JSONNode], Place, Phrase?) -> Void
  ) {
    guard !rule.each.isEmpty else { return body(record, around, place, nil) }
    var lists: [[String]] = [[]]
    for name in rule.each.names {
      if name == "*" { lists.append([]) } else { lists[lists.count - 1].append(name) }
    }
    descend(record, around, place, lists[...], body)
  }

  private func descend(
    _ node: JSONNode, _ around: [JSONNode], _ place: Place, _ lists: ArraySlice<[String]>,
    _ body: (JSONNode, [JSONNode], Place, Phrase?) -> Void
  ) {
    guard let names = lists.first else { return body(node, around, place, nil) }
    let path = JSONPath(names: names)
    let parents = around + [node]
    guard let list = node[path], list.kind == .array else {
      if rule.missingListMeansNone, Self.isMissing(path, in: node) { return }
      return body(node, parents, place, Phrase("there is no list at `\(path.text)`"))
    }
    for (index, element) in list.elements.enumerated() {
      let at = Place(line: element.line, pointer: "\(place.pointer)\(path.text)/\(index)")
      descend(element, parents, at, lists.dropFirst(), body)
    }
  }

  /// Whether nothing stands at the path, or null. Where something on the way has nothing by name, the list is not missing.
  private static func isMissing(_ path: JSONPath, in node: JSONNode) -> Bool {
    var node = node
    for name in path.names {
      if node.isNull { return true }
      guard node.kind == .object || node.kind == .array else { return false }
      guard let next = node[JSONPath(names: [name])] else { return true }
      node = next
    }
    return node.isNull
  }
}
