import Budget
import FactStore
import Formats
import Localization

/// Loads the exports of a run: finds the files, recognises each, reads them on a few threads, and puts together what
/// they say. The result is the same whatever the order of the paths and of the threads.
public struct Loader: Sendable {
  package let configuration: Configuration
  private let overrides: [SourceOverride]
  private let asOf: CalendarDate
  private let workers: Workers
  private let steering: [FilePath]
  private let limits: RunLimits
  /// Numbers that people had in an earlier load.
  let personNumbers: PersonNumbers?

  /// - Parameters:
  ///   - contexts: what the command line says of files with `--as`; the last that fits counts, before `tilsyn.yaml`.
  ///   - asOf: the date of the audit, which ages of exports are counted to.
  ///   - notSources: further files and folders that steer the program and are no sources, such as waivers.
  ///   - jobs: how many threads read.
  ///   - limits: what a file may unfold to, and what all of them may hold in memory together.
  ///   - personNumbers: keeps the numbers of people without a name, where what is loaded is compared with another load.
  public init(
    configuration: Configuration, contexts: [SourceOverride] = [], asOf: CalendarDate,
    notSources: [FilePath] = [], jobs: Int = 2, limits: RunLimits = .standard,
    personNumbers: PersonNumbers? = nil
  ) {
    ProcessMemory.share()
    self.configuration = configuration
    self.limits = limits
    self.personNumbers = personNumbers
    overrides = contexts
    self.asOf = asOf
    workers = Workers(count: max(1, jobs))
    steering =
      [configuration.file].compactMap { $0 } + configuration.mappingPaths
      + configuration.policies.map(configuration.resolve) + notSources
  }

  /// Loads files and folders as a person types them, or as ``FilePath/text`` gives them.
  public func load(
    _ paths: [String], progress: (@Sendable (LoadProgress) -> Void)? = nil
  ) throws -> LoadedSources {
    try load(paths.map { FilePath($0) }, progress: progress)
  }

  /// Loads files and folders. What is wrong with a file never stops the others.
  /// - Throws: ``ConfigurationError`` when the mappings cannot be used together.
  public func load(
    _ paths: [FilePath], progress: (@Sendable (LoadProgress) -> Void)? = nil
  ) throws -> LoadedSources {
    try checkMappings()
    try AbsenceCheck(configuration: configuration).check(overrides, asOf: asOf)
    let schemas = SchemaSet(configuration.schemas)
    let symbols = SymbolTable()
    let found: [FoundFile]
    let bindings: FileBindings
    do throws(LimitReached) {
      found = try FileWalker.walk(
        paths, configurationFolder: configuration.folder, ignore: configuration.ignore, steering: steering,
        limits: limits, entryContext: configuration.registry.context(ofArchive:entry:))
      bindings = try FileBindings(configuration, overrides, found: found, limits: limits)
    } catch {
      throw ConfigurationError(problems: [
        ConfigurationProblem(
          path: configuration.path ?? "", line: 0,
          message: "comparing its patterns with the names of the files takes \(error.message)",
          help: "write fewer patterns with wildcards")
      ])
    }
    let (contexts, mapped) = (bindings.contexts, bindings.mapped)
    let meter = ProgressMeter(found, report: progress)

    var files = MappedLineLoader(
      found: found, mapped: mapped, schemas: schemas, symbols: symbols, workers: workers, meter: meter, limits: limits
    ).load()
    for index in found.indices {
      files[index] = files[index].map { ContentCheck.compared($0, found[index], configuration.registry) }
    }
    // A file that may be larger than memory has all threads to itself.
    for index in found.indices where files[index] == nil && mapped[index] == nil && isLarge(found[index]) {
      let loader = FileLoader(
        registry: configuration.registry, found: found[index], file: FileID(index), context: contexts[index],
        asOf: asOf,
        symbols: symbols, schemas: schemas, workers: workers, limits: limits)
      guard let read = loader.readStream() else { continue }
      files[index] = read
      meter.finish(index)
    }
    let rest = found.indices.filter { files[$0] == nil }
    let read = readTogether(rest, found, contexts, mapped, schemas: schemas, symbols: symbols, meter)
    for (job, index) in rest.enumerated() { files[index] = read[job] }
    var whole = files.indices.map { files[$0]! }
    ExtractionCheck(configuration: configuration, contexts: contexts, asOf: asOf).refuseLater(&whole, found: found) {
      FactWriter(symbols: symbols, schemas: schemas, file: FileID($0), withholding: Withholding.reason)
    }
    return try assemble(whole, found: found, bindings, schemas: schemas, symbols: symbols)
  }

