import FactStore
import Localization

/// Of which systems something was loaded, as a fact that policies can ask for.
///
/// A relation of which no export was loaded may hold anything, and that is right for whoever asks it. What gathers rights of
/// whichever systems an organisation has must not ask everybody for exports of all that there are: a rule that begins with
/// `system.loaded(system: "dfo")` says nothing of DFØ, neither certain nor possible, where nothing of DFØ is there. A rule so
/// guarded belongs into a population, or where more rows are worse; never into what lets somebody pass.
enum LoadedSystems {
  static let relation = RelationSchema(
    "system.loaded",
    doc: """
      A system of which some export was loaded, by the word before the dot of its relations. One that the configuration expects, \
      and of which nothing came, may be one.
      """,
    obtain: "no export: it is so of whatever is loaded",
    columns: [ColumnSchema("system", .text, doc: "`kitos`, `dfo`")],
    alternatives: Alternative("system", source: "system", isMain: false, standsIn: false), lost: .nothing)

  /// The system of a relation.
  static func system(of relation: String) -> String { String(relation.prefix { $0 != "." }) }

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
