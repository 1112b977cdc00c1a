import PolicyEngine

/// Why something does not hold, as JSON: one object per rule.
package enum NearMissJSON {
  package static func write(_ misses: [NearMiss], into json: inout JSONWriter) {
    json.array { json in
      for miss in misses {
        json.lineBreak()
        json.object { json in
          json.member("rule", miss.rule)
          json.key("place")
          json.object { ProofJSON.place(miss.place, into: &$0) }
          json.key("satisfied")
          json.array { json in
            for proof in miss.satisfied { ProofJSON.write(proof, into: &json) }
          }
          json.member("missing", miss.missing)
          json.member("help", miss.help.english)
        }
      }
    }
  }
}
