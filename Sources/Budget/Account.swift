/// Counts what one document, request or policy spends. One thread's; several are added up in the order of the files, so that the
/// same one is refused whatever the threads did.
public struct Account: Sendable {
  /// What it may come to.
  public let limits: RunLimits
  private var spent: [Int]

  package init(_ limits: RunLimits = .standard) {
    self.limits = limits
    spent = Array(repeating: 0, count: Resource.allCases.count)
  }

  /// Counts `amount`; throws at the first unit past the limit. An amount below zero counts as none.
  public mutating func spend(_ amount: Int, on resource: Resource) throws(LimitReached) {
    let place = resource.place
    let (sum, overflow) = spent[place].addingReportingOverflow(max(0, amount))
    spent[place] = overflow ? Int.max : sum
    if spent[place] > limits[resource] { throw LimitReached(resource, limit: limits[resource]) }
  }

  /// What may still be spent.
  public func left(_ resource: Resource) -> Int { max(0, limits[resource] - spent[resource.place]) }

  /// What has been spent.
  public subscript(resource: Resource) -> Int { spent[resource.place] }
}

extension Resource {
  fileprivate var place: Int {
    switch self {
    case .memory: 0
    case .cells: 1
    case .nodes: 2
    case .expressions: 3
    case .decisions: 4
    case .steps: 5
    case .rows: 6
    case .derived: 7
    case .files: 8
    }
  }
}
