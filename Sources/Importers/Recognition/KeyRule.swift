/// Recognises a kind of JSON document by the keys of its objects.
struct KeyRule: Sendable {
  /// The kind's name in reports.
  var kind: String
  /// All of these keys must be there.
  var required: Set<String>
  /// At least one of these, when there are any.
  var oneOf: Set<String> = []
  /// None of these may be there.
  var forbidden: Set<String> = []
  /// No keys but the required ones and those of `oneOf` may be there.
  var isExact = false
  /// What the document is, for people.
  var what: String

  /// Whether one object has the keys. `$type` says nothing: the serialiser adds it at will.
  func matches(_ object: [String: JSONSketch.ValueShape]) -> Bool {
    var keys = Set(object.keys)
    keys.remove("$type")
    guard required.isSubset(of: keys), oneOf.isEmpty || !oneOf.isDisjoint(with: keys),
      forbidden.isDisjoint(with: keys)
    else { return false }
    // Credentials are dropped wherever they are met: they make a document no other one.
    return !isExact || keys.subtracting(required).subtracting(oneOf).allSatisfy(Credentials.areNamed)
  }
}

extension [KeyRule] {
  /// The first rule that fits the first object which any rule fits.
  func first(fitting sketch: JSONSketch) -> KeyRule? {
    for object in sketch.objects {
      if let rule = first(where: { $0.matches(object) }) { return rule }
    }
    return nil
  }
}
