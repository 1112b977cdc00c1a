import FactStore
import Formats
import Localization

/// The records of a list that an object holds.
package struct HeldList {
  package var records: [JSONRecord]
  /// Why not all of them could be read.
  package var damage: Damage?
  /// Why the list may be a part only, by the object around it. Lists that come in pages are judged by all of them instead.
  package var doubt: Phrase?
  /// The same, where no record says why.
  package var otherwise: Phrase?
  /// The object holds one record, which shows that there may be more, rather than all of them.
  package var isSingle = false

  package init(
    _ records: [JSONRecord], damage: Damage? = nil, doubt: Phrase? = nil, otherwise: Phrase? = nil
  ) {
    self.records = records
    self.damage = damage
    self.doubt = doubt
    self.otherwise = otherwise
  }

  /// The list under the first of these paths that the object has; `nil` where it has none of them.
  package init?(_ root: JSONRecord, at paths: [String]) {
    for path in paths {
      var node = root.node
      let keys = path.split(separator: "/").map(String.init)
      guard keys.allSatisfy({ key in node[key].map { node = $0 } != nil }) else { continue }
      self.init(node, at: root.place.pointer + "/" + path, named: path)
      return
    }
    return nil
  }

  /// The elements of a list; damage where there is no list.
  package init(_ list: JSONNode, at pointer: String, named name: String) {
    records = list.elements.enumerated().map { index, element in
      JSONRecord(node: element, place: Place(line: element.line, pointer: "\(pointer)/\(index)"))
    }
    if list.kind != .array {
      damage = Damage(place: Place(line: list.line, pointer: pointer), text: "`\(name)` is no list")
    }
  }
}
