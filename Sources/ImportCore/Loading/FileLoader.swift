import Budget
import FactStore
import Formats
import Localization

/// Reads one file: bytes, digest, kind, records. Knows nothing of the other files.
struct FileLoader: Sendable {
  var registry: Registry
  var found: FoundFile
  var file: FileID
  var context: SourceContext
  /// The day judged.
  var asOf: CalendarDate
  var symbols: SymbolTable
  var schemas: SchemaSet
  var workers: Workers
  var limits = RunLimits.standard

  /// Reads the file. Never throws: what is wrong is in the result.
  func read() -> ReadFile {
    var account = Account(limits)
    return read(&account)
  }

  /// The same; `account` has what the file spends.
  func read(_ account: inout Account) -> ReadFile {
    var result = start()
    if let damage = found.damage {
      return fail(&result, Damage(place: Place(line: 1), text: damage), kind: sketchedKind())
    }
    let bytes: [UInt8]
    let xml: XMLSketch?
    do throws(FormatProblem) {
      var digest = Digest()
      let (head, isWhole) = try ByteStream.opening(of: found.bytes, limit: JSONSketch.byteLimit) { digest.update($0) }
      xml = XMLSketch(bytes: head)
      if let streamed = try stream(head, xml, &result, &account) { return streamed }
      if isWhole {
        try account.spendMemory(head.count)
        bytes = head
      } else {
        digest = Digest()
        bytes = try ByteStream.whole(found.bytes, account: &account) { digest.update($0) }
      }
      result.report.sha256 = digest.hexadecimal()
    } catch {
      return fail(&result, Damage(error), kind: sketchedKind())
    }
    if Workbook.sniff(bytes) { return readWorkbook(bytes, &result, &account) }
    let decoded = TextDecoding.decode(bytes, allowWindows1252: false)
    if let problem = decoded.problems.first, decoded.text.isEmpty { return fail(&result, Damage(problem)) }
    if decoded.text.allSatisfy({ $0 <= 0x20 }) {
      if let what = PassedOver.emptyReport(name), context.kind == nil {
        _ = ignore(&result, what)
        return own(&result)
      }
      return fail(&result, Damage(place: Place(line: 1), text: "the file is empty"))
    }
    var input = DocumentInput(file: file, path: found.shown, context: context, asOf: asOf)
    input.limits = limits
    input.damage = decoded.problems.first { $0.isFatal }.map(Damage.init)
    let sketch = JSONSketch(decoded.text)
    if let sketch, let error = ErrorAnswer.describe(sketch), !registry.recognise(.json(sketch)).isUsed {
      noteText(decoded.text, &result)
      return fail(&result, Damage(place: Place(line: 1), text: error))
    }
    if context.kind == nil, sketch?.schema?.hasPrefix("tilsyn.") == true, OwnResult.holds(bytes) {
      result.report.notes.append("recognised and not used in this version: \(OwnOutput.resultNote)")
      (result.report.kind, result.report.records, result.report.outOfScope) = (SourceReport.resultKind, 1, 1)
      return own(&result)
    }
    if let sketch, !isTableKind(context.kind) {
      if decoded.encoding != .utf8 { result.report.notes.append("read as \(decoded.encoding.phrase)") }
      let recognition = registry.recognise(.json(sketch))
      var search = SecretSearch()
      var scan = SecretScan()
      let mayHold = scan.mayHold(decoded.text)
      let json: JSONRecords
      if case .unknown = recognition, context.kind == nil {
        // Nobody will read the records: each is looked at and let go.
        let isList = sketch.shape != .object
        json = JSONRecords.scan(decoded.text, account: &account) { record in
          if mayHold { search.look(at: record, isListed: isList) } else if record.isLost { search.isPart = true }
        }
        search.isWhole = json.problems.isEmpty && !search.isPart
      } else {
        json = JSONRecords.read(decoded.text, account: &account)
        if mayHold { search.look(at: json) } else { search.isPart = json.records.contains { $0.isLost } }
      }
      input.json = json
      result.note(search)
      return finish(&result, input, recognition, sketch, &account)
    }
    if let xml {
      input.xml = bytes
      result.note(XMLSecretSearch.look(at: decoded.text))
      return finish(&result, input, registry.recognise(.xml(xml)), nil, &account)
    }
    if context.kind == nil, let what = PassedOver.ownReport(decoded.text, registry) {
      _ = ignore(&result, what)
      return own(&result)
    }
    if let read = readPage(decoded.text, &input, &result, &account) { return read }
    if let what = FileSignature.describe(bytes) {
      return fail(&result, Damage(place: Place(line: 1), text: "not recognised: \(what)"), isUnrecognised: true)
    }
    for case let importer as any YAMLImporter in registry.importers {
      guard let kind = importer.kind(ofYAML: decoded.text) else { continue }
      if let told = context.kind, told != kind, importer.kinds.contains(told) { continue }
      let table = importer.table(ofYAML: decoded.text, kind: kind, account: &account)
      input.table = table
      var search = SecretSearch()
      search.look(at: table, hasTitles: true)
      result.note(search)
      return finish(&result, input, .used(kind: kind), nil, &account)
    }
    if let read = readRows(bytes, &input, &result, &account) { return read }
    readTable(bytes, &input, &result, &account)
    result.unlisted = input.table?.unlisted ?? 0
    return finish(&result, input, registry.recognise(.table(header: input.table?.header ?? [])), nil, &account)
  }

