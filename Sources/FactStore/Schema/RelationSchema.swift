import Localization

/// What one source relation holds: the contract between an importer and the policies.
public struct RelationSchema: Hashable, Sendable {
  /// Dotted name, `kitos.usage_role`. The first part names the system.
  public var name: String
  /// In the order that policies and reports show.
  public var columns: [ColumnSchema]
  /// Names of the columns that identify a row; empty when the relation declares no key.
  public var key: [String]
  package var references: [Reference]
  /// One or two sentences for a policy author, printed by `tilsyn relations`.
  public var doc: String
  /// Which export gives this relation, who can make it and how; printed where the export is missing.
  package var obtain: Phrase
  /// What stands in for the relation: absent only when all alternatives are, and only those present can be partial.
  public var alternatives: Alternative?
  /// What a record that was not read leaves open here.
  public var lost: LostRecord

  /// What may be missing of a relation where a record of a document was lost.
  public enum LostRecord: Hashable, Sendable {
    /// Any row.
    case anyRow
    /// Rows about what the record itself is about, of which other documents speak too: each says it of its own subject.
    case ownRow
    /// Any row, where a record that is there could not be read; what was not asked for leaves nothing open.
    case damage
    /// Nothing: the relation is evidence of an end, and what was not read is no evidence.
    case nothing
  }

  package init(
    _ name: String, doc: String, obtain: Phrase = "", columns: [ColumnSchema], key: [String] = [],
    references: [Reference] = [], alternatives: Alternative? = nil, lost: LostRecord = .anyRow
  ) {
    self.name = name
    self.doc = doc
    self.obtain = obtain
    self.columns = columns
    self.key = key
    self.references = references
    self.alternatives = alternatives
    self.lost = lost
  }

  /// The system (and policy pack) that the relation belongs to: the first part of its name.
  public var system: String { String(name.prefix { $0 != "." }) }

  /// The columns that identify a row of a facet: the key, or all columns that are not optional.
  public var facetKey: [ColumnSchema] {
    key.isEmpty ? columns.filter { !$0.isOptional } : key.compactMap { name in columns.first { $0.name == name } }
  }

  /// A value of `column` must occur in `target`'s `targetColumn`; one that does not leaves a hole there.
  public struct Reference: Hashable, Sendable {
    /// A column of the relation that refers.
    public var column: String
    /// The relation that is referred to.
    public var target: String
    package var targetColumn: String
    package init(_ column: String, _ target: String, _ targetColumn: String) {
      self.column = column
      self.target = target
      self.targetColumn = targetColumn
    }
  }
}

/// One column of a relation.
public struct ColumnSchema: Hashable, Sendable {
  /// As policies write it.
  public var name: String
  /// What its values are, and what they join.
  public var type: ValueType
  /// An optional column is stored as a facet: a hidden relation of the key and this column.
  public var isOptional: Bool
  /// The only values that may occur, when the column lists them.
  public var values: [String]?
  /// Whether its texts are names of people, which reports that are handed on do not show. An address of mail need not say so.
  package var namesPeople: Bool
  /// Whether its numbers are reckoned from something else, such as an address of a network: their digits are nobody's number.
  package var isReckoned: Bool
  package var doc: String

  package init(
    _ name: String, _ type: ValueType, optional: Bool = false, values: [String]? = nil, namesPeople: Bool = false,
    isReckoned: Bool = false, doc: String = ""
  ) {
    self.name = name
    self.type = type
    self.isOptional = optional
    self.values = values
    self.namesPeople = namesPeople
    self.isReckoned = isReckoned
    self.doc = doc
  }
}
