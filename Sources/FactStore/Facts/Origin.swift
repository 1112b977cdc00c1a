/// A file that was read, by its position in ``FactStore/files``.
public struct FileID: Hashable, Comparable, Sendable {
  public let raw: Int
  public init(_ raw: Int) { self.raw = raw }
  public static func < (left: Self, right: Self) -> Bool { left.raw < right.raw }
}

/// A place within a file.
public struct Place: Hashable, Sendable {
  /// 1-based line on which the record, or the part of it that is meant, begins.
  public var line: Int
  /// Where in the record: a JSON pointer (`/12/roles/3`), a cell (`C7`), or empty where the line says it all.
  public var pointer: String
  public init(line: Int, pointer: String = "") {
    self.line = line
    self.pointer = pointer
  }
}

/// Where a fact was read.
public struct Origin: Hashable, Sendable {
  public var file: FileID
  public var place: Place
  public init(file: FileID, place: Place) {
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
  }

  func place(ofRow row: Int, symbols: SymbolTable) -> Place {
    let index = row - firstRow
    switch places {
    case .consecutive(let firstLine): return Place(line: firstLine + index)
    case .listed(let lines, let pointers):
      return Place(line: Int(lines[index]), pointer: symbols.text(SymbolID(raw: pointers[index])))
    }
  }
}
