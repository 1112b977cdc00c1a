import Formats
import Localization

extension FileLoader {
  /// Lists a file that is no source, with what it is.
  func ignore(_ result: inout ReadFile, _ what: Phrase) -> ReadFile {
    result.report.kind = SourceReport.ignoredKind
    result.report.notes.append(what)
    return result
  }

  /// An output of this program: no result is bound to it, or the next one that is written beside it would be another.
  func own(_ result: inout ReadFile) -> ReadFile {
    result.report.sha256 = ""
    return result
  }

  /// The last name of its path.
  var name: String { FilePath(bytes: found.path.lastName).text }
}
