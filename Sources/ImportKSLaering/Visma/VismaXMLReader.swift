internal import CXMLDocument
import FactStore
import Formats
import ImportCore
import Localization

/// Reads a document of Visma record by record, as its bytes come: what one record holds is let go when it has been read.
struct VismaXMLReader {
  // Safe: allocated and let go by `forEach`. The parser changes it, `read` looks at it, and never both at once.
  private let tree: UnsafeMutablePointer<VismaTree>
  private let read: (VismaElement, _ isRoot: Bool) -> Void
  private let next: (UnsafeMutableRawBufferPointer) -> Int
  /// Why it went no further.
  private var refusal: Phrase?

  /// Hands each element of a name to `read`, in the order in which they end; gives what ended the reading early.
  /// - Parameter next: puts the next bytes of the document into a buffer, and says how many: none at its end. Where the reading ends
  ///   early, it is not asked for all.
  static func forEach(
    _ record: VismaName, in next: @escaping (UnsafeMutableRawBufferPointer) -> Int,
    _ read: @escaping (VismaElement, _ isRoot: Bool) -> Void
  ) -> Damage? {
    let tree = UnsafeMutablePointer<VismaTree>.allocate(capacity: 1)
    tree.initialize(to: VismaTree(record: record))
    defer {
      tree.deinitialize(count: 1)
      tree.deallocate()
    }
    var reader = VismaXMLReader(tree: tree, read: read, next: next)
    return withUnsafeMutablePointer(to: &reader, run)
  }

  private static func run(_ reader: UnsafeMutablePointer<VismaXMLReader>) -> Damage? {
    var handler = cxml_handler(
      start_element: { user, local, _, _, line, _, _, attributes, count in
        VismaXMLReader.of(user).pointee.start(local, Int(line), UnsafeBufferPointer(start: attributes, count: count))
      },
      end_element: { user in VismaXMLReader.of(user).pointee.end() },
      characters: { user, text, count in
        VismaXMLReader.of(user).pointee.add(
          UnsafeRawBufferPointer(start: text, count: count).bindMemory(to: UInt8.self))
      },
      comment: { _, _, _ in 0 }, instruction: { _, _, _, _ in 0 })
    var source = cxml_source(
      next: { user, buffer, capacity in
        VismaXMLReader.of(user).pointee.next(UnsafeMutableRawBufferPointer(start: buffer, count: capacity))
      }, user: reader, tag_limit: VismaTree.tagLimit)
    var error = cxml_error()
    let answer = cxml_read_source(&source, &handler, reader, &error)
    let place = Place(line: max(1, Int(error.line)))
    if let refusal = reader.pointee.refusal { return Damage(place: place, text: refusal) }
    switch answer {
    case 0: return nil
    case 2: return Damage(place: place, text: Phrase("a tag is longer than \(VismaTree.tagLimit) bytes"))
    default: return Damage(place: place, text: "the document is no whole XML document; export it again")
    }
  }

  private static func of(_ user: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<VismaXMLReader> {
    // Safe: it is what the call was given, and lives until the call returns.
    user!.assumingMemoryBound(to: VismaXMLReader.self)
  }

  // MARK: What the parser tells

  private mutating func start(
    _ name: UnsafePointer<CChar>?, _ line: Int, _ attributes: UnsafeBufferPointer<cxml_attribute>
  ) -> Int32 {
    guard let name, tree.pointee.start(name, line, attributes) else {
      return refuse(Phrase("elements are nested deeper than \(VismaTree.depthLimit)"))
    }
    return tree.pointee.isTooLarge ? refuse(Self.tooLarge) : 0
  }

  private mutating func add(_ text: UnsafeBufferPointer<UInt8>) -> Int32 {
    tree.pointee.add(text)
    return tree.pointee.isTooLarge ? refuse(Self.tooLarge) : 0
  }

  private mutating func end() -> Int32 {
    guard tree.pointee.end() else { return 0 }
    read(VismaElement(0, of: tree), tree.pointee.isRoot)
    tree.pointee.clear()
    return 0
  }

  private static let tooLarge = Phrase("a record takes more than \(VismaTree.sizeLimit >> 20) MiB")

  private mutating func refuse(_ why: Phrase) -> Int32 {
    refusal = why
    return 1
  }
}
