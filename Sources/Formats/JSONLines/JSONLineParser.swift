internal import CSimdjson

/// The buffers that JSON lines are read with. One for each thread; use it for as many blocks as you like.
///
/// It remembers the columns of its last call and the keys that the lines had, so give all blocks of a file to few
/// parsers.
public final class JSONLineParser {
  private var extractor: OpaquePointer?
  private var columns: [String] = []
  private let diagnosis = JSONParser()

  /// A parser with buffers of its own, which grow with the lines.
  public init() {}

  deinit { sj_extractor_destroy(extractor) }

  /// The extractor for these columns.
  func extractor(for columns: [String]) -> OpaquePointer? {
    if let extractor, columns == self.columns { return extractor }
    sj_extractor_destroy(extractor)
    self.columns = columns
    let names = columns.flatMap(\.utf8)
    let lengths = columns.map { UInt32($0.utf8.count) }
    extractor = sj_extractor_create(
      names, lengths, columns.count, UInt32(FormatLimits.jsonDepth), FormatLimits.batchLines)
    return extractor
  }

  /// Why a line was rejected. `line` is the number to give it.
  func problem(of text: UnsafeBufferPointer<UInt8>, line: Int) -> FormatProblem {
    switch diagnosis.parse(text, line: line) {
    case .failure(let problem): problem
    case .success:
      FormatProblem(
        code: "json-not-an-object", message: "the line holds a value that is not an object", line: line,
        help: "each line of JSON lines is one object")
    }
  }
}
