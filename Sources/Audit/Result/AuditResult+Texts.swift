import Budget

extension AuditResult {
  /// The result with every text changed into which something of an export, of a path or of a command line can have come: all
  /// but ids, digests and what authors of policies wrote.
  ///
  /// Findings are changed when they are asked for. `change` may be called by several threads at a time.
  /// - Parameter hidesMembers: whether digests go that nobody's key has made, by which somebody who is named otherwise could be
  ///   guessed.
  package func mappingTexts(
    hidesMembers: Bool = false, _ change: @escaping @Sendable (String) -> String
  ) -> AuditResult {
    var result = self
    result.incompleteReasons = incompleteReasons.map(change)
    result.sources = sources.map { $0.mappingTexts(change) }
    result.scope.notEvaluated = scope.notEvaluated.map {
      var entry = $0
      entry.missing = change(entry.missing)
      if hidesMembers { entry.openMembers = [] }
      return entry
    }
    result.parameters = parameters.map {
      // What the policies say themselves is their author's.
      var parameter = $0
      if parameter.value != parameter.standard { parameter.value = change(parameter.value) }
      return parameter
    }
    result.warnings = warnings.map(change)
    result.declarations = declarations.map {
      var declaration = $0
      declaration.reason = change(declaration.reason)
      declaration.owner = change(declaration.owner)
      declaration.path = change(declaration.path)
      return declaration
    }
    result.basis.arguments = basis.arguments.map(change)
    result.basis.policies = basis.policies.map { AuditBasis.File(path: change($0.path), sha256: $0.sha256) }
    result.basis.configuration = basis.configuration.map { AuditBasis.File(path: change($0.path), sha256: $0.sha256) }
    result.settings = settings?.mappingTexts(change)
    result.frameworks = frameworks.map {
      var framework = $0
      framework.file = AuditBasis.File(path: change(framework.file.path), sha256: framework.file.sha256)
      return framework
    }
    result.rights = rights.mappingTexts(change)
    result.waivers = waivers?.mappingTexts(hidesMembers: hidesMembers, change)
    result.comparison = comparison?.mappingTexts(hidesMembers: hidesMembers, change)
    let findings = findings
    let changed = SharedCache<Evidence.Identity, Evidence>()
    result.findings = FindingList(
      count: findings.count,
      together: { range in
        findings.together(range).mapping(
          { $0.mappingTexts(hidesMembers: hidesMembers, change) },
          { item in changed.value(.init(item)) { item.mappingTexts(change) } })
      }, keyed: { findings.keyed($0).mappingTexts(hidesMembers: hidesMembers, change) })
    return result
  }
}

extension AuditResult {
  /// The result, of which each text that ``mappingTexts(_:)`` would change is told when it is asked for.
  /// - Parameter isQuick: whether a text is told sooner than it is found out that it was told before.
  package func tellingTexts(isQuick: Bool = false, _ tell: @escaping @Sendable (String) -> Void) -> AuditResult {
    var result = mappingTexts {
      tell($0)
      return $0
    }
    // Hundreds of thousands of them need no copies.
    let findings = findings
    let told = SharedCache<Evidence.Identity, Bool>()
    result.findings = FindingList(
      count: findings.count,
      together: { range in
        let explained = findings.together(range)
        for number in explained.findings.indices { explained.findings[number].tellTexts(tell) }
        for item in explained.items {
          if isQuick {
            item.tellTexts(tell)
            continue
          }
          _ = told.value(.init(item)) {
            item.tellTexts(tell)
            return true
          }
        }
        return explained
      },
      keyed: {
        let finding = findings.keyed($0)
        finding.tellTexts(tell)
        return finding
      })
    return result
  }
}

extension RightsRegister {
  func mappingTexts(_ change: (String) -> String) -> RightsRegister {
    RightsRegister(
      rights: rights.map {
        var right = $0
        right.holder = change($0.holder)
        right.name = change($0.name)
        right.right = change($0.right)
        right.place = change($0.place)
        right.placeName = change($0.placeName)
        right.places = $0.places.map(change)
        return right
      }, open: open)
  }
}

extension SourceSummary {
  func mappingTexts(_ change: (String) -> String) -> SourceSummary {
    var source = self
    source.path = change(path)
    source.problems = problems.map {
      Problem(line: $0.line, pointer: change($0.pointer), message: change($0.message))
    }
    source.notes = notes.map(change)
    source.limits = limits.map(change)
    return source
  }
}

extension AuditSettings {
  func mappingTexts(_ change: (String) -> String) -> AuditSettings {
    var settings = self
    settings.path = change(path)
    settings.leftOut = leftOut.map(change)
    settings.told = told.map(change)
    settings.contradicted = contradicted.map(change)
    settings.aged = aged.map(change)
    settings.without = without.map(change)
    settings.policies = policies.map(change)
    return settings
  }
}

extension WaiverReport {
  func mappingTexts(hidesMembers: Bool, _ change: (String) -> String) -> WaiverReport {
    var report = self
    report.file = AuditBasis.File(path: change(file.path), sha256: file.sha256)
    report.outcomes = outcomes.map {
      var outcome = $0
      outcome.waiver.reason = change($0.waiver.reason)
      outcome.waiver.owner = change($0.waiver.owner)
      outcome.waiver.approver = change($0.waiver.approver)
      outcome.waiver.path = change($0.waiver.path)
      outcome.waiver.id = change($0.waiver.id)
      switch $0.waiver.match {
      case .fingerprint(let digits, let witnesses):
        outcome.waiver.match = .fingerprint(digits, witnesses: hidesMembers ? [] : witnesses)
      case .keys(let subject, let object, let verdict, let witnesses):
        outcome.waiver.match = .keys(
          subject: subject.map(change), object: object.map(change), verdict: verdict,
          witnesses: hidesMembers ? [] : witnesses)
      }
      return outcome
    }
    return report
  }
}

extension BaselineReport {
  func mappingTexts(hidesMembers: Bool, _ change: (String) -> String) -> BaselineReport {
    var comparison = self
    comparison.file = AuditBasis.File(path: change(file.path), sha256: file.sha256)
    comparison.remarks = remarks.map(change)
    comparison.gone = gone.map {
      GoneFinding(
        finding: $0.finding.mappingTexts(hidesMembers: hidesMembers, change), firstSeen: $0.firstSeen, reason: $0.reason
      )
    }
    return comparison
  }
}

extension Finding {
  func mappingTexts(hidesMembers: Bool = false, _ change: (String) -> String) -> Finding {
    var finding = self
    if hidesMembers { finding.witnesses = [] }
    finding.subject = subject.map { Key(name: $0.name, type: $0.type, value: change($0.value)) }
    finding.violating = violating.map { Key(name: $0.name, type: $0.type, value: change($0.value)) }
    finding.message = change(message)
    return finding
  }

  func tellTexts(_ tell: (String) -> Void) {
    for key in subject { tell(key.value) }
    for key in violating { tell(key.value) }
    tell(message)
  }
}

extension Evidence {
  func mappingTexts(_ change: (String) -> String) -> Evidence {
    let texts = (change(fact), change(path), change(pointer))
    // Most are not changed, and then they stay shared.
    if texts == (fact, path, pointer) { return self }
    return Evidence(fact: texts.0, path: texts.1, line: line, pointer: texts.2, isHole: isHole)
  }

  func tellTexts(_ tell: (String) -> Void) {
    tell(fact)
    tell(path)
    tell(pointer)
  }
}
