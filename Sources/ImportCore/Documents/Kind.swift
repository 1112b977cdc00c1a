import FactStore
import Localization

/// A kind of document: how it is told from others, how it comes, what its records fill, and how one of them is read.
///
/// Adding a kind is one such value in the list of its system. What a document of it covers, and what is open where records of
/// it are lost, cut off or on a page that is missing, both follow from ``fills`` and cannot differ.
package struct Kind: Sendable {
  /// `SYSTEM.NAME`, as reports, `tilsyn.yaml` and `--as` write it.
  package let name: String
  /// How its lists come, and what one record is called.
  package var list: ListTraits
  /// What tells it; the first kind of a system that fits is it. None: only the configuration can name it.
  package var signs: [Sign]
  package var form = Form.json()
  package var extent = Extent.list
  /// The kind of the lists that have what one record of this kind leaves open, where it is another.
  package var listed: String?
  package var organisation = Subject.document
  /// The relations that its records fill.
  package var fills: [String]
  /// Relations that a whole list fills as such: that it was loaded. One record says nothing of them.
  package var states: [String] = []
  /// Optional columns in which records of one key may disagree.
  package var facets: [Facet] = []
  /// How far a list of it counts as whole; of one record alone no more than assumed.
  package var grade = CompletenessGrade.assumed
  /// What it can never show, for people.
  package var limits: [Phrase] = []
  /// What the configuration says of every record, read or not.
  package var known: @Sendable (SourceContext) -> [String: Value] = { _ in [:] }
  /// Whom it was asked about, as its context says it: the parties in the columns of a relation. `nil` where ``known`` is all
  /// that the context says.
  package var asked: (@Sendable (_ relation: String, SourceContext) -> [String: PartyKey])?
  /// What the configuration has to add, for people: without it the records say less.
  package var lacks: @Sendable (SourceContext) -> [Phrase] = { _ in [] }
  /// What it decides from the other documents, where nothing says so: see ``Undecided``.
  package var undecided: Undecided?
  /// What the document as a whole tells the others, and says when they are known.
  package var whole = Whole()
  /// What to say of a document without a record, where such a one is a form that nobody filled in: it counts as not exported.
  package var unfilled: Phrase?
  /// What the other documents make of a record, before it is written.
  package var settle: (@Sendable (inout Facts, Survey) -> Void)?
  /// Reads one record.
  package var read: @Sendable (inout Record) -> Void
  /// Reads the rows of one table instead, where that depends on the table as a whole.
  package var table: (@Sendable (TableInput) -> TableReading)?

  package init(
    _ name: String, noun: Noun, signs: [Sign] = [], fills: [String], read: @escaping @Sendable (inout Record) -> Void
  ) {
    self.name = name
    list = ListTraits(noun: noun)
    self.signs = signs
    self.fills = fills
    self.read = read
  }

  /// The same with a few things changed.
  package func with(_ change: (inout Kind) -> Void) -> Kind {
    var kind = self
    change(&kind)
    return kind
  }

  package var relations: [String] { fills + states }

  /// How records stand in the file.
  package enum Form: Sendable {
    /// A list, or one record; `within` finds the list that an object holds, rather than being a record itself.
    case json(within: (@Sendable (JSONRecord) -> HeldList?)? = nil)
    /// A table with one row each; these titles it must have, in lower case, each by one of several names. `otherwise` is what
    /// to say where one is missing.
    case table(required: [[String]], otherwise: Phrase? = nil)

    /// A table that must have these titles, in any case.
    package static func table(required: [String]) -> Form { .table(required: required.map { [$0] }) }

    /// `lists` are the paths, keys joined by `/`, under which interfaces put the list into an object.
    package static func json(lists: [String]) -> Form { .json { HeldList($0, at: lists) } }
  }

  /// What a document of the kind is of what there is.
  package enum Extent: Sendable {
    /// A list of all, or pages of one; a document that is one record shows that there are more.
    case list
    /// The answer to one question, whole by itself.
    case answer
    /// A part of what a list of another kind covers.
    case part
  }

  /// Whose the records are, as counting needs it.
  package enum Subject: Sendable {
    /// Of the organisation that the configuration names for the document.
    case document
    /// Of the organisation that each record names.
    case record
    /// One list for everybody.
    case everybody
  }

  /// A kind that other documents decide, among several that together fill what it fills. Each has one relation.
  package struct Undecided: Sendable {
    /// What to say of the document, and of each of its records, where nothing decides.
    let advice: Phrase
    let why: Phrase
    /// What to say where something does, with the name of the kind.
    let taken: @Sendable (String) -> Phrase
    /// The kind that it is, by what the other documents say; `nil` where they do not.
    let decide: @Sendable (RecordDocument, Survey) -> Kind?

    package init(
      advice: Phrase, why: Phrase, taken: @escaping @Sendable (String) -> Phrase,
      decide: @escaping @Sendable (RecordDocument, Survey) -> Kind?
    ) {
      self.advice = advice
      self.why = why
      self.taken = taken
      self.decide = decide
    }
  }

  /// What a document says beside its records.
  package struct Whole: Sendable {
    /// Tells other documents, after its records have.
    package var tell: (@Sendable (RecordDocument, inout Survey) -> Void)?
    /// The same once the organisation of each document is known.
    package var enlist: (@Sendable (RecordDocument, inout Survey) -> Void)?
    /// Writes what is said of the list as such, before its records.
    package var write: (@Sendable (RecordDocument, Survey, FactWriter, inout SourceReport) -> Void)?
    /// Whether others answer what an empty list leaves open: then it takes nothing.
    package var isAnswered: @Sendable (RecordDocument, Survey) -> Bool = { _, _ in false }
    /// Whether a list is loaded that has what one record alone leaves open; as the survey has it, unless this says more.
    package var hasList: (@Sendable (RecordDocument, Survey) -> Bool)?
  }
}
