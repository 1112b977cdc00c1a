import Audit
import Formats
import ImportCore

/// A framework, and the file that says so.
package struct FrameworkFile: Sendable {
  package let framework: Framework
  /// The path as reports show it, and the SHA-256 of the bytes.
  package let file: AuditBasis.File
  /// The file as it was read.
  package let bytes: [UInt8]

  /// Reads a file.
  /// - Parameter shown: the path as reports and messages show it.
  /// - Throws: everything that is wrong with it, with file and line.
  package static func load(_ path: FilePath, shown: String) throws(ConfigurationError) -> FrameworkFile {
    try read(try SettingsFile.bytes(path), path: shown)
  }

  /// Reads the text of a file. Linear in it.
  package static func read(_ bytes: [UInt8], path: String) throws(ConfigurationError) -> FrameworkFile {
    let root = try SettingsFile.tree(bytes, path: path)
    var reader = FrameworkReader(path: path)
    let framework = reader.read(root)
    guard let framework, reader.settings.problems.isEmpty else {
      throw ConfigurationError(problems: reader.settings.problems.sorted { $0.line < $1.line })
    }
    return FrameworkFile(framework: framework, file: .init(path: path, sha256: Digest.of(bytes)), bytes: bytes)
  }

  /// What it names that is not there: policies, beginnings of ids that no policy has, and controls that no policy names. A slip
  /// would leave a control without the policies that bear on it, and nobody would know.
  package func problems(among catalogue: PolicyCatalogue) -> [ConfigurationProblem] {
    framework.controls.flatMap { control -> [ConfigurationProblem] in
      control.policies.filter { catalogue.policies(of: $0.text).isEmpty }.map {
        problem($0, $0.text.hasSuffix("*") ? "no policy begins with" : "there is no policy", catalogue.policies)
      }
        + control.through.filter { !catalogue.names($0.text) }.map {
          problem($0, "no policy names the control", catalogue.controls)
        }
    }
  }

  private func problem(_ named: Framework.Reference, _ message: String, _ known: [String]) -> ConfigurationProblem {
    let near = Suggestion.nearest(to: named.text, in: known)
    return ConfigurationProblem(
      path: file.path, line: named.line, message: "\(message) `\(ForeignText.name(named.text))`",
      help: near.map { "did you mean `\($0)`?" } ?? "`tilsyn policy list --format json` has policies and their controls"
    )
  }
}
