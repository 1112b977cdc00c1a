/// A JSON document that this program wrote, known by its bytes: `{"schema":"tilsyn.…/1",` and from there to the end the
/// members that such a document has, each once, and no other. One pass, and nothing is kept.
struct OwnResult {
  /// The members of each schema, and what each element of those that are lists begins with.
  private static let schemas: [String: [String: String?]] = [
    "tilsyn.result/1": [
      "tool": nil, "as_of": nil, "language": nil, "complete": nil, "incomplete": nil, "exit": nil, "gate": nil,
      "settings": nil, "basis": nil, "without": nil, "sources": #"{"path":"#, "relations": nil, "policies": #"{"id":"#,
      "scope": nil, "frameworks": #"{"id":"#, "findings": #"{"fingerprint":"#, "warnings": nil, "parameters": nil,
      "counts": nil, "people": nil, "rights": #"{"system":"#, "rights_open": nil, "by_person": nil, "waivers": nil,
      "baseline": nil, "fingerprint_key": nil,
    ],
    "tilsyn.sources/1": ["sources": #"{"path":"#, "shortfalls": nil],
    "tilsyn.relations/1": ["relations": #"{"name":"#], "tilsyn.policies/1": ["policies": #"{"id":"#],
    "tilsyn.frameworks/1": ["frameworks": #"{"id":"#],
    "tilsyn.query/1": ["columns": nil, "answer": nil, "rows": #"{"values":"#, "notes": nil],
    "tilsyn.answer/1": [
      "about": nil, "columns": nil, "answer": nil, "row_count": nil, "rows": #"{"values":"#, "notes": nil,
    ],
    "tilsyn.answers/1": ["answers": #"{"schema":"tilsyn.answer/1","#],
    "tilsyn.diff/1": [
      "old": nil, "new": nil, "same": nil, "counts": nil, "rights": #"{"change":"#, "findings": #"{"change":"#,
      "documents": #"{"path":"#, "policies": #"{"policy":"#, "facts": nil, "rights_not_compared": nil, "remarks": nil,
    ],
    "tilsyn.proof/1": ["finding": nil, "proofs": nil],
    "tilsyn.subject/1": ["policy": nil, "subject": nil, "verdict": nil, "membership": nil, "clauses": nil],
  ]

  private let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0

  /// Whether these bytes are such a document, whole.
  static func holds(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      var reader = OwnResult(bytes: buffer)
      return reader.isOwn()
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private mutating func isOwn() -> Bool {
    guard take(#"{"schema":"#), let name = string(), var members = Self.schemas[name] else { return false }
    while take(",") {
      skipBreak()
      guard let key = string(), let element = members.removeValue(forKey: key), take(":"), value(each: element) else {
        return false
      }
    }
    skipBreak()
    guard take("}") else { return false }
    skipBreak()
    return at == bytes.count
  }

  /// Takes a value; one whose elements are known must be a list of such elements.
  private mutating func value(each beginning: String?) -> Bool {
    guard let beginning else { return skip() }
    guard take("[") else { return false }
    skipBreak()
    if take("]") { return true }
    while true {
      guard stands(beginning), skip() else { return false }
      skipBreak()
      if take("]") { return true }
      guard take(",") else { return false }
      skipBreak()
    }
  }

  /// Passes over one value of any depth.
  private mutating func skip() -> Bool {
    var open: [UInt8] = []
    while at < bytes.count {
      let byte = bytes[at]
      switch byte {
      case UInt8(ascii: "\""):
        guard string() != nil else { return false }
        if open.isEmpty { return true }
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): open.append(byte)
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        // `{` and `[` lie two before their other halves.
        guard let last = open.last else { return true }
        guard last + 2 == byte else { return false }
        open.removeLast()
        if open.isEmpty {
          at += 1
          return true
        }
      case UInt8(ascii: ","):
        if open.isEmpty { return true }
      case UInt8(ascii: "\n"):
        if open.isEmpty { return true }
      case 0..<0x20, 0x20: return false
      default: break
      }
      at += 1
    }
    return false
  }

  /// Takes a string; what it stands for matters only where it is a name, and names have no escapes.
  private mutating func string() -> String? {
    guard take("\"") else { return nil }
    let start = at
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\\"): at += 2
      case UInt8(ascii: "\""):
        defer { at += 1 }
        return at - start <= 64 ? String(decoding: bytes[start..<at], as: UTF8.self) : ""
      case 0..<0x20: return nil
      default: at += 1
      }
    }
    return nil
  }

  private func stands(_ text: String) -> Bool { bytes[at...].starts(with: text.utf8) }

  private mutating func take(_ text: String) -> Bool {
    guard stands(text) else { return false }
    at += text.utf8.count
    return true
  }

  private mutating func skipBreak() {
    if at < bytes.count, bytes[at] == UInt8(ascii: "\n") { at += 1 }
  }
}
