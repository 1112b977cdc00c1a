/// An element of a document of Visma, with all that is in it. Text between elements is kept where nobody reads it.
final class VismaElement {
  let name: String
  let line: Int
  let attributes: [String: String]
  private(set) var children: [VismaElement] = []
  fileprivate(set) var bytes: [UInt8] = []

  init(name: String, line: Int, attributes: [String: String] = [:]) {
    self.name = name
    self.line = line
    self.attributes = attributes
  }

  func add(_ child: VismaElement) { children.append(child) }

  func add(_ text: UnsafeRawBufferPointer) { bytes.append(contentsOf: text) }

  /// The children of a name: one or many.
  func all(_ name: String) -> [VismaElement] { children.filter { $0.name == name } }

  /// The elements at the end of a path, through every element on the way.
  func all(_ first: String, _ second: String) -> [VismaElement] { all(first).flatMap { $0.all(second) } }

  /// The only child of a name; `nil` where there is none, or several that contradict each other.
  func one(_ name: String) -> VismaElement? {
    let found = all(name)
    return found.count == 1 ? found[0] : nil
  }

  /// The text without the blanks around it.
  var text: String { VismaElement.trim(String(decoding: bytes, as: UTF8.self)) }

  /// An attribute that says something.
  func attribute(_ name: String) -> String? {
    attributes[name].map(VismaElement.trim).flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func trim(_ text: String) -> String {
    var text = Substring(text)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
