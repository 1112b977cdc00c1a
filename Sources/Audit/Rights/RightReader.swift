import FactStore
import PolicyEngine

/// How relations are called that derive rights: a word, the system up to the next dot or underscore, and whatever tells several
/// relations of one system apart.
struct RightsPrefix {
  private let word: String

  init(_ word: String) { self.word = word }

  func begins(_ name: String) -> Bool { name.hasPrefix(word) }

  func system(of name: String) -> String { String(name.dropFirst(word.count).prefix { $0 != "_" && $0 != "." }) }
}

/// Reads rights off the rows of one relation, whose columns are `holder` and `right` and, where they make sense, `email`, what
/// the holder is called, and `place`, what the right is in.
struct RightReader {
  let system: String
  let relation: EvaluatedRelation
  let explainer: Explainer
  let names: NameBook

  private var engine: Engine { explainer.engine }

  func column(_ name: String) -> Int? { relation.columns.firstIndex { $0.name == name } }

  var isRegister: Bool { column("holder") != nil && column("right") != nil }

  func knowsHolder(_ codes: [UInt32]) -> Bool {
    [column("holder"), column("email")].contains { $0.map { codes[$0] != ValueCode.any } == true }
  }

  func right(_ codes: [UInt32], _ proof: ProofNode) -> HeldRight {
    func text(_ name: String) -> String? {
      column(name).map { engine.bareText(codes[$0], relation.columns[$0].type) }
    }
    func name(_ column: String) -> String {
      guard let id = text(column), let at = self.column(column) else { return "" }
      return names[id, relation.columns[at].type] ?? ""
    }
    let holder = text("holder") ?? "*"
    let address = text("email") ?? "*"
    var places: [String] = []
    proof.forEachLeaf { leaf in
      guard places.count < RightsRegister.mostPlaces, leaf.isHole || proof.isCertain,
        let origin = explainer.text(of: leaf).origin
      else { return }
      let place = "\(origin.path):\(origin.line)"
      if !places.contains(place) { places.append(place) }
    }
    return HeldRight(
      system: system, holder: holder, name: address != "*" && address != holder ? address : name("holder"),
      right: text("right") ?? "*", place: text("place") ?? "", placeName: name("place"), isCertain: proof.isCertain,
      places: places)
  }
}
