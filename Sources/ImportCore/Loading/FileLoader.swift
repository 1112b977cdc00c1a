import Budget
import FactStore
import Formats

/// Reads one file: bytes, digest, kind, records. Knows nothing of the other files.
struct FileLoader: Sendable {
  var registry: Registry
  var found: FoundFile
  var file: FileID
  var context: SourceContext
  /// The day judged.
  var asOf: CalendarDate
  var symbols: SymbolTable
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
    let bytes: [UInt8]
    do throws(FormatProblem) {
      var digest = Digest()
      let (head, isWhole) = try ByteStream.opening(of: found.path, limit: JSONSketch.byteLimit) { digest.update($0) }
      if let streamed = try stream(head, &result) { return streamed }
      if isWhole {
        try account.spendMemory(head.count)
        bytes = head
      } else {
        digest = Digest()
        bytes = try ByteStream.whole(found.path, account: &account) { digest.update($0) }
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
      return fail(&result, Damage(place: Place(line: 1), text: error))
    }
    if context.kind == nil, sketch?.schema?.hasPrefix("tilsyn.") == true, OwnResult.holds(bytes) {
      result.report.notes.append("recognised and not used in this version: \(OwnOutput.resultNote)")
      (result.report.kind, result.report.records, result.report.outOfScope) = (SourceReport.resultKind, 1, 1)
      return own(&result)
    }
    if let sketch, !isTableKind(context.kind) {
      if decoded.encoding != .utf8 { result.report.notes.append("read as \(decoded.encoding.name)") }
      let recognition = registry.recognise(.json(sketch))
      var search = Credentials.Search()
      let json: JSONRecords
      if case .unknown = recognition, context.kind == nil {
        // Nobody will read the records: each is looked at and let go.
        let isList = sketch.shape != .object
        json = JSONRecords.scan(decoded.text, account: &account) { search.look(at: $0, isList: isList) }
      } else {
        json = JSONRecords.read(decoded.text, account: &account)
        for record in json.records { search.look(at: record, isList: json.shape != .object) }
      }
      input.json = json
      if let found = search.found { note(found, &result) }
      return finish(&result, input, recognition, sketch)
    }
    if let sketch = XMLSketch(decoded.text) {
      input.xml = bytes
      return finish(&result, input, registry.recognise(.xml(sketch)), nil)
    }
    if context.kind == nil, let what = PassedOver.ownReport(decoded.text, registry) {
      _ = ignore(&result, what)
      return own(&result)
    }
    if let read = readPage(decoded.text, &input, &result, &account) { return read }
    if let what = FileSignature.describe(bytes) {
      return fail(&result, Damage(place: Place(line: 1), text: "not recognised: " + what), isUnrecognised: true)
    }
    for case let importer as any YAMLImporter in registry.importers {
      guard let kind = importer.kind(ofYAML: decoded.text) else { continue }
      if let told = context.kind, told != kind, importer.kinds.contains(told) { continue }
      let table = importer.table(ofYAML: decoded.text, kind: kind, account: &account)
      input.table = table
      if let found = Credentials.find(in: table) { note(found, &result) }
      return finish(&result, input, .used(kind: kind), nil)
    }
    readTable(bytes, &input, &result, &account)
    result.unlisted = input.table?.unlisted ?? 0
    return finish(&result, input, registry.recognise(.table(header: input.table?.header ?? [])), nil)
  }

  /// Reads the file if it is a document that may be larger than memory; `nil` for any other.
  func readStream() -> ReadFile? {
    var result = start()
    do throws(FormatProblem) {
      return try stream(ByteStream.beginning(of: found.path, limit: JSONSketch.byteLimit), &result)
    } catch {
      return fail(&result, Damage(error))
    }
  }

  /// What the file begins like, where it could not be read to its end: its holes are those of that kind.
  private func sketchedKind() -> String? {
    guard context.kind == nil, let head = try? ByteStream.beginning(of: found.path, limit: JSONSketch.byteLimit),
      !Workbook.sniff(head)
    else { return nil }
    let text = TextDecoding.decode(head, allowWindows1252: true).text
    let recognition =
      JSONSketch(text).map { registry.recognise(.json($0)) }
      ?? XMLSketch(text).map { registry.recognise(.xml($0)) }
      ?? registry.recognise(.table(header: CSVTable.read(text, options: .headerOnly).header))
    guard case .used(let kind) = recognition else { return nil }
    return kind
  }

  private func start() -> ReadFile {
    var result = ReadFile(report: SourceReport(path: found.shown, kind: context.kind))
    noteExtraction(&result.report)
    return result
  }

  /// Reads a document that may be larger than memory, by what it begins with; `nil` for any other.
  private func stream(_ head: [UInt8], _ result: inout ReadFile) throws(FormatProblem) -> ReadFile? {
    guard let sketch = JSONSketch(head), ErrorAnswer.describe(sketch) == nil else { return nil }
    var kind = context.kind
    if kind == nil, case .used(let seen) = registry.recognise(.json(sketch)) { kind = seen }
    guard let kind,
      let importer = registry.importers.lazy.compactMap({ $0 as? any StreamingImporter }).first(where: {
        $0.streams(kind)
      })
    else { return nil }
    result.report.kind = kind
    let (document, digest) = try importer.stream(
      found.path, isList: sketch.shape == .array, kind: kind, symbols: symbols, workers: workers)
    result.document = document
    result.report.sha256 = digest
    return result
  }

