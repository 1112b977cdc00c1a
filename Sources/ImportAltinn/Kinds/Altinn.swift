import FactStore
import Formats
import ImportCore
import Localization

/// The kinds of document of Altinn, as values.
enum Altinn {
  /// The most particular first.
  static let system = SourceSystem(
    [
      rolePackages, roleMap, roles, packages, legacyRoles, packagePermissions, instancePermissions, resourcePermissions,
      rolePermissions, connections, roleAssignments, delegationChanges, rightsDelegations, maskinportenDelegations,
      schemaDelegations, authorisedParties, parties, requests, systemUsers, agentClients, clients, agents, myClients,
      resources, packageOverview, roleOverview, resourceOverview,
    ], schemas: AltinnSchemas.all)

  /// What is said of the parties beside.
  static let states = [
    "altinn.party", "altinn.party_form", "altinn.party_state", "altinn.party_deleted", "altinn.party_died",
    "altinn.subunit", "party.ended", "party.ended_on",
  ]

  /// A kind of JSON document; what a caller sees is what the caller asked for.
  static func kind(
    _ name: AltinnKind, _ signs: [Sign], fills: [String],
    read: @escaping @Sendable (inout AltinnReader, AltinnNode) -> Void
  ) -> Kind {
    document(name, signs, fills: fills) { record in
      guard let node = record.object else { return }
      var reader = AltinnReader(fills: fills, context: record.context, facts: record.facts)
      read(&reader, AltinnNode(node, record.place))
      record.facts = reader.facts
    }
    .with { $0.form = .json { held(by: $0) } }
  }

  /// A kind of document in any form.
  static func document(
    _ name: AltinnKind, _ signs: [Sign], fills: [String], read: @escaping @Sendable (inout Record) -> Void
  ) -> Kind {
    Kind(name.rawValue, noun: .record, signs: signs, fills: fills, read: read).with { kind in
      kind.extent = .answer
      kind.organisation = .everybody
      kind.list.isAskedOfParty = true
      kind.asked = { AltinnAsk(kind: name, context: $1).known(of: $0) }
      kind.settle = { AltinnRoles.settle(&$0, $1) }
      kind.whole.tell = { AltinnScope.note($0, AltinnAsk(kind: name, context: $0.context), in: &$1) }
      kind.whole.write = { document, survey, writer, _ in AltinnScope.writeMissing(document, survey, to: writer) }
    }
  }

  /// Metadata, which is never split: one record by itself is less than the list that the relation stands for, and none says
  /// nothing.
  static func asCatalogue(_ kind: inout Kind, of noun: Noun) {
    kind.list.noun = noun
    kind.list.mayBeEmpty = false
    kind.form = .json { held(by: $0, otherwise: "one record, not the list of all") }
  }

  /// Adds what a document says as a whole.
  static func stating(
    _ kind: inout Kind, _ state: @escaping @Sendable (RecordDocument, Survey, FactWriter, inout SourceReport) -> Void
  ) {
    let general = kind.whole.write
    kind.whole.write = { document, survey, writer, report in
      state(document, survey, writer, &report)
      general?(document, survey, writer, &report)
    }
  }

  /// Paged answers hold their records in `data`, and those of Altinn 2 in `_embedded`; any other object is one record.
  private static func held(by root: JSONRecord, otherwise: Phrase? = nil) -> HeldList {
    let object = AltinnNode(root.node, root.place)
    let isPage = object["links"] != nil || root.node.count <= 2
    let list = [isPage ? object["data"] : nil, object["_embedded"]?["roledefinitions"]].lazy.compactMap { $0 }.first {
      $0.node.kind == .array
    }
    var held = list.map { HeldList($0.node, at: $0.place.pointer, named: "") } ?? HeldList([root], otherwise: otherwise)
    if list != nil || object.has("links") {
      held.doubt =
        Envelope.saysMore(root.node)
        ? "the document says that more follow"
        : list == nil ? nil : Envelope.total(root.node)?.doubt(of: Noun.record.many, read: held.records.count)
    }
    return held
  }
}
