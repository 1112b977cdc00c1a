/// Section 4. Functions on texts count the bytes that they look at, and what they make counts as held.
extension XPathEvaluator {
  func call(
    _ function: XPathFunction, _ arguments: [XPathExpression], _ context: Context
  ) throws(XPathFailure) -> XPathValue {
    func argument(_ index: Int) throws(XPathFailure) -> XPathValue {
      index < arguments.count ? try value(arguments[index], context) : .nodes([context.node])
    }
    func text(_ index: Int) throws(XPathFailure) -> XPathText { try self.text(of: try argument(index)) }
    func number(_ index: Int) throws(XPathFailure) -> Double { try self.number(of: try argument(index)) }
    switch function {
    case .last: return .number(Double(context.size))
    case .position: return .number(Double(context.position))
    case .count: return .number(Double(try nodes(of: try argument(0)).count))
    case .id: return .nodes(try elements(named: try argument(0)))
    case .localName, .namespaceURI, .name:
      return .text(XPathText(name(function, of: try nodes(of: try argument(0)).first)))
    case .string: return .text(try text(0))
    case .concat:
      var bytes: [UInt8] = []
      for index in arguments.indices {
        let part = try text(index)
        // An array that grows is there twice for a moment.
        try hold(part.bytes.count * 2)
        try spend(part.bytes.count)
        bytes += part.bytes
      }
      return .text(XPathText(bytes: bytes[...]))
    case .startsWith:
      let (whole, part) = (try text(0), try text(1))
      try spend(part.bytes.count)
      return .boolean(whole.bytes.starts(with: part.bytes))
    case .contains: return .boolean(try place(of: try text(1), in: try text(0)) != nil)
    case .substringBefore:
      let (whole, part) = (try text(0), try text(1))
      return .text(XPathText(bytes: try place(of: part, in: whole).map { whole.bytes.prefix($0) } ?? []))
    case .substringAfter:
      let (whole, part) = (try text(0), try text(1))
      return .text(
        XPathText(bytes: try place(of: part, in: whole).map { whole.bytes.dropFirst($0 + part.bytes.count) } ?? []))
    case .substring:
      return .text(try substring(try text(0), from: try number(1), count: arguments.count == 3 ? try number(2) : nil))
    case .stringLength:
      let text = try text(0)
      try spend(text.bytes.count)
      return .number(Double(text.length))
    case .normalizeSpace: return .text(try normalised(try text(0)))
    case .translate: return .text(try translated(try text(0), try text(1), try text(2)))
    case .boolean: return .boolean(try argument(0).boolean)
    case .not: return .boolean(!(try argument(0).boolean))
    case .true: return .boolean(true)
    case .false: return .boolean(false)
    case .lang: return .boolean(try isOfLanguage(try text(0), context.node))
    case .number: return .number(try number(0))
    case .sum:
      var sum = 0.0
      for node in try nodes(of: try argument(0)) { sum += try self.number(of: try self.text(of: node)) }
      return .number(sum)
    case .floor: return .number(try number(0).rounded(.down))
    case .ceiling: return .number(try number(0).rounded(.up))
    case .round: return .number(Self.rounded(try number(0)))
    }
  }

  /// To the nearest whole number, and of two the greater.
  private static func rounded(_ number: Double) -> Double {
    number.rounded() == number || !number.isFinite ? number : (number + 0.5).rounded(.down)
  }

  // MARK: Texts

  private func place(of part: XPathText, in whole: XPathText) throws(XPathFailure) -> Int? {
    try spend(2 * part.bytes.count + 2 * whole.bytes.count)
    try hold(part.bytes.count * (ByteSearch.sizePerByte + 1))
    return ByteSearch.first(part.bytes, in: whole.bytes)
  }

  private func substring(_ text: XPathText, from: Double, count: Double?) throws(XPathFailure) -> XPathText {
    try spend(text.bytes.count * 2)
    let start = Self.rounded(from)
    let end = count.map { start + Self.rounded($0) } ?? .infinity
    // Also where one of them is not a number, or both are infinite the other way.
    guard start < end, end > 1 else { return XPathText("") }
    let length = Double(text.length)
    let first = max(1, start)
    guard first <= length else { return XPathText("") }
    let lower = text.offset(ofCharacter: Int(first) - 1)
    let upper = end > length ? text.bytes.endIndex : text.offset(ofCharacter: Int(end) - 1)
    return XPathText(bytes: text.bytes[lower..<upper])
  }

