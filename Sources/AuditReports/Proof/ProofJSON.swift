import PolicyEngine

/// A proof as JSON. Each node has one key that says what it is (`fact`, `given`, `rule`, `hole`, `absent`, `condition`
/// or `aggregate`), `certain`, and `premises` where it has any; a `fact` is a leaf with `path`, `line` and `pointer`. In English,
/// whatever the language of the run.
package enum ProofJSON {
  package static func write(_ proof: Proof, into json: inout JSONWriter) {
    json.object { json in
      switch proof.step {
      case .fact(let relation, let values, let origin):
        json.member("fact", proof.statement)
        json.member("certain", proof.isCertain)
        json.member("relation", relation)
        json.key("values")
        json.object { json in
          for value in values {
            json.key(given: value.column)
            json.value(value.value)
          }
        }
        place(origin, into: &json)
      case .given:
        json.member("given", proof.statement)
        json.member("certain", proof.isCertain)
      case .rule(let text, let origin):
        json.member("rule", text)
        json.member("statement", proof.statement)
        json.member("certain", proof.isCertain)
        json.key("place")
        json.object { place(origin, into: &$0) }
      case .hole(let relation, let text, let origin):
        json.member("hole", proof.statement)
        json.member("certain", false)
        json.member("relation", relation)
        json.member("reason", text.english)
        JSONObjects.place(
          path: origin?.path ?? "", line: origin?.line ?? 0, pointer: origin?.pointer ?? "", into: &json)
      case .absent(let relation, let searched, let sources, let grade):
        json.member("absent", proof.statement)
        json.member("certain", proof.isCertain)
        json.member("relation", relation)
        json.member("searched", searched)
        json.member("sources", sources.map(\.english))
        json.member("grade", grade?.rawValue)
      case .cut(let why):
        json.member("condition", "\(proof.statement)  (not shown: \(why))")
        json.member("certain", proof.isCertain)
      case .condition:
        json.member("condition", proof.statement)
        json.member("certain", proof.isCertain)
      case .aggregate(let low, let high, let counted, let shown):
        json.member("aggregate", proof.statement)
        json.member("certain", proof.isCertain)
        json.member("low", low)
        json.member("high", high)
        json.member("counted", counted)
        json.member("shown", shown)
      }
      guard !proof.premises.isEmpty else { return }
      json.key("premises")
      json.array { json in
        for premise in proof.premises {
          json.lineBreak()
          write(premise, into: &json)
        }
      }
    }
  }

  static func place(_ place: SourcePlace, into json: inout JSONWriter) {
    JSONObjects.place(path: place.path, line: place.line, pointer: place.pointer, into: &json)
  }
}
