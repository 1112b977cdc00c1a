import FactStore
import Formats
import ImportCore
import Localization

/// A document of Visma: people with their employments, or charts. What its records say is written as they are read; who the people are
/// waits for what the other documents say.
struct VismaDocument: SourceDocument {
  /// Somebody whose identity number can be read.
  struct Identified {
    /// What facts call the person; `nil` where the record does not say it.
    let name: String?
    let token: String
    let line: Int
  }

  let kind: VismaKind
  private let query: String
  private(set) var records = 0
  /// What is wrong with records of which the rest is used.
  private(set) var rejected: [[SourceReport.Problem]] = []
  private(set) var people: [Identified] = []
  /// One record rather than a list.
  private(set) var isSingle = false
  /// Where reading ended before the file did.
  private(set) var cut: Damage?
  private(set) var secrets = SecretSearch()

  private init(_ kind: VismaKind, query: String?) {
    self.kind = kind
    self.query = query ?? ""
  }

  var problemCount: Int { rejected.reduce(0) { $0 + $1.count } }
  var damageOfWhole: Phrase? { cut?.text }

  func inform(_ survey: inout Survey, file: FileID) {
    for person in people { survey.parties.join([.person(token: person.token)]) }
  }

  /// Why it may not be all; `nil` where the configuration says that it is.
  var doubt: Phrase? {
    if isSingle { return "one record, not the list of all" }
    if records == 0 { return "the file has no record, and an empty one proves nothing" }
    let words = query.lowercased().split { !($0.isLetter || $0.isNumber) }
    if words.contains("snapshot") || kind == .charts { return nil }
    return """
      the file does not say which companies and employee numbers were asked for; where it was all of them, write \
      `query: snapshot` beside it in `tilsyn.yaml`
      """
  }

  // MARK: Reading

  private final class Running {
    var document: VismaDocument
    var digest = Digest()
    var search = XMLSecretSearch()
    /// Bytes that were read, unpacked.
    var count = 0
    var problem: FormatProblem?

    init(_ document: VismaDocument) { self.document = document }
  }

  /// Reads a document as its bytes come, in constant memory but for what it comes to. Gives the digest of its file too.
  static func read(
    _ source: ByteSource, _ input: DocumentInput, _ kind: VismaKind, _ writer: FactWriter
  ) throws(FormatProblem) -> (VismaDocument, sha256: String) {
    let running = Running(VismaDocument(kind, query: input.context.query))
    let stream = try ByteStream(source) { running.digest.update($0) }
    func next(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
      guard running.problem == nil else { return 0 }
      let count = stream.read(into: buffer)
      running.count += count
      running.search.look(at: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      do throws(FormatProblem) { try stream.refuseBomb(running.count) } catch { running.problem = error }
      running.problem = stream.failure ?? running.problem
      return count
    }
    let cut = VismaXMLReader.forEach(kind.record, in: next) { element, isRoot in
      let record =
        kind == .persons ? VismaPersonReader.read(element, path: input.path) : VismaChartReader.read(element)
      running.document.add(record, isRoot: isRoot, to: writer)
    }
    running.document.cut = running.problem.map { Damage($0) } ?? cut
    // What the reading did not get to is part of the digest.
    withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { while next($0) > 0 {} }
    running.document.secrets = running.search.finish()
    // As of other files that end early, where not all of it was seen.
    return (running.document, running.problem == nil ? running.digest.hexadecimal() : "")
  }

  private mutating func add(_ record: VismaRecord, isRoot: Bool, to writer: FactWriter) {
    records += 1
    if records == 1 {
      isSingle = isRoot
      writeDoubt(to: writer)
    }
    record.write(to: writer)
    if let token = record.token {
      people.append(Identified(name: record.person.text, token: token, line: record.line))
    }
    if !record.problems.isEmpty { rejected.append(record.problems) }
  }
}
