import FactStore
import ImportCore
import Localization

/// Kinds of documents that define an API.
extension Gravitee {
  private static let plansFills = ["gravitee.plan"] + Record.planRelations
  private static let definitionFills =
    ["gravitee.api", "gravitee.definition", "gravitee.logging"] + Record.apiSets + plansFills

  static let exports = Kind(
    "gravitee.api-export", noun: Noun("definition"),
    fills: definitionFills + Record.peopleSets + [
      "gravitee.api_owner", "gravitee.user", "gravitee.group", "gravitee.role",
    ]
  ) { $0.readExport(.export) }
  .with { kind in
    kind.extent = .answer
    kind.limits = ["plans that are closed, which no export has", "members by way of a group"]
  }

  static let templates = Kind(
    "gravitee.template", noun: Noun("definition"),
    fills: ["gravitee.template", "gravitee.definition", "gravitee.logging"] + Record.apiSets + plansFills
  ) { $0.readExport(.template) }
  .with { kind in
    kind.extent = .answer
    kind.lacks = { context in
      context.kind == nil
        ? [
          Phrase(
            """
            taken for a template, since it names no people; if it is the export of an API, name it \
            `gravitee.api-export` in `tilsyn.yaml`
            """)
        ] : []
    }
  }

  static let definitions = Kind("gravitee.definition", noun: Noun("definition"), fills: definitionFills) {
    $0.readExport(.definition)
  }
  .with { kind in
    kind.extent = .answer
    kind.limits = [
      "who owns the API and who may change it: definitions for gateways, Kubernetes and automation name nobody"
    ]
  }
}
