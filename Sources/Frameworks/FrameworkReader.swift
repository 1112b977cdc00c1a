import Audit
import Formats
import ImportCore

/// Turns the tree of a file into a framework.
struct FrameworkReader {
  private(set) var settings: SettingsReader

  static let keys = ["id", "title", "publisher", "edition", "source", "prefix", "controls"]
  private static let languages = ["en", "da", "nb"]
  /// Characters of an id, and of another text: they stand in lines and cells.
  private static let (idLimit, textLimit) = (80, 400)

  init(path: String) { settings = SettingsReader(path: path) }

  /// The framework; `nil` where it lacks what it must have. What is wrong is in ``settings``.
  mutating func read(_ root: YAMLNode) -> Framework? {
    let top = settings.map(root, "the framework", keys: Self.keys)
    // What is named by nothing like a key of ours is no framework, and nothing of it is quoted.
    guard settings.isKnown(root, keys: Self.keys) else { return nil }
    let id = said(top["id"], "`id`", requiredBy: root.line, limit: Self.idLimit)
    if let id, !Self.isName(id) {
      settings.report(
        top["id"]?.line ?? root.line, "`\(ForeignText.name(id))` is no id of a framework",
        help: "ids have small letters, digits, `.` and `-`, as in `iso27001-2022`")
    }
    let title = texts(top["title"], "`title`", requiredBy: root.line)
    let controls = controls(top["controls"], root.line)
    let (publisher, edition) = (text(top["publisher"], "`publisher`"), text(top["edition"], "`edition`"))
    let source = text(top["source"], "`source`")
    let prefix = top["prefix"].flatMap { said($0, "`prefix`", limit: Self.idLimit) }
    guard let id, let title else { return nil }
    return Framework(
      id: id, title: title, publisher: publisher, edition: edition, source: source, prefix: prefix,
      controls: controls)
  }

  private static func isName(_ id: String) -> Bool {
    id.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || ".-".utf8.contains(byte)
    }
  }

  // MARK: Controls

  private mutating func controls(_ node: YAMLNode?, _ line: Int) -> [Framework.Control] {
    let entries = settings.list(node, "`controls`")
    if entries.isEmpty, settings.problems.isEmpty { settings.report(node?.line ?? line, "there are no controls") }
    var lines: [String: Int] = [:]
    return entries.compactMap { entry in
      guard let control = control(entry) else { return nil }
      if let first = lines.updateValue(entry.line, forKey: control.id) {
        settings.report(
          entry.line, "the control `\(ForeignText.name(control.id))` stands there twice (line \(first))",
          help: "keep one of the two")
        return nil
      }
      return control
    }
  }

  private mutating func control(_ node: YAMLNode) -> Framework.Control? {
    let entry = settings.map(node, "an entry of `controls`", keys: ["id", "title", "through", "policies"])
    let id = said(entry["id"], "`id` of an entry of `controls`", requiredBy: node.line, limit: Self.idLimit)
    let title = texts(entry["title"], "`title` of an entry of `controls`", requiredBy: node.line)
    let through = references(entry["through"], "`through`")
    let policies = references(entry["policies"], "`policies`")
    for reference in policies where reference.text.dropLast().contains("*") || reference.text == "*" {
      settings.report(
        reference.line, "`\(ForeignText.name(reference.text))` is neither an id of a policy nor the beginning of one",
        help: "write `kitos.*` for all policies whose ids begin with `kitos.`")
    }
    guard let id, let title else { return nil }
    return Framework.Control(id: id, title: title, through: through, policies: policies)
  }

  private mutating func references(_ node: YAMLNode?, _ what: String) -> [Framework.Reference] {
    settings.list(node, what, limit: SettingsReader.smallLimit).compactMap { entry in
      (entry.text == "*" ? "*" : said(entry, "an entry of \(what)", limit: Self.textLimit)).map {
        Framework.Reference($0, line: entry.line)
      }
    }
  }

  // MARK: Texts

  /// A text, or one in several languages.
  private mutating func texts(_ node: YAMLNode?, _ what: String, requiredBy line: Int) -> Framework.Texts? {
    guard let node, node.members != nil else {
      return said(node, what, requiredBy: line, limit: Self.textLimit).map { Framework.Texts(["en": $0]) }
    }
    var texts: [String: String] = [:]
    for (language, text) in settings.map(node, what, keys: Self.languages).sorted(by: { $0.key < $1.key }) {
      texts[language] = said(text, "`\(language)` of \(what)", limit: Self.textLimit)
    }
    if texts.isEmpty { settings.report(node.line, "\(what) is in no language", help: "write `en`, `da` or `nb`") }
    return texts.isEmpty ? nil : Framework.Texts(texts)
  }

  private mutating func text(_ node: YAMLNode?, _ what: String) -> String {
    node.flatMap { said($0, what, limit: Self.textLimit) } ?? ""
  }

  /// A text that says something, and not too much.
  private mutating func said(
    _ node: YAMLNode?, _ what: String, requiredBy line: Int? = nil, limit: Int
  ) -> String? {
    guard let text = settings.text(node, what, requiredBy: line) else { return nil }
    let place = node?.line ?? line ?? 0
    guard text.contains(where: { $0.isLetter || $0.isNumber }) else {
      settings.report(place, "\(what) says nothing")
      return nil
    }
    guard text.unicodeScalars.count <= limit else {
      settings.report(place, "\(what) is longer than \(limit) characters")
      return nil
    }
    return text
  }
}
