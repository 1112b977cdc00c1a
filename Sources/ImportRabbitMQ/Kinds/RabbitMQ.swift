import FactStore
import ImportCore
import Localization

/// The system as its kinds, and what its documents have in common.
enum RabbitMQ {
  static let system = SourceSystem(
    [
      definitions, vhostDefinitions, storedUsers, users, listedUsers, topicPermissions, listedTopicPermissions,
      permissions,
      listedPermissions, userPermissions, parameters, listedParameters, exchanges, vhosts, listedVhosts,
    ], schemas: RabbitMQSchemas.all)

  /// The parameter with words that are tried as passwords.
  static let triedPasswords = "rabbitmq.tried_passwords"

  /// What a document says of itself. `form` is found among the marks of its records, and is a list where there is none.
  static func asDocument(_ kind: inout Kind) {
    let tell = kind.whole.tell
    let write = kind.whole.write
    kind.states = [RabbitMQSchemas.document.name, RabbitMQSchemas.cluster.name]
    kind.whole.tell = { document, survey in
      tell?(document, &survey)
      if document.entries.isEmpty || !isDefinitions(document.kind) {
        survey.rabbitMQ.note(source(document.context))
      }
      survey.rabbitMQ.note(
        document: document.file, DocumentNames.describe(document.kind.name, document.context),
        digest: survey.digests[document.file] ?? "")
    }
    kind.whole.write = { document, survey, writer, report in
      let form = form(of: document)
      writer.add(
        RabbitMQSchemas.document.name, ["document": survey.rabbitMQ.document(document.file), "form": form],
        at: Place(line: 1))
      // What could not be read may have had one, in this document and in no other.
      if !document.isWhole, document.kind.fills.contains(RabbitMQSchemas.clearPassword.name) {
        writer.addHole(
          RabbitMQSchemas.clearPassword.name,
          survey.rabbitMQ.document(document.file).known.map { ["document": $0] } ?? [:], reason: .unusable,
          text: "the document could not be read", at: Place(line: 1))
      }
      if form.isUnknown {
        writer.addHole(
          RabbitMQSchemas.cluster.name, reason: .unusable, text: "the document could not be read", at: Place(line: 1))
      }
      if !isDefinitions(document.kind) {
        writer.add(
          RabbitMQSchemas.cluster.name,
          ["cluster": survey.rabbitMQ.cluster(source(document.context)), "form": form], at: Place(line: 1))
      }
      write?(document, survey, writer, &report)
    }
  }

  static func source(_ context: SourceContext) -> ClusterSource {
    ClusterSource(name: nil, organisation: context.organisation)
  }

  private static func isDefinitions(_ kind: Kind) -> Bool {
    kind.name == definitions.name || kind.name == vhostDefinitions.name
  }

  private static func form(of document: RecordDocument) -> FactWriter.Cell {
    guard isDefinitions(document.kind) else { return .text("list") }
    let form = DefinitionForm.allCases.first { document.count(of: $0.rawValue) > 0 }
    return form.map { .text($0.rawValue) } ?? .unknown("the document could not be read")
  }
}

/// What a document of definitions is of all there is.
enum DefinitionForm: String, CaseIterable, Sendable {
  case cluster, seed
  case vhost = "virtual-host"
}
