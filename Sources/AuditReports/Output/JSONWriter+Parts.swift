import Budget
import Foundation

/// What is written elsewhere first.
extension JSONWriter {
  /// Values as they are written, to be put where they belong: each once or often.
  struct Written: Sendable {
    fileprivate var bytes: [UInt8] = []
    fileprivate var ends: [Int] = []

    fileprivate func range(_ number: Int) -> Range<Int> { (number == 0 ? 0 : ends[number - 1])..<ends[number] }
  }

  /// Values of this many numbers, written as they are here.
  func written(_ count: Int, _ write: (Int, inout JSONWriter) -> Void) -> Written {
    var writer = JSONWriter(ReportSink(keepingMasking: sink.mask))
    var written = Written()
    written.ends.reserveCapacity(count)
    for number in 0..<count {
      write(number, &writer)
      written.ends.append(writer.sink.heldCount)
    }
    written.bytes = writer.sink.taken()
    return written
  }

  /// One of the values that were written before.
  mutating func value(_ number: Int, of written: Written) {
    separate()
    sink.write(written.bytes, written.range(number))
  }

  /// Members of an object as they are written, with gaps for values.
  struct Form<Gap> {
    fileprivate var bytes: [UInt8] = []
    fileprivate var gaps: [(place: Int, gap: Gap)] = []
  }

  /// - Parameter write: writes the members, and leaves a gap where its second argument stands in the place of a value.
  func form<Gap>(
    _ write: (inout JSONWriter, _ gap: (Gap, inout JSONWriter) -> Void) -> Void
  ) -> Form<Gap> {
    var writer = JSONWriter(inside: ReportSink(keepingMasking: sink.mask))
    var form = Form<Gap>()
    write(&writer) { gap, json in
      json.separate()
      form.gaps.append((json.sink.heldCount, gap))
    }
    form.bytes = writer.sink.taken()
    return form
  }

  /// The members of a form.
  /// - Parameter fill: writes the value that belongs into a gap.
  mutating func members<Gap>(_ form: Form<Gap>, _ fill: (Gap, inout JSONWriter) -> Void) {
    separate()
    var copied = 0
    for (place, gap) in form.gaps {
      sink.write(form.bytes, copied..<place)
      isAfterKey = true
      fill(gap, &self)
      copied = place
    }
    sink.write(form.bytes, copied..<form.bytes.count)
  }

  /// Elements of the array that is open, in parts that several threads write: the bytes are those of one after another.
  ///
  /// A few parts are held at a time; those of one round are handed on while the next are written. None is begun after writing
  /// failed.
  /// - Parameter write: writes the elements of a part; called by several threads at a time.
  /// - Returns: what was given back for each part that was written, in their order.
  mutating func parts<Told: Sendable>(
    _ count: Int, _ write: @escaping @Sendable (Int, inout JSONWriter) -> Told
  ) -> [Told] {
    let threads = ProcessInfo.processInfo.activeProcessorCount
    var told: [Told] = []
    var waiting: [Part<Told>] = []
    while !waiting.isEmpty || told.count < count, !hasFailed {
      let first = told.count
      let size = min(8 * threads, count - first)
      let done = waiting
      let mask = sink.mask
      // As large as those before, more or less.
      let room = (waiting.map(\.bytes.count).max() ?? 0) * 9 / 8
      let made: [Part<Told>?] = withUnsafeMutablePointer(to: &self) { writer in
        // Safe: one job alone writes here, and all have ended when this does.
        nonisolated(unsafe) let writer = writer
        return Workers(count: threads).map(1 + size) { job in
          if job > 0 { return Part(first + job - 1, masking: mask, room: room, write) }
          for part in done { writer.pointee.add(part.bytes) }
          return nil
        }
      }
      waiting = made.compactMap { $0 }
      for part in waiting { told.append(part.told) }
    }
    return told
  }

  /// Elements of an array that stands elsewhere.
  private struct Part<Told: Sendable>: Sendable {
    let bytes: [UInt8]
    let told: Told

    init(
      _ number: Int, masking mask: (@Sendable (String) -> String)?, room: Int, _ write: (Int, inout JSONWriter) -> Told
    ) {
      var writer = JSONWriter(inside: ReportSink(keepingMasking: mask, room: room))
      told = write(number, &writer)
      bytes = writer.sink.taken()
    }
  }

  private mutating func add(_ elements: [UInt8]) {
    if elements.isEmpty { return }
    separate()
    sink.write(block: elements)
  }
}
