import Formats
import FoundationEssentials
import ImportCore

/// Which lists of a page are trees of access groups. Lists of other things stand on the same pages.
///
/// A list is a tree where one of its items says so: by a urn, by a bold name with a colon, or by a name that a table of the
/// page has. Then all its items are groups, whatever they lack.
struct PageLists {
  /// By block: the number of its list; `nil` for what is no item.
  private var list: [Int?] = []
  private var trees: Set<Int> = []
  private var tableNames: Set<String> = []

  init(_ blocks: [PageBlock]) {
    for block in blocks {
      guard case .table(let rows) = block.content else { continue }
      for row in rows.dropFirst() { if let name = row.cells.first { tableNames.insert(GroupPage.key(name)) } }
    }
    var number = 0
    for block in blocks {
      guard case .item(_, let lead, let text) = block.content else {
        number += 1
        list.append(nil)
        continue
      }
      list.append(number)
      if saysTree(lead, text) { trees.insert(number) }
    }
  }

  private func saysTree(_ lead: String?, _ text: String) -> Bool {
    if text.contains("urn:altinn:accesspackage") { return true }
    if let lead, GroupPage.trim(lead).hasSuffix(":") { return true }
    return tableNames.contains(GroupPage.key(lead ?? Self.start(of: text)))
  }

  func isTree(_ block: Int) -> Bool { list[block].map(trees.contains) ?? false }

  /// The name of the group that an item is; `nil` where it is none, or has no name that can be told from its text.
  func name(of block: Int, _ lead: String?, _ text: String) -> String? {
    guard isTree(block) else { return nil }
    if let lead {
      let name = GroupPage.clean(lead)
      return name.isEmpty || name.contains("urn:altinn:") ? Self.named(Self.start(of: text)) : name
    }
    let start = Self.start(of: text)
    let isKnown = tableNames.contains(GroupPage.key(start)) || text.contains("urn:altinn:accesspackage")
    return isKnown ? Self.named(start) : nil
  }

  private static func named(_ text: String) -> String? {
    let name = GroupPage.clean(text)
    return name.isEmpty ? nil : name
  }

  /// The beginning of a text up to what parts a name from what is said of it.
  private static func start(of text: String) -> String {
    var end = text.endIndex
    for mark in [":", " – ", " — ", " - ", " (", ". ", "urn:altinn:"] {
      if let range = text.range(of: mark), range.lowerBound < end { end = range.lowerBound }
    }
    return String(text[..<end]).filter { $0 != "*" }
  }
}