  /// Reads the file if it is a document that may be larger than memory; `nil` for any other.
  func readStream() -> ReadFile? {
    var result = start()
    var account = Account(limits)
    do throws(FormatProblem) {
      let head = try ByteStream.beginning(of: found.bytes, limit: JSONSketch.byteLimit)
      return try stream(head, XMLSketch(bytes: head), &result, &account)
    } catch {
      return fail(&result, Damage(error))
    }
  }

  /// What the file begins like, where it could not be read to its end: its holes are those of that kind.
  private func sketchedKind() -> String? {
    guard context.kind == nil, let head = try? ByteStream.beginning(of: found.bytes, limit: JSONSketch.byteLimit),
      !Workbook.sniff(head)
    else { return nil }
    let text = TextDecoding.decode(head, allowWindows1252: true).text
    let recognition =
      JSONSketch(text).map { registry.recognise(.json($0)) }
      ?? XMLSketch(text).map { registry.recognise(.xml($0)) }
      ?? registry.recognise(.table(header: CSVTable.read(belowHeading(text).text, options: .headerOnly).header))
    guard case .used(let kind) = recognition else { return nil }
    return kind
  }

  private func start() -> ReadFile {
    var result = ReadFile(report: SourceReport(path: found.shown, kind: context.kind))
    noteExtraction(&result.report)
    return result
  }

  func finish(
    _ result: inout ReadFile, _ input: DocumentInput, _ recognition: Recognition, _ sketch: JSONSketch?,
    _ account: inout Account
  ) -> ReadFile {
    let damage = input.json?.problems.first.map(Damage.init) ?? input.table?.cut ?? input.damage
    if let kind = context.kind {
      noteContradiction(recognition, kind, &result)
      return use(&result, input, kind, damage, &account)
    }
    switch recognition {
    case .used(let kind): return use(&result, input, kind, damage, &account)
    case .known(let kind, let what):
      result.report.notes.append("recognised and not used in this version: \(what)")
      return setAside(&result, input, kind, damage)
    case .unknown(let reason):
      if isDocumentation, sketch == nil, input.page == nil { return ignore(&result, "a text that is no export") }
      if let damage, sketch != nil { result.report.listAlways(SourceReport.Problem(damage)) }
      return fail(
        &result, Damage(place: Place(line: 1), text: "not recognised: \(reason)"), isUnrecognised: true)
    }
  }

  /// Says where a document looks like another kind than it was told to be.
  func noteContradiction(_ recognition: Recognition, _ kind: String, _ result: inout ReadFile) {
    guard case .used(let seen) = recognition, seen != kind, !fits(seen, kind) else { return }
    result.report.notes.append("read as `\(kind)`, as it was told to be; its content looks like `\(seen)`")
    result.report.isContradicted = true
  }

