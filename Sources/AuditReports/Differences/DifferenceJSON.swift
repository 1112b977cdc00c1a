import Audit

/// What differs between two folders or results, for programs: `tilsyn.diff/1`.
package struct DifferenceJSON {
  private let differences: Differences

  package init(_ differences: Differences) { self.differences = differences }

  package func write(into sink: consuming ReportSink) throws {
    var json = JSONWriter(sink)
    json.object { json in
      json.member("schema", "tilsyn.diff/1")
      side("old", differences.old, into: &json)
      side("new", differences.new, into: &json)
      json.member("same", differences.isEmpty)
      counts(into: &json)
      list("rights", differences.rights, into: &json) { right($0, into: &$1) }
      list("findings", differences.findings, into: &json) { finding($0, into: &$1) }
      list("documents", differences.documents, into: &json) { document($0, into: &$1) }
      list("policies", differences.policies, into: &json) { policy, json in
        json.member("policy", policy.policy)
        json.member("change", policy.kind.rawValue)
        json.member("severity", policy.severity)
      }
      if let facts = differences.facts {
        list("facts", facts, into: &json) { fact($0, into: &$1) }
      } else {
        json.key("facts")
        json.null()
      }
      json.member("rights_not_compared", differences.untold)
      json.member("remarks", differences.remarks)
    }
    try json.finish()
  }

  private func list<Element>(
    _ name: StaticString, _ elements: [Element], into json: inout JSONWriter,
    _ write: (Element, inout JSONWriter) -> Void
  ) {
    json.key(name)
    json.array { json in
      for element in elements {
        json.lineBreak()
        json.object { write(element, &$0) }
      }
      json.lineBreak()
    }
  }

  private func side(_ name: StaticString, _ side: Differences.Side, into json: inout JSONWriter) {
    json.key(name)
    json.object { json in
      json.member("path", side.path)
      json.member("as_of", side.asOf.description)
      json.member("complete", side.isComplete)
      json.member("incomplete", side.incompleteReasons)
    }
  }

  private func counts(into json: inout JSONWriter) {
    json.key("counts")
    json.object { json in
      json.key("rights")
      json.object { json in
        for kind in RightChange.Kind.allCases {
          json.key(given: kind.rawValue)
          json.value(differences.rights.count { $0.kind == kind })
        }
      }
      json.key("findings")
      json.object { json in
        for kind in FindingChange.Kind.allCases {
          json.key(given: kind.rawValue)
          json.value(differences.findings.count { $0.kind == kind })
        }
      }
    }
  }

  private func right(_ change: RightChange, into json: inout JSONWriter) {
    json.member("change", change.kind.rawValue)
    JSONObjects.identity(of: change.right, into: &json)
    json.member("places", change.right.places)
    causes(change.causes, into: &json)
  }

  private func finding(_ change: FindingChange, into json: inout JSONWriter) {
    json.member("change", change.kind.rawValue)
    json.member("reason", change.reason?.rawValue)
    json.key("finding")
    json.object { json in
      var writer = FindingWriter()
      writer.identity(change.finding, into: &json)
    }
    causes(change.causes, into: &json)
  }

  private func document(_ change: DocumentChange, into json: inout JSONWriter) {
    json.member("path", change.path)
    json.member("change", change.kind.rawValue)
    json.member("from", change.from)
    json.member("kind", change.document)
    json.key("records")
    json.object { json in
      for (name, count) in [("old", change.records.old), ("new", change.records.new)] {
        json.key(given: name)
        if let count { json.value(count) } else { json.null() }
      }
    }
    json.member("remarks", change.remarks)
  }

  private func causes(_ causes: [FactChange], into json: inout JSONWriter) {
    json.key("causes")
    json.array { json in
      for cause in causes { json.object { fact(cause, into: &$0) } }
    }
  }

  private func fact(_ change: FactChange, into json: inout JSONWriter) {
    json.member("relation", change.relation)
    json.member("catalogue", change.catalogue)
    evidence("old", change.old, into: &json)
    evidence("new", change.new, into: &json)
    json.member("was", change.was.isEmpty ? nil : change.was)
  }

  private func evidence(_ name: StaticString, _ evidence: Evidence?, into json: inout JSONWriter) {
    json.key(name)
    guard let evidence else { return json.null() }
    json.object { json in
      json.member("fact", evidence.fact)
      json.member("hole", evidence.isHole)
      JSONObjects.place(path: evidence.path, line: evidence.line, pointer: evidence.pointer, into: &json)
    }
  }
}
