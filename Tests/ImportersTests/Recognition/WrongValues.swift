import Foundation

/// A JSON document with one of its values replaced by one that does not belong there.
struct WrongValue: CustomStringConvertible {
  /// The keys on the way, without the places in lists.
  var path: String
  var key: String
  var value: String
  var text: String

  var description: String { "\(path) := \(value)" }

  /// What stands where something else belongs: nothing, and something of each type.
  static let values = ["null", "\"\"", "0", "\"true\"", "{}", "[]", "\"xyzzy\""]

  /// Every member of every object of the document, replaced by each of ``values`` that it does not have already.
  static func all(of text: String, values: [String] = values) throws -> [WrongValue] {
    let root = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
    var found: [WrongValue] = []
    func visit(_ value: Any, _ path: [String], _ rebuild: @escaping (Any) -> Any) throws {
      if let list = value as? [Any] {
        for (index, element) in list.enumerated() {
          try visit(element, path) { new in
            var copy = list
            copy[index] = new
            return rebuild(copy)
          }
        }
      } else if let object = value as? [String: Any] {
        for (key, member) in object.sorted(by: { $0.key < $1.key }) {
          let put = { (new: Any) in
            var copy = object
            copy[key] = new
            return rebuild(copy)
          }
          let old = try JSONSerialization.data(withJSONObject: member, options: [.fragmentsAllowed, .sortedKeys])
          for wrong in values where Data(wrong.utf8) != old {
            let new = try JSONSerialization.jsonObject(with: Data(wrong.utf8), options: .fragmentsAllowed)
            let data = try JSONSerialization.data(withJSONObject: put(new), options: [.sortedKeys, .fragmentsAllowed])
            found.append(
              WrongValue(
                path: (path + [key]).joined(separator: "/"), key: key, value: wrong,
                text: String(decoding: data, as: UTF8.self)))
          }
          try visit(member, path + [key], put)
        }
      }
    }
    try visit(root, []) { $0 }
    return found
  }
}
