import Localization

/// Collects the facts and holes of one file. One per file, used by one thread at a time.
///
/// An importer says three things: which relations the file covers (``cover(_:grade:)``), the facts it holds
/// (``add(_:_:at:)``), and what it cannot know (``addHole(_:_:reason:text:at:)``). A relation that is covered and has no
/// hole counts as complete.
public final class FactWriter: @unchecked Sendable {
  package let symbols: SymbolTable
  package let schemas: SchemaSet
  /// The file whose facts are written.
  public let file: FileID
  var parts: [Int: Part] = [:]
  var covered: [String: CompletenessGrade] = [:]
  private let mayNotBeKept: @Sendable (String) -> Withheld?
  /// What was said of long texts, which stand in many rows: the names of rules that ask for a thousand things.
  private var longTexts: [Value: Withheld?] = [:]
  /// Rows of which one is enough.
  var met: Set<MetRow> = []
  /// How many cells were withheld, by what they may hold.
  package private(set) var withheldCells: [Withheld: Int] = [:]
  /// Where the columns of relations go that rows were added to.
  private var layouts: [String: Layout] = [:]
  /// The symbol of a place that a line says alone.
  private lazy var noPointer = symbols.intern("").raw
  /// Facets of columns that the file does not have: its records say nothing of them, not even that there is none.
  var absentColumns: Set<Int> = []

  /// What one file gives one stored relation.
  final class Part {
    var table: Table
    var segments: [OriginSegment] = []
    var holes: [Hole] = []
    init(arity: Int) { table = Table(arity: arity) }
  }

  package init(
    symbols: SymbolTable, schemas: SchemaSet, file: FileID,
    withholding reason: @escaping @Sendable (String) -> Withheld? = { _ in nil }
  ) {
    self.symbols = symbols
    self.schemas = schemas
    self.file = file
    mayNotBeKept = reason
  }

  /// Why a text may not be kept, whatever field it stands in; `nil` where it may.
  private func withheld(_ text: String) -> Withheld? {
    guard text.utf8.count > 256 else { return mayNotBeKept(text) }
    if let known = longTexts[.text(text)] { return known }
    if longTexts.count == 64 { longTexts = [:] }
    let reason = mayNotBeKept(text)
    longTexts[.text(text)] = .some(reason)
    return reason
  }

  private func isWithheld(_ text: String) -> Bool { withheld(text) != nil }

  /// What a record says of one column.
  package enum Cell: Hashable, Sendable {
    case value(Value)
    /// The record says that there is none. Only for optional columns.
    case none
    /// The record does not say, or says it unusably. In a required column the whole row becomes a hole.
    case unknown(Phrase, Hole.Reason = .unusable)
  }

  /// Declares that this file is an export of `relation` and of all its optional columns.
  public func cover(_ relation: String, grade: CompletenessGrade) {
    precondition(schemas[relation] != nil, "no schema \(relation)")
    covered[relation] = min(covered[relation] ?? grade, grade)
  }

  /// Adds one row. Every column of the schema must be given. Values must be in normal form and of the column's type; a text
  /// that is withheld counts as unknown.
  package func add(_ relation: String, _ given: [String: Cell], at place: Place) {
    let layout = layout(of: relation)
    precondition(given.count == layout.columns.count, "\(relation): a cell per column, no more")
    let cells = layout.columns.map { column in
      guard let cell = given[column.name] else { preconditionFailure("\(relation) has no cell for \(column.name)") }
      guard let reason = withheld(cell, column) else { return cell }
      withheldCells[reason, default: 0] += 1
      return .unknown(reason.text)
    }
    let codes = cells.map { cell in if case .value(let value) = cell { symbols.encode(value) } else { ValueCode.any } }
    var doubt: (text: Phrase, reason: Hole.Reason)?
    for column in layout.required where doubt == nil {
      switch cells[column] {
      case .value: break
      case .none: preconditionFailure("\(relation).\(layout.columns[column].name) is not optional")
      case .unknown(let text, let reason): doubt = (text, reason)
      }
    }
    let row = layout.required.map { codes[$0] }
    if let doubt {
      addHole(layout.base, row, reason: doubt.reason, text: doubt.text, at: place)
    } else {
      append(layout.base, row, at: place)
    }
    for facet in layout.facets {
      let cell = cells[facet.column]
      if case .none = cell { continue }
      let key = layout.key.map { codes[$0] }
      switch cell {
      case .value where !key.contains(ValueCode.any): append(facet.stored, key + [codes[facet.column]], at: place)
      case .value:
        addHole(
          facet.stored, key + [codes[facet.column]], reason: doubt?.reason ?? .unusable,
          text: doubt?.text ?? Phrase("unusable record"), at: place)
      case .unknown(let text, let reason):
        addHole(facet.stored, key + [ValueCode.any], reason: reason, text: text, at: place)
      case .none: break
      }
    }
  }

