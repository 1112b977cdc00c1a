import Budget
internal import CSimdjson
import Localization

/// A file that is one JSON list, packed or not, read block by block in constant memory.
///
/// Blocks hold whole elements. Reading is serial; blocks may be worked on in parallel.
public final class JSONArrayFile {
  /// What is wrong with the file as a whole: it was cut, is damaged, or is no list. Known when ``next()`` gave `nil`; the
  /// elements before it were handed out.
  public private(set) var problem: FormatProblem?

  private let stream: ByteStream
  private let blockSize: Int
  private let pool = BlockPool()
  private var splitter = sj_splitter()
  /// The part of an element that the last read ended in.
  private var rest: JSONLineBuffer?
  private var nextIndex = 0
  private var nextElement = 0
  private var nextLine = 1
  private var isAtEnd = false
  private var isAtStart = true
  private var account: Account

  /// What an importer keeps of an element, whatever is in it, in bytes; and of its text, as a part of it.
  private static let elementCost = 96
  private static let textShare = 4

  /// - Parameters:
  ///   - limits: what the elements may come to in memory once they are read; a list of more is cut there.
  ///   - seen: takes every byte of the file as it lies on disk, in order.
  public init(
    _ source: some ByteLocation, blockSize: Int = FormatLimits.blockSize, limits: RunLimits = .standard,
    seen: @escaping (UnsafeRawBufferPointer) -> Void = { _ in }
  ) throws(FormatProblem) {
    account = Account(limits)
    precondition(blockSize > 0, "a block holds at least one byte")
    stream = try ByteStream(source, seen: seen)
    self.blockSize = blockSize
  }

  /// Bytes of the file, as it lies on disk.
  var sizeOnDisk: Int { stream.sizeOnDisk }

  /// The next block of whole elements, or `nil` at the end. A block is larger than the block size only where one element
  /// is. Not for several threads at once.
  public func next() -> JSONArrayBlock? {
    while !isAtEnd {
      var buffer = rest ?? pool.take(atLeast: blockSize)
      rest = nil
      if buffer.count == buffer.capacity {
        guard buffer.capacity < FormatLimits.jsonLineLength else {
          end("json-record-too-long", "an element is longer than \(FormatLimits.jsonLineLength >> 20) MiB", "")
          return nil
        }
        buffer = pool.grown(buffer)
      }
      let room = buffer.capacity - buffer.count
      let read = stream.read(into: UnsafeMutableRawBufferPointer(start: buffer.base + buffer.count, count: room))
      buffer.count += read
      skipMark(buffer)
      let ranges = split(buffer)
      do throws(LimitReached) {
        try account.spend(ranges.count * Self.elementCost + read / Self.textShare, on: .memory)
      } catch {
        isAtEnd = true
        problem = FormatProblem(error, line: nextLine)
        return nil
      }
      if read < room, !isAtEnd { finish() }
      if let block = cut(buffer, ranges) { return block }
    }
    return nil
  }

  /// The elements that end in the buffer.
  private func split(_ buffer: JSONLineBuffer) -> [sj_range] {
    var ranges: [sj_range] = []
    var capacity = 4096
    while true {
      var found = 0
      var code: Int32 = 0
      ranges += [sj_range](unsafeUninitializedCapacity: capacity) { part, count in
        code = sj_split_elements(&splitter, buffer.base, buffer.count, part.baseAddress, capacity, &found)
        count = found
      }
      switch Int(code) {
      case SJ_SPLIT_FULL:
        capacity *= 2
        continue
      case SJ_SPLIT_BROKEN:
        fail(buffer, "json-syntax", "something else than an element, a comma or the end of the list stands here")
      case SJ_SPLIT_TRAILING: fail(buffer, "json-trailing", "text stands behind the end of the list")
      default: break
      }
      return ranges
    }
  }

  private func skipMark(_ buffer: JSONLineBuffer) {
    guard isAtStart, buffer.count > 0 else { return }
    isAtStart = false
    splitter.scanned = TextDecoding.byteOrderMarkLength(
      of: UnsafeBufferPointer(start: buffer.base, count: buffer.count))
  }

  private func cut(_ buffer: JSONLineBuffer, _ ranges: [sj_range]) -> JSONArrayBlock? {
    // What is left of the last element goes to the front of the next block.
    let isWithin = splitter.phase == Self.withinElement
    let kept = isWithin ? splitter.start : splitter.scanned
    if !isAtEnd {
      if ranges.isEmpty, kept == 0 {
        rest = buffer
        return nil
      }
      let remaining = buffer.count - kept
      let next = pool.take(atLeast: max(blockSize, remaining * 2))
      next.copy(from: buffer, range: kept..<buffer.count)
      rest = next
      splitter.scanned -= kept
      splitter.start = 0
    }
    let newlines = sj_count_newlines(buffer.base, isAtEnd ? buffer.count : kept)
    defer { nextLine += newlines }
    guard !ranges.isEmpty else {
      pool.give(buffer)
      return nil
    }
    defer {
      nextIndex += 1
      nextElement += ranges.count
    }
    return JSONArrayBlock(
      buffer: buffer, pool: pool, index: nextIndex, firstElement: nextElement, firstLine: nextLine,
      hasNewlines: newlines > 0, ranges: ranges.map { $0.start..<$0.end })
  }

  private static let withinElement: UInt32 = 3
  private static let afterList: UInt32 = 5

  private func finish() {
    if let failure = stream.failure {
      isAtEnd = true
      problem = failure
    } else if splitter.phase != Self.afterList {
      end("json-truncated", "the file ends before its list is closed", "the file was cut off; export it again")
    }
    isAtEnd = true
  }

  private func fail(_ buffer: JSONLineBuffer, _ code: String, _ message: Phrase) {
    let line = nextLine + sj_count_newlines(buffer.base, splitter.scanned)
    isAtEnd = true
    problem = FormatProblem(
      code: code, message: message, line: line, help: "the file is damaged; export it again", isFatal: true)
  }

  private func end(_ code: String, _ message: Phrase, _ help: Phrase) {
    isAtEnd = true
    problem = FormatProblem(code: code, message: message, line: nextLine, help: help, isFatal: true)
  }
}
