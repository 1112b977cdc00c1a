import FactStore
import Formats

/// Looks for the secrets of an XML document, as its bytes come: in attributes, in texts, and under names of either.
package struct XMLSecretSearch {
  package private(set) var search = SecretSearch()
  /// What was not looked at yet: the beginning of a tag or of a text.
  private var rest: [UInt8] = []
  private var line = 1
  /// The element whose text comes next.
  private var element = Name()
  private var scan = XMLSecretScan()
  private var names: [String: Name] = [:]
  /// Names that are remembered.
  private static let mostNames = 4096
  /// Bytes that are looked at together, and what a text without a tag is cut at.
  private static let block = 1 << 16
  private static let longest = 1 << 20

  /// What a name says, of an element or an attribute.
  private struct Name {
    /// As it may be shown.
    var shown: String?
    /// What stands under it.
    var kind: Secret.Kind?
  }

  package init() {}

  /// Looks at the next bytes.
  package mutating func look(at bytes: UnsafeRawBufferPointer) {
    guard !search.isFull else { return }
    rest += bytes
    guard rest.count >= Self.block else { return }
    // A tag begins there, and whatever stands before it is whole.
    guard let end = rest.lastIndex(of: UInt8(ascii: "<")), end > 0 else {
      if rest.count > Self.longest { look(atBlock: rest.count) }
      return
    }
    look(atBlock: end)
  }

  /// Looks at what is left, and gives what was found.
  package mutating func finish() -> SecretSearch {
    look(atBlock: rest.count)
    return search
  }

  private mutating func look(atBlock count: Int) {
    let block = rest
    rest = Array(block[count...])
    block.withUnsafeBufferPointer { text in
      let text = UnsafeBufferPointer(rebasing: text[..<count])
      guard element.kind != nil || scan.mayHold(text) else {
        line += text.count { $0 == UInt8(ascii: "\n") }
        element = Name()
        return
      }
      var start = 0
      // The tag before a text, where nothing was to be seen in it.
      var tag = 0..<0
      while start < text.count {
        let end = Self.end(of: text, from: start) ?? text.count
        let part = UnsafeBufferPointer(rebasing: text[start..<end])
        // A remark, and a text that is marked as one, belong to the element before.
        let isTag = part.first == UInt8(ascii: "<") && !(part.count > 1 && part[1] == UInt8(ascii: "!"))
        if scan.mayHold(part) || !isTag && tag.isEmpty && element.kind != nil {
          if !isTag, !tag.isEmpty { element = name(XMLTag(UnsafeBufferPointer(rebasing: text[tag])).name) }
          look(atPart: part)
          tag = 0..<0
        } else if isTag {
          tag = start..<end
        }
        line += part.count { $0 == UInt8(ascii: "\n") }
        start = end
      }
      if !tag.isEmpty { element = name(XMLTag(UnsafeBufferPointer(rebasing: text[tag])).name) }
    }
  }

  package static func look(at bytes: [UInt8]) -> SecretSearch {
    var search = XMLSecretSearch()
    bytes.withUnsafeBytes { search.look(at: $0) }
    return search.finish()
  }

  /// Where the tag or the text that begins at a place ends; `nil` where it goes on.
  private static func end(of text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard start < text.count else { return nil }
    guard text[start] == UInt8(ascii: "<") else { return text[start...].firstIndex(of: UInt8(ascii: "<")) }
    let isMarked = start + 1 < text.count && text[start + 1] == UInt8(ascii: "!")
    return isMarked
      ? text[start...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } : XMLTag.end(in: text, from: start)
  }

  private mutating func look(atPart part: UnsafeBufferPointer<UInt8>) {
    guard part.first == UInt8(ascii: "<") else { return look(atText: Self.unescaped(part)) }
    if part.starts(with: Self.marked) {
      let text = part.dropFirst(Self.marked.count)
      return look(atText: Array(text.suffix(3).elementsEqual("]]>".utf8) ? text.dropLast(3) : text))
    }
    // A remark, or what is no markup to the reader.
    if part.count > 1, part[1] == UInt8(ascii: "!") {
      return search.note(shapesOf: part, name: "", at: Place(line: line))
    }
    let tag = XMLTag(part)
    element = name(tag.name)
    let called = called(by: tag)
    for attribute in tag.attributes {
      let name = name(attribute.name).shown ?? "*"
      let place = Place(line: line, pointer: name)
      var value = attribute.value
      value.withUTF8 { value in
        switch search.key(attribute.name).role {
        case .credentials(let kind): search.note(value, kind, name: name, at: place)
        case .value where called != nil: search.note(value, called!, name: name, at: place)
        default: search.note(shapesOf: value, name: name, at: place)
        }
      }
    }
  }

  /// How a text begins that is marked as one.
  private static let marked = Array("<![CDATA[".utf8)

  /// Looks at a text of an element.
  private mutating func look(atText text: [UInt8]) {
    let name = element.shown ?? ""
    let place = Place(line: line, pointer: name)
    text.withUnsafeBufferPointer { text in
      if let kind = element.kind {
        search.note(text, kind, name: name, at: place)
      } else {
        search.note(shapesOf: text, name: name, at: place)
      }
    }
  }

  /// What a tag of a name and a value says that the value is.
  private mutating func called(by tag: XMLTag) -> Secret.Kind? {
    for attribute in tag.attributes {
      guard case .name = search.key(attribute.name).role else { continue }
      if let kind = name(attribute.value).kind { return kind }
    }
    return nil
  }

  private mutating func name(_ text: String) -> Name {
    if let known = names[text] { return known }
    let shown = CredentialName.shown(text)
    let name = Name(shown: shown, kind: CredentialName.kind(of: text))
    if names.count < Self.mostNames { names[text] = name }
    return name
  }

  /// A text without what spells its signs out.
  static func unescaped(_ text: some Collection<UInt8>) -> [UInt8] {
    guard text.contains(UInt8(ascii: "&")) else { return Array(text) }
    var plain: [UInt8] = []
    var rest = text[...]
    while let sign = rest.firstIndex(of: UInt8(ascii: "&")) {
      plain += rest[..<sign]
      let behind = rest[rest.index(after: sign)...]
      if let end = behind.prefix(9).firstIndex(of: UInt8(ascii: ";")),
        let scalar = scalar(String(decoding: behind[..<end], as: UTF8.self))
      {
        plain += Array(String(Character(scalar)).utf8)
        rest = behind[behind.index(after: end)...]
      } else {
        plain.append(UInt8(ascii: "&"))
        rest = behind
      }
    }
    return plain + rest
  }

  private static func scalar(_ name: String) -> Unicode.Scalar? {
    switch name {
    case "lt": "<"
    case "gt": ">"
    case "amp": "&"
    case "quot": "\""
    case "apos": "'"
    case _ where name.hasPrefix("#x"): UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
    case _ where name.hasPrefix("#"): UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init)
    default: nil
    }
  }
}
