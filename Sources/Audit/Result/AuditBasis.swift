/// What a result rests on beside the exports: who repeats the audit needs the same of all of it.
package struct AuditBasis: Sendable {
  /// The commit that the program was built from; `unknown` where the build did not say.
  package var commit: String
  /// The arguments that bear on the result, as a shell reads them: paths, contexts, day, policies, language.
  package var arguments: [String]
  /// Every policy file that was read.
  package var policies: [File]
  /// `tilsyn.yaml` and the mappings that it names.
  package var configuration: [File]

  package init(
    commit: String = "unknown", arguments: [String] = [], policies: [File] = [], configuration: [File] = []
  ) {
    self.commit = commit
    self.arguments = arguments
    self.policies = policies
    self.configuration = configuration
  }

  /// A file and the SHA-256 of its bytes, in hexadecimal.
  package struct File: Hashable, Sendable {
    package var path: String
    package var sha256: String
    package init(path: String, sha256: String) {
      self.path = path
      self.sha256 = sha256
    }
  }
}
