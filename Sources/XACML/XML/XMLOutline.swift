/// What a document will come to, told from its tags before anything is made of it: how much room its tree takes, and the work
/// that the parser does not count. It compares each attribute of an element with those before it, and looks for the
/// prefix of each name among all namespaces in scope.
///
/// Of a document that is not well-formed it may say anything: the parser ends where that shows.
struct XMLOutline {
  private(set) var nodes = 1
  private(set) var comparisons = 0
  /// Bytes of text within elements, and of values, comments and instructions; each at most.
  private(set) var characters = 0

  private let bytes: UnsafeRawBufferPointer
  /// Bytes of one character of a tag: 2 in UTF-16.
  private let width: Int
  private let isBigEndian: Bool
  private var place = 0
  /// Namespaces that are declared by the elements that are open, and how many by each.
  private var inScope = 0
  private var declared: [Int32] = []

  /// Encodings whose tags cannot be told from the bytes have `nil`.
  init?(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    let start = Array(bytes.prefix(4))
    switch start {
    case [0x00, 0x00, 0x00, 0x3C], [0x3C, 0x00, 0x00, 0x00], [0x00, 0x00, 0xFE, 0xFF], [0xFF, 0xFE, 0x00, 0x00],
      [0x00, 0x00, 0x3C, 0x00], [0x00, 0x3C, 0x00, 0x00], [0x4C, 0x6F, 0xA7, 0x94]:
      return nil
    case _ where start.starts(with: [0xFE, 0xFF]) || start == [0x00, 0x3C, 0x00, 0x3F]: (width, isBigEndian) = (2, true)
    case _ where start.starts(with: [0xFF, 0xFE]) || start == [0x3C, 0x00, 0x3F, 0x00]:
      (width, isBigEndian) = (2, false)
    default: (width, isBigEndian) = (1, true)
    }
    scan()
  }

  /// The next character where it is of ASCII; 0x80 for any other, `nil` at the end.
  private mutating func next() -> UInt8? {
    guard place + width <= bytes.count else { return nil }
    defer { place += width }
    guard width == 2 else { return bytes[place] }
    let (high, low) = isBigEndian ? (bytes[place], bytes[place + 1]) : (bytes[place + 1], bytes[place])
    return high == 0 ? low : 0x80
  }

  private mutating func scan() {
    var textLength = 0
    while let byte = next() {
      guard byte == UInt8(ascii: "<") else {
        textLength += 1
        continue
      }
      if textLength > 0 { nodes += 1 }
      characters += textLength * (width == 2 ? 3 : 2)
      textLength = 0
      tag()
    }
  }

  /// What follows `<`.
  private mutating func tag() {
    guard let first = next() else { return }
    switch first {
    case UInt8(ascii: "/"):
      pass(">")
      if let last = declared.popLast() { inScope -= Int(last) }
    case UInt8(ascii: "?"):
      nodes += 1
      pass("?>")
    case UInt8(ascii: "!"):
      nodes += 1
      let start = place
      if takes("--") {
        pass("-->")
      } else {
        place = start
        if takes("[CDATA[") { pass("]]>") } else { pass(">") }
      }
    default: startTag()
    }
  }

  private mutating func takes(_ text: StaticString) -> Bool {
    for index in 0..<text.utf8CodeUnitCount where next() != text.utf8Start[index] { return false }
    return true
  }

  /// Goes on to behind the next such text.
  private mutating func pass(_ end: StaticString) {
    let count = end.utf8CodeUnitCount
    let start = place
    var recent: UInt32 = 0
    var wanted: UInt32 = 0
    for index in 0..<count { wanted = wanted << 8 | UInt32(end.utf8Start[index]) }
    let mask: UInt32 = count == 4 ? .max : (1 << UInt32(count * 8)) - 1
    while let byte = next() {
      recent = recent << 8 | UInt32(byte)
      if recent & mask == wanted { break }
    }
    characters += (place - start) / width * (width == 2 ? 3 : 2)
  }

  /// From behind the first letter of the name.
  private mutating func startTag() {
    var attributes = 0
    var namespaces = 0
    var quote: UInt8 = 0
    var recent: UInt64 = 0
    var isEmpty = false
    let start = place
    loop: while let byte = next() {
      if quote != 0 {
        if byte == quote { quote = 0 }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        quote = byte
        attributes += 1
        recent = 0
      case UInt8(ascii: ">"), UInt8(ascii: "<"): break loop
      case 0x20, 0x09, 0x0A, 0x0D: recent = 0
      default:
        // `xmlns` begins a name, and is all of it or followed by a colon.
        recent = recent << 8 | UInt64(byte)
        if recent == 0x78_6D_6C_6E_73 { namespaces += 1 }
      }
      isEmpty = byte == UInt8(ascii: "/")
    }
    characters += (place - start) / width * (width == 2 ? 3 : 2)
    nodes += 1 + attributes
    inScope += namespaces
    add(attributes.multipliedReportingOverflow(by: attributes))
    add((attributes + 1).multipliedReportingOverflow(by: inScope))
    if isEmpty { inScope -= namespaces } else { declared.append(Int32(clamping: namespaces)) }
  }

  private mutating func add(_ product: (partialValue: Int, overflow: Bool)) {
    let sum = comparisons.addingReportingOverflow(product.partialValue)
    comparisons = product.overflow || sum.overflow ? .max : sum.partialValue
  }
}
