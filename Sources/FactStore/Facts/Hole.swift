import Localization

/// "Rows of this shape may exist": a row in which a column may be `*`, with the reason and, where there is one, the place.
public struct Hole: Hashable, Sendable {
  /// Codes by column, ``ValueCode/any`` for `*`.
  public var row: [UInt32]
  package var reason: Reason
  /// For people: lower case, no full stop, says what is not known and why.
  package var text: Phrase
  package var origin: Origin?

  package init(row: [UInt32], reason: Reason, text: Phrase, origin: Origin? = nil) {
    self.row = row
    self.reason = reason
    self.text = text
    self.origin = origin
  }

  /// Why rows may exist that were not read.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// No export of this kind was loaded.
    case absent
    /// The export has no such column or key.
    case columnAbsent = "column-absent"
    /// A record, or a field of it, could not be used.
    case unusable
    /// The file ended early or could not be parsed to its end.
    case truncated
    /// As many rows as a page holds: more may follow.
    case page
    /// The source system leaves these rows out.
    case hidden
    /// Something refers to a row that no document has.
    case dangling
    /// Rows with the same key that differ.
    case conflict
    /// Which organisation, user or kind the export speaks of is not known.
    case context
    /// The export is too old to show that there is no more today.
    case old
    /// `expect` announced more than was read.
    case expected
    /// More holes than are kept one by one.
    case collapsed
  }

  /// The number of `*`: the fewer, the smaller the hole.
  public var width: Int { row.count { $0 == ValueCode.any } }

  /// Whether every row that fits `other` fits this hole too.
  public func covers(_ other: [UInt32]) -> Bool {
    zip(row, other).allSatisfy { $0 == ValueCode.any || $0 == $1 }
  }
}

/// How much an export can be trusted to be whole.
public enum CompletenessGrade: String, Sendable, Comparable, CaseIterable {
  /// Nothing but the shape of the file says so: a CSV, a short page.
  case assumed
  /// A list that its system never splits into pages.
  case closed
  /// The export carries its total, and the total agrees.
  case counted

  /// Which of two comes first.
  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
  private var rank: Int { Self.allCases.firstIndex(of: self)! }
}

/// What is known of a relation's extent.
public enum Completeness: String, Sendable {
  /// No holes.
  case complete
  /// Some rows may be missing.
  case partial
  /// No export that could feed it was loaded.
  case absent
}
