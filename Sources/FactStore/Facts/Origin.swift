/// A file that was read, by its position in ``FactStore/files``.
public struct FileID: Hashable, Comparable, Sendable {
  package let raw: Int
  package init(_ raw: Int) { self.raw = raw }
  /// Which of two comes first.
  public static func < (left: Self, right: Self) -> Bool { left.raw < right.raw }
}

/// A place within a file.
public struct Place: Hashable, Sendable {
  /// 1-based line on which the record, or the part of it that is meant, begins.
  public var line: Int
  /// Where in the record: a JSON pointer (`/12/roles/3`), a cell (`C7`), or empty where the line says it all.
  public var pointer: String
  package init(line: Int, pointer: String = "") {
    self.line = line
    self.pointer = pointer
  }
}

/// Where a fact was read.
public struct Origin: Hashable, Sendable {
  /// The file that it stands in.
  public var file: FileID
  /// Where in the file.
  public var place: Place
  package init(file: FileID, place: Place) {
    self.file = file
    self.place = place
  }
}

/// The origins of consecutive rows of one relation that come from one file.
struct OriginSegment {
  var file: FileID
  var firstRow: Int
  var count: Int
  var places: Places

  enum Places {
    /// Row `firstRow + i` stands on line `firstLine + i`: no memory per fact.
    case consecutive(firstLine: Int)
    /// A line and an interned pointer per row: 8 bytes per fact.
    case listed(lines: [UInt32], pointers: [UInt32])
    /// An element of a list and a place within it per row: 8 bytes per fact, 12 where lines differ, and no text.
    case elements(ElementPlaces)
  }

  func place(ofRow row: Int, symbols: SymbolTable) -> Place {
    let index = row - firstRow
    switch places {
    case .consecutive(let firstLine): return Place(line: firstLine + index)
    case .listed(let lines, let pointers):
      return Place(line: Int(lines[index]), pointer: symbols.text(SymbolID(raw: pointers[index])))
    case .elements(let places): return places[index]
    }
  }

  /// Some rows of this segment, ascending, as a segment that starts at `firstRow`.
  func keeping(_ rows: [Int], firstRow: Int, symbols: SymbolTable) -> OriginSegment {
    if rows.last! - rows[0] == rows.count - 1, case .consecutive = places {
      let line = place(ofRow: rows[0], symbols: symbols).line
      return OriginSegment(file: file, firstRow: firstRow, count: rows.count, places: .consecutive(firstLine: line))
    }
    let kept = rows.map { place(ofRow: $0, symbols: symbols) }
    return OriginSegment(
      file: file, firstRow: firstRow, count: rows.count,
      places: .listed(lines: kept.map { UInt32($0.line) }, pointers: kept.map { symbols.intern($0.pointer).raw }))
  }

  /// Where a row was read, by segments in the order of their rows. O(log segments).
  static func origin(ofRow row: Int, in segments: [OriginSegment], symbols: SymbolTable) -> Origin? {
    var low = 0
    var high = segments.count
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].firstRow + segments[middle].count <= row { low = middle + 1 } else { high = middle }
    }
    guard low < segments.count else { return nil }
    return Origin(file: segments[low].file, place: segments[low].place(ofRow: row, symbols: symbols))
  }
}

/// Where rows stand that were read from the elements of one long list: pointers are put together when they are asked for.
public struct ElementPlaces: Sendable {
  /// How the pointer goes on behind the element: `/rollegrupper/{}/roller/{}`, the two places in turn.
  public struct Template: Sendable {
    var first: String
    var second: String
    /// The document is a list; else it is one element, whose place is not part of a pointer.
    var isList: Bool
    package init(_ first: String, _ second: String, isList: Bool = true) {
      self.first = first
      self.second = second
      self.isList = isList
    }
  }

  var template: Template
  /// Empty while all rows stand on ``onlyLine``: large lists often are one line.
  private var lines: [UInt32] = []
  private var onlyLine: UInt32 = 0
  private(set) var elements: [UInt32] = []
  private(set) var parts: [UInt32] = []

  package init(_ template: Template) { self.template = template }

  /// How many there are.
  public var count: Int { elements.count }

  /// The place in the list of the element that a row was read from.
  public func element(_ row: Int) -> Int { Int(elements[row]) }

  /// Adds a row that is about the element as a whole.
  public mutating func add(line: Int, element: Int) {
    append(line: UInt32(clamping: line), element: UInt32(clamping: element), part: .max)
  }

  private mutating func append(line: UInt32, element: UInt32, part: UInt32) {
    noteLine(line, rows: 1)
    elements.append(element)
    parts.append(part)
  }

  private mutating func noteLine(_ line: UInt32, rows: Int) {
    if elements.isEmpty { onlyLine = line }
    if lines.isEmpty {
      if line == onlyLine { return }
      lines = Array(repeating: onlyLine, count: elements.count)
    }
    lines.append(contentsOf: repeatElement(line, count: rows))
  }

  private func line(_ index: Int) -> UInt32 { lines.isEmpty ? onlyLine : lines[index] }

  /// Adds a row that stands at two places within the element. Places past 65,534 point to the element.
  public mutating func add(line: Int, element: Int, _ first: Int, _ second: Int) {
    let part = first < 0xFFFF && second < 0xFFFF ? UInt32(first) << 16 | UInt32(second) : .max
    append(line: UInt32(clamping: line), element: UInt32(clamping: element), part: part)
  }

  /// Adds a row of other places with the same template.
  public mutating func append(_ index: Int, of other: ElementPlaces) {
    append(line: other.line(index), element: other.elements[index], part: other.parts[index])
  }

  /// Places with the same template and no rows.
  public var emptied: ElementPlaces { ElementPlaces(template) }

  /// Adds the rows of other places with the same template.
  public mutating func append(_ other: ElementPlaces) {
    if other.lines.isEmpty, !other.elements.isEmpty {
      noteLine(other.onlyLine, rows: other.elements.count)
    } else if !other.lines.isEmpty {
      if lines.isEmpty { lines = Array(repeating: onlyLine, count: elements.count) }
      lines += other.lines
    }
    elements += other.elements
    parts += other.parts
  }

  package subscript(index: Int) -> Place {
    let part = parts[index]
    let rest = part == .max ? "" : "\(template.first)\(part >> 16)\(template.second)\(part & 0xFFFF)"
    return Place(line: Int(line(index)), pointer: (template.isList ? "/\(elements[index])" : "") + rest)
  }
}
