import Localization

/// Keys and lists that a mapping names and none of its files has.
enum MappingSlips {
  /// What is wrong with mappings: keys that no file has which they read. A key that one of the files has is no slip; that the
  /// others lack it leaves a doubt in these alone.
  static func find(_ mapped: [MappedFile?], _ files: [ReadFile]) -> [Phrase] {
    var read: [(mapping: MappedFile, files: [ReadFile])] = []
    for (mapping, file) in zip(mapped, files) {
      guard let mapping, file.report.records > 0 else { continue }
      if let known = read.firstIndex(where: { $0.mapping.line == mapping.line && $0.mapping.pattern == mapping.pattern }
      ) {
        read[known].files.append(file)
      } else {
        read.append((mapping, [file]))
      }
    }
    return read.flatMap { mapping, files in
      let common = files.dropFirst().reduce(Set(files[0].absentFields)) { $0.intersection($1.absentFields) }
      return common.sorted { ($0.line, $0.name) < ($1.line, $1.name) }.map { field in
        Phrase("the mapping of `\(mapping.pattern.text)` (line \(field.line)): \(field.text(files: files.count))")
      }
    }
  }
}
