import Formats
import Testing

@testable import ImportCore

/// What the object around a list says of it, in the words of many interfaces.
struct EnvelopeTests {
  private func node(_ text: String) throws -> JSONNode {
    try #require(JSONRecords.read(Array(text.utf8)).records.first).node.get()
  }

  static let more: [String] = [
    #"{"@odata.nextLink":"x"}"#, #"{"@odata.nextlink":"x"}"#, #"{"odata.nextLink":"x"}"#, #"{"NextLink":"x"}"#,
    #"{"next":"x"}"#, #"{"next":{"href":"x"}}"#, #"{"next_page_token":"t"}"#, #"{"continuationToken":"t"}"#,
    #"{"links":{"next":"x"}}"#, #"{"_links":{"next":{"href":"x"}}}"#, #"{"links":[{"rel":"self"},{"rel":"next"}]}"#,
    #"{"Links":[{"Rel":"Next","Href":"x"}]}"#, #"{"has_next_page":true}"#, #"{"hasMore":"true"}"#, #"{"has_more":1}"#,
    #"{"isTruncated":true}"#, #"{"IsTruncated":"yes"}"#, #"{"last":false}"#, #"{"isLast":"false"}"#,
    #"{"meta":{"pagination":{"next_url":"x"}}}"#, #"{"pageInfo":{"hasNextPage":true}}"#, #"{"totalPages":2}"#,
    #"{"page":{"number":0,"totalPages":2}}"#, #"{"page":1,"total_pages":"3"}"#, #"{"totalPages":"many"}"#,
    #"{"currentPage":2,"pageCount":3}"#,
  ]

  @Test(arguments: more) func saysThatMoreFollow(_ text: String) throws { #expect(Envelope.saysMore(try node(text))) }

  static let whole: [String] = [
    #"{}"#, #"{"@odata.nextLink":null}"#, #"{"next":""}"#, #"{"next":{"href":null}}"#, #"{"links":{"next":null}}"#,
    #"{"links":[{"rel":"self"},{"rel":"last","href":"x"}]}"#, #"{"links":{"last":"x"}}"#, #"{"hasMore":false}"#,
    #"{"has_more":"false"}"#, #"{"isTruncated":0}"#, #"{"last":true}"#, #"{"totalPages":1}"#, #"{"totalPages":0}"#,
    #"{"page":{"number":1,"totalPages":2}}"#, #"{"page":3,"totalPages":3}"#, #"{"totalPages":null}"#,
    #"{"name":"next","value":[{"next":"x"}]}"#,
  ]

  @Test(arguments: whole) func saysNothingOfMore(_ text: String) throws { #expect(!Envelope.saysMore(try node(text))) }

  static let totals: [(text: String, total: Envelope.Total?)] = [
    (#"{}"#, nil), (#"{"@odata.count":9}"#, .count(9)), (#"{"@odata.count":"9"}"#, .count(9)),
    (#"{"@odata.count":9.0}"#, .count(9)), (#"{"@ODATA.COUNT":" 9 "}"#, .count(9)), (#"{"total_count":9}"#, .count(9)),
    (#"{"page":{"totalElements":"9"}}"#, .count(9)), (#"{"meta":{"page":{"Total":9}}}"#, .count(9)),
    (#"{"count":2,"totalCount":9}"#, .count(9)), (#"{"totalCount":9,"count":2}"#, .count(9)),
    (#"{"total":null}"#, .unclear), (#"{"total":"many"}"#, .unclear), (#"{"total":9.5}"#, .unclear),
    (#"{"total":-1}"#, .unclear), (#"{"total":{}}"#, .unclear), (#"{"total":[]}"#, .unclear),
    (#"{"total":""}"#, .unclear),
    (#"{"total":true}"#, .unclear), (#"{"total":9,"count":"x"}"#, .unclear), (#"{"count":"x","total":9}"#, .unclear),
    (#"{"total":1e400}"#, .unclear), (#"{"value":[{"total":9}]}"#, nil),
  ]

  @Test(arguments: totals.indices) func readsTheTotal(_ index: Int) throws {
    #expect(Envelope.total(try node(Self.totals[index].text)) == Self.totals[index].total)
  }

  /// Every key of the envelope in each way of writing it, in the documents of each importer that has one.
  @Test(arguments: [#""total":"9","#, #""@odata.count":9.0,"#, #""NextLink":"x","#, #""links":[{"rel":"next"}],"#])
  func everyKindOfDocumentListensToIt(_ envelope: String) throws {
    let org = KitosDocuments.organisation
    let documents: [(kind: String, text: String, relation: String)] = [
      (
        "kitos.odata.users,organisation=\(org)", KitosTables.document([KitosTables.user(1)], envelope: envelope),
        "kitos.listed_user"
      ),
      (
        "er.units",
        #"{\#(envelope)"_embedded":{"enheter":[{"organisasjonsnummer":"310000001","organisasjonsform":{"kode":"AS"}}]}}"#,
        "er.unit"
      ),
      ("er.role-types", #"{\#(envelope)"_embedded":{"rolletyper":[{"kode":"DAGL"}]}}"#, "er.role_type"),
      (
        "altinn.roles",
        #"{\#(envelope)"data":[{"code":"dagl","urn":"urn:altinn:rolecode:dagl","isKeyRole":true}]}"#, "altinn.role"
      ),
    ]
    for document in documents {
      let loaded = try LoadingFolder.load(["a.json": document.text], as: ["a.json=\(document.kind)"])
      #expect(loaded.holes(document.relation).contains { $0.hasSuffix("(page)") }, "\(document.kind)")
    }
    let yaml = """
      mapping:
        relations: { t.r: { columns: { a: text } } }
        files: [{ path: a.json, format: json, grade: closed, SHAPE }]

      """
    for shape in [
      "records: /value, facts: [{ relation: t.r, columns: { a: id } }]",
      "facts: [{ relation: t.r, each: /value, columns: { a: id } }]",
    ] {
      let loaded = try MappingTests.load(
        ["a.json": #"{\#(envelope)"value":[{"id":"x"}]}"#], yaml.replacing("SHAPE", with: shape))
      #expect(loaded.holes("t.r").contains { $0.hasSuffix("(page)") }, "\(shape)")
    }
  }
}