  /// Reads files side by side, within the memory that they may take together.
  private func readTogether(
    _ jobs: [Int], _ found: [FoundFile], _ contexts: [SourceContext], _ mapped: [MappedFile?], schemas: SchemaSet,
    symbols: SymbolTable, _ meter: ProgressMeter
  ) -> [ReadFile] {
    @Sendable func read(_ job: Int, _ account: inout Account) -> ReadFile {
      let index = jobs[job]
      return readFile(
        found[index], FileID(index), contexts[index], mapped[index], schemas: schemas, symbols: symbols, &account)
    }
    let room = ReadingRoom(files: jobs.count, limit: limits[.memory], taken: found.reduce(0) { $0 + $1.held }) { job in
      // With nothing left, the file is refused at its first byte.
      var account = Account(limits.with(.memory, 0))
      return read(job, &account)
    }
    _ = workers.map(jobs.count) { job in
      defer { meter.finish(jobs[job]) }
      room.enter(job)
      var account = Account(limits.with(.memory, min(room.small, limits[.memory])))
      var file = read(job, &account)
      var cost = account[.memory]
      if cost > account.limits[.memory] {
        let taken = room.enterLarge(job)
        account = Account(limits)
        // What is taken is within the limit.
        try? account.spend(taken, on: .memory)
        file = read(job, &account)
        cost = account[.memory] - taken
        // One that was refused holds nothing.
        if account[.memory] > limits[.memory] { cost = 0 }
      }
      room.leave(job, file, cost: cost)
    }
    return room.results()
  }

  // MARK: One file

  private func isLarge(_ found: FoundFile) -> Bool {
    found.role == .source && found.damage == nil && found.bytes.size >= Self.largeFile
  }

  /// From this size on, in bytes on disk, a file is read by all threads where its kind allows.
  private static let largeFile = 1 << 20

  private func readFile(
    _ found: FoundFile, _ file: FileID, _ context: SourceContext, _ mapped: MappedFile?, schemas: SchemaSet,
    symbols: SymbolTable, _ account: inout Account
  ) -> ReadFile {
    var result = ReadFile(report: SourceReport(path: found.shown))
    switch found.role {
    case .ignored(let reason), .leftOut(let reason):
      result.report.kind = SourceReport.ignoredKind
      result.report.notes.append(reason)
    case .opened(let note):
      result.report.kind = SourceReport.archiveKind
      result.report.sha256 = found.sha256
      result.report.notes.append(note)
    case .configuration:
      result.report.kind = SourceReport.configurationKind
    case .otherConfiguration:
      result.report.kind = SourceReport.ignoredKind
      result.report.notes.append(
        configuration.path.map { "a configuration that is not used: the configuration is `\($0)`" }
          ?? "a configuration that is not used; name it with --config to use it")
    case .unreadable(let reason):
      let damage = Damage(place: Place(line: 1), text: reason)
      result.failure = damage.text
      result.report.fail(damage)
    case .source:
      if let mapped {
        let writer = FactWriter(symbols: symbols, schemas: schemas, file: file, withholding: Withholding.reason)
        let read = MappedFileLoader(found: found, mapped: mapped, writer: writer).read(&account)
        return ContentCheck.compared(read, found, configuration.registry)
      }
      return FileLoader(
        registry: configuration.registry, found: found, file: file, context: context, asOf: asOf, symbols: symbols,
        schemas: schemas, workers: workers, limits: limits
      ).read(&account)
    }
    return result
  }

  // MARK: All files together

