import Localization

/// What one record of a document is, for people, with what is said of records by it.
///
/// Written as `Noun("unit")`, by which the tests find it: the catalogue has `unit`, `a unit` and `units`. Sentences are made so that
/// other languages need not know the gender of the word.
package struct Noun: Sendable, Equatable, ExpressibleByStringLiteral {
  /// One, in English, without an article.
  package let name: String

  package init(_ name: String) { self.name = name }

  package init(stringLiteral name: String) { self.name = name }

  /// The word of a record of no particular kind.
  package static let record = Noun("record")

  /// `a unit`
  package var one: Phrase { Phrase(stringLiteral: "\(name.first.map("aeio".contains) == true ? "an" : "a") \(name)") }

  /// `units`
  package var many: Phrase { Phrase(stringLiteral: name + Self.plural) }

  private static let plural = "s"

  /// What one record has to be, said where it is something else.
  package var expected: Phrase { self == .record ? "expected an object in `{}`" : "expected \(one), an object in `{}`" }

  /// Why an empty list of a kind that cannot be empty says nothing.
  package var emptyProvesNothing: Phrase { "no list of \(many) is empty, so an empty one proves nothing" }

  /// Why a document that is one record may not be all.
  var onlyOne: Phrase { "only one \(Phrase(stringLiteral: name)) was exported, others may exist" }

  /// Why pages of a list that share a record may not be all.
  var twice: Phrase {
    """
    two files of this list hold the same \(Phrase(stringLiteral: name)): the list changed between the pages, or exports of \
    two days are mixed, so \(many) may be missing
    """
  }
}
