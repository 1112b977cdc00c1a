import Audit

extension JSONObjects {
  /// Members of an object: who has which right in what.
  static func identity(of right: HeldRight, into json: inout JSONWriter) {
    json.member("system", right.system)
    json.member("holder", right.holder)
    json.member("name", right.name)
    json.member("right", right.right)
    json.member("place", right.place)
    json.member("place_name", right.placeName)
  }

  /// Members `rights`, who holds which privileged right, and `rights_open`, the systems of which more may exist.
  static func rights(_ register: RightsRegister, into json: inout JSONWriter) {
    json.key("rights")
    json.array { json in
      for right in register.rights {
        json.lineBreak()
        json.object { json in
          identity(of: right, into: &json)
          json.member("certain", right.isCertain)
          json.member("places", right.places)
        }
      }
    }
    json.member("rights_open", register.open)
  }
}
