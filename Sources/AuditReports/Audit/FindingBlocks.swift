import Audit

extension FindingList {
  /// The findings in their order with their evidence, ``JSONReport/evidenceBlock`` at a time: one look back serves a block.
  var blocks: some Sequence<[(finding: Finding, evidence: [Evidence])]> {
    stride(from: 0, to: count, by: JSONReport.evidenceBlock).lazy.map { start in
      let block = start..<Swift.min(start + JSONReport.evidenceBlock, count)
      return zip(block, evidence(block)).map { (self[$0], $1) }
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