  private func withheld(_ cell: Cell, _ column: Layout.Column) -> Withheld? {
    switch cell {
    case .value(.text(let text)): withheld(text)
    case .value(.int(let number)) where !column.isReckoned: withheld("\(number)")
    default: nil
    }
  }

  private func layout(of relation: String) -> Layout {
    if let known = layouts[relation] { return known }
    guard let layout = Layout(relation, schemas) else { preconditionFailure("no schema \(relation)") }
    layouts[relation] = layout
    return layout
  }

  /// Declares that rows of this shape may exist. Columns not given are `*`; facets whose key fits are in doubt too.
  package func addHole(
    _ relation: String, _ known: [String: Value] = [:], reason: Hole.Reason, text: Phrase, at place: Place? = nil
  ) {
    guard let schema = schemas.schemaIndex(relation) else { preconditionFailure("no schema \(relation)") }
    let codes = known.filter { _, value in
      if case .text(let text) = value { !isWithheld(text) } else { true }
    }.mapValues { symbols.encode($0) }
    for stored in schemas.stored.indices where schemas.stored[stored].schema == schema {
      let columns = schemas.stored[stored].columns
      // A facet is in doubt only as far as its key is: for a row that was read whole, its facet was read as well.
      addHole(stored, columns.map { codes[$0.name] ?? ValueCode.any }, reason: reason, text: text, at: place)
    }
  }

  /// Declares that some row may have `value` in the optional column `column`: which row, nobody knows.
  package func addHole(
    _ relation: String, column: String, _ value: Value, reason: Hole.Reason, text: Phrase, at place: Place? = nil
  ) {
    guard let facet = schemas.storedIndex(SchemaSet.facetName(relation, column)) else {
      preconditionFailure("\(relation).\(column) is no optional column")
    }
    let keys = schemas.stored[facet].columns.count - 1
    if case .text(let written) = value, isWithheld(written) {
      return addHole(facet, Array(repeating: ValueCode.any, count: keys + 1), reason: reason, text: text, at: place)
    }
    let row = Array(repeating: ValueCode.any, count: keys) + [symbols.encode(value)]
    addHole(facet, row, reason: reason, text: text, at: place)
  }

  /// Declares that this file has no column `column`, so that nothing is known of it for the rows of this file.
  package func addAbsentColumn(_ relation: String, _ column: String, text: Phrase) {
    guard let facet = schemas.storedIndex(SchemaSet.facetName(relation, column)) else {
      preconditionFailure("\(relation).\(column) is no optional column")
    }
    absentColumns.insert(facet)
    let arity = schemas.stored[facet].columns.count
    addHole(
      facet, Array(repeating: ValueCode.any, count: arity), reason: .columnAbsent, text: text, at: nil)
  }

  /// Declares that the records of this file say nothing of `column`, and that other files do: a row that has none here
  /// does not contradict one that has.
  public func leaveOut(_ relation: String, _ column: String) {
    guard let facet = schemas.storedIndex(SchemaSet.facetName(relation, column)) else {
      preconditionFailure("\(relation).\(column) is no optional column")
    }
    absentColumns.insert(facet)
  }

