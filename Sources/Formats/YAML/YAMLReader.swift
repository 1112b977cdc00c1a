import Budget
import Localization
private import Yams

/// Reads settings and registers in a part of YAML that means the same to everybody.
///
/// Scalars are text. Anchors, aliases, tags, keys that are not text, duplicate keys, several documents and deep nesting
/// are refused: each of them lets a file say something else than it shows. UTF-8, with or without a byte-order mark.
public enum YAMLReader {
  /// Reads a document. A file without content is an empty map.
  public static func read(_ bytes: [UInt8], limits: RunLimits = .standard) -> Result<YAMLNode, FormatProblem> {
    var account = Account(limits)
    return read(bytes, account: &account)
  }

  /// The same, where it is one of several.
  public static func read(_ bytes: [UInt8], account: inout Account) -> Result<YAMLNode, FormatProblem> {
    do throws(FormatProblem) {
      return .success(try parse(bytes, &account))
    } catch {
      return .failure(error)
    }
  }

  private static func parse(_ bytes: [UInt8], _ account: inout Account) throws(FormatProblem) -> YAMLNode {
    guard bytes.count <= FormatLimits.yamlSize else {
      throw problem("yaml-too-large", "the file is larger than \(FormatLimits.yamlSize / 1024 / 1024) MiB", 1)
    }
    let text = Array(bytes.dropFirst(bytes.withUnsafeBufferPointer { TextDecoding.byteOrderMarkLength(of: $0) }))
    guard let string = String(validating: text, as: UTF8.self) else {
      throw problem("invalid-utf8", "the file is not valid UTF-8", invalidLine(text), help: "save the file as UTF-8")
    }
    try YAMLAliases.refuseMany(in: text)
    try count(text, &account)
    do {
      // Without rules every plain scalar is text. The encoding is named, as its default depends on the environment.
      let parser = try Parser(yaml: string, resolver: .basic, encoding: .utf8)
      guard let root = try parser.singleRoot() else { return .map([], line: 1, column: 1) }
      // The parser owns the anchors, and they have to be seen.
      return try withExtendedLifetime(parser) { () throws(FormatProblem) -> YAMLNode in try convert(root, depth: 0) }
    } catch let error as FormatProblem {
      throw error
    } catch let error as YamlError {
      throw translate(error)
    } catch {
      throw problem("yaml-syntax", "the file is not valid YAML", 1)
    }
  }

  /// Bytes of a value while the library has it as an event, as its own node and as ours.
  private static let nodeCost = 600

  /// Counts the values that the text may hold, before the library makes them: one for each line and each sign that parts
  /// two values. What stands in a text or a comment counts too.
  private static func count(_ text: [UInt8], _ account: inout Account) throws(FormatProblem) {
    var values = 1
    for byte in text where ":,[{\n-?".utf8.contains(byte) { values += 1 }
    do throws(LimitReached) {
      try account.spend(values, on: .nodes)
      try account.spend(values * nodeCost + text.count, on: .memory)
    } catch {
      throw FormatProblem(error)
    }
  }

  // MARK: - Nodes

  private static func convert(_ node: Node, depth: Int) throws(FormatProblem) -> YAMLNode {
    let line = node.mark?.line ?? 1
    let column = node.mark?.column ?? 1
    guard node.anchor == nil else {
      throw problem("yaml-anchor", "anchors and aliases are not used here", line, help: "write the value out")
    }
    switch node {
    case .scalar(let scalar):
      try refuseTag(scalar, isKey: false, line)
      return .scalar(scalar.string, line: line, column: column, isQuoted: scalar.style != .plain)
    case .sequence(let sequence):
      try refuse(tag: sequence.tag.rawValue, allowed: Tag.Name.seq, line)
      try refuse(depth: depth, line)
      var elements: [YAMLNode] = []
      for element in sequence { elements.append(try convert(element, depth: depth + 1)) }
      return .list(elements, line: line, column: column)
    case .mapping(let mapping):
      try refuse(tag: mapping.tag.rawValue, allowed: Tag.Name.map, line)
      try refuse(depth: depth, line)
      var members: [(key: YAMLKey, value: YAMLNode)] = []
      var names: Set<String> = []
      for (key, value) in mapping {
        let key = try convertKey(key)
        guard names.insert(key.name).inserted else { throw duplicate(key.name, key.line) }
        members.append((key, try convert(value, depth: depth + 1)))
      }
      return .map(members, line: line, column: column)
    case .alias:
      throw problem("yaml-anchor", "anchors and aliases are not used here", line, help: "write the value out")
    }
  }

