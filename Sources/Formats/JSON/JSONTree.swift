internal import CSimdjson

/// The values of one JSON record: a flat tree and the text of its strings, keys and numbers.
final class JSONTree: Sendable {
  let nodes: [sj_node]
  let text: [UInt8]
  /// The line that the record starts on.
  let firstLine: Int

  init(nodes: [sj_node], text: [UInt8], firstLine: Int) {
    self.nodes = nodes
    self.text = text
    self.firstLine = firstLine
  }

  func string(_ offset: UInt32, _ length: UInt32) -> String {
    String(decoding: text[Int(offset)..<Int(offset) + Int(length)], as: UTF8.self)
  }
}
