import FactStore
import Localization

extension Configuration {
  /// One entry of `without`: the organisation's word that it has no document of a kind, or nothing of a system.
  public struct Absence: Sendable {
    /// A kind (`organisation.approvals`) or a system (`exchange`), as written.
    public var name: String
    package var isSystem: Bool
    package var reason: String
    /// Who answers for it.
    public var owner: String
    /// The day on which it was said.
    public var day: CalendarDate
    package var line: Int
    /// The kinds that it stands for; filled when the mappings are known.
    public var kinds: [String] = []
    /// The relations of those kinds.
    public var relations: [String] = []
  }

  /// What a hole says of it: who says so, and why.
  package func text(of absence: Absence) -> Phrase {
    Phrase(
      "there is none, says \(path ?? "tilsyn.yaml"):\("\(absence.line)"), \(absence.owner), \("\(absence.day)"): \(absence.reason)"
    )
  }

  /// Declared relations with who says so; the first entry that names a relation counts.
  package var declared: [String: Phrase] {
    var declared: [String: Phrase] = [:]
    for absence in absences {
      for name in absence.relations where declared[name] == nil { declared[name] = text(of: absence) }
    }
    return declared
  }

  /// The kinds of documents by system: the first part of a kind's name, or of the names of all relations that it fills.
  /// `exchange` and `mailbox` are both the mail directory.
  var kindsBySystem: [String: [String]] {
    var systems: [String: [String]] = [:]
    for kind in knownKinds {
      // Who people are, several systems say.
      let relations = relations(ofKind: kind).filter { !Personnel.toldNames.contains($0) }
      var names = Set(relations.map { String($0.prefix { $0 != "." }) })
      if names.count > 1 { names = [] }
      if !kind.hasPrefix(Self.mappingPrefix) { names.insert(String(kind.prefix { $0 != "." })) }
      for name in names { systems[name, default: []].append(kind) }
    }
    return systems
  }

  /// Every kind that can be loaded: those of the importers, and those of the mappings.
  public var knownKinds: [String] {
    var kinds = registry.kinds
    for file in mappings.flatMap(\.files) where !kinds.contains(file.kind) { kinds.append(file.kind) }
    return kinds
  }

  /// The kinds that fill each relation.
  public var kindsByRelation: [String: [String]] {
    var kinds: [String: [String]] = [:]
    for kind in knownKinds { for relation in relations(ofKind: kind) { kinds[relation, default: []].append(kind) } }
    return kinds
  }

  private static let mappingPrefix = "mapping."

  /// The relations that a document of a kind fills.
  public func relations(ofKind kind: String) -> [String] {
    let known = registry.relations(ofKind: kind)
    if !known.isEmpty { return known }
    let files = mappings.flatMap(\.files).filter { $0.kind == kind }
    return Set(files.flatMap { $0.facts.map(\.relation) }).sorted()
  }
}
