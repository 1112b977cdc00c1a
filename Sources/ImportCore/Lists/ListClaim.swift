import FactStore
import Localization

/// What a file says of the list that it is a part of, besides its content.
package struct ListClaim: Sendable {
  /// As reports name it; `nil` where the file was not recognised.
  package var kind: String?
  package var organisation: String?
  package var name: PageName
  package var query: RecordedQuery?
  package var records = 0
  package var traits: ListTraits?

  package init(path: String, kind: String?, context: SourceContext, records: Int, traits: ListTraits?) {
    self.kind = kind
    self.records = records
    self.traits = traits
    organisation = context.organisation
    name = PageName(path)
    query = context.query.map { RecordedQuery($0, traits: traits, organisation: context.organisation) }
  }

  var series: PageName.Series { PageName.Series(kind: kind, stem: name.stem) }

  /// Whether people number the files of its list.
  package var isNumbered: Bool { traits?.isNumbered ?? (kind?.hasPrefix("mapping.") == true) }

  /// Where the system counts pages from 0, the pages before that of the query.
  package var page: Int? { query?.page }

  /// Why the file by itself is no whole list: what its query leaves out, or a size that it fills.
  package var restriction: Phrase? { query?.restrictions.first }

  /// Whether the file by itself is a part of its list by its query.
  package var isPart: Bool { restriction != nil || (page ?? 0) > 0 || (query?.skipped ?? 0) > 0 || isFull }

  /// Whether the file holds as many records as were asked for at most.
  var isFull: Bool { query?.size.map { $0 > 0 && records >= $0 } ?? false }
}