  private func normalised(_ text: XPathText) throws(XPathFailure) -> XPathText {
    try spend(text.bytes.count)
    try hold(text.bytes.count * 2)
    var bytes: [UInt8] = []
    var isBetween = false
    for byte in text.bytes {
      if XPathText.isSpace(byte) {
        isBetween = !bytes.isEmpty
      } else {
        if isBetween { bytes.append(0x20) }
        isBetween = false
        bytes.append(byte)
      }
    }
    return XPathText(bytes: bytes[...])
  }

  private func translated(_ text: XPathText, _ from: XPathText, _ to: XPathText) throws(XPathFailure) -> XPathText {
    // Each character is taken out, looked up and put back.
    try spend((text.bytes.count + from.bytes.count + to.bytes.count) * 16)
    // A byte of a text may become four; a letter of the table takes a place in a dictionary.
    try hold(text.bytes.count * 8 + (from.bytes.count + to.bytes.count) * 32)
    var table: [Unicode.Scalar: Unicode.Scalar?] = [:]
    var others = String(decoding: to.bytes, as: UTF8.self).unicodeScalars.makeIterator()
    for letter in String(decoding: from.bytes, as: UTF8.self).unicodeScalars {
      let other = others.next()
      if table[letter] == nil { table[letter] = .some(other) }
    }
    var result = String.UnicodeScalarView()
    for letter in String(decoding: text.bytes, as: UTF8.self).unicodeScalars {
      guard let replacement = table[letter] else {
        result.append(letter)
        continue
      }
      if let replacement { result.append(replacement) }
    }
    return XPathText(String(result))
  }

  // MARK: Nodes

  private func name(_ function: XPathFunction, of node: XPathNode?) -> String {
    guard let node, node != XPathNode(node: content.document) else { return "" }
    if node.namespace > 0 { return function == .namespaceURI ? "" : prefix(ofNamespace: node) }
    let number = content.tree.nodes[Int(node.node)].name
    guard number >= 0 else { return "" }
    let name = content.tree.names[Int(number)]
    switch function {
    case .localName: return name.local
    case .namespaceURI: return name.uri
    default: return name.prefix.isEmpty ? name.local : "\(name.prefix):\(name.local)"
    }
  }

  private static let xml = "http://www.w3.org/XML/1998/namespace"

  /// Elements by `xml:id`: without a document type no other attribute is an identifier.
  private func elements(named value: XPathValue) throws(XPathFailure) -> [XPathNode] {
    if elementsByID == nil {
      try spend(content.range.count)
      var found: [XPathText: Int32] = [:]
      for node in content.range where isAttribute(node, "id") {
        let text = XPathText(bytes: content.tree.text(of: node))
        try spend(text.bytes.count)
        try hold(2 * MemoryLayout<XPathText>.stride)
        if found[text] == nil { found[text] = content.tree.nodes[Int(node)].parent }
      }
      elementsByID = found
    }
    var texts: [XPathText] = []
    if case .nodes(let nodes) = value {
      for node in nodes { texts.append(try text(of: node)) }
    } else {
      texts = [try text(of: value)]
    }
    var found: [XPathNode] = []
    for text in texts {
      try spend(text.bytes.count)
      for word in text.bytes.split(whereSeparator: XPathText.isSpace) {
        if let element = elementsByID?[XPathText(bytes: word)] { found.append(XPathNode(node: element)) }
      }
    }
    return try inOrder(found)
  }

  private func isAttribute(_ node: Int32, _ local: String) -> Bool {
    let entry = content.tree.nodes[Int(node)]
    guard entry.kind == .attribute else { return false }
    let name = content.tree.names[Int(entry.name)]
    return name.local == local && name.uri == Self.xml
  }

  /// Whether the nearest `xml:lang` names the language, or a part of it.
  private func isOfLanguage(_ language: XPathText, _ node: XPathNode) throws(XPathFailure) -> Bool {
    var next = node.node
    try spend(language.bytes.count)
    let wanted = String(decoding: language.bytes, as: UTF8.self).lowercased()
    while next != content.document, next >= 0 {
      var attribute = next + 1
      try spend(1)
      while attribute < content.range.upperBound, content.tree.nodes[Int(attribute)].kind == .attribute {
        if isAttribute(attribute, "lang") {
          let text = String(decoding: content.tree.text(of: attribute), as: UTF8.self).lowercased()
          try spend(2 * text.utf8.count)
          return text == wanted || text.hasPrefix(wanted + "-")
        }
        attribute += 1
        try spend(1)
      }
      next = content.tree.nodes[Int(next)].parent
    }
    return false
  }
}
