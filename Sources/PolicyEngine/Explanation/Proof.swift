import FactStore
import Localization

/// Why a row holds, or may hold: a derivation down to facts of the exports.
public struct Proof: Sendable {
  /// `kitos.may_write(user: "…", via: "LocalAdmin")`, or the text of a comparison.
  public var statement: String
  package var step: Step
  /// False where the statement is only possible.
  public var isCertain: Bool
  package var premises: [Proof]

  /// What a step of a proof rests on.
  package enum Step: Sendable {
    /// A fact of an export.
    case fact(relation: String, values: [(column: String, value: String)], origin: SourcePlace)
    /// A fact of the policy text, or one given by a parameter or an example.
    case given
    /// A rule, as written, with its place.
    case rule(text: String, place: SourcePlace)
    /// A hole: a row of this shape may exist.
    case hole(relation: String, text: Phrase, origin: SourcePlace?)
    /// No row matches: how many rows were searched, in what, and what closes it.
    case absent(relation: String, searched: Int, sources: [Phrase], grade: CompletenessGrade?)
    /// What would make the proof too long to read is left out.
    case cut(Phrase)
    /// A comparison or built-in that is true, with its values.
    case condition
    /// `count(…) = 3…5`; the premises are those of the first `shown` of the `counted` values, each once.
    case aggregate(low: String, high: String, counted: Int, shown: Int)
  }

  package init(statement: String, step: Step, isCertain: Bool, premises: [Proof] = []) {
    self.statement = statement
    self.step = step
    self.isCertain = isCertain
    self.premises = premises
  }
}

/// A file, a line and a pointer, for people.
public struct SourcePlace: Hashable, Sendable {
  package var path: String
  package var line: Int
  /// JSON pointer or cell; empty where the line says it all.
  public var pointer: String
  package init(path: String, line: Int, pointer: String = "") {
    self.path = path
    self.line = line
    self.pointer = pointer
  }
}

/// Why a row does not hold: per rule, how far its body can be satisfied.
public struct NearMiss: Sendable {
  package var rule: String
  package var place: SourcePlace
  /// The literals, as written, that one binding satisfies.
  public var satisfied: [Proof]
  /// The first literal that it does not satisfy, with the values it has by then; `nil` when all are satisfied.
  public var missing: String?
  package var help: Phrase
  package init(rule: String, place: SourcePlace, satisfied: [Proof], missing: String?, help: Phrase) {
    self.rule = rule
    self.place = place
    self.satisfied = satisfied
    self.missing = missing
    self.help = help
  }
}
