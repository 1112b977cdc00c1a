import FactStore

/// What one record of a document says, before it is known what the other documents say.
package struct Facts: Sendable, ReadRecord {
  package let place: Place
  /// Tells the record from the others of its list; `nil` where it cannot be read, or where copies are no sign of a changed list.
  package var identity: String?
  /// The organisation that the record itself names.
  package var organisation: String?
  package private(set) var rows: [Row] = []
  package private(set) var gaps: [Gap] = []
  package private(set) var problems: [SourceReport.Problem] = []
  /// Why all rows of the record are possible and not certain, as the other documents have it.
  package var doubt: (@Sendable (Survey) -> FactWriter.Doubt?)?
  private var told: [@Sendable (inout Survey) -> Void] = []
  private var endings: [@Sendable (Survey, FactWriter) -> Void] = []

  /// A row of a relation.
  package struct Row: Sendable {
    /// `nil` for the relation of the kind that the document turns out to be.
    package let relation: String?
    package let cells: [String: FactWriter.Cell]
    package let place: Place
    /// Columns whose cells the other documents decide.
    let late: [String: Late]
  }

  /// A cell that is known when all documents are.
  package typealias Late = @Sendable (Survey) -> FactWriter.Cell

  /// Rows that the record may have held, with what is known of them.
  package struct Gap: Sendable {
    let relation: String?
    let known: [String: Value]
    let reason: Hole.Reason
    let text: String
    let place: Place
  }

  package init(place: Place) { self.place = place }

  /// States a row; every column of the relation has a cell. An unknown cell leaves what it could be open.
  package mutating func add(
    _ relation: String?, _ cells: [String: FactWriter.Cell], at place: Place? = nil, late: [String: Late] = [:]
  ) {
    rows.append(Row(relation: relation, cells: cells, place: place ?? self.place, late: late))
  }

  /// Says that rows of this shape may be behind what could not be read.
  package mutating func lack(
    _ relation: String?, _ known: [String: Value] = [:], reason: Hole.Reason = .unusable, text: String,
    at place: Place? = nil
  ) {
    gaps.append(Gap(relation: relation, known: known, reason: reason, text: text, place: place ?? self.place))
  }

  /// Notes what the record says unusably. Without a row or a gap that says so it is only told to people.
  package mutating func refuse(_ message: String, at place: Place) {
    problems.append(.init(line: place.line, pointer: place.pointer, message: message))
  }

  /// Says something that other documents may need. In the order of the documents, before any of them writes.
  package mutating func tell(_ say: @escaping @Sendable (inout Survey) -> Void) { told.append(say) }

  /// Says something that depends on what the other documents say: rows, or holes of what they leave open.
  package mutating func conclude(_ write: @escaping @Sendable (Survey, FactWriter) -> Void) { endings.append(write) }

  // MARK: Writing

  func tell(_ survey: inout Survey) { for say in told { say(&survey) } }

  /// Writes the rows and gaps; those of no relation become rows of `own`, or, where the document may be of several kinds, a
  /// gap in each of `possible`.
  func write(to writer: FactWriter, _ survey: Survey, own: String?, possible: Possible?, facets: [Facet]) {
    let doubt = doubt?(survey)
    for row in rows {
      var cells = row.cells
      for (column, cell) in row.late { cells[column] = cell(survey) }
      guard let relation = row.relation ?? own else {
        for relation in possible?.relations ?? [] {
          writer.addHole(
            relation, cells.compactMapValues(\.known), reason: .context, text: possible?.why ?? "", at: row.place)
        }
        continue
      }
      for facet in facets where facet.relation == relation { facet.settle(&cells, survey) }
      writer.add(relation, cells, at: row.place, in: doubt)
    }
    for gap in gaps {
      for relation in (gap.relation ?? own).map({ [$0] }) ?? possible?.relations ?? [] {
        writer.addHole(relation, knowing: gap.known, reason: gap.reason, text: gap.text, at: gap.place)
      }
    }
    for write in endings { write(survey, writer) }
  }

  /// What a document may be of that no other document decides.
  struct Possible {
    let relations: [String]
    let why: String
  }
}
