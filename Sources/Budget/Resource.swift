/// What a run spends. Work is counted by what a file unfolds to, never by its bytes, and never in seconds: the same files meet
/// the same limits on every machine that has the memory.
public enum Resource: String, CaseIterable, Sendable {
  /// Bytes held at once for one document, or for the values of a policy.
  case memory
  /// Cells of tables, those between the first and the last of a row counted too.
  case cells
  /// Nodes of JSON, XML, YAML and pages.
  case nodes
  /// Expressions of XACML policies, each counted as often as it is worked out.
  case expressions
  /// Rules, policies and sets of policies that are decided, each as often as it is.
  case decisions
  /// Nodes and bytes that expressions of XPath, regular expressions and functions on strings look at.
  case steps
  /// Rows that a policy looks at, beside those that the number of facts allows.
  case rows
  /// Values of the rows that policies derive, certain and possible, in all relations.
  case derived
  /// Files, folders passed over and links of a run.
  case files

  /// What is counted, as a person says it: "more than 20,000,000 **cells**".
  public var noun: String {
    switch self {
    case .memory: "bytes of memory"
    case .cells: "cells"
    case .nodes: "nodes"
    case .expressions: "expressions"
    case .decisions: "decisions"
    case .steps: "steps"
    case .rows: "rows looked at"
    case .derived: "derived values"
    case .files: "files"
    }
  }
}
