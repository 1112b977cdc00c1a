import Budget

/// What the configuration and the command line say of each file found.
struct FileBindings {
  private(set) var contexts: [SourceContext] = []
  private(set) var mapped: [MappedFile?] = []
  /// Files whose context the configuration gives, by position.
  private(set) var told: [Int: Configuration.SourceEntry] = [:]
  /// Entries that fit no file, by position in their lists; mapped files are those of all mappings, in order.
  private(set) var lostOverrides: [Int] = []
  private(set) var lostSources: [Int] = []
  private(set) var lostMapped: [Int] = []

  /// - Throws: the limit that comparing names with patterns meets.
  init(
    _ configuration: Configuration, _ overrides: [SourceOverride], found: [FoundFile], limits: RunLimits
  ) throws(LimitReached) {
    let files = configuration.mappings.flatMap(\.files)
    let (sources, mappings) = (configuration.sources, overrides.count + configuration.sources.count)
    var table = PatternTable(
      overrides.map(\.path) + sources.map(\.pattern) + files.map(\.pattern), limits: limits)
    var used = [Bool](repeating: false, count: mappings + files.count)
    for (index, file) in found.enumerated() {
      let fitting = try table.matches(file.candidates)
      var context = SourceContext()
      // The last argument of the command line counts, and of the configuration the first entry.
      for place in fitting.reversed() where place < overrides.count {
        context = context.completed(by: overrides[place].context)
      }
      if let place = fitting.first(where: { (overrides.count..<mappings).contains($0) }) {
        let entry = sources[place - overrides.count]
        told[index] = entry
        context = context.completed(by: entry.context)
      }
      contexts.append(context.completed(by: file.context))
      let mapping = fitting.first { $0 >= mappings }.map { files[$0 - mappings] }
      mapped.append(file.role == .source ? mapping : nil)
      for place in fitting { used[place] = true }
    }
    lostOverrides = overrides.indices.filter { !used[$0] }
    lostSources = sources.indices.filter { !used[overrides.count + $0] }
    lostMapped = files.indices.filter { !used[mappings + $0] }
  }
}
