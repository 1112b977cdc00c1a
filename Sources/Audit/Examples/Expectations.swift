import FactStore
import PolicyEngine

/// Compares verdicts with what an example expects. Members that no expectation names must pass.
struct Expectations {
  let verdicts: PolicyVerdicts
  let engine: Engine
  let symbols: SymbolTable
  let today: CalendarDate

  func failures(of expectations: [PolicyDeclaration.Expectation]) -> [String] {
    var failures: [String] = []
    var named: Set<Int> = []
    for expectation in expectations {
      let pattern = verdicts.policy.keys.map { key -> UInt32 in
        guard let value = expectation.subject.first(where: { $0.name.text == key.name })?.value else {
          return ValueCode.any
        }
        return ConstantCode(symbols: symbols, today: today).code(value, key.type)
      }
      let shown = "expected \(text(of: expectation))"
      if expectation.verdict == .empty {
        if !verdicts.verdicts.isEmpty || !verdicts.population.extras.isEmpty {
          failures.append("\(shown), but the population has \(count(verdicts.verdicts.count, "member"))")
        }
        continue
      }
      var members: [Int] = []
      verdicts.population.forEachCertain(pattern) {
        members.append($0)
        return true
      }
      let hole = verdicts.population.extras.forEachMatch(pattern) { _ in false } == false
      if members.isEmpty {
        // A member that is only possible, or a hole in the population, is unverified by definition.
        if expectation.verdict != .unverified || !hole {
          failures.append("\(shown), but no member of the population fits")
        }
        continue
      }
      for member in members {
        named.insert(member)
        let found = verdicts.verdicts[member]
        if "\(found)" != expectation.verdict.rawValue {
          failures.append("\(shown), but \(describe(member)) is \(found)")
        }
      }
    }
    for member in verdicts.verdicts.indices where !named.contains(member) && verdicts.verdicts[member] != .pass {
      failures.append("\(describe(member)) is \(verdicts.verdicts[member]), and no expectation names it")
    }
    return failures
  }

  private func describe(_ member: Int) -> String {
    verdicts.policy.keys.enumerated().map { column, key in
      "\(key.name): \(engine.text(verdicts.population.certain[member, column], key.type))"
    }.joined(separator: ", ")
  }

  private func text(of expectation: PolicyDeclaration.Expectation) -> String {
    let subject = expectation.subject.map { "\($0.name.text): \(Printer.text(of: $0.value))" }
    return ([expectation.verdict.rawValue] + (subject.isEmpty ? [] : [subject.joined(separator: ", ")]))
      .joined(separator: " ")
  }

  private func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
