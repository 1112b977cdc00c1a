import FactStore
import Formats

extension SecretSearch {
  /// Looks at all records of a document.
  package mutating func look(at json: JSONRecords) {
    for record in json.records { look(at: record, isListed: json.shape != .object) }
  }

  /// Looks at one record.
  /// - Parameter isListed: its place in the list is the beginning of its pointers.
  package mutating func look(at record: JSONRecords.Record, isListed: Bool) {
    guard case .success(let node) = record.node else {
      isPart = true
      return
    }
    guard !isFull else { return }
    self.record { search in
      var path = isListed ? ["\(record.index)"] : []
      search.look(at: node, &path, within: "")
    }
  }

  /// Looks at the source of one record that is the element of a long list.
  package mutating func look(at text: UnsafeBufferPointer<UInt8>, element: Int, line: Int) {
    guard !isFull else { return }
    for record in JSONRecords.read(Array(text)).records {
      guard case .success(let node) = record.node else {
        isPart = true
        continue
      }
      var search = SecretSearch()
      search.record { search in
        var path = ["\(element)"]
        search.look(at: node, &path, within: "")
      }
      append(search, lines: line - 1)
    }
  }

  /// - Parameters:
  ///   - path: the keys and places that lead here, as they may be shown.
  ///   - name: the key under which the value stands, as it may be shown.
  private mutating func look(at node: JSONNode, _ path: inout [String], within name: String) {
    switch node.kind {
    case .object: look(atMembersOf: node, &path, within: name)
    case .array:
      for (index, element) in node.elements.enumerated() {
        path.append("\(index)")
        look(at: element, &path, within: name)
        path.removeLast()
      }
    case .string:
      node.withTextBytes { text in
        if SecretShape.mayStand(in: text) { note(shapesOf: text, name: name, at: Self.place(node, path)) }
      }
    default: break
    }
  }

  private mutating func look(atMembersOf node: JSONNode, _ path: inout [String], within name: String) {
    let members = node.members.map { (key: $0.key, says: key($0.key).role, value: $0.value) }
    let called = members.lazy.compactMap { member -> (kind: Secret.Kind, name: String)? in
      guard case .name = member.says, let text = member.value.string else { return nil }
      if CredentialName.isOfHeader(text) { return (.authorizationHeader, text) }
      return CredentialName.kind(of: text).map { ($0, text) }
    }.first
    let isCipher = members.contains {
      if case .cipher = $0.says { $0.value.bool == true } else { false }
    }
    let isKey = members.contains { if case .keyType = $0.says { $0.value.kind == .string } else { false } }
    for member in members {
      var shown = member.key
      switch member.says {
      case .credentials(let kind):
        shown = CredentialName.shown(member.key) ?? "*"
        path.append(JSONPath.escape(shown))
        if !isCipher || member.value.kind != .string { look(atCredentials: member.value, kind, &path, name: shown) }
        path.removeLast()
        continue
      case .secret(let kind):
        shown = "*"
        note(
          Secret(
            at: Place(line: member.value.line, pointer: Self.pointer(path + ["*"])), name: "*", kind,
            count: member.key.count))
      case .value where called != nil && member.value.kind != .array && member.value.kind != .object:
        guard let called, !isCipher, member.value.string != called.name else { continue }
        path.append(shown)
        note(member.value, called.kind, name: CredentialName.shown(called.name) ?? "*", path)
        path.removeLast()
        continue
      case .header where Self.holdsHeaders(name):
        path.append(shown)
        look(atCredentials: member.value, .authorizationHeader, &path, name: shown)
        path.removeLast()
        continue
      case .plain where isKey && SecretKey.privateMembers.contains(member.key):
        path.append(shown)
        look(atCredentials: member.value, member.key == "k" ? .key : .privateKey, &path, name: shown)
        path.removeLast()
        continue
      default: break
      }
      path.append(JSONPath.escape(shown))
      look(at: member.value, &path, within: shown)
      path.removeLast()
    }
  }

  /// Looks at what stands under a name of credentials: a value, or several.
  private mutating func look(
    atCredentials node: JSONNode, _ kind: Secret.Kind, _ path: inout [String], name: String
  ) {
    switch node.kind {
    case .array:
      for (index, element) in node.elements.enumerated() {
        path.append("\(index)")
        look(atCredentials: element, kind, &path, name: name)
        path.removeLast()
      }
    case .object:
      for (key, value) in node.members {
        let says = self.key(key).role
        let shown = Self.isOfSchema(key) ? key : "*"
        path.append(JSONPath.escape(shown))
        defer { path.removeLast() }
        if case .credentials(let own) = says {
          look(atCredentials: value, own, &path, name: CredentialName.shown(key) ?? name)
          continue
        }
        // Keys are data here: `{"tokens": {"3f25…": {"owner": …}}}`.
        if Self.mayBeCredential(key) {
          note(Secret(at: Self.place(value, path), name: name, kind, count: key.count))
        }
        let isHolder = value.count > 0 || !Self.tellsOfCredentials(kind) || Self.holdsCredential(key)
        if isHolder {
          look(atCredentials: value, kind, &path, name: name)
        } else {
          look(at: value, &path, within: shown)
        }
      }
    default: note(node, kind, name: name, path)
    }
  }

  private mutating func note(_ node: JSONNode, _ kind: Secret.Kind, name: String, _ path: [String]) {
    node.withTextBytes { note($0, kind, name: name, at: Self.place(node, path)) }
  }

  /// An object that is called a token or a key often says how such are made and checked, and holds none.
  private static func tellsOfCredentials(_ kind: Secret.Kind) -> Bool { kind == .token || kind == .key }

  private static func holdsCredential(_ key: String) -> Bool {
    ["value", "key", "hash", "content", "data", "text", "plain", "raw"].contains(key.lowercased())
  }

  /// Whether a key within credentials is one that a program gave it: letters of one word or of several, and no long ones.
  private static func isOfSchema(_ key: String) -> Bool {
    key.utf8.count <= 24 && key.utf8.allSatisfy { PlainText.isLetter($0) || $0 == UInt8(ascii: "_") }
  }

  /// Whether a key within credentials is no name, and long enough to be one of them.
  private static func mayBeCredential(_ key: String) -> Bool {
    key.utf8.count >= 8 && !isOfSchema(key) && key.utf8.contains { PlainText.isLetter($0) }
  }

  private static func holdsHeaders(_ name: String) -> Bool { name.lowercased().hasSuffix("headers") }

  private static func pointer(_ path: [String]) -> String { path.map { "/" + $0 }.joined() }

  private static func place(_ node: JSONNode, _ path: [String]) -> Place {
    Place(line: node.line, pointer: pointer(path))
  }
}

extension JSONRecords.Record {
  /// It could not be read.
  var isLost: Bool { if case .failure = node { true } else { false } }
}
