import FactStore
import Localization

/// What one record of a document says, before it is known what the other documents say.
package struct Facts: Sendable, ReadRecord {
  package let place: Place
  /// Tells the record from the others of its list; `nil` where it cannot be read, or where copies are no sign of a changed list.
  package var identity: String?
  /// The organisation that the record itself names.
  package var organisation: String?
  package private(set) var rows: [Row] = []
  package var gaps: [Gap] = []
  package private(set) var problems: [SourceReport.Problem] = []
  /// Something to count among the records of the document.
  package var marks: Set<String> = []
  /// Why the document is a part only of what there is, where the record shows that.
  package var part: Phrase?
  /// Why all rows of the record are possible and not certain, as the other documents have it.
  package var doubt: (@Sendable (Survey) -> FactWriter.Doubt?)?
  /// Names that stand together and mean one party.
  private(set) var joined: [[PartyKey]] = []
  /// Parties that have a name which cannot be read.
  private(set) var disputed: [PartyKey] = []
  /// Secrets that the record holds, beside those that every document is searched for.
  private(set) var secrets: [Secret] = []
  private var told: [@Sendable (inout Survey) -> Void] = []
  private var endings: [@Sendable (Survey, FactWriter) -> Void] = []

  /// A row of a relation.
  package struct Row: Sendable {
    /// `nil` for the relation of the kind that the document turns out to be.
    package let relation: String?
    package let cells: [String: Cell]
    package let place: Place
    /// Whether the same row again, of the same document, says nothing more.
    var isSaidOnce = false
  }

  /// Rows that the record may have held, with what is known of them.
  package struct Gap: Sendable {
    package let relation: String?
    package var known: [String: Cell]
    package let reason: Hole.Reason
    package let text: Phrase
    package let place: Place
  }

  package init(place: Place) { self.place = place }

  /// States a row; every column of the relation has a cell. An unknown cell leaves what it could be open.
  package mutating func add(_ relation: String?, _ cells: [String: FactWriter.Cell], at place: Place? = nil) {
    add(relation, naming: cells.mapValues(Cell.cell), at: place)
  }

  /// The same of a row that names parties, or whose cells other documents decide.
  /// - Parameter once: whether the same row again, of the same document, says nothing more: what many records say of one thing
  ///   that they name.
  package mutating func add(
    _ relation: String?, naming cells: [String: Cell], at place: Place? = nil, once: Bool = false
  ) {
    rows.append(Row(relation: relation, cells: cells, place: place ?? self.place, isSaidOnce: once))
  }

  /// Says that rows of this shape may be behind what could not be read. What a relation has no column for is left out.
  package mutating func lack(
    _ relation: String?, _ known: [String: Cell] = [:], reason: Hole.Reason = .unusable, text: Phrase,
    at place: Place? = nil
  ) {
    gaps.append(Gap(relation: relation, known: known, reason: reason, text: text, place: place ?? self.place))
  }

  /// Notes what the record says unusably. Without a row or a gap that says so it is only told to people.
  package mutating func refuse(_ message: Phrase, at place: Place) {
    problems.append(.init(line: place.line, pointer: place.pointer, message: message))
  }

  /// Says that all these names mean one party.
  package mutating func join(_ keys: [PartyKey]) { if keys.count > 1 { joined.append(keys) } }

  /// Says that a party has one more name, which cannot be read.
  package mutating func dispute(_ key: PartyKey) { disputed.append(key) }

  /// Notes a secret whose value was dropped, where only its system knows that it is one.
  package mutating func meet(_ secret: Secret) { secrets.append(secret) }

  /// Says something that other documents may need. In the order of the documents, before any of them writes.
  package mutating func tell(_ say: @escaping @Sendable (inout Survey) -> Void) { told.append(say) }

  /// Says something that depends on what the other documents say: rows, or holes of what they leave open.
  package mutating func conclude(_ write: @escaping @Sendable (Survey, FactWriter) -> Void) { endings.append(write) }

  // MARK: Writing

  func tell(_ survey: inout Survey) { for say in told { say(&survey) } }

  /// Makes the parties of the rows known. People without another name are numbered as they come: by the names of the
  /// columns, never by a hash or a token.
  func nameParties(_ parties: inout PartyIndex) {
    for row in rows {
      for (_, cell) in row.cells.sorted(by: { $0.key < $1.key }) {
        if case .party(let key) = cell { parties.join([key]) }
      }
    }
  }

  /// Writes the rows and gaps; those of no relation become rows of the first that the kind fills, or, where it may be one of
  /// several, a gap in each.
  func write(to writer: FactWriter, _ survey: Survey, _ kind: Kind, _ context: SourceContext) {
    let doubt = doubt?(survey)
    let own = kind.undecided == nil ? Array(kind.fills.prefix(1)) : kind.fills
    for row in rows {
      var cells = row.cells.mapValues { $0.settled(survey) }
      if row.relation == nil, let undecided = kind.undecided {
        for relation in own {
          writer.addHole(
            relation, cells.compactMapValues(\.known), reason: .context, text: undecided.why, at: row.place)
        }
        continue
      }
      let relation = row.relation ?? own[0]
      for facet in kind.facets where facet.relation == relation { facet.settle(&cells, survey) }
      if row.isSaidOnce, !writer.isNew(relation, cells, in: doubt?.text) { continue }
      writer.add(relation, cells, at: row.place, in: doubt)
    }
    for gap in gaps {
      for relation in gap.relation.map({ [$0] }) ?? own {
        kind.addHole(
          writer, relation, gap.known, context, survey, reason: gap.reason, text: gap.text, at: gap.place)
      }
    }
    for write in endings { write(survey, writer) }
  }
}
