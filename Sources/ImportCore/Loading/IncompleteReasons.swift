import Localization

/// Why the files of a run are no sound basis for a judgement.
enum IncompleteReasons {
  /// One reason per file at most, in the order of the files.
  static func of(_ files: [ReadFile], _ reports: [SourceReport]) -> [Phrase] {
    zip(files, reports).compactMap { file, report in
      if let failure = file.failure { return "`\(report.path)`: \(failure)" }
      if let damage = file.document?.damageOfWhole { return "`\(report.path)`: \(damage)" }
      guard report.rejected > 0 else { return nil }
      return "`\(report.path)`: \(report.rejected) of \(report.records, "record", "records") could not be used whole"
    }
  }
}
