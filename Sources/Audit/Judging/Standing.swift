/// Whether a policy can be judged by what was loaded.
enum Standing {
  case evaluated
  /// An export that it rests on is missing, or a limit was hit.
  case notEvaluated(AuditResult.NotEvaluated)
  /// It rests on exports of which the organisation says that there are none.
  case outOfScope(AuditResult.DeclaredOutOfScope)

  var isEvaluated: Bool { if case .evaluated = self { true } else { false } }
}