  private func assemble(
    _ files: [ReadFile], found: [FoundFile], _ bindings: FileBindings, schemas: SchemaSet, symbols: SymbolTable
  ) throws -> LoadedSources {
    let contexts = bindings.contexts
    let lost = LostEntries(configuration, overrides, bindings)
    let survey = survey(files, found: found, contexts: contexts, lost)
    let extraction = ExtractionCheck(configuration: configuration, contexts: contexts, asOf: asOf)
    let written = workers.map(files.count) { index -> (FactWriter, SourceReport) in
      var report = files[index].report
      let writer =
        files[index].writer
        ?? FactWriter(symbols: symbols, schemas: schemas, file: FileID(index), withholding: Withholding.reason)
      if let document = files[index].document {
        document.write(to: writer, survey: survey, report: &report)
        report.records += files[index].unlisted
        report.rejected += files[index].unlisted
      }
      ListDoubts.write(configuration.registry, files[index], FileID(index), survey, to: writer, &report)
      report.extractedAt = contexts[index].extractedAt.flatMap { CalendarDate($0) }
      report.daysOld = extraction.age(index)
      if let reason = extraction.tooOld(index, kind: report.kind) {
        let filled = covered(files[index], report)
        if !filled.isEmpty {
          extraction.doubt(writer, index, relations: filled, reason: "`\(report.path)`: \(reason)")
          report.isOld = true
          report.completeness = .partial
          report.notes.append("\(reason): what rests on its being whole is unverified")
        }
      }
      report.checkInvariants()
      if let count = writer.withheldCells[.identityNumber] {
        report.notes.append(
          """
          \(count, "value", "values") that may be identity numbers are not kept; what rests on them is \
          unverified
          """)
      }
      if let count = writer.withheldCells[.secret] {
        report.notes.append(
          "\(count, "value", "values") that hold secrets are not kept; what rests on them is unverified")
      }
      report.notes = report.notes.map { $0.masked { Withholding.masked($0) } }
      return (writer, report)
    }
    let reports = written.map(\.1)
    let documents = files.indices.map { index in
      LoadedDocument(
        report: reports[index], context: contexts[index], secrets: files[index].secrets,
        isDamaged: files[index].failure != nil || files[index].document?.damageOfWhole != nil)
    }
    for importer in configuration.registry.importers { importer.write(about: documents, to: written.map(\.0)) }
    try AbsenceCheck(configuration: configuration).check(reports)
    var reasons = IncompleteReasons.of(files, reports) + MappingSlips.find(bindings.mapped, files)
    let expected = ExpectationCheck(
      configuration: configuration, asOf: asOf, files: files, reports: reports, contexts: contexts, survey: survey,
      limits: limits
    ).run(FactWriter(symbols: symbols, schemas: schemas, file: FileID(files.count)))
    reasons += expected.reasons
    lost.write(to: expected.writer, survey)
    let filled = zip(files, reports).map { file, report in
      covered(file, report).filter { !Personnel.toldNames.contains($0) }
    }
    ExportDocuments.write(
      documents, to: written.map(\.0), expected: configuration.expectations, rest: expected.writer)
    var systems = LoadedSystems.write(
      filled, to: written.map(\.0), expected: configuration.expectations, configuration.registry, rest: expected.writer)
    if documents.contains(where: ExportDocuments.isDocument) { systems.insert(ExportDocuments.system) }
    let writers = written.map(\.0) + [expected.writer]
    let store = FactStore.assemble(
      symbols: symbols, schemas: schemas, files: found.map(\.shown), writers: writers,
      announced: expected.announced, declared: configuration.declared)
    return LoadedSources(
      store: store, files: reports, isComplete: reasons.isEmpty, incompleteReasons: reasons,
      systemsLoaded: systems,
      warnings: lost.warnings + otherConfigurations(found),
      declarations: configuration.absences.map { absence in
        (absence, absence.relations.filter(store.declared.contains))
      }, applied: AppliedConfiguration(configuration, bindings, found: found, reports: reports))
  }

  /// The relations that a file fills.
  private func covered(_ file: ReadFile, _ report: SourceReport) -> [String] {
    file.document == nil ? file.mappedRelations : configuration.registry.relations(ofKind: report.kind ?? "")
  }

  /// Configurations in the folders given that do not count: somebody may think that they do.
  private func otherConfigurations(_ found: [FoundFile]) -> [Phrase] {
    found.filter { $0.role == .otherConfiguration }.map { file in
      configuration.path.map { "`\(file.shown)` is not used: `\($0)` is the configuration" }
        ?? "`\(file.shown)` is not used: name it with --config"
    }
  }
}
