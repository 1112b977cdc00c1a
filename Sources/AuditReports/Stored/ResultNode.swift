import Formats

/// Why a file is no result that can be shown again.
package struct ResultDamage: Error {
  /// From 1; 0 where the file as a whole is meant.
  package let line: Int
  /// Lower case, for people; no value of the file is in it.
  package let message: String
}

/// A value of a stored result. What is not there, or is not what it should be, is damage: nothing stands in for it.
struct ResultNode {
  let node: JSONNode
  /// The names that lead to it, for messages.
  let name: String

  func damage(_ message: String) -> ResultDamage { ResultDamage(line: node.line, message: "`\(name)` \(message)") }

  subscript(_ key: String) -> ResultNode {
    get throws(ResultDamage) {
      let path = name.isEmpty ? key : "\(name).\(key)"
      guard let value = node[key] else {
        throw ResultDamage(line: node.line, message: "`\(path)` is missing")
      }
      return ResultNode(node: value, name: path)
    }
  }

  /// The member where it is not null.
  func optional(_ key: String) throws(ResultDamage) -> ResultNode? {
    let member = try self[key]
    return member.node.isNull ? nil : member
  }

  /// The member, where an older version did not write it: absent or null.
  func added(_ key: String) -> ResultNode? {
    guard let value = node[key], !value.isNull else { return nil }
    return ResultNode(node: value, name: name.isEmpty ? key : "\(name).\(key)")
  }

  func text(_ key: String) throws(ResultDamage) -> String { try self[key].text() }

  func int(_ key: String) throws(ResultDamage) -> Int { try self[key].int() }

  func flag(_ key: String) throws(ResultDamage) -> Bool {
    let member = try self[key]
    guard let flag = member.node.bool else { throw member.damage("is neither true nor false") }
    return flag
  }

  func texts(_ key: String) throws(ResultDamage) -> [String] {
    try list(key).map { node throws(ResultDamage) in try node.text() }
  }

  func list(_ key: String) throws(ResultDamage) -> [ResultNode] {
    let member = try self[key]
    guard member.node.kind == .array else { throw member.damage("is no list") }
    return member.node.elements.map { ResultNode(node: $0, name: member.name) }
  }

  /// One of the words of a type.
  func word<Word: RawRepresentable<String>>(_ key: String) throws(ResultDamage) -> Word {
    let member = try self[key]
    guard let word = Word(rawValue: try member.text()) else { throw member.damage("is none of the words known") }
    return word
  }

  func text() throws(ResultDamage) -> String {
    guard let text = node.string else { throw damage("is no text") }
    return text
  }

  func int() throws(ResultDamage) -> Int {
    guard let number = node.int.flatMap({ Int(exactly: $0) }) else { throw damage("is no whole number") }
    return number
  }
}
