extension Evaluation {
  /// A relation, evaluated with everything it rests on.
  func evaluated(_ id: RelationID) -> EvaluatedRelation {
    for component in openComponents([id]) { evaluate(component) }
    return self[id]
  }

  /// Evaluates one component; what it reads is final. Past a limit it is empty, and says so.
  func evaluate(_ component: [RelationID]) {
    let outcome = derive(component)
    // All that was evaluated before counts, so whether this one is within does not hang on threads.
    if let limit = outcome.limit ?? (outcome.isOverdrawn ? ledger.limit : nil) {
      refuse(component, limit, outcome.spent)
    }
  }

  /// Derives the rows of one component; what it reads is final. It is final then, unless the whole run passed a limit.
  func derive(_ component: [RelationID]) -> StratumEvaluator.Outcome {
    let outcome = StratumEvaluator(self, component).run()
    for member in component {
      self[member].limit = outcome.limit
      if !outcome.isOverdrawn { self[member].finish() }
    }
    return outcome
  }
}
