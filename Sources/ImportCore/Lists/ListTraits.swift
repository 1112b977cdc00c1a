import Localization

/// How the lists of one kind of document come: what their sizes and the queries behind them say of their being whole.
package struct ListTraits: Sendable {
  /// What one record is.
  package var noun = Noun.record
  /// Whether the organisation that is given for a document is that of everything in it.
  package var isOfOneOrganisation = false
  /// Whether a whole list can have no records. An empty list of a kind that cannot proves nothing.
  package var mayBeEmpty = true
  package var paging = Paging.none
  /// The number of the first page in a query.
  package var firstPage = 0
  /// Whether people number the files of one list.
  package var isNumbered = false
  /// Whether the organisation keeps the document itself, so that one without rows is a form.
  package var isForm = false
  /// Whether the query names whom the answer is about, which is judged where the answer is read.
  package var isAskedOfParty = false
  /// Parameters of queries, in lower case, that leave no record out although they look like it.
  package var harmlessParameters: Set<String> = []
  /// The commands, in lower case, that list everything, and what others leave out.
  package var wholeCommands: (names: Set<String>, otherwise: Phrase)?
  /// As many records as the system lists unless it is told otherwise, and what a list of so many says.
  package var usualLimit: (count: Int, doubt: Phrase)?

  /// How the system splits a list.
  package enum Paging: Hashable, Sendable {
    case none
    /// Into pages whose size the caller chooses.
    case chosen
    /// Into pages of at most so many records, and of so many unless a query says otherwise.
    case most(Int)
  }

  package init(noun: Noun = .record) { self.noun = noun }
}
