extension PolicyDeclaration {
  /// The clause's value; the checker has seen to it that required clauses are there, once.
  public var severity: Severity {
    for case .severity(let severity, _) in clauses { return severity }
    return .medium
  }

  package var title: Texts { texts { if case .title(let texts, _) = $0 { texts } else { nil } } }
  package var why: Texts { texts { if case .why(let texts, _) = $0 { texts } else { nil } } }
  package var fix: Texts { texts { if case .fix(let texts, _) = $0 { texts } else { nil } } }
  package var obtain: Texts { texts { if case .obtain(let texts, _) = $0 { texts } else { nil } } }
  package var caveat: Texts { texts { if case .caveat(let texts, _) = $0 { texts } else { nil } } }

  package var basis: Basis? {
    for case .basis(let basis, _) in clauses { return basis }
    return nil
  }

  package var controls: [String] {
    clauses.flatMap { clause -> [String] in
      if case .controls(let list, _) = clause { return list.map(\.value) }
      return []
    }
  }

  package var examples: [Example] {
    clauses.compactMap { if case .example(let example) = $0 { example } else { nil } }
  }

  /// The pack: the first part of the id.
  public var pack: String { String(id.text.prefix { $0 != "." }) }

  private func texts(_ pick: (Clause) -> Texts?) -> Texts { clauses.lazy.compactMap(pick).first ?? Texts([]) }
}

extension PolicyDeclaration.Clause {
  /// What a clause of texts alone says of the whole policy.
  var texts: Texts? {
    switch self {
    case .title(let texts, _), .why(let texts, _), .fix(let texts, _), .obtain(let texts, _), .caveat(let texts, _):
      texts
    case .basis(let basis, _): basis.texts
    default: nil
    }
  }

  /// What a clause says of members.
  var finding: PolicyDeclaration.Finding? {
    switch self {
    case .fail(let finding), .unverified(let finding), .except(let finding): finding
    default: nil
    }
  }
}
