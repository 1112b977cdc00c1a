extension FileLoader {
  /// Lists a file that is no source, with what it is.
  func ignore(_ result: inout ReadFile, _ what: String) -> ReadFile {
    result.report.kind = SourceReport.ignoredKind
    result.report.notes.append(what)
    return result
  }

  var name: String { found.path.split(separator: "/").last.map(String.init) ?? found.path }
}