  /// All values of one type that the rows given so far have, each once and in no order. Linear in the rows of relations that
  /// have such a column.
  public func values(of type: ValueType) -> [Value] {
    var codes: Set<UInt32> = []
    for (stored, part) in parts {
      for (index, column) in schemas.stored[stored].columns.enumerated() where column.type == type {
        codes.formUnion(UnsafeBufferPointer(start: part.table.column(index), count: part.table.count))
      }
    }
    codes.remove(ValueCode.any)
    return codes.map { symbols.decode($0, as: type) }
  }

  /// Adds rows in bulk to a relation without optional columns; row `i` stands on line `firstLine + i`.
  public func addBlock(_ relation: String, rows: Int, columns: [UnsafePointer<UInt32>], firstLine: Int) {
    guard rows > 0 else { return }
    guard let index = schemas.storedIndex(relation) else { preconditionFailure("no schema \(relation)") }
    let part = part(index)
    let first = part.table.count
    part.table.append(rows: rows, columns: columns)
    if let last = part.segments.last, case .consecutive(let line) = last.places, line + last.count == firstLine {
      part.segments[part.segments.count - 1].count += rows
    } else {
      part.segments.append(
        OriginSegment(file: file, firstRow: first, count: rows, places: .consecutive(firstLine: firstLine)))
    }
  }

  /// Adds rows in bulk that were read from the elements of a list, to a relation without optional columns. The table is handed
  /// over.
  public func addBlock(_ relation: String, _ table: Table, at places: ElementPlaces) {
    guard table.count > 0 else { return }
    precondition(places.count == table.count, "\(relation): a place per row")
    guard let index = schemas.storedIndex(relation) else { preconditionFailure("no schema \(relation)") }
    let part = part(index)
    let first = part.table.count
    // The first rows are taken as they are; the caller adds no more to its table.
    if first == 0 { part.table = table } else { part.table.append(contentsOf: table) }
    if let last = part.segments.indices.last, case .elements(var grown) = part.segments[last].places {
      part.segments[last].places = .consecutive(firstLine: 0)  // releases the arrays, so that they grow in place
      grown.append(places)
      part.segments[last].places = .elements(grown)
      part.segments[last].count += table.count
    } else {
      part.segments.append(
        OriginSegment(file: file, firstRow: first, count: table.count, places: .elements(places)))
    }
  }

  private func append(_ stored: Int, _ row: [UInt32], at place: Place) {
    let part = part(stored)
    let pointer = place.pointer.isEmpty ? noPointer : symbols.intern(shown(place).pointer).raw
    if let last = part.segments.indices.last, case .listed(var lines, var pointers) = part.segments[last].places {
      part.segments[last].places = .consecutive(firstLine: 0)  // releases the arrays, so that they grow in place
      lines.append(UInt32(place.line))
      pointers.append(pointer)
      part.segments[last].places = .listed(lines: lines, pointers: pointers)
      part.segments[last].count += 1
    } else {
      part.segments.append(
        OriginSegment(
          file: file, firstRow: part.table.count, count: 1,
          places: .listed(lines: [UInt32(place.line)], pointers: [pointer])))
    }
    part.table.append(row)
  }

  private func addHole(_ stored: Int, _ row: [UInt32], reason: Hole.Reason, text: Phrase, at place: Place?) {
    part(stored).holes.append(
      Hole(
        row: row, reason: reason, text: isWithheld(text.english) ? Phrase("what is wrong cannot be shown") : text,
        origin: place.map { Origin(file: file, place: shown($0)) }))
  }

  /// Keys of a document may be what is withheld.
  private func shown(_ place: Place) -> Place { isWithheld(place.pointer) ? Place(line: place.line) : place }

  private func part(_ stored: Int) -> Part {
    if let part = parts[stored] { return part }
    let part = Part(arity: schemas.stored[stored].columns.count)
    parts[stored] = part
    return part
  }
}
