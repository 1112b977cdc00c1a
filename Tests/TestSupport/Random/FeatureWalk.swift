import PolicyEngine

/// What a program uses, by name, so that a test can see whether a generator reaches all of the language.
enum FeatureWalk {
  static func features(of items: [Item]) -> Set<String> {
    var found: Set<String> = []
    var reads: [String: Set<String>] = [:]
    func look(_ body: [Literal], for head: String?) {
      SyntaxWalk(
        onLiteral: { literal in
          switch literal {
          case .atom(let atom, let optional):
            if optional { found.insert("optional") }
            if let head { reads[head, default: []].insert(atom.relation.text) }
          case .notAtom: found.formUnion(["negation", "not atom"])
          case .notBody: found.formUnion(["negation", "not body"])
          case .or: found.insert("or")
          case .comparison: found.insert("comparison")
          case .inSet: found.insert("in set")
          case .inName: found.insert("in name")
          }
        },
        onAtom: { atom in
          for argument in atom.arguments {
            switch argument.value {
            case .wildcard: found.insert("wildcard")
            case .none: found.insert("none")
            case .punned, .expression: break
            }
          }
        },
        onExpression: { expression in
          switch expression {
          case .aggregate(let aggregate): found.formUnion(["aggregate", aggregate.function.rawValue])
          case .arithmetic: found.insert("arithmetic")
          case .call: found.insert("built-in")
          case .parameter: found.insert("parameter")
          case .constant(let constant): if constant.value == .today { found.insert("today") }
          case .variable, .negated: break
          }
        }
      ).walk(body)
    }
    for item in items {
      switch item {
      case .rule(let rule):
        look(rule.body, for: rule.head.relation.text)
        // A value computed in the head.
        SyntaxWalk(onExpression: { if case .aggregate = $0 { found.insert("aggregate") } }).walk(rule.head)
      case .policy(let policy):
        found.insert("policy")
        for clause in policy.clauses {
          switch clause {
          case .population(let population): look(population.body, for: nil)
          case .fail(let finding):
            if !finding.per.isEmpty { found.insert("per") }
            look(finding.body, for: nil)
          case .unverified(let finding):
            found.insert("unverified")
            look(finding.body, for: nil)
          case .except(let finding):
            found.insert("except")
            look(finding.body, for: nil)
          default: break
          }
        }
      case .fact: found.insert("fact")
      case .entity, .relation, .parameter: break
      }
    }
    if isRecursive(reads) { found.insert("recursion") }
    return found
  }

  private static func isRecursive(_ reads: [String: Set<String>]) -> Bool {
    reads.keys.contains { start in
      var seen: Set<String> = []
      var pending = Array(reads[start] ?? [])
      while let next = pending.popLast() {
        if next == start { return true }
        if seen.insert(next).inserted { pending += reads[next] ?? [] }
      }
      return false
    }
  }
}
