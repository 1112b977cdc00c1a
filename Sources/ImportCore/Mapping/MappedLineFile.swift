import Budget
import FactStore
import Formats
import Localization
import Synchronization

/// One file of JSON lines on the fast path: blocks go out to threads and come back in any order, and are put together
/// in the order of the file.
// Safe: `document`, `digest` and `lines` are touched only by the thread that merges, and by none after that.
final class MappedLineFile: @unchecked Sendable {
  let index: Int
  let fields: [String]
  let rules: [LineRule]
  private let mapped: MappedFile
  private var document: MappedDocument
  private var digest = Digest()
  private var lines = 0
  private let blocks = OrderedMerge<(block: JSONLineFileBlock, result: LineBlock)>()
  private let failure = Mutex<FormatProblem?>(nil)
  /// The digest of a packed file, whose bytes are not those of the blocks. Touched only by who reads, and after the last.
  private var packedDigest = Digest()
  private var isPacked = false
  private let found: FoundFile
  private let makeWriter: () -> FactWriter
  private let symbols: SymbolTable
  private let symbolsBefore: Int
  private var account: Account

  init(
    index: Int, found: FoundFile, mapped: MappedFile, fields: [String], rules: [LineRule], symbols: SymbolTable,
    account: Account, makeWriter: @escaping () -> FactWriter
  ) {
    self.index = index
    self.fields = fields
    self.rules = rules
    self.mapped = mapped
    self.found = found
    self.makeWriter = makeWriter
    self.symbols = symbols
    self.account = account
    symbolsBefore = symbols.count
    document = MappedDocument(found: found, mapped: mapped, writer: makeWriter())
  }

  func open() -> Result<JSONLineFile, FormatProblem> {
    do throws(FormatProblem) {
      let file = try JSONLineFile(found.bytes, blockSize: Self.blockSize) { [self] bytes in
        if isPacked { packedDigest.update(bytes) }
      }
      isPacked = file.isPacked
      return .success(file)
    } catch {
      return .failure(error)
    }
  }

  /// Small enough to keep two threads busy to the end of a file, large enough to make hand-overs rare.
  static let blockSize = 2 << 20

  /// Takes the columns of a block; the thread that brings the next one in order does the merging.
  func deliver(_ block: JSONLineFileBlock, _ result: LineBlock) {
    blocks.deliver(block.index, (block, result)) { self.merge($0.block, $0.result) }
  }

  /// What a cell of a fact takes in memory, and a text that was not met before, in the tables that make it a number.
  private static let cellCost = 8
  private static let textCost = 160

  /// Counts what a block leaves behind, and the texts that the run has met by now.
  private func spend(_ block: JSONLineFileBlock, _ result: LineBlock) throws(LimitReached) {
    let cells = result.lines * (fields.count + 1)
    try account.spend(cells, on: .cells)
    try account.spend(cells * Self.cellCost + block.withBytes { $0.count } / 2, on: .memory)
    var whole = account
    try whole.spend((symbols.count - symbolsBefore) * Self.textCost, on: .memory)
  }

  /// Takes back what the file said: a part of a list is no list.
  private func refuse(_ reached: LimitReached) {
    let problem = FormatProblem(reached)
    document = MappedDocument(found: found, mapped: mapped, writer: makeWriter())
    fail(problem)
  }

  /// The file asks for more than it may: nothing more of it needs to be read.
  var isRefused: Bool { failure.withLock { $0?.code == "limit" } }

  private func merge(_ block: JSONLineFileBlock, _ result: LineBlock) {
    if isRefused { return }
    do throws(LimitReached) {
      try spend(block, result)
    } catch {
      return refuse(error)
    }
    block.withBytes { bytes in
      digest.update(bytes)
      if result.mayHoldSecrets, !document.secrets.isFull {
        let json = JSONRecords.read(Array(bytes))
        var part = SecretSearch()
        for record in json.records { part.look(at: record, isListed: false) }
        var found = SecretSearch()
        found.append(part, lines: lines)
        document.note(found)
      }
      if block.index == 0, let problem = TextDecoding.utf32(Array(bytes.prefix(512))) {
        document.cut(Damage(problem))
      }
      if block.index == 0, bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
        document.cut(
          Damage(place: Place(line: 1), text: "the file is UTF-16, not UTF-8; save it as UTF-8 and audit it again"))
      }
    }
    lines += result.lines
    for (rule, table) in result.tables.enumerated() {
      for run in result.runs[rule] {
        document.writer.addBlock(
          rules[rule].relation, rows: run.count,
          columns: (0..<table.arity).map { table.column($0) + run.row }, firstLine: run.line)
      }
    }
    document.use(result.used)
    mergeFailures(result)
    for (index, problem) in result.rejections.enumerated() {
      document.lose(Damage(problem))
      // A last line that breaks off is cut; one that is whole and merely no record is not.
      let breaksOff = problem.code == "json-syntax" || problem.code == "invalid-utf8"
      if breaksOff, result.endsWithoutLineEnd, index == result.rejections.count - 1, problem.line == lines {
        document.cut(
          Damage(
            place: Place(line: problem.line), text: "the file ends within a record; it was cut off; export it again"))
      }
    }
  }

  private func mergeFailures(_ result: LineBlock) {
    var rejected = 0
    for failure in result.failures {
      let place = Place(line: failure.line, pointer: failure.pointer)
      document.addFailed(rules[failure.rule].relation, failure.cells, at: place)
    }
    // A record counts once, as rejected where any of its facts was; the rest was merely unknown.
    let byLine = Dictionary(grouping: result.failures, by: \.line)
    for line in byLine.keys.sorted() {
      guard let wrong = byLine[line]!.first(where: { $0.problem != nil }) else { continue }
      document.reject(wrong.line, wrong.pointer, wrong.problem!)
      rejected += 1
    }
    document.use(result.rejectedRows - rejected)
  }

  /// Reading ended early. Kept until all blocks are in: another thread may be merging.
  func fail(_ problem: FormatProblem) { failure.withLock { $0 = problem } }

  /// What became of the file; call when every block was delivered.
  func finish() -> ReadFile {
    // Of a file that was not read to its end there is none.
    if !isRefused { document.setDigest(isPacked ? packedDigest.hexadecimal() : digest.hexadecimal()) }
    if let failure = failure.withLock({ $0 }) { document.cut(Damage(failure)) }
    return document.finish()
  }
}
