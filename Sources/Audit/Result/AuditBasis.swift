/// What a result rests on beside the exports: who repeats the audit needs the same of all of it.
public struct AuditBasis: Sendable {
  /// The commit that the program was built from; `unknown` where the build did not say.
  public var commit: String
  /// The arguments that bear on the result, as a shell reads them: paths, contexts, day, policies, language.
  public var arguments: [String]
  /// Every policy file that was read.
  public var policies: [File]
  /// `tilsyn.yaml` and the mappings that it names.
  public var configuration: [File]

  public init(
    commit: String = "unknown", arguments: [String] = [], policies: [File] = [], configuration: [File] = []
  ) {
    self.commit = commit
    self.arguments = arguments
    self.policies = policies
    self.configuration = configuration
  }

  /// A file and the SHA-256 of its bytes, in hexadecimal.
  public struct File: Hashable, Sendable {
    public var path: String
    public var sha256: String
    public init(path: String, sha256: String) {
      self.path = path
      self.sha256 = sha256
    }
  }
}
