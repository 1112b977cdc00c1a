import Budget
import FactStore
import Formats
import ImportCore
import Synchronization

/// A role register that is read in constant memory, block by block on every thread. Blocks are put together in the order of
/// the file.
// Safe: `document` and `digest` are touched only by the thread that reads, or by the one that holds the merge turn.
final class RoleRegisterFile: @unchecked Sendable {
  private let file: Mutex<Source>
  private let merge = OrderedMerge<RoleBlock>()
  private let digest: Running
  private let symbols: SymbolTable
  private var document = RoleRegisterDocument(isList: true)

  private struct Source: ~Copyable {
    let file: JSONArrayFile
  }

  private final class Running {
    var digest = Digest()
  }

  /// Small enough to keep two threads busy to the end of a file, large enough to make hand-overs rare.
  private static let blockSize = 2 << 20

  private init(_ source: ByteSource, _ symbols: SymbolTable) throws(FormatProblem) {
    let running = Running()
    digest = running
    nonisolated(unsafe) let opened = try JSONArrayFile(source, blockSize: Self.blockSize) { running.digest.update($0) }
    file = Mutex(Source(file: opened))
    self.symbols = symbols
  }

  /// Reads a file that is one list of units, packed or not; gives the digest of its bytes too.
  static func read(
    _ source: ByteSource, symbols: SymbolTable, workers: Workers
  ) throws(FormatProblem) -> (RoleRegisterDocument, sha256: String) {
    let register = try RoleRegisterFile(source, symbols)
    workers.run {
      let reader = RoleReader(symbols)
      let parser = JSONElementParser()
      var scan = SecretScan()
      while let block = register.next() {
        let read = Self.read(block, reader, parser)
        if block.withBytes({ scan.mayHold($0) }) {
          block.forEachText { read.secrets.look(at: $2, element: $0, line: $1) }
        }
        register.merge.deliver(block.index, read) { register.document.append($0) }
      }
    }
    if let problem = register.file.withLock({ $0.file.problem }) { register.document.cut = Damage(problem) }
    return (register.document, register.digest.digest.hexadecimal())
  }

  private func next() -> JSONArrayBlock? {
    file.withLock { $0.file.next() }
  }

  private static func read(_ block: JSONArrayBlock, _ reader: RoleReader, _ parser: JSONElementParser) -> RoleBlock {
    let result = RoleBlock(isList: true)
    block.forEach(parser: parser) { element, line, unit in
      switch unit {
      case .success(let view): reader.read(view, element: element, line: line, into: result)
      case .failure(let problem):
        result.records += 1
        result.rejected += 1
        result.lost.append(RoleBlock.Loss(damage: Damage(problem)))
        result.secrets.isPart = true
      }
    }
    return result
  }
}
