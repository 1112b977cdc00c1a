import FactStore
import Formats
import ImportCore
import Localization

/// The object around what the interface answers: `{"ansatt": …}`.
enum DFOAnswer {
  /// The key that holds the records, with the kind of them.
  static let wrappers = [
    "ansatt": "dfo.employees", "stilling": "dfo.positions", "organisasjon": "dfo.organisations",
  ]

  /// An answer holds little beside its records; an object with more keys is a record of something else.
  static let mostKeys = 4

  static func mayHold(_ shape: JSONSketch.ValueShape?) -> Bool {
    switch shape {
    case .array, .object, .null: true
    default: false
    }
  }

  /// The records under the key of an answer; `nil` where the object is a record itself.
  ///
  /// An item that was asked for by its number comes as an object, or as a list of one: neither says that there are no others.
  static func records(_ key: String, in answer: JSONRecord) -> HeldList? {
    guard let value = answer.node[key] else { return nil }
    let pointer = "\(answer.place.pointer)/\(key)"
    switch value.kind {
    case .null: return HeldList([])
    case .object:
      var list = HeldList([JSONRecord(node: value, place: Place(line: value.line, pointer: pointer))])
      list.isSingle = true
      return list
    default:
      var list = HeldList(value, at: pointer, named: key)
      // A list of nothing but null is how an empty one is written.
      if list.records.count == 1, list.records[0].node.isNull { list.records = [] }
      list.isSingle = list.records.count == 1
      return list
    }
  }
}

/// A file in which the university in Oslo keeps both lists of one day: `{"date", "employees", "assignments"}`.
enum DFODump {
  static func fits(_ object: [String: JSONSketch.ValueShape]) -> Bool {
    object["date"] == .string && DFOAnswer.mayHold(object[people]) && DFOAnswer.mayHold(object[positions])
      && object.count <= DFOAnswer.mostKeys
  }

  static let people = "employees"
  static let positions = "assignments"

  /// The records of both lists, each with the pointer that tells which it is of.
  static func records(in dump: JSONRecord) -> HeldList? {
    guard dump.node[people] != nil || dump.node[positions] != nil else { return nil }
    var all = HeldList([])
    for key in [people, positions] {
      guard let list = dump.node[key] else {
        all.damage = all.damage ?? Damage(place: dump.place, text: "the file has no list `\(key)`")
        continue
      }
      let part = HeldList(list, at: "\(dump.place.pointer)/\(key)", named: key)
      all.damage = all.damage ?? (list.isNull ? nil : part.damage)
      let records = part.records.filter { !$0.node.isNull }
      if records.isEmpty { all.doubt = all.doubt ?? Phrase("the list `\(key)` is empty, which proves nothing") }
      all.records += records
    }
    return all
  }

  static func isPosition(_ place: Place) -> Bool { place.pointer.hasPrefix("/\(positions)") }
}
