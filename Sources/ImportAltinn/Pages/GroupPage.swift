import FactStore
import Formats
import FoundationEssentials
import ImportCore
import ImportEnhetsregisteret

/// What a page of Altinn's documentation says of access groups: any of its four layouts, in Norwegian or English.
///
/// A tree of bullets, a table of properties, and sections with a urn are read each for itself; what they say of one name is
/// put together.
struct GroupPage: Sendable {
  struct Group: Sendable {
    var name: String
    var line: Int
    /// 1 for a category; `nil` where the page has a table and no tree.
    var level: Int?
    var parent: String?
    var package: String?
    var delegable: Answer?
    var attachable: Answer?
    /// Codes of roles that hold it; `nil` where the page has no column of roles for it.
    var roles: [Role]?
    var isInTree = false
    var isInTable = false
  }

  struct Role: Hashable, Sendable {
    var code: String
    /// The page has another code, which is taken for this one.
    var isAssumed: Bool
  }

  enum Answer: String, Sendable {
    case yes, no
    /// By client delegation only; by the trustee's own interface only.
    case client, trustee
    /// Something is written that is none of these.
    case unclear
  }

  struct Quirk: Hashable, Sendable {
    var group: String
    var what: String
    var detail: String
    var line: Int
  }

  private(set) var groups: [Group] = []
  private(set) var quirks: [Quirk] = []
  /// The line of the notice that it is undecided what FFØR should have.
  private(set) var undecided: Int?
  /// Rows and nodes as they stand, before they are put together: what a count of the page gives.
  private(set) var treeNodes = 0
  private(set) var tableRows = 0
  /// Something looks like access groups, and no layout fits.
  private(set) var hasForeignLayout = false
  private var index: [String: Int] = [:]

  /// What the page is of: its topmost group. Pages have headings, but all the same ones.
  var title: String { (groups.first { $0.level == 1 } ?? groups.first).map { Self.clean($0.name) } ?? "" }

  init(_ blocks: [PageBlock]) {
    let lists = PageLists(blocks)
    var heading: (name: String, line: Int)?
    var section: (name: String, level: Int, line: Int)?
    var tree: [(depth: Int, name: String)] = []
    var category: String?
    for (place, block) in blocks.enumerated() {
      switch block.content {
      case .heading(let level, let text):
        tree = []
        category = Self.category(text)
        heading = category == nil ? (Self.clean(text), block.line) : nil
        section = (Self.clean(text), level, block.line)
        if let category { addNode(category, nil, 1, nil, block.line) }
      case .item(let depth, let lead, let text):
        // A section of the oldest layout that is headed without a level.
        if category == nil, lead == nil, text.hasPrefix("*"), let heading {
          category = heading.name
          addNode(heading.name, nil, 1, nil, heading.line)
        }
        if let category, lead == nil {
          addPlainItem(text, depth, category, block.line, &tree)
        } else if let name = lists.name(of: place, lead, text) {
          addTreeItem(name, depth, text, block.line, &tree)
        } else if lists.isTree(place) || Self.package(in: text) != nil {
          noteUnread(text, block.line)
        }
      case .paragraph(let text):
        if text.contains("uavklart hvilke fullmakter"), text.contains("orretningsfører") { undecided = block.line }
        guard let package = Self.package(in: text) else { continue }
        if let section, section.level >= 3, category == nil {
          setPackage(package, group(section.name, section.line))
        } else {
          noteUnread(package.code, block.line)
        }
      case .table(let rows): readTable(rows)
      }
    }
    noteDifferences()
    let looksLikeGroups = blocks.contains { block in
      if case .table(let rows) = block.content, let header = rows.first {
        return header.cells.contains { $0.lowercased().contains("pakke") || $0.lowercased().contains("access package") }
          && header.cells.count > 1
      }
      return false
    }
    hasForeignLayout = groups.isEmpty && looksLikeGroups
  }

