import FactStore
import Formats
import Localization

/// What `tilsyn.yaml` says.
public struct Configuration: Sendable {
  /// The importers, whose kinds and relations it may name.
  public let registry: Registry
  /// The file that was read; `nil` when there is none.
  public var file: FilePath?
  /// Context of sources; the first entry whose pattern fits a file counts.
  public var sources: [SourceEntry] = []
  /// What must be there.
  public var expectations: [Expectation] = []
  /// What the organisation says that there is no export of.
  public var absences: [Absence] = []
  /// Files that are listed and not read.
  public var ignore: [PathPattern] = []
  /// The language of reports; `nil` where it says none.
  package var language: Language?
  /// Values of policy parameters, as written, by name.
  public var parameters: [String: ParameterValue] = [:]
  /// Relations and files of systems that no built-in importer knows.
  public var mappings: [Mapping] = []
  /// The mapping files that were read.
  public var mappingPaths: [FilePath] = []
  /// The SHA-256 of the file and of the mapping files, in the order in which they were read.
  public var digests: [(path: String, sha256: String)] = []
  /// Folders and files of policies, relative to the folder of the file; none leaves it.
  public var policies: [String] = []

  package init(_ registry: Registry) { self.registry = registry }

  /// One entry of `sources`.
  public struct SourceEntry: Sendable {
    package var pattern: PathPattern
    package var context: SourceContext
    /// Where `tilsyn.yaml` says it.
    public var line: Int
  }

  /// One entry of `expect`.
  public struct Expectation: Sendable {
    package var kind: String
    /// In normal form; `nil` for all together.
    public var organisation: String?
    /// At least so many records, over all files of the kind and organisation.
    public var records: Int?
    /// Exported at most so many days before the audit's date.
    public var maxAgeDays: Int?
    package var line: Int
  }

  /// The value of a parameter, as text: the policy that declares it knows its type.
  public struct ParameterValue: Hashable, Sendable {
    package var texts: [String]
    package var isList: Bool
    package var line: Int
  }

  /// The file as people see it; `nil` when there is none.
  public var path: String? { file?.shown }

  /// The folder of the file, which `path` globs, mappings and policies are relative to.
  public var folder: FilePath? { file?.folder }

  /// A path of the file, made relative to where the program runs.
  public func resolve(_ relative: String) -> FilePath {
    guard let folder, folder != "." else { return FilePath(relative) }
    return folder.appending(FilePath(relative).bytes)
  }

  /// Why a path that the file names is not used; `nil` where it stays in the folder of the file.
  ///
  /// A configuration comes with folders of strangers: what it names outside must not be read by the right of whoever audits,
  /// and what a link in its folder leads to lies outside as well.
  package func objection(to relative: String) -> String? {
    let names = relative.split(separator: "/")
    if relative.hasPrefix("/") || names.contains("..") { return "a path that leaves the folder of the configuration" }
    if names.isEmpty || relative.utf8.contains(0) { return "no path" }
    let file = resolve(relative)
    guard let real = try? FileStatus.real(file), let folder, let home = try? FileStatus.real(folder) else { return nil }
    return real.isWithin(home) ? nil : "a link that leaves the folder of the configuration"
  }

  /// The relations that mappings declare, by name.
  public var mappedRelations: [RelationSchema] {
    mappings.flatMap(\.relations).sorted { $0.name < $1.name }
  }

  /// Every source relation of a run: those of the importers and those of the mappings.
  public var schemas: [RelationSchema] { (registry.schemas + mappedRelations).sorted { $0.name < $1.name } }
}
