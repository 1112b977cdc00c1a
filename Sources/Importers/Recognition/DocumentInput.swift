import Budget
import FactStore
import Formats

/// A document as its importer gets it: parsed as far as it can be, with what the configuration says of it.
struct DocumentInput: Sendable {
  var file: FileID
  /// The path as reports show it: some stores say by it what their documents leave out.
  var path: String
  var context: SourceContext
  /// The day judged: what a document tells of later days has not happened yet.
  var asOf: CalendarDate?
  var json: JSONRecords?
  var table: TableInput?
  /// The bytes of an XML document.
  var xml: [UInt8]?
  /// A page of documentation.
  var page: GroupPage?
  /// What is wrong with the file as a whole.
  var damage: Damage?
  /// What working out what the document says may spend.
  var limits = RunLimits.standard

  /// The records of a JSON document.
  func jsonList(kind: String) -> JSONList {
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
struct JSONList: Sendable {
  /// The document is one object, not a list.
  var isSingle: Bool
  var records: [JSONRecord]
  var lost: [Damage]
  var cut: Damage?
}

/// One record of a JSON document, with its place.
struct JSONRecord: Sendable {
  var node: JSONNode
  var place: Place
}

extension Damage {
  /// What the reader of a format found, with what to do about it.
  init(_ problem: FormatProblem) {
    self.init(
      place: Place(line: problem.line, pointer: problem.pointer),
      text: problem.help.isEmpty ? problem.message : "\(problem.message); \(problem.help)")
  }
}