  private static func convertKey(_ node: Node) throws(FormatProblem) -> YAMLKey {
    let line = node.mark?.line ?? 1
    guard case .scalar(let scalar) = node else {
      throw problem("yaml-key", "a key is a list or a map, not text", line)
    }
    guard scalar.anchor == nil else {
      throw problem("yaml-anchor", "anchors and aliases are not used here", line, help: "write the value out")
    }
    try refuseTag(scalar, isKey: true, line)
    return YAMLKey(name: scalar.string, line: line, column: node.mark?.column ?? 1)
  }

  private static func refuseTag(_ scalar: Node.Scalar, isKey: Bool, _ line: Int) throws(FormatProblem) {
    // A quoted scalar, and any key once it was compared with others, carries the tag of a text.
    let isText = scalar.tag.rawValue == Tag.Name.str.rawValue
    if scalar.tag.rawValue.isEmpty || (isText && (isKey || scalar.style != .plain)) { return }
    throw tagged(line)
  }

  private static func refuse(tag: String, allowed: Tag.Name, _ line: Int) throws(FormatProblem) {
    guard tag.isEmpty || tag == allowed.rawValue else { throw tagged(line) }
  }

  private static func refuse(depth: Int, _ line: Int) throws(FormatProblem) {
    guard depth < FormatLimits.yamlDepth else { throw tooDeep(line) }
  }

  // MARK: - Problems

  private static func problem(_ code: String, _ message: Phrase, _ line: Int, help: Phrase = "") -> FormatProblem {
    FormatProblem(code: code, message: message, line: line, help: help, isFatal: true)
  }

  private static func tagged(_ line: Int) -> FormatProblem {
    problem("yaml-tag", "tags (`!…`) are not used here", line, help: "remove the tag, or quote the text")
  }

  private static func tooDeep(_ line: Int) -> FormatProblem {
    problem("yaml-too-deep", "values are nested more than \(FormatLimits.yamlDepth) deep", line)
  }

  private static func duplicate(_ name: String, _ line: Int) -> FormatProblem {
    problem(
      "yaml-duplicate-key", "the key `\(ForeignText.name(name))` occurs twice in one map", line,
      help: "remove or rename one of the two")
  }

  private static func translate(_ error: YamlError) -> FormatProblem {
    switch error {
    case .scanner(_, let text, let mark, _), .parser(_, let text, let mark, _):
      if text.contains("nesting level") { return tooDeep(mark.line) }
      return problem("yaml-syntax", "the file is not valid YAML: \(text)", mark.line)
    case .composer(_, let text, let mark, _):
      if text.contains("alias") {
        return problem("yaml-anchor", "anchors and aliases are not used here", mark.line, help: "write the value out")
      }
      return problem(
        "yaml-documents", "the file holds more than one document", mark.line, help: "remove the `---` between them")
    case .reader(let text, _, _, _):
      return problem("yaml-syntax", "the file is not valid YAML: \(text)", 1)
    case .duplicatedKeysInMapping(let names, let context):
      return duplicate(names.first ?? "", context.mark.line)
    default:
      return problem("yaml-syntax", "the file is not valid YAML", 1)
    }
  }

  private static func invalidLine(_ text: [UInt8]) -> Int {
    text.withUnsafeBufferPointer { LineIndex(text).line(at: TextDecoding.firstInvalid(in: $0)) }
  }
}
