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
}
