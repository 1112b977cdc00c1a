internal import CXMLDocument
import FactStore
import Formats
import ImportCore
import Localization

/// Reads a document of Visma record by record: what one record holds is let go when it has been read.
final class VismaXMLReader {
  /// The elements that hold the records, and what becomes of one.
  private let record: String
  private let read: (VismaElement, _ isRoot: Bool) -> Void
  private var open: [VismaElement] = []
  /// Why it went no further.
  private var refusal: Phrase?

  /// Deeper nests no export, and no longer tag stands in one.
  private static let depthLimit = 64
  private static let tagLimit = 1 << 13

  private init(_ record: String, _ read: @escaping (VismaElement, _ isRoot: Bool) -> Void) {
    self.record = record
    self.read = read
  }

  /// Hands each element of a name to `read`, in the order in which they end; gives what ended the reading early.
  static func forEach(
    _ record: String, in bytes: [UInt8], _ read: @escaping (VismaElement, _ isRoot: Bool) -> Void
  ) -> Damage? {
    if let line = longTag(bytes) {
      return Damage(place: Place(line: line), text: Phrase("a tag is longer than \(tagLimit) bytes"))
    }
    let reader = VismaXMLReader(record, read)
    var handler = cxml_handler(
      start_element: { user, local, _, _, line, _, _, attributes, count in
        VismaXMLReader.of(user).start(local, Int(line), UnsafeBufferPointer(start: attributes, count: count))
      },
      end_element: { user in VismaXMLReader.of(user).end() },
      characters: { user, text, count in
        VismaXMLReader.of(user).open.last?.add(UnsafeRawBufferPointer(start: text, count: count))
        return 0
      },
      comment: { _, _, _ in 0 }, instruction: { _, _, _, _ in 0 })
    var error = cxml_error()
    let answer = bytes.withUnsafeBytes { buffer in
      cxml_read(
        buffer.bindMemory(to: CChar.self).baseAddress, buffer.count, &handler,
        Unmanaged.passUnretained(reader).toOpaque(), &error)
    }
    let place = Place(line: max(1, Int(error.line)))
    if let refusal = reader.refusal { return Damage(place: place, text: refusal) }
    return answer == 0 ? nil : Damage(place: place, text: "the document is no whole XML document; export it again")
  }

  private static func of(_ user: UnsafeMutableRawPointer?) -> VismaXMLReader {
    // Safe: the reader lives until the call that was given it returns.
    Unmanaged<VismaXMLReader>.fromOpaque(user!).takeUnretainedValue()
  }

  private func start(
    _ name: UnsafePointer<CChar>?, _ line: Int, _ attributes: UnsafeBufferPointer<cxml_attribute>
  ) -> Int32 {
    guard open.count < Self.depthLimit else {
      refusal = Phrase("elements are nested deeper than \(Self.depthLimit)")
      return 1
    }
    var values: [String: String] = [:]
    for attribute in attributes {
      guard let local = attribute.local else { continue }
      let value = UnsafeRawBufferPointer(start: attribute.value.start, count: attribute.value.count)
      values[String(cString: local)] = String(decoding: value, as: UTF8.self)
    }
    open.append(VismaElement(name: name.map { String(cString: $0) } ?? "", line: line, attributes: values))
    return 0
  }

  private func end() -> Int32 {
    guard let element = open.popLast() else { return 1 }
    if element.name == record, !open.contains(where: { $0.name == record }) {
      read(element, open.isEmpty)
    } else if open.contains(where: { $0.name == record }) {
      open.last?.add(element)
    }
    return 0
  }

  /// The line of a tag that is too long: the parser compares the attributes of a tag one by one.
  private static func longTag(_ bytes: [UInt8]) -> Int? {
    var start: Int?
    var line = 1
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "<"): start = index
      case UInt8(ascii: ">"): start = nil
      case UInt8(ascii: "\n"): line += 1
      default: break
      }
      if let start, index - start > tagLimit { return line }
    }
    return nil
  }
}
