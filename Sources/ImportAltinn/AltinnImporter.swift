import FactStore
import Formats
import ImportCore

/// Reads JSON documents of Altinn: metadata, delegations, parties, systems.
package struct AltinnImporter: Importer {
  package let kinds = AltinnKind.allCases.map(\.rawValue)
  package let unused = Dictionary(AltinnRules.known.map { ($0.kind, $0.what) }) { first, _ in first }
  package var schemas: [RelationSchema] { AltinnSchemas.all }

  package init() {}

  package func relations(ofKind kind: String) -> [String] { AltinnKind(rawValue: kind)?.relations ?? [] }

  package func readsTables(ofKind kind: String) -> Bool { AltinnKind(rawValue: kind)?.isTable == true }

  package func list(ofKind kind: String) -> ListTraits? {
    guard AltinnKind(rawValue: kind) != nil else { return nil }
    var traits = ListTraits()
    traits.isAskedOfParty = true
    return traits
  }

  package func begin(_ survey: inout Survey, parameters: (String) -> [String], contexts: [SourceContext]) {
    survey.altinn.scope = AltinnScope(own: parameters(AltinnScope.parameter), contexts: contexts)
  }

  package func parties(of relation: String, kind: String, context: SourceContext) -> [String: PartyKey]? {
    guard let kind = AltinnKind(rawValue: kind) else { return nil }
    return AltinnAsk(kind: kind, context: context).known(of: relation).compactMapValues { cell in
      if case .party(let key) = cell { key } else { nil }
    }
  }

  package func recognise(_ sample: DocumentSample) -> Recognition? {
    if case .table(let header) = sample { return AltinnOverview.kind(of: header).map { .used(kind: $0.rawValue) } }
    guard case .json(let sketch) = sample, sketch.shape == .array || sketch.shape == .object else { return nil }
    if sketch.embedded == "roledefinitions" { return .used(kind: AltinnKind.legacyRoles.rawValue) }
    var objects = sketch.objects.map { Set($0.keys.map(AltinnNode.key)) }
    // Paged answers hold their records in `data`.
    if sketch.shape == .object, let keys = objects.first, keys.contains("data"), keys.isSubset(of: ["links", "data"]) {
      guard let listed = sketch.firstListed else {
        return .unknown("an empty answer of Altinn says nothing of its kind; name it in `tilsyn.yaml` or with `--as`")
      }
      objects = [Set(listed.map(AltinnNode.key))]
    }
    for keys in objects {
      for rule in AltinnRules.used where rule.fits(keys) { return .used(kind: rule.kind) }
    }
    for keys in objects {
      for rule in AltinnRules.known where rule.fits(keys) { return .known(kind: rule.kind, what: rule.what) }
    }
    return nil
  }

  package func read(_ input: DocumentInput, kind: String) -> any SourceDocument {
    guard let kind = AltinnKind(rawValue: kind) else { preconditionFailure("\(kind) is of another importer") }
    if kind.isTable { return readTable(input, kind) }
    let list = input.jsonList(kind: kind.rawValue)
    var records = list.records.map { AltinnNode($0.node, $0.place) }
    let root = records.first
    var isEnveloped = false
    if list.isSingle, let only = records.first {
      if let data = only["data"], data.node.kind == .array, only["links"] != nil || only.node.count <= 2 {
        records = data.elements
        isEnveloped = true
      } else if let embedded = only["_embedded"]?["roledefinitions"], embedded.node.kind == .array {
        records = embedded.elements
        isEnveloped = true
      }
    }
    var reader = AltinnReader(kind: kind, context: input.context)
    reader.noteQuery()
    var problems: [[SourceReport.Problem]] = []
    for record in records {
      reader.read(record)
      problems.append(reader.rows.takeProblems())
    }
    var partial = reader.partial
    if list.isSingle, kind.isCatalogue, records.count == 1, records[0].place.pointer.isEmpty {
      partial = partial ?? "one record, not the list of all"
    }
    if list.isSingle, let root, isEnveloped || root.has("links") {
      if Envelope.saysMore(root.node) {
        partial = "the document says that more follow"
      } else if isEnveloped, let doubt = Envelope.total(root.node)?.doubt(of: "records", read: records.count) {
        partial = doubt
      }
    }
    return AltinnDocument(
      kind: kind, rows: reader.rows, problems: problems, lost: list.lost, cut: list.cut, partial: partial,
      ask: AltinnAsk(kind: kind, context: input.context), path: input.path)
  }

  private func readTable(_ input: DocumentInput, _ kind: AltinnKind) -> any SourceDocument {
    guard let table = input.table else { return DamagedDocument(input, relations: kind.relations) }
    guard let read = AltinnOverview.read(table, kind: kind) else {
      return DamagedDocument(
        input, relations: kind.relations, records: table.rows.count + table.lost.count,
        reason: "a column of the overview is missing: giver, receiver's id and type, and the code are needed")
    }
    return AltinnDocument(
      kind: kind, rows: read.rows, problems: read.problems, lost: table.lost, cut: table.cut, partial: nil,
      ask: AltinnAsk(kind: kind, context: input.context), path: input.path)
  }
}
