import Formats

/// Files of settings, which are short and people write.
package enum SettingsFile {
  package static func bytes(_ path: FilePath) throws(ConfigurationError) -> [UInt8] {
    do throws(FormatProblem) {
      guard FileStatus.size(of: path) <= FormatLimits.yamlSize else {
        throw FormatProblem(
          code: "too-large", message: "it is larger than \(FormatLimits.yamlSize >> 20) MiB",
          help: "settings are a few lines; is it the file that you mean?", isFatal: true)
      }
      return try RawFile.read(path).bytes
    } catch {
      throw ConfigurationError(problems: [
        ConfigurationProblem(path: path.shown, line: 0, message: error.message.english, help: error.help.english)
      ])
    }
  }

  package static func tree(_ bytes: [UInt8], path: String) throws(ConfigurationError) -> YAMLNode {
    switch YAMLReader.read(bytes) {
    case .success(let root): return root
    case .failure(let problem):
      // Which key it is, the line tells: a file that is no configuration may hold anything.
      let message = problem.code == "yaml-duplicate-key" ? "a key occurs twice in one map" : problem.message.english
      throw ConfigurationError(problems: [
        ConfigurationProblem(path: path, line: problem.line, message: message, help: problem.help.english)
      ])
    }
  }
}
