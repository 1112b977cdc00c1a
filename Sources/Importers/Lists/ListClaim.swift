import FactStore

/// What a file says of the list that it is a part of, besides its content.
struct ListClaim: Sendable {
  /// As reports name it; `nil` where the file was not recognised.
  var kind: String?
  var organisation: String?
  var name: PageName
  var query: RecordedQuery?
  var records = 0

  init(path: String, kind: String?, context: SourceContext, records: Int) {
    self.kind = kind
    self.records = records
    organisation = context.organisation
    name = PageName(path)
    query = context.query.map { RecordedQuery($0, kind: kind, organisation: context.organisation) }
  }

  var series: PageName.Series { PageName.Series(kind: kind, stem: name.stem) }

  /// Where the system counts pages from 0, the pages before that of the query.
  var page: Int? { query?.page }

  /// Why the file by itself is no whole list: what its query leaves out, or a size that it fills.
  var restriction: String? { query?.restrictions.first }

  /// Whether the file by itself is a part of its list by its query.
  var isPart: Bool { restriction != nil || (page ?? 0) > 0 || (query?.skipped ?? 0) > 0 || isFull }

  /// Whether the file holds as many records as were asked for at most.
  var isFull: Bool { query?.size.map { $0 > 0 && records >= $0 } ?? false }
}
