import Budget
internal import CXMLDocument
import Formats

/// Makes a tree of what the parser tells.
final class XMLTreeBuilder {
  private(set) var nodes: [XMLTree.Node] = [XMLTree.Node(kind: .document, parent: -1, end: 1)]
  private(set) var names: [XMLTree.Name] = []
  private(set) var characters: [UInt8] = []
  private(set) var values: [UInt8] = []
  private(set) var declarations: [NamespaceBinding] = []
  private(set) var scopes: [[Int32]] = [[]]

  private let work: Work
  /// The elements that are open, the document first.
  private var open: [Int32] = [0]
  /// The names of the parser are the same where their addresses are.
  private struct NameKey: Hashable { var local, prefix, uri: UnsafePointer<CChar>? }
  private var nameNumbers: [NameKey: Int32] = [:]
  private var declarationNumbers: [NamespaceBinding: Int32] = [:]
  /// Why it went no further.
  private var refusal: String?

  private init(_ work: Work) { self.work = work }

  /// Bytes that a node takes.
  private static let nodeSize = MemoryLayout<XMLTree.Node>.stride
  /// Bytes that a declaration takes in each scope that it holds in.
  private static let bindingSize = 40

  static func read(_ bytes: [UInt8], work: Work) throws(XMLProblem) -> XMLTreeBuilder {
    guard bytes.count <= XMLTree.sizeLimit else {
      throw XMLProblem(line: 1, message: "the document is larger than \(XMLTree.sizeLimit >> 20) MiB")
    }
    guard let outline = bytes.withUnsafeBytes(XMLOutline.init) else {
      throw XMLProblem(line: 1, message: "the document is in an encoding that is not read; write it as UTF-8")
    }
    let builder = XMLTreeBuilder(work)
    do {
      try work.spend(outline.nodes, on: .nodes)
      try work.spend(outline.comparisons, on: .steps)
      try work.spend(outline.nodes * nodeSize + bytes.count, on: .memory)
    } catch {
      throw XMLProblem(line: 1, message: "the document comes to \(error.message)")
    }
    builder.nodes.reserveCapacity(outline.nodes)
    builder.characters.reserveCapacity(min(bytes.count, outline.characters))
    var handler = cxml_handler(
      start_element: { user, local, prefix, uri, line, namespaces, namespaceCount, attributes, attributeCount in
        XMLTreeBuilder.of(user).startElement(
          NameKey(local: local, prefix: prefix, uri: uri), line,
          UnsafeBufferPointer(start: namespaces, count: namespaceCount),
          UnsafeBufferPointer(start: attributes, count: attributeCount))
      },
      end_element: { user in XMLTreeBuilder.of(user).endElement() },
      characters: { user, text, count in
        XMLTreeBuilder.of(user).addCharacters(UnsafeRawBufferPointer(start: text, count: count))
      },
      comment: { user, text, line in XMLTreeBuilder.of(user).addValue(.comment, text, name: -1, line) },
      instruction: { user, target, data, line in
        let builder = XMLTreeBuilder.of(user)
        return builder.addValue(.instruction, data, name: builder.name(NameKey(local: target)), line)
      })
    var error = cxml_error()
    let answer = bytes.withUnsafeBytes { buffer in
      cxml_read(
        buffer.bindMemory(to: CChar.self).baseAddress, buffer.count, &handler,
        Unmanaged.passUnretained(builder).toOpaque(), &error)
    }
    if let refusal = builder.refusal { throw XMLProblem(line: Int(error.line), message: refusal) }
    guard answer == 0, builder.open.count == 1, builder.nodes.contains(where: { $0.kind == .element }) else {
      let message = withUnsafeBytes(of: &error.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      throw XMLProblem(line: Int(error.line), message: message.isEmpty ? "the document cannot be read" : message)
    }
    builder.close(0)
    return builder
  }

  private static func of(_ user: UnsafeMutableRawPointer?) -> XMLTreeBuilder {
    Unmanaged<XMLTreeBuilder>.fromOpaque(user!).takeUnretainedValue()
  }

  /// Notes a limit that was met, and ends the reading.
  private func counted(_ body: () throws(LimitReached) -> Void) -> Int32 {
    do throws(LimitReached) {
      try body()
      return 0
    } catch {
      refusal = "the document comes to \(error.message)"
      return 1
    }
  }

  // MARK: What the parser tells

  private func startElement(
    _ key: NameKey, _ line: Int32, _ namespaces: UnsafeBufferPointer<cxml_namespace>,
    _ attributes: UnsafeBufferPointer<cxml_attribute>
  ) -> Int32 {
    guard open.count <= XMLTree.depthLimit else {
      refusal = "elements are nested deeper than \(XMLTree.depthLimit)"
      return 1
    }
    return counted { () throws(LimitReached) in
      let number = Int32(nodes.count)
      let scope = try scope(declaring: namespaces)
      nodes.append(
        XMLTree.Node(
          kind: .element, parent: open[open.count - 1], end: number, name: name(key), textStart: place, textEnd: place,
          scope: scope, line: line))
      for attribute in attributes {
        let start = Int32(values.count)
        values.append(
          contentsOf: UnsafeRawBufferPointer(start: attribute.value.start, count: attribute.value.count))
        nodes.append(
          XMLTree.Node(
            kind: .attribute, parent: number, end: Int32(nodes.count + 1),
            name: name(NameKey(local: attribute.local, prefix: attribute.prefix, uri: attribute.uri)),
            textStart: start, textEnd: Int32(values.count), line: line))
      }
      open.append(number)
    }
  }

  private func endElement() -> Int32 {
    guard open.count > 1, let element = open.popLast() else { return 1 }
    close(element)
    return 0
  }

  private func close(_ element: Int32) {
    nodes[Int(element)].end = Int32(nodes.count)
    nodes[Int(element)].textEnd = place
  }

  private func addCharacters(_ text: UnsafeRawBufferPointer) -> Int32 {
    let parent = open[open.count - 1]
    // White space around the root is no text.
    guard parent != 0 else { return 0 }
    let start = place
    characters.append(contentsOf: text)
    let last = nodes.count - 1
    // Text goes on after a reference, and after the beginning and the end of a CDATA section.
    if nodes[last].kind == .text, nodes[last].parent == parent {
      nodes[last].textEnd = place
    } else {
      nodes.append(
        XMLTree.Node(
          kind: .text, parent: parent, end: Int32(nodes.count + 1), textStart: start, textEnd: place,
          line: nodes[Int(parent)].line))
    }
    return 0
  }

  private func addValue(_ kind: XMLTree.Kind, _ text: UnsafePointer<CChar>?, name: Int32, _ line: Int32) -> Int32 {
    let start = Int32(values.count)
    if let text {
      var at = text
      while at.pointee != 0 {
        values.append(UInt8(bitPattern: at.pointee))
        at += 1
      }
    }
    nodes.append(
      XMLTree.Node(
        kind: kind, parent: open[open.count - 1], end: Int32(nodes.count + 1), name: name, textStart: start,
        textEnd: Int32(values.count), line: line))
    return 0
  }

  private var place: Int32 { Int32(characters.count) }

  // MARK: Names

  private func name(_ key: NameKey) -> Int32 {
    if let known = nameNumbers[key] { return known }
    func text(_ start: UnsafePointer<CChar>?) -> String { start.map { String(cString: $0) } ?? "" }
    let number = Int32(names.count)
    names.append(XMLTree.Name(local: text(key.local), prefix: text(key.prefix), uri: text(key.uri)))
    nameNumbers[key] = number
    return number
  }

  /// The scope of an element with these declarations: that of its parent where they change nothing.
  private func scope(declaring declared: UnsafeBufferPointer<cxml_namespace>) throws(LimitReached) -> Int32 {
    let outer = nodes[Int(open[open.count - 1])].scope
    guard !declared.isEmpty else { return outer }
    var added: [Int32] = []
    var replaced: Set<ExactText> = []
    for namespace in declared {
      let prefix = namespace.prefix.map { String(cString: $0) } ?? ""
      let uri = namespace.uri.map { String(cString: $0) } ?? ""
      replaced.insert(ExactText(prefix))
      guard !uri.isEmpty else { continue }
      let binding = NamespaceBinding(prefix: prefix, uri: uri)
      let number = declarationNumbers[binding] ?? Int32(declarations.count)
      if declarationNumbers.updateValue(number, forKey: binding) == nil { declarations.append(binding) }
      added.append(number)
    }
    let scope = scopes[Int(outer)].filter { !replaced.contains(ExactText(declarations[Int($0)].prefix)) } + added
    if scope == scopes[Int(outer)] { return outer }
    try work.spend(scope.count * Self.bindingSize, on: .memory)
    scopes.append(scope)
    return Int32(scopes.count - 1)
  }
}