  /// Reads a page of documentation that some importer reads; `nil` for any other text.
  private func readPage(
    _ text: [UInt8], _ input: inout DocumentInput, _ result: inout ReadFile, _ account: inout Account
  ) -> ReadFile? {
    let importers = registry.importers.compactMap { $0 as? any PageImporter }
    let isTold = importers.contains { $0.pageKind == context.kind }
    guard isTold || context.kind == nil, isTold || importers.contains(where: { $0.mayBePage(text) }) else { return nil }
    // A large text that speaks of them is a page only where it is called one; else it is judged as the table it may be.
    if text.count > Page.sizeLimit, !isTold, !isDocumentation, !Page.isHTML(text) { return nil }
    do throws(FormatProblem) {
      let page = try Page.read(text, account: &account)
      guard isTold || importers.contains(where: { $0.recognise(.page(page)) != nil }) else { return nil }
      input.page = page
      return finish(&result, input, registry.recognise(.page(page)), nil)
    } catch {
      return fail(&result, Damage(error))
    }
  }

  private func readWorkbook(_ bytes: [UInt8], _ result: inout ReadFile, _ account: inout Account) -> ReadFile {
    switch Workbook.read(bytes, account: &account) {
    case .failure(let problem): return fail(&result, Damage(problem))
    case .success(let workbook):
      var table = TableInput(workbook, kind: context.kind, registry)
      (result.doubts, result.unread) = (table.doubts, table.unread)
      if table.header.isEmpty, let damage = table.cut { return fail(&result, damage) }
      if table.cut == nil { table.endAtFurtherTitles(registry) }
      if let name = table.repeatedColumns.first, table.cut == nil {
        table.cut = Damage(
          place: Place(line: 1),
          text: "two columns are named `\(ForeignText.name(name))`; remove or rename one of them")
        table.rows = []
      }
      if let found = Credentials.find(in: table) { note(found, &result) }
      let input = DocumentInput(file: file, path: found.shown, context: context, asOf: asOf, table: table)
      return finish(&result, input, registry.recognise(.table(header: table.header)), nil)
    }
  }

  private func note(_ credentials: Credentials.Found, _ result: inout ReadFile) {
    result.hasCredentials = true
    result.report.problems.append(Credentials.problem(credentials))
  }

  private func readTable(
    _ bytes: [UInt8], _ input: inout DocumentInput, _ result: inout ReadFile, _ account: inout Account
  ) {
    let decoded = TextDecoding.decode(bytes, allowWindows1252: true)
    if decoded.encoding != .utf8 { result.report.notes.append("read as \(decoded.encoding.name)") }
    var options = CSVTable.Options()
    if context.kind == nil {
      // A table that nobody knows is told by its titles, and its rows are read only where they hold credentials.
      let titles = CSVTable.read(decoded.text, options: .headerOnly, account: &account).header
      options.hasHeaderOnly =
        !titles.contains(where: Credentials.areNamed)
        && { if case .unknown = registry.recognise(.table(header: titles)) { true } else { false } }()
    }
    var table = TableInput(CSVTable.read(decoded.text, options: options, account: &account), text: decoded.text)
    if table.cut == nil { table.cut = input.damage }
    if table.cut == nil { table.endAtFurtherTitles(registry) }
    if let name = table.repeatedColumns.first, table.cut == nil {
      table.cut = Damage(
        place: Place(line: 1),
        text: "two columns are named `\(ForeignText.name(name))`; remove or rename one of them")
      table.rows = []
    }
    if let found = Credentials.find(in: table) { note(found, &result) }
    input.table = table
  }

  private func finish(
    _ result: inout ReadFile, _ input: DocumentInput, _ recognition: Recognition, _ sketch: JSONSketch?
  ) -> ReadFile {
    let damage = input.json?.problems.first.map(Damage.init) ?? input.table?.cut ?? input.damage
    if let kind = context.kind {
      if case .used(let seen) = recognition, seen != kind, !fits(seen, kind) {
        result.report.notes.append("read as `\(kind)`, as it was told to be; its content looks like `\(seen)`")
        result.report.isContradicted = true
      }
      return use(&result, input, kind, damage)
    }
    switch recognition {
    case .used(let kind): return use(&result, input, kind, damage)
    case .known(let kind, let what):
      result.report.notes.append("recognised and not used in this version: \(what)")
      return setAside(&result, input, kind, damage)
    case .unknown(let reason):
      if isDocumentation, sketch == nil, input.page == nil { return ignore(&result, "a text that is no export") }
      if let damage, sketch != nil { result.report.problems.append(SourceReport.Problem(damage)) }
      return fail(
        &result, Damage(place: Place(line: 1), text: "not recognised: " + reason), isUnrecognised: true)
    }
  }

  private func use(
    _ result: inout ReadFile, _ input: DocumentInput, _ kind: String, _ damage: Damage?
  ) -> ReadFile {
    guard let importer = registry.importer(ofKind: kind) else {
      result.report.notes.append("not used in this version: \(registry.describe(kind) ?? "a known document")")
      return setAside(&result, input, kind, damage)
    }
    result.report.kind = kind
    var input = input
    input.known = registry.known(ofKind: context.kind, organisation: context.organisation)
    result.document = importer.read(input, kind: kind)
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
          result.report.problems.append(SourceReport.Problem(Damage(problem)))
          result.failure = "a record could not be read: \(problem.message)"
        }
      }
    }
    result.report.records = count
    result.report.outOfScope = count
    if let damage { return fail(&result, damage) }
    return result
  }

  private func fail(
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
      report.notes.append("exported on \(day)" + (context.extractedBy.map { " by \($0)" } ?? ""))
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

  private var isDocumentation: Bool {
    let name = name.lowercased()
    return [".md", ".txt", ".markdown", ".rst", ".adoc"].contains { name.hasSuffix($0) }
  }
}
