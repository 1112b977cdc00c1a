/// Finds out what stands between cells.
enum CSVDelimiter {
  static let candidates: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
  /// Rows that are looked at after the header, and bytes at most.
  private static let sampleRows = 50
  private static let sampleBytes = 256 * 1024

  /// The candidate that parts the header and gives the most rows as many cells as the header has; of two that do it
  /// equally well, the one with more columns. Where none parts the header there is one column, and the delimiter is
  /// one that does not part the rows.
  static func detect(_ text: UnsafeBufferPointer<UInt8>, from start: Int, line: Int) -> UInt8 {
    let scores = candidates.map { (delimiter: $0, score: score(text, from: start, line: line, delimiter: $0)) }
    let parting = scores.filter { $0.score.columns > 1 }
    var best: (delimiter: UInt8, score: Score)?
    for candidate in parting.isEmpty ? scores : parting {
      if let best, !(best.score < candidate.score) { continue }
      best = candidate
    }
    return best?.delimiter ?? UInt8(ascii: ",")
  }

  private struct Score {
    var columns = 0
    var fittingRows = 0
    static func < (left: Score, right: Score) -> Bool {
      left.fittingRows != right.fittingRows ? left.fittingRows < right.fittingRows : left.columns < right.columns
    }
  }

  private static func score(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, line: Int, delimiter: UInt8
  ) -> Score {
    let sample = UnsafeBufferPointer(rebasing: text[..<min(text.count, start + sampleBytes)])
    var scanner = CSVScanner(sample, delimiter: delimiter, from: start, line: line)
    var score = Score()
    var rows = 0
    while rows <= sampleRows {
      switch scanner.next() {
      case .end: return score
      case .unterminated:
        if rows == 0 { score.columns = scanner.cells.count + 1 }
        return score
      case .blank: continue
      case .refused: rows += 1
      case .row:
        if rows == 0 { score.columns = scanner.cells.count }
        if rows > 0, scanner.cells.count == score.columns { score.fittingRows += 1 }
        rows += 1
      }
    }
    return score
  }
}
