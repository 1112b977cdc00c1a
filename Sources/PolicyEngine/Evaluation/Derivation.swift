import FactStore

/// One binding of a rule's variables that satisfies its body, with the rows that it rests on.
struct Derivation {
  var rule: LoweredRule
  /// By register.
  var codes: [UInt32]
  /// By interval slot.
  var intervals: [Interval]
  /// By atom: a certain row's number, or `-1 - number` of an extra.
  var matched: [Int]
  var isCertain: Bool
}

extension RegisterFile {
  /// Registers of the head with the codes of a row; `nil` when a constant or a repeated variable does not fit.
  func binding(_ terms: [Int], to codes: [UInt32]) -> [Int: UInt32]? {
    var bound: [Int: UInt32] = [:]
    for (register, code) in zip(terms, codes) {
      if let constant = entries[register].constant {
        if code != constant && code != ValueCode.any { return nil }
        continue
      }
      if let known = bound[register], known != code, known != ValueCode.any, code != ValueCode.any { return nil }
      bound[register] = bound[register].map { $0 == ValueCode.any ? code : $0 } ?? code
    }
    return bound
  }
}
