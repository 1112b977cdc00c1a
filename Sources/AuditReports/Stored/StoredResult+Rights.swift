import Audit

/// What a stored result says of privileged rights.
extension StoredResult {
  static func rights(_ root: ResultNode) throws(ResultDamage) -> RightsRegister {
    RightsRegister(
      rights: try root.list("rights").map { node throws(ResultDamage) in
        HeldRight(
          system: try node.text("system"), holder: try node.text("holder"), name: try node.text("name"),
          right: try node.text("right"), place: try node.text("place"), placeName: try node.text("place_name"),
          isCertain: try node.flag("certain"), places: try node.texts("places"))
      }, open: try root.texts("rights_open"))
  }
}
