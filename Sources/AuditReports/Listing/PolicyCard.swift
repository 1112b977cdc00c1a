import FactStore
import Localization
import PolicyEngine

/// What a reader wants to know of one policy: taken from its text and from the relations that it rests on.
package struct PolicyCard: Sendable {
  package var id: String
  package var title: String
  package var severity: Severity
  package var why: String
  package var fix: String
  package var caveats: [String]
  package var basisKind: String
  package var basis: String
  package var controls: [String]
  package var keys: [String]
  /// Message texts of the rules.
  package var fails: [String]
  package var unverified: [String]
  package var exceptions: [String]
  package var examples: [String]
  package var path: String
  package var line: Int
  /// What the policy's own text says about the exports it needs.
  package var obtain: String
  /// The source relations that it reads, directly or through rules, by name.
  package var sources: [Source]

  package struct Source: Sendable {
    package var relation: String
    package var obtain: String
    /// The policy makes sense without it, and is judged so where `without` in `tilsyn.yaml` says that there is none.
    package var isOptional: Bool
  }

  /// Reads a card off a policy; texts in `language` where there is one, else in English, else the first.
  package init(_ policy: PolicyDeclaration, in checked: CheckedProgram, language: String) {
    id = policy.id.text
    (title, why, fix, obtain, basisKind, basis) = ("", "", "", "", "", "")
    (caveats, controls, keys, fails, unverified, exceptions, examples) = ([], [], [], [], [], [], [])
    severity = .medium
    for clause in policy.clauses {
      switch clause {
      case .title(let texts, _): title = texts.text(in: language)
      case .why(let texts, _): why = texts.text(in: language)
      case .fix(let texts, _): fix = texts.text(in: language)
      case .obtain(let texts, _): obtain = texts.text(in: language)
      case .caveat(let texts, _): caveats.append(texts.text(in: language))
      case .severity(let level, _): severity = level
      case .basis(let given, _): (basisKind, basis) = (given.kind.rawValue, given.texts.text(in: language))
      case .controls(let given, _): controls = given.map(\.value)
      case .population(let population): keys = population.names.map(\.text)
      case .fail(let rule): fails.append(rule.message.text(in: language))
      case .unverified(let rule): unverified.append(rule.message.text(in: language))
      case .except(let rule): exceptions.append(rule.message.text(in: language))
      case .example(let example): examples.append(example.title.value)
      }
    }
    let source = checked.program.sources[policy.span.file]
    path = source.path
    line = source.position(of: policy.span.start).line
    let read = PolicyReads.sources(of: policy, in: checked)
    let say = Wording(named: language)
    sources = read.names.sorted().map {
      Source(
        relation: $0, obtain: say(checked.relations[$0]?.schema.obtain ?? ""), isOptional: read.optional.contains($0))
    }
  }
}
