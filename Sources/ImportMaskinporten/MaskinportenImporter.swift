import FactStore
import Formats
import ImportCore
import Localization

/// Reads answers of the self-service of Maskinporten and ID-porten: scopes, accesses, clients and their keys.
package struct MaskinportenImporter: SystemImporter {
  package let system = Maskinporten.system
  package let unused = MaskinportenKnown.kinds

  package init() {}

  package func recognise(_ sample: DocumentSample) -> Recognition? {
    guard case .json(let sketch) = sample, sketch.shape != .lines else { return nil }
    if sketch.shape == .object, let object = sketch.objects.first {
      let lists = MaskinportenKnown.wrappers.filter { object[$0] != nil }
      if lists.count > 1, object.count <= MaskinportenKnown.wrappers.count {
        return .unknown("several answers of Maskinporten in one file; save each answer as a file of its own")
      }
    }
    return system.recognise(sample) ?? MaskinportenKnown.recognise(sketch)
  }
}

/// The system as its kinds.
enum Maskinporten {
  /// The most particular first: an access names a scope, and an acting on behalf of others a client's address.
  static let system = SourceSystem(
    [accesses, onBehalfOf, clients, scopes, keySets, singleKeys], schemas: MaskinportenSchemas.all)

  /// An answer is whole by itself, as far as its question was. One record of a list shows that there are more.
  static func answer(
    _ name: String, _ noun: Noun, _ signs: [Sign], fills: [String], read: @escaping @Sendable (inout Record) -> Void
  ) -> Kind {
    Kind(name, noun: noun, signs: signs, fills: fills, read: read).with { kind in
      kind.extent = .answer
      kind.list.harmlessParameters = ["inactive"]
      kind.whole.tell = { document, survey in survey.maskinporten.note(document.context) }
    }
  }

  /// A list of which one record may be asked for alone, and which says whose it is; `hidden` is what it leaves out.
  static func asRegister(_ kind: inout Kind, hidden: Phrase) {
    kind.states = [MaskinportenSchemas.listOwner.name]
    kind.whole.tell = { document, survey in
      survey.maskinporten.note(document.context)
      if !document.isSingle { survey.maskinporten.noteList(document) }
    }
    kind.whole.write = { document, survey, writer, report in
      if MaskinportenAsk(document.context).hasInactive != true { report.limits.append(hidden) }
      if document.isSingle {
        guard !survey.maskinporten.hasList(document.kind.name, document.context) else { return }
        let text: Phrase = "one record, not the list of all"
        document.addHoles(writer, document.kind.relations, .page, text)
        document.note(text, &report)
      } else {
        survey.maskinporten.writeOwner(document, to: writer)
      }
    }
  }
}