  /// Whether a text speaks of access groups at all, wherever in it. Cheap: most texts do not.
  static func mayBe(_ text: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { bytes in
      for at in bytes.indices {
        // The words begin with one of three letters, in either case.
        let first = bytes[at] | 0x20
        guard first == UInt8(ascii: "t") || first == UInt8(ascii: "f") || first == UInt8(ascii: "a") else { continue }
        if words.contains(where: { word in
          at + word.count <= bytes.count
            && zip(word, bytes[at...]).allSatisfy { $0 == $1 || $1 != 0 && $0 == $1 | 0x20 }
        }) {
          return true
        }
      }
      return false
    }
  }

  private static let words: [[UInt8]] = [
    "tilgangspakke", "tillgangspakke", "fullmaktsgruppe", "accesspackage", "access package",
  ].map { Array($0.utf8) }

  // MARK: The tree

  /// Something that may be a group and could not be read as one: it is said, and not lost without a word.
  private mutating func noteUnread(_ text: String, _ line: Int) {
    let name = Self.clean(ForeignText.name(text))
    quirks.append(Quirk(group: name.isEmpty ? "(no name)" : name, what: "unread", detail: name, line: line))
  }

  private mutating func addTreeItem(
    _ name: String, _ depth: Int, _ text: String, _ line: Int, _ tree: inout [(depth: Int, name: String)]
  ) {
    while let last = tree.last, last.depth >= depth { tree.removeLast() }
    addNode(name, tree.last?.name, tree.count + 1, Self.package(in: text), line)
    tree.append((depth, name))
  }

  /// The oldest layout: `*Name` is a leaf, which services may name; `Nivå 2: Name` is not.
  private mutating func addPlainItem(
    _ text: String, _ depth: Int, _ category: String, _ line: Int, _ tree: inout [(depth: Int, name: String)]
  ) {
    while let last = tree.last, last.depth >= depth { tree.removeLast() }
    let isLeaf = text.hasPrefix("*")
    guard isLeaf || text.lowercased().hasPrefix("niv") else { return noteUnread(text, line) }
    var name = isLeaf ? String(text.dropFirst()) : text
    if !isLeaf {
      guard let digit = name.firstIndex(where: \.isNumber) else { return noteUnread(text, line) }
      name = String(name[name.index(after: digit)...])
    }
    name = Self.clean(String(name.split(separator: "(", omittingEmptySubsequences: false).first ?? ""))
    guard !name.isEmpty else { return }
    let node = addNode(name, tree.last?.name ?? category, tree.count + 2, nil, line)
    groups[node].attachable = isLeaf ? .yes : .no
    tree.append((depth, name))
  }

  @discardableResult
  private mutating func addNode(
    _ name: String, _ parent: String?, _ level: Int, _ package: (code: String, isOdd: Bool)?, _ line: Int
  ) -> Int {
    treeNodes += 1
    let node = group(name, line)
    groups[node].level = level
    groups[node].parent = parent
    groups[node].isInTree = true
    if let package { setPackage(package, node) }
    return node
  }

  private mutating func group(_ name: String, _ line: Int) -> Int {
    let key = Self.key(name)
    if let known = index[key] { return known }
    index[key] = groups.count
    groups.append(Group(name: name, line: line))
    return groups.count - 1
  }

  private mutating func setPackage(_ package: (code: String, isOdd: Bool), _ group: Int) {
    groups[group].package = package.code
    if package.isOdd {
      quirks.append(
        Quirk(group: groups[group].name, what: "odd-urn", detail: package.code, line: groups[group].line))
    }
  }

  // MARK: The table

