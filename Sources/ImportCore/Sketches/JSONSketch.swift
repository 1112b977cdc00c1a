/// What can be seen of a JSON document without parsing it: which keys its first objects have.
///
/// Never fails, so that a document that is cut off or broken is still recognised for what it is and leaves its holes in
/// the right relations. Values are not kept, but for those that name a document's format or say that it is an error.
package struct JSONSketch: Hashable, Sendable {
  package enum Shape: String, Hashable, Sendable { case array, object, lines, scalar }
  package enum ValueShape: String, Hashable, Sendable { case string, number, bool, null, object, array, missing }

  package var shape: Shape
  /// The keys of the document itself, or of the first elements of a list, each with the shape of its value.
  package var objects: [[String: ValueShape]] = []
  /// The value of `@odata.context`, where there is one.
  package var odataContext: String?
  /// The value of `schema`, where there is one.
  package var schema: String?

  /// The keys of the first object of a list `value` or `data`, which is where paged answers have their records.
  package var firstListed: Set<String>?

  /// The name of the first list in `_embedded`, which is where HAL answers have their records.
  package var embedded: String?

  /// The number of `status` or `statusCode` of an object, which is how interfaces say what became of a request.
  package var status: Int?

  /// The keys of the object `response`, which is where some interfaces have their answers.
  package var response: Set<String>?

  /// The value of `faultText` of the object `standard`, which is where integration platforms say why there is no answer.
  package var faultText: String?

  /// The keys of the objects `oldRecord` and `newRecord`, which is where feeds of changes have what was changed.
  package var changed: Set<String>?
  private static let ofChanges: Set = ["oldRecord", "newRecord"]

  /// How much of a document is looked at, in bytes and in objects.
  static let byteLimit = 1 << 18
  static let objectLimit = 8

  /// Reads the beginning of a document; `nil` when it does not begin like an array or an object.
  package init?(_ text: some RandomAccessCollection<UInt8>) {
    var scanner = Scanner(bytes: Array(text.prefix(Self.byteLimit)))
    scanner.skipSpace()
    switch scanner.peek {
    case UInt8(ascii: "["): shape = .array
    case UInt8(ascii: "{"): shape = .object
    default: return nil
    }
    if shape == .object {
      let isClosed = addObject(&scanner)
      scanner.skipSpace()
      if isClosed, scanner.peek == UInt8(ascii: "{") {
        shape = .lines
        while objects.count < Self.objectLimit, scanner.peek == UInt8(ascii: "{") {
          guard addObject(&scanner) else { break }
          scanner.skipSpace()
        }
      }
      return
    }
    scanner.at += 1
    while objects.count < Self.objectLimit {
      scanner.skipSpace()
      if scanner.peek == UInt8(ascii: ",") {
        scanner.at += 1
        continue
      }
      guard let byte = scanner.peek, byte != UInt8(ascii: "]") else { break }
      if byte == UInt8(ascii: "{") {
        guard addObject(&scanner) else { break }
      } else {
        // A bracket that nothing opened ends the sketch.
        let start = scanner.at
        guard scanner.skipValue(), scanner.at > start else { break }
      }
    }
  }

  /// All keys seen in any object.
  package var keys: Set<String> {
    // Most documents are one object, or a list of one.
    objects.count == 1 ? Set(objects[0].keys) : objects.reduce(into: []) { $0.formUnion($1.keys) }
  }

  private mutating func noteFirstListed(_ scanner: Scanner) {
    var inner = scanner
    inner.at += 1
    inner.skipSpace()
    guard inner.peek == UInt8(ascii: "{") else { return }
    firstListed = keysOfNext(inner)
  }

  /// The keys of the object that comes next.
  private func keysOfNext(_ scanner: Scanner) -> Set<String>? {
    var inner = scanner
    var sketch = self
    sketch.objects = []
    _ = sketch.addObject(&inner, looksInside: false)
    return sketch.objects.first.map { Set($0.keys) }
  }

  private mutating func noteFault(_ scanner: Scanner) {
    var inner = scanner
    inner.at += 1
    while true {
      inner.skipSpace()
      if inner.peek == UInt8(ascii: ",") {
        inner.at += 1
        continue
      }
      guard inner.peek == UInt8(ascii: "\""), let key = inner.string() else { return }
      inner.skipSpace()
      guard inner.peek == UInt8(ascii: ":") else { return }
      inner.at += 1
      inner.skipSpace()
      if key == "faultText", inner.peek == UInt8(ascii: "\"") {
        faultText = inner.string()
        return
      }
      guard inner.skipValue() else { return }
    }
  }

  private mutating func noteEmbedded(_ scanner: Scanner) {
    var inner = scanner
    inner.at += 1
    inner.skipSpace()
    if inner.peek == UInt8(ascii: "\"") { embedded = inner.string() }
  }

  /// Adds the object that begins here; false when the text ends or breaks within it. Of an object within another only the
  /// keys are of interest: looking further would go over the rest of the text once for each level.
  private mutating func addObject(_ scanner: inout Scanner, looksInside: Bool = true) -> Bool {
    var keys: [String: ValueShape] = [:]
    defer { objects.append(keys) }
    scanner.at += 1
    while true {
      scanner.skipSpace()
      guard let byte = scanner.peek else { return false }
      if byte == UInt8(ascii: "}") {
        scanner.at += 1
        return true
      }
      if byte == UInt8(ascii: ",") {
        scanner.at += 1
        continue
      }
      guard byte == UInt8(ascii: "\""), let key = scanner.string() else { return false }
      scanner.skipSpace()
      guard scanner.peek == UInt8(ascii: ":") else { return false }
      scanner.at += 1
      scanner.skipSpace()
      keys[key] = scanner.valueShape
      if looksInside, key == "value" || key == "data", scanner.peek == UInt8(ascii: "[") { noteFirstListed(scanner) }
      if looksInside, key == "response", scanner.peek == UInt8(ascii: "{") { response = keysOfNext(scanner) }
      if looksInside, key == "standard", scanner.peek == UInt8(ascii: "{") { noteFault(scanner) }
      if looksInside, Self.ofChanges.contains(key), scanner.peek == UInt8(ascii: "{") {
        changed = (changed ?? []).union(keysOfNext(scanner) ?? [])
      }
      if key.lowercased() == "status" || key.lowercased() == "statuscode" { status = scanner.number ?? status }
      if key == "_embedded", scanner.peek == UInt8(ascii: "{") { noteEmbedded(scanner) }
      if key == "@odata.context" || key == "schema", scanner.peek == UInt8(ascii: "\"") {
        let value = scanner.string()
        if key == "schema" { schema = value } else { odataContext = value }
        guard value != nil else { return false }
      } else {
        guard scanner.skipValue() else { return false }
      }
    }
  }
}

