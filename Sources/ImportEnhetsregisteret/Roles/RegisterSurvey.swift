import ImportCore

/// What documents of Enhetsregisteret tell each other.
struct RegisterSurvey: SurveyPart {
  /// How many documents hold roles.
  var roleRegisters = 0
  /// Units of which two documents hold different roles.
  private(set) var unitsInDispute: Set<UInt32> = []
  /// A sum over the roles of each unit, by the code of its number.
  private var rolesOfUnits: [UInt32: UInt64] = [:]

  init() {}

  /// Notes sums over the roles that a document has of units.
  mutating func noteRoles(_ sums: some Sequence<(unit: UInt32, sum: UInt64)>) {
    for (unit, sum) in sums {
      if let known = rolesOfUnits.updateValue(sum, forKey: unit), known != sum { unitsInDispute.insert(unit) }
    }
  }
}

extension Survey {
  var registers: RegisterSurvey {
    get { self[RegisterSurvey.self] }
    _modify { yield &self[RegisterSurvey.self] }
  }
}
