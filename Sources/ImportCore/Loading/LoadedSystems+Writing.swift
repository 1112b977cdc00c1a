import FactStore
import Localization

extension LoadedSystems {
  /// Writes the facts, each to the first file that fills a relation of the system, and what is expected as holes.
  /// - Parameters:
  ///   - filled: the relations that each file fills.
  ///   - writers: one for each file.
  ///   - rest: of what is said of no file.
  /// - Returns: the systems of which something was loaded.
  static func write(
    _ filled: [[String]], to writers: [FactWriter], expected: [Configuration.Expectation], _ registry: Registry,
    rest: FactWriter
  ) -> Set<String> {
    var loaded: Set<String> = []
    for (relations, writer) in zip(filled, writers) {
      for system in relations.map(system) where loaded.insert(system).inserted {
        writer.add(relation.name, ["system": .value(.text(system))], at: Place(line: 1))
      }
    }
    // That these are all, the program knows itself.
    rest.cover(relation.name, grade: .counted)
    var missed: Set<String> = []
    for expectation in expected {
      for system in registry.relations(ofKind: expectation.kind).map(system)
      where !loaded.contains(system) && missed.insert(system).inserted {
        let name: Phrase = "`\(expectation.kind)`"
        rest.addHole(
          relation.name, ["system": .text(system)], reason: .expected,
          text: "\(name) is expected (line \(expectation.line)) and was not read")
      }
    }
    return loaded
  }
}