/// A forgiving reader of JSON tokens.
private struct Scanner {
  let bytes: [UInt8]
  var at = 0

  var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

  var valueShape: JSONSketch.ValueShape {
    switch peek {
    case nil: .missing
    case UInt8(ascii: "\""): .string
    case UInt8(ascii: "{"): .object
    case UInt8(ascii: "["): .array
    case UInt8(ascii: "t"), UInt8(ascii: "f"): .bool
    case UInt8(ascii: "n"): .null
    default: .number
    }
  }

  /// The whole number of at most nine digits that begins here.
  var number: Int? {
    var value = 0
    var digits = 0
    for byte in bytes[at...] {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { break }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
      digits += 1
      if digits > 9 { return nil }
    }
    return digits > 0 ? value : nil
  }

  mutating func skipSpace() {
    while let byte = peek, byte <= 0x20 || byte == 0xEF || byte == 0xBB || byte == 0xBF { at += 1 }
  }

  /// The string that begins here; `nil` when the text ends within it.
  mutating func string() -> String? {
    let start = at + 1
    at += 1
    while let byte = peek {
      if byte == UInt8(ascii: "\\") {
        at += 2
      } else if byte == UInt8(ascii: "\"") {
        defer { at += 1 }
        return String(decoding: bytes[start..<at], as: UTF8.self)
      } else {
        at += 1
      }
    }
    at = bytes.count
    return nil
  }

  /// Passes over one value of any depth; false when the text ends within it.
  mutating func skipValue() -> Bool {
    var depth = 0
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "\""):
        guard string() != nil else { return false }
        if depth == 0 { return true }
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        at += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return true }
        depth -= 1
        at += 1
        if depth == 0 { return true }
      case UInt8(ascii: ",") where depth == 0: return true
      default: at += 1
      }
    }
    return false
  }
}
