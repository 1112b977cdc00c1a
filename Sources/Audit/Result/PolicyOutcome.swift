import PolicyEngine

/// What one policy says of its population. Members add up: population = passed + failed + unverified + exempt.
package struct PolicyOutcome: Sendable {
  package enum Status: String, Sendable {
    case evaluated
    /// No member and no hole in the population.
    case empty
    /// It rests on an export that was not loaded, or hit a limit: its members are unverified.
    case notEvaluated = "not-evaluated"
    /// It rests on exports of which the organisation declares that there are none: it is not judged, and counts nowhere.
    case outOfScope = "out-of-scope"
  }

  package var id: String
  package var title: String
  package var why: String
  package var fix: String
  package var severity: Severity
  package var status: Status
  package var basisKind: String
  package var basis: String
  package var controls: [String]
  /// Certain members.
  package var population: Int
  package var passed: Int
  package var failed: Int
  package var unverified: Int
  package var exempt: Int
  /// Holes in the population and possible members: each is an unverified finding beside the members.
  package var populationHoles: Int
  /// Passes that rest on the weakest grade, `assumed`.
  package var passedOnAssumption: Int
  /// Source relations that are declared to be absent, and that the verdicts read as empty because `optional` lets them.
  package var judgedWithout: [String]
  /// Kinds of documents that were not loaded, and through which something of it is open.
  package var waitsFor: [String] = []
  /// A digest of what it means: its judging clauses, all rules behind them and their parameters.
  package var definition = ""
  /// How many members survive each literal of each fail rule, in the order written.
  package var funnels: [Funnel]

  package struct Funnel: Sendable {
    package var rule: String
    package var steps: [(literal: String, members: Int)]
    /// The step at which a relation that has rows matched nothing for the whole population, and the documents behind it
    /// name no member: mostly the export of another organisation.
    package var dryJoin: Int?
    package init(rule: String, steps: [(literal: String, members: Int)], dryJoin: Int? = nil) {
      self.rule = rule
      self.steps = steps
      self.dryJoin = dryJoin
    }
  }

  /// Whether the policy as a whole passes: it has a member, no hole in its population, no fail and no unverified.
  package var passes: Bool {
    status == .evaluated && population > 0 && populationHoles == 0 && failed == 0 && unverified == 0
  }

  package init(
    id: String, title: String, why: String, fix: String, severity: Severity, status: Status, basisKind: String,
    basis: String, controls: [String], population: Int, passed: Int, failed: Int, unverified: Int, exempt: Int,
    populationHoles: Int, passedOnAssumption: Int, judgedWithout: [String] = [], funnels: [Funnel]
  ) {
    self.id = id
    self.title = title
    self.why = why
    self.fix = fix
    self.severity = severity
    self.status = status
    self.basisKind = basisKind
    self.basis = basis
    self.controls = controls
    self.population = population
    self.passed = passed
    self.failed = failed
    self.unverified = unverified
    self.exempt = exempt
    self.populationHoles = populationHoles
    self.passedOnAssumption = passedOnAssumption
    self.judgedWithout = judgedWithout
    self.funnels = funnels
  }
}
