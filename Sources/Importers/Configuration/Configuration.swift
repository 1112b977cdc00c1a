import FactStore

/// What `tilsyn.yaml` says.
public struct Configuration: Sendable {
  /// The file that was read; `nil` when there is none.
  public var path: String?
  /// Context of sources; the first entry whose pattern fits a file counts.
  public var sources: [SourceEntry] = []
  /// What must be there.
  public var expectations: [Expectation] = []
  /// What the organisation says that there is no export of.
  public var absences: [Absence] = []
  /// Files that are listed and not read.
  public var ignore: [PathPattern] = []
  /// Values of policy parameters, as written, by name.
  public var parameters: [String: ParameterValue] = [:]
  /// Relations and files of systems that no built-in importer knows.
  public var mappings: [Mapping] = []
  /// The mapping files that were read.
  public var mappingPaths: [String] = []
  /// The SHA-256 of the file and of the mapping files, in the order in which they were read.
  public var digests: [(path: String, sha256: String)] = []
  /// Folders and files of policies, relative to the folder of the file unless absolute.
  public var policies: [String] = []

  public init() {}

  /// One entry of `sources`.
  public struct SourceEntry: Sendable {
    public var pattern: PathPattern
    public var context: SourceContext
    /// Where `tilsyn.yaml` says it.
    public var line: Int
  }

  /// One entry of `expect`.
  public struct Expectation: Sendable {
    public var kind: String
    /// In normal form; `nil` for all together.
    public var organisation: String?
    /// At least so many records, over all files of the kind and organisation.
    public var records: Int?
    /// Exported at most so many days before the audit's date.
    public var maxAgeDays: Int?
    public var line: Int
  }

  /// The value of a parameter, as text: the policy that declares it knows its type.
  public struct ParameterValue: Hashable, Sendable {
    public var texts: [String]
    public var isList: Bool
    public var line: Int
  }

  /// The folder of the file, which `path` globs and policies are relative to.
  public var folder: String? {
    guard let path else { return nil }
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// A path of the file, made relative to where the program runs.
  public func resolve(_ relative: String) -> String {
    guard !relative.hasPrefix("/"), let folder, folder != "." else { return relative }
    return folder.hasSuffix("/") ? folder + relative : "\(folder)/\(relative)"
  }

  /// The relations that mappings declare, by name.
  public var mappedRelations: [RelationSchema] {
    mappings.flatMap(\.relations).sorted { $0.name < $1.name }
  }

  /// Every source relation of a run: those of the importers and those of the mappings.
  public var schemas: [RelationSchema] { (Importers.schemas + mappedRelations).sorted { $0.name < $1.name } }
}
