import Budget
import FactStore
import Formats
import Synchronization

/// Reads all files of JSON lines whose mappings need nothing but top-level fields, block by block on every thread.
struct MappedLineLoader {
  let found: [FoundFile]
  let mapped: [MappedFile?]
  let schemas: SchemaSet
  let symbols: SymbolTable
  let workers: Workers
  let meter: ProgressMeter
  let limits: RunLimits

  /// One result per file; `nil` for a file that is read another way.
  func load() -> [ReadFile?] {
    var files: [MappedLineFile] = []
    for (index, mapping) in mapped.enumerated() {
      guard let mapping, found[index].damage == nil,
        let bound = LineRule.bind(mapping, schemas: schemas, symbols: symbols)
      else { continue }
      files.append(
        MappedLineFile(
          index: index, found: found[index], mapped: mapping, fields: bound.fields, rules: bound.rules,
          symbols: symbols,
          account: Account(limits)
        ) {
          FactWriter(symbols: symbols, schemas: schemas, file: FileID(index), withholding: Withholding.reason)
        })
    }
    var results = [ReadFile?](repeating: nil, count: found.count)
    guard !files.isEmpty else { return results }
    let queue = LineQueue(files, meter: meter)
    workers.run { [symbols] in
      let reader = LineBlockReader(symbols: symbols)
      while let (file, block) = queue.next() {
        if file.isRefused { continue }
        file.deliver(block, reader.read(block, fields: file.fields, rules: file.rules))
      }
    }
    for file in files { results[file.index] = file.finish() }
    return results
  }
}

/// Hands out the blocks of several files, one file after the other.
// Safe: everything is touched only under the lock.
private final class LineQueue: @unchecked Sendable {
  private let lock = Mutex<Void>(())
  private var files: ArraySlice<MappedLineFile>
  private var open: JSONLineFile?
  private let meter: ProgressMeter

  init(_ files: [MappedLineFile], meter: ProgressMeter) {
    self.files = files[...]
    self.meter = meter
  }

  /// The next block, with its file; `nil` when all are given out.
  func next() -> (MappedLineFile, JSONLineFileBlock)? {
    lock.withLock { _ in
      while let file = files.first {
        do throws(FormatProblem) {
          if open == nil { open = try file.open().get() }
          if !file.isRefused, let block = try open?.next() { return (file, block) }
        } catch {
          file.fail(error)
        }
        open = nil
        files.removeFirst()
        meter.finish(file.index)
      }
      return nil
    }
  }
}
