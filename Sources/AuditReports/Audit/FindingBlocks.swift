import Audit

extension FindingList {
  /// The findings in their order with their evidence, a block at a time.
  var blocks: some Sequence<[Explained]> { Self.blocks(of: count).lazy.map { self[$0] } }

  /// The numbers of the findings that fulfil a condition.
  func indices(where isMeant: (Int) -> Bool) -> [Int] { (0..<count).filter(isMeant) }

  /// The numbers of so many findings in blocks of ``JSONReport/evidenceBlock``: what one proof worked out serves a block.
  static func blocks(of count: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: JSONReport.evidenceBlock).map {
      $0..<Swift.min($0 + JSONReport.evidenceBlock, count)
    }
  }
}

extension Evidence {
  /// `path:line`; `nil` where nothing was read.
  var place: String? { path.isEmpty ? nil : "\(path):\(line)" }
}

extension [Evidence] {
  /// Where the evidence stands, each place once, in its order.
  var places: [String] {
    let all = compactMap(\.place)
    if all.count < 2 { return all }
    var seen: Set<String> = []
    return all.filter { seen.insert($0).inserted }
  }
}

extension Sequence<Int> {
  /// Stretches of ascending numbers that follow each other, no longer than a block.
  var runs: [Range<Int>] {
    var runs: [Range<Int>] = []
    for number in self {
      if let last = runs.last, last.upperBound == number, last.count < JSONReport.evidenceBlock {
        runs[runs.count - 1] = last.lowerBound..<number + 1
      } else {
        runs.append(number..<number + 1)
      }
    }
    return runs
  }
}
