import FactStore

/// What a configuration did to a run: everything that may make less be judged, or something else.
///
/// A configuration often lies among the files of those who are judged by it, so that a result must say what it did.
public struct AppliedConfiguration: Sendable {
  /// Files that it left out, as shown.
  public var leftOut: [String] = []
  /// Files of which it says what they are, or of whom they speak.
  public var told: [String] = []
  /// Those of them whose content looks like another kind of export.
  public var contradicted: [String] = []
  /// Files that are relied on although they are older than ``ExtractionCheck/standardAge`` days, with their age.
  public var aged: [(path: String, days: Int)] = []

  init(
    _ configuration: Configuration, _ bindings: FileBindings, found: [FoundFile], reports: [SourceReport]
  ) {
    for (index, file) in found.enumerated() {
      if case .leftOut = file.role { leftOut.append(file.shown) }
      guard file.role == .source else { continue }
      let entry = bindings.told[index]
      let isTold = entry.map { $0.context != SourceContext() } ?? false
      guard isTold || bindings.mapped[index] != nil else { continue }
      told.append(file.shown)
      // What the command line says of a file is not the configuration's word.
      let isItsWord = bindings.mapped[index] != nil || entry?.context.kind == bindings.contexts[index].kind
      if reports[index].isContradicted, isItsWord { contradicted.append(file.shown) }
    }
    for (index, file) in found.enumerated() where file.role == .source {
      if let days = reports[index].daysOld, days > ExtractionCheck.standardAge, !reports[index].isOld {
        aged.append((file.shown, days))
      }
    }
  }
}