  private mutating func readTable(_ rows: [PageBlock.Row]) {
    guard let header = rows.first?.cells.map({ $0.lowercased() }) else { return }
    func column(_ words: [String]) -> Int? { header.firstIndex { cell in words.contains { cell.contains($0) } } }
    let name = header.firstIndex { cell in
      ["pakke", "fullmaktsgruppe", "access package", "access group"].contains { cell.contains($0) }
        && !["delegeres", "knytte", "er rolle", "i kategorien", "in the category", "in this category"].contains {
          cell.contains($0)
        }
    }
    let delegable = column(["delegeres", "delegerbar", "delegable", "delegated"])
    let attachable = column(["knytte", "attach", "link services"])
    let roles = column([
      "er rolle", "er-rolle", "enhetsregisterroller", "enhetsregisteret", "er role", "central coordinating",
      "register role", "registerrolle", "roller", "roles",
    ])
    guard let name, delegable != nil || roles != nil, rows.count > 1 else {
      // A table of names alone lists the sections below it.
      for row in rows.dropFirst() {
        if let package = row.cells.lazy.compactMap({ Self.package(in: $0) }).first {
          noteUnread(package.code, row.line)
        }
      }
      return
    }
    for row in rows.dropFirst() where row.cells.indices.contains(name) {
      let title = Self.clean(row.cells[name])
      guard !title.isEmpty else { continue }
      tableRows += 1
      let place = group(title, row.line)
      let before = groups[place]
      groups[place].isInTable = true
      groups[place].line = row.line
      func cell(_ column: Int?) -> String? {
        column.flatMap { row.cells.indices.contains($0) ? Self.trim(row.cells[$0]) : nil }
      }
      if let package = row.cells.lazy.compactMap({ Self.package(in: $0) }).first { setPackage(package, place) }
      if let text = cell(delegable) { groups[place].delegable = answer(text, title, row.line) }
      if let text = cell(attachable) { groups[place].attachable = answer(text, title, row.line) }
      if let text = cell(roles) { groups[place].roles = readRoles(text, title, row.line) }
      if before.isInTable { noteSecondRow(before, place) }
    }
  }

  /// Two rows of one name: where they differ nobody knows which counts.
  private mutating func noteSecondRow(_ before: Group, _ place: Int) {
    quirks.append(
      Quirk(group: before.name, what: "twice-in-table", detail: before.name, line: groups[place].line))
    if groups[place].delegable != before.delegable { groups[place].delegable = .unclear }
    if groups[place].attachable != before.attachable { groups[place].attachable = .unclear }
    if groups[place].roles != before.roles { groups[place].roles = nil }
  }

  private mutating func answer(_ text: String, _ group: String, _ line: Int) -> Answer {
    switch text.lowercased().filter({ $0 != "*" }) {
    case "ja", "yes": return .yes
    case "nei", "no": return .no
    case "klientdelegering", "client delegation": return .client
    case "borolle delegering", "bo-rolle delegering": return .trustee
    default:
      quirks.append(Quirk(group: group, what: "unclear-answer", detail: text, line: line))
      return .unclear
    }
  }

  private mutating func readRoles(_ text: String, _ group: String, _ line: Int) -> [Role] {
    var found: [Role] = []
    for part in text.split(whereSeparator: { ",;/".contains($0) }).flatMap(RegisterRoleNames.parts) {
      let word = Self.trim(part).filter { $0 != "*" }
      guard !word.isEmpty, !["ingen", "none", "-"].contains(word.lowercased()) else { continue }
      guard let role = RegisterRoleNames.role(word).map({ Role(code: $0.code, isAssumed: $0.isAssumed) }) else {
        quirks.append(Quirk(group: group, what: "no-role", detail: word, line: line))
        found.append(Role(code: word, isAssumed: true))
        continue
      }
      if role.isAssumed { quirks.append(Quirk(group: group, what: "role-assumed", detail: word, line: line)) }
      if role.code == "PRIV" { quirks.append(Quirk(group: group, what: "no-register-role", detail: word, line: line)) }
      if !found.contains(role) { found.append(role) }
    }
    return found
  }

  private mutating func noteDifferences() {
    guard treeNodes > 0, tableRows > 0 else { return }
    for group in groups where group.isInTree != group.isInTable {
      quirks.append(
        Quirk(
          group: group.name, what: group.isInTree ? "not-in-table" : "not-in-tree", detail: group.name, line: group.line
        ))
    }
  }
}
