import Budget
import FactStore
import Formats
import Localization

/// The forms that a file may have beside JSON, XML and YAML: streams, pages, workbooks, delimited text.
extension FileLoader {
  /// Reads a document that may be larger than memory, by what it begins with; `nil` for any other.
  func stream(
    _ head: [UInt8], _ xml: XMLSketch?, _ result: inout ReadFile, _ account: inout Account
  ) throws(FormatProblem) -> ReadFile? {
    guard let (sample, kind) = sample(head, xml),
      let importer = registry.importers.lazy.compactMap({ $0 as? any StreamingImporter }).first(where: {
        $0.streams(kind, sample)
      })
    else { return nil }
    result.report.kind = kind
    if case .xml = sample { noteContradiction(registry.recognise(sample), kind, &result) }
    let writer = FactWriter(symbols: symbols, schemas: schemas, file: file, withholding: Withholding.reason)
    let (document, digest) = try importer.stream(
      found.bytes, DocumentInput(file: file, path: found.shown, context: context, asOf: asOf),
      isList: sample.isList, kind: kind, writer: writer, workers: workers)
    result.report.sha256 = digest
    return keep(document, writer: writer, &result, &account)
  }

  /// What a document begins with, and the kind that it is to be read as; `nil` where either cannot be told.
  private func sample(_ head: [UInt8], _ xml: XMLSketch?) -> (DocumentSample, kind: String)? {
    let json = xml == nil ? JSONSketch(head) : nil
    if let json, ErrorAnswer.describe(json) != nil { return nil }
    guard let sample = xml.map(DocumentSample.xml) ?? json.map(DocumentSample.json) else { return nil }
    if let kind = context.kind { return (sample, kind) }
    guard case .used(let kind) = registry.recognise(sample) else { return nil }
    return (sample, kind)
  }

  /// Reads a page of documentation that some importer reads; `nil` for any other text.
  func readPage(
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
      noteText(text, &result)
      return finish(&result, input, registry.recognise(.page(page)), nil, &account)
    } catch {
      return fail(&result, Damage(error))
    }
  }

  /// Reads rows without titles that some importer tells by their shape; `nil` for any other text.
  func readRows(
    _ bytes: [UInt8], _ input: inout DocumentInput, _ result: inout ReadFile, _ account: inout Account
  ) -> ReadFile? {
    let importers = registry.importers.compactMap { $0 as? any RowImporter }
    guard !importers.isEmpty else { return nil }
    let decoded = TextDecoding.decode(bytes, allowWindows1252: true)
    for importer in importers {
      let isTold = context.kind.map(importer.rowKinds.contains) == true
      guard isTold || context.kind == nil else { continue }
      let seen = importer.recognise(rows: decoded.text)
      let recognition = isTold ? seen ?? .used(kind: context.kind!) : seen
      guard let recognition else { continue }
      if decoded.encoding != .utf8 { result.report.notes.append("read as \(decoded.encoding.phrase)") }
      let kind: String
      switch recognition {
      case .used(let seen), .known(let seen, _): kind = context.kind ?? seen
      case .unknown(let reason):
        guard isTold else {
          return fail(
            &result, Damage(place: Place(line: 1), text: "not recognised: \(reason)"), isUnrecognised: true)
        }
        kind = context.kind!
      }
      var table = importer.table(ofRows: decoded.text, kind: kind, account: &account)
      if let damage = decoded.problems.first(where: \.isFatal) { table.cut = table.cut ?? Damage(damage) }
      input.table = table
      noteText(decoded.text, &result)
      return finish(&result, input, recognition, nil, &account)
    }
    return nil
  }

  func readWorkbook(_ bytes: [UInt8], _ result: inout ReadFile, _ account: inout Account) -> ReadFile {
    switch Workbook.read(bytes, account: &account) {
    case .failure(let problem): return fail(&result, Damage(problem))
    case .success(let workbook):
      if context.kind == nil, OwnWorkbook.holds(workbook, registry) {
        _ = ignore(&result, OwnOutput.reportNote)
        return own(&result)
      }
      var table = TableInput(workbook, kind: context.kind, registry)
      (result.doubts, result.unread) = (table.doubts, table.unread)
      if table.header.isEmpty, let damage = table.cut { return fail(&result, damage) }
      if table.cut == nil { table.endAtFurtherTitles(registry) }
      table.refuseRepeatedColumns()
      let recognition = registry.recognise(.table(header: table.header))
      noteTable(table, recognition, &result)
      let input = DocumentInput(file: file, path: found.shown, context: context, asOf: asOf, table: table)
      return finish(&result, input, recognition, nil, &account)
    }
  }

  /// Looks for the secrets of a table.
  private func noteTable(
    _ table: TableInput, _ recognition: Recognition, mayHoldShapes: Bool = true, _ result: inout ReadFile
  ) {
    var search = SecretSearch()
    search.look(at: table, hasTitles: context.kind != nil || recognition.isUsed, mayHoldShapes: mayHoldShapes)
    search.isWhole = !search.isPart
    result.note(search)
  }

  /// Looks for the secrets of a text.
  func noteText(_ text: [UInt8], _ result: inout ReadFile) {
    var search = SecretSearch()
    search.look(atText: text)
    search.isWhole = true
    result.note(search)
  }

  func readTable(
    _ bytes: [UInt8], _ input: inout DocumentInput, _ result: inout ReadFile, _ account: inout Account
  ) {
    let decoded = TextDecoding.decode(bytes, allowWindows1252: true)
    if decoded.encoding != .utf8 { result.report.notes.append("read as \(decoded.encoding.phrase)") }
    let (text, heading) = belowHeading(decoded.text)
    var options = CSVTable.Options()
    if context.kind == nil {
      // A table that nobody knows is told by its titles, and its rows are read only where they hold credentials.
      let titles = CSVTable.read(text, options: .headerOnly, account: &account).header
      options.hasHeaderOnly =
        !titles.contains(where: CredentialName.holds)
        && { if case .unknown = registry.recognise(.table(header: titles)) { true } else { false } }()
    }
    var table = TableInput(CSVTable.read(text, options: options, account: &account), text: text)
    if let heading { table.notes.append(heading) }
    if table.cut == nil { table.cut = input.damage }
    if table.cut == nil { table.endAtFurtherTitles(registry) }
    table.refuseRepeatedColumns()
    input.table = table
    if options.hasHeaderOnly {
      noteText(decoded.text, &result)
    } else {
      let recognition = registry.recognise(.table(header: table.header))
      let mayHoldShapes = decoded.text.withUnsafeBufferPointer { SecretShape.mayStand(in: $0) }
      noteTable(table, recognition, mayHoldShapes: mayHoldShapes, &result)
    }
  }

  /// A table of delimited text without the lines above its titles, and what is said of those, where its first line is none of
  /// a kind that is known and a lower one is.
  func belowHeading(_ text: [UInt8]) -> (text: [UInt8], note: Phrase?) {
    if registry.kind(ofTitles: CSVTable.read(text, options: .headerOnly).header) != nil { return (text, nil) }
    guard let heading = CSVHeading(text, areTitles: registry.mayStandUnderHeading) else { return (text, nil) }
    return (heading.text, heading.lines == 0 ? nil : TableInput.headingNote(heading.lines, titles: heading.titleLine))
  }
}
