import Formats

/// Looks at what a file that a mapping reads is by its content: a mapping takes files away from the importers.
enum ContentCheck {
  /// The same, with a note where the content looks like an export that is built in.
  static func compared(_ read: ReadFile, _ found: FoundFile, _ registry: Registry) -> ReadFile {
    guard found.role == .source, let kind = recognise(found.bytes, registry) else { return read }
    var read = read
    read.report.notes.append("read by a mapping; its content looks like `\(kind)`")
    read.report.isContradicted = true
    return read
  }

  /// Bytes that are looked at.
  private static let limit = JSONSketch.byteLimit

  private static func recognise(_ source: ByteSource, _ registry: Registry) -> String? {
    guard let head = try? ByteStream.beginning(of: source, limit: limit) else { return nil }
    let decoded = TextDecoding.decode(head, allowWindows1252: true).text
    let recognition: Recognition
    if let sketch = JSONSketch(decoded) {
      recognition = registry.recognise(.json(sketch))
    } else if let sketch = XMLSketch(decoded) {
      recognition = registry.recognise(.xml(sketch))
    } else {
      let lines = decoded.prefix { $0 != 0x0A }
      recognition = registry.recognise(.table(header: CSVTable.read(Array(lines)).header))
    }
    if case .used(let kind) = recognition { return kind }
    return nil
  }
}
