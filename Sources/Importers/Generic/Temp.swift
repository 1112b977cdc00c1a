import FactStore
struct MappedLineLoader {
  var found: [FoundFile]; var mapped: [MappedFile?]; var schemas: SchemaSet; var symbols: SymbolTable; var workers: Workers; var meter: ProgressMeter
  func load() -> [ReadFile?] { found.map { _ in nil } }
}
struct MappedFileLoader {
  var found: FoundFile; var mapped: MappedFile; var writer: FactWriter
  func read() -> ReadFile { fatalError() }
}
