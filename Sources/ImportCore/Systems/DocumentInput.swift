import Budget
import FactStore
import Formats
import Localization

/// A document as its importer gets it: parsed as far as it can be, with what the configuration says of it.
package struct DocumentInput: Sendable {
  package var file: FileID
  /// The path as reports show it: some stores say by it what their documents leave out.
  package var path: String
  package var context: SourceContext
  /// The day judged: what a document tells of later days has not happened yet.
  package var asOf: CalendarDate?
  package var json: JSONRecords?
  package var table: TableInput?
  /// The bytes of an XML document.
  package var xml: [UInt8]?
  /// A page of documentation.
  package var page: [PageBlock]?
  /// What is wrong with the file as a whole.
  package var damage: Damage?
  /// What is known of every record, whatever became of it.
  package var known: [String: Value] = [:]
  /// What working out what the document says may spend.
  package var limits = RunLimits.standard

  /// The records of a JSON document.
  package func jsonList(kind: String) -> JSONList {
    guard let json else {
      return JSONList(
        isSingle: false, records: [], lost: [],
        cut: damage ?? Damage(place: Place(line: 1), text: "the file is no JSON document, as `\(kind)` is"))
    }
    var list = JSONList(isSingle: json.shape == .object, records: [], lost: [], cut: damage)
    for record in json.records {
      let pointer = json.shape == .object ? "" : "/\(record.index)"
      switch record.node {
      case .success(let node):
        list.records.append(JSONRecord(node: node, place: Place(line: record.line, pointer: pointer)))
      case .failure(let problem): list.lost.append(Damage(problem))
      }
    }
    if let problem = json.problems.first { list.cut = Damage(problem) }
    return list
  }
}

/// The records of a JSON document: the elements of an array, or one object.
package struct JSONList: Sendable {
  /// The document is one object, not a list.
  package var isSingle: Bool
  package var records: [JSONRecord]
  package var lost: [Damage]
  package var cut: Damage?
}

/// One record of a JSON document, with its place.
package struct JSONRecord: Sendable {
  package var node: JSONNode
  package var place: Place

  package init(node: JSONNode, place: Place) {
    self.node = node
    self.place = place
  }
}
