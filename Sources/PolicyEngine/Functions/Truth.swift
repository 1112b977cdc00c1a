/// What can be said of a condition.
enum Truth: Sendable {
  case certain, possible, impossible

  var negated: Truth {
    switch self {
    case .certain: .impossible
    case .possible: .possible
    case .impossible: .certain
    }
  }
}