  /// Bytes that something takes which a record says unusably: what is wrong, and its holes (measured: 270 to 450).
  private static let problemCost = 512

  private func use(
    _ result: inout ReadFile, _ input: DocumentInput, _ kind: String, _ damage: Damage?, _ account: inout Account
  ) -> ReadFile {
    guard let importer = registry.importer(ofKind: kind) else {
      result.report.notes.append("not used in this version: \(registry.describe(kind) ?? Phrase("a known document"))")
      return setAside(&result, input, kind, damage)
    }
    result.report.kind = kind
    var input = input
    input.known = registry.known(ofKind: context.kind, organisation: context.organisation)
    return keep(importer.read(input, kind: kind), &result, &account)
  }

  /// Keeps what was read, if what it says unusably does not take more than is left.
  /// - Parameter writer: what was written of it at once.
  func keep(
    _ document: any SourceDocument, writer: FactWriter? = nil, _ result: inout ReadFile, _ account: inout Account
  ) -> ReadFile {
    do throws(FormatProblem) {
      try account.spendMemory(document.problemCount * Self.problemCost)
    } catch {
      return fail(&result, Damage(error))
    }
    result.document = document
    result.writer = writer
    result.note(document.secrets)
    return result
  }

  /// Counts the records of a document that is known and not used.
  private func setAside(
    _ result: inout ReadFile, _ input: DocumentInput, _ kind: String, _ damage: Damage?
  ) -> ReadFile {
    result.report.kind = kind
    var count = input.table.map { $0.rows.count + $0.lost.count } ?? 0
    if let json = input.json {
      count = json.records.count
      if count == 1, case .success(let node) = json.records[0].node, let values = node["value"], values.kind == .array {
        count = values.count
      }
      for record in json.records {
        if case .failure(let problem) = record.node {
          result.report.list(SourceReport.Problem(Damage(problem)))
          result.failure = "a record could not be read: \(problem.message)"
        }
      }
    }
    result.report.records = count
    result.report.outOfScope = count
    if let damage { return fail(&result, damage) }
    return result
  }

  func fail(
    _ result: inout ReadFile, _ damage: Damage, isUnrecognised: Bool = false, kind: String? = nil
  ) -> ReadFile {
    if context.kind == nil, let what = PassedOver.litter(name) { return ignore(&result, what) }
    result.failure = damage.text
    if let kind = context.kind ?? kind, !registry.relations(ofKind: kind).isEmpty,
      !isUnrecognised || result.document == nil
    {
      var input = DocumentInput(file: file, path: found.shown, context: context)
      input.damage = damage
      input.known = registry.known(ofKind: context.kind, organisation: context.organisation)
      result.report.kind = kind
      result.document = DamagedDocument(input, relations: registry.relations(ofKind: kind))
      return result
    }
    result.report.fail(damage)
    return result
  }

  /// What the configuration says of how the export was made.
  private func noteExtraction(_ report: inout SourceReport) {
    if let day = context.extractedAt {
      report.notes.append(context.extractedBy.map { "exported on \(day) by \($0)" } ?? "exported on \(day)")
    }
    if let query = context.query { report.notes.append("exported with `\(query)`") }
  }

  private func isTableKind(_ kind: String?) -> Bool {
    kind.map(registry.readsTables) ?? false
  }

  /// A list of role types, or of roles, is of some kind; its content cannot say which.
  private func fits(_ seen: String, _ kind: String) -> Bool {
    let told = registry.relations(ofKind: kind)
    return registry.importers.contains { $0.isOpen(seen) } && !told.isEmpty
      && Set(told).isSubset(of: registry.relations(ofKind: seen))
  }

  var isDocumentation: Bool {
    let name = name.lowercased()
    return [".md", ".txt", ".markdown", ".rst", ".adoc"].contains { name.hasSuffix($0) }
  }
}
