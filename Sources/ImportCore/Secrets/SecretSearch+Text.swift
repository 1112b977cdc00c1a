import FactStore
import Formats

extension SecretSearch {
  /// Looks at a text that is no document of records: shapes anywhere, and lines that give a name a value.
  package mutating func look(atText text: [UInt8]) {
    text.withUnsafeBufferPointer { text in
      let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() {
        guard !isFull else { return }
        look(atLine: UnsafeBufferPointer(rebasing: line), Place(line: index + 1))
      }
      // What goes over several lines: a key in PEM.
      look(atKeysOf: text)
    }
  }

  /// `password: …`, `- client_secret = "…"`
  private mutating func look(atLine line: UnsafeBufferPointer<UInt8>, _ place: Place) {
    note(shapesOf: line, name: "", at: place)
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return }
    var name = line[..<colon]
    func isFrame(_ byte: UInt8) -> Bool {
      byte <= 0x20 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
    }
    while let first = name.first, isFrame(first) { name.removeFirst() }
    while let last = name.last, isFrame(last) { name.removeLast() }
    // A name is one word, and so is a secret: what follows in a sentence is neither.
    guard !name.contains(where: { $0 <= 0x20 }), CredentialName.mayHold(UnsafeBufferPointer(rebasing: name)) else {
      return
    }
    let called = String(decoding: name, as: UTF8.self)
    guard let kind = CredentialName.kind(of: called) else { return }
    var value = line[(colon + 1)...]
    while let first = value.first, first <= 0x20 { value.removeFirst() }
    while let last = value.last, last <= 0x20 || last == UInt8(ascii: ",") { value.removeLast() }
    guard let first = value.first else { return }
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      value.removeFirst()
      if value.last == first { value.removeLast() }
    } else if value.contains(where: { $0 <= 0x20 }) || "|>{[&!".utf8.contains(first) {
      return
    }
    let shown = CredentialName.shown(called) ?? "*"
    note(UnsafeBufferPointer(rebasing: value), kind, name: shown, at: Place(line: place.line, pointer: shown))
  }

  private mutating func look(atKeysOf text: UnsafeBufferPointer<UInt8>) {
    var place = 0
    var line = 1
    var counted = 0
    while !isFull, let shape = SecretShape.first(in: text, from: place) {
      line += text[counted..<shape.range.lowerBound].count { $0 == UInt8(ascii: "\n") }
      counted = shape.range.lowerBound
      place = max(shape.range.upperBound, place + 1)
      let value = UnsafeBufferPointer(rebasing: text[shape.range])
      note(Secret(at: Place(line: line), name: "", shape.kind, count: Self.characters(value)))
    }
  }
}
