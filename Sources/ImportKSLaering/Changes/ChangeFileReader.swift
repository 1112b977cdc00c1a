import FactStore
import Formats
import ImportCore
import Localization

/// Reads a document of changes, one a line, in constant memory but for what it comes to.
struct ChangeFileReader {
  private var document: ChangeDocument
  private let lines = JSONLineParser()
  private let records: ChangeRecordReader
  private var scan = SecretScan()

  private static let envelope = ["changeType", "changeDate", "oldRecord", "newRecord"]

  private final class Running {
    var digest = Digest()
  }

  /// Gives the document, and the digest of the bytes of its file.
  static func read(
    _ source: ByteSource, _ input: DocumentInput, _ kind: ChangeKind
  ) throws(FormatProblem) -> (ChangeDocument, sha256: String) {
    let running = Running()
    let file = try JSONLineFile(source) { running.digest.update($0) }
    var reader = ChangeFileReader(
      document: ChangeDocument(kind: kind, path: input.path, context: input.context), records: ChangeRecordReader(kind))
    do throws(FormatProblem) {
      while let block = try file.next() { reader.read(block) }
    } catch {
      reader.document.cut = Damage(error)
    }
    return (reader.document, running.digest.hexadecimal())
  }

  private init(document: ChangeDocument, records: ChangeRecordReader) {
    self.document = document
    self.records = records
  }

  private mutating func read(_ block: JSONLineFileBlock) {
    block.withBytes { bytes in
      guard scan.mayHold(bytes) else { return }
      var part = SecretSearch()
      for record in JSONRecords.read(Array(bytes)).records { part.look(at: record, isListed: false) }
      document.secrets.append(part, lines: block.firstLine - 1)
    }
    var count = 0
    var last: FormatProblem?
    count = block.extract(columns: Self.envelope, parser: lines) { batch in
      for row in 0..<batch.rowCount { read(batch, row, line: block.firstLine + batch.line(row)) }
      for rejection in batch.rejections {
        var problem = rejection.problem
        problem.line = block.firstLine + rejection.line
        document.lose(LostLine(damage: Damage(problem)))
        document.secrets.isPart = true
        last = problem
      }
    }
    // A last line that breaks off is cut; one that is whole and merely no record is not.
    let endsWithin = block.withBytes { $0.last.map { $0 != UInt8(ascii: "\n") } ?? false }
    if endsWithin, let last, last.line == block.firstLine + count - 1,
      ["json-syntax", "invalid-utf8"].contains(last.code)
    {
      document.cut = Damage(
        place: Place(line: last.line), text: "the file ends within a record; it was cut off; export it again")
    }
  }

  /// Reads one event. What it says of a record is used as far as it can be read; without a key, a time or a known type of
  /// change the whole line is lost.
  private mutating func read(_ batch: JSONLineBatch, _ row: Int, line: Int) {
    let type = ChangeRecordReader.text(batch.cell(row, 0))?.lowercased()
    let change = type.flatMap(Change.init)
    let written = ChangeRecordReader.text(batch.cell(row, 1))
    let (old, new) = (records.read(batch.cell(row, 2), line), records.read(batch.cell(row, 3), line))
    let isRemoval = change == .delete
    // A snapshot has nothing but adds.
    if type != nil, change != .add { document.hasChanges = true }
    for token in [old, new].compactMap({ $0?.key.value.token }) { document.note(token, line: line) }
    guard let record = isRemoval ? old : change == nil ? new ?? old : new else {
      let name = isRemoval ? "oldRecord" : "newRecord"
      // A change says in its other record what it is of.
      let key = (old ?? new)?.key
      return lose(line, Phrase("`\(name)` is missing, or no object"), key?.value ?? ChangeKey(), key?.isWhole == true)
    }
    guard record.key.isWhole else {
      return lose(line, record.key.problem ?? "the record has no key", record.key.value, false)
    }
    let key = record.key.value
    guard change != nil else { return lose(line, "`changeType` is none of `add`, `modify` and `delete`", key, true) }
    guard let written, let at = InstantReader.read(written), let day = CalendarDate(written.prefix(10)) else {
      return lose(line, "`changeDate` is no point in time, as 2026-05-04T06:00:00Z is one", key, true)
    }
    if change == .modify, let other = old?.key, other.isWhole, other.value != key {
      let text: Phrase = "`oldRecord` and `newRecord` are of different keys"
      document.doubt(
        LostLine(damage: Damage(place: Place(line: line), text: text), key: other.value, isExact: other.isWhole))
      document.reject(line, [SourceReport.Problem(line: line, pointer: "/oldRecord", message: text)])
      return document.say(
        key, ChangeEvent(line: line, at: at, day: day, content: record.content), isAdded: false, isRejected: true)
    }
    if !isRemoval, !record.problems.isEmpty { document.reject(line, record.problems) }
    document.say(
      key,
      ChangeEvent(
        line: line, at: at, day: day, content: isRemoval ? nil : record.content,
        formerAddress: isRemoval && record.problems.isEmpty ? record.content["email"] : nil),
      isAdded: change == .add, isRejected: !isRemoval && !record.problems.isEmpty)
  }

  private enum Change: String {
    case add, modify, delete
  }

  private mutating func lose(_ line: Int, _ text: Phrase, _ key: ChangeKey, _ isExact: Bool) {
    document.lose(LostLine(damage: Damage(place: Place(line: line), text: text), key: key, isExact: isExact))
  }
}
