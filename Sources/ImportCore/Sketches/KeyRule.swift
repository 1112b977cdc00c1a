import Localization

/// Recognises a kind of JSON document by the keys of its objects.
package struct KeyRule: Sendable {
  /// The kind's name in reports.
  package var kind: String
  /// All of these keys must be there.
  package var required: Set<String>
  /// At least one of these, when there are any.
  package var oneOf: Set<String> = []
  /// None of these may be there.
  package var forbidden: Set<String> = []
  /// No keys but the required ones and those of `oneOf` may be there.
  package var isExact = false
  /// What the document is, for people.
  package var what: Phrase

  package init(
    kind: String, required: Set<String>, oneOf: Set<String> = [], forbidden: Set<String> = [], isExact: Bool = false,
    what: Phrase
  ) {
    self.kind = kind
    self.required = required
    self.oneOf = oneOf
    self.forbidden = forbidden
    self.isExact = isExact
    self.what = what
  }

  /// Whether one object has the keys. `$type` says nothing: the serialiser adds it at will.
  package func matches(_ object: [String: JSONSketch.ValueShape]) -> Bool {
    // Looked up one by one: there are some fifty rules, and the first key decides nearly all of them.
    guard required.allSatisfy({ object[$0] != nil }), oneOf.isEmpty || oneOf.contains(where: { object[$0] != nil }),
      !forbidden.contains(where: { object[$0] != nil })
    else { return false }
    guard isExact else { return true }
    // Credentials are dropped wherever they are met: they make a document no other one.
    return object.keys.allSatisfy {
      $0 == "$type" || required.contains($0) || oneOf.contains($0) || CredentialName.holds($0)
    }
  }
}

extension [KeyRule] {
  /// The first rule that fits the first object which any rule fits.
  package func first(fitting sketch: JSONSketch) -> KeyRule? {
    for object in sketch.objects {
      if let rule = first(where: { $0.matches(object) }) { return rule }
    }
    return nil
  }
}
