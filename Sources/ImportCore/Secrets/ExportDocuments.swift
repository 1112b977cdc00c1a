import FactStore
import Localization

/// The loaded documents themselves, of whichever system, and the secrets that stand in them, as facts that policies can ask for.
enum ExportDocuments {
  private static let documentColumn = ColumnSchema(
    "document", .entity("export.document"),
    doc: "its kind, and the organisation, user and object that it was said to be of; where several are alike, a digest")
  private static let places: [ColumnSchema] = [
    documentColumn,
    ColumnSchema(
      "place", .text, doc: "line and place within the document, `12:/0/password`; `*` for what cannot be shown"),
    ColumnSchema("name", .text, doc: "key or title under which it stands, where it can be shown"),
    ColumnSchema("kind", .text, values: Secret.Kind.allCases.map(\.rawValue), doc: "what it is of"),
  ]

  static let document = RelationSchema(
    "export.document",
    doc: """
      A document that was loaded or could not be used, of whichever system; what is passed over as no export is none. \
      One that nobody recognises is of the system `unrecognised`.
      """,
    obtain: "no export: it is so of whatever is loaded",
    columns: [
      documentColumn, ColumnSchema("system", .text, doc: "the word before the dot of its kind: `kitos`, `dfo`"),
      ColumnSchema("kind", .text, doc: "as `tilsyn.yaml` names it"),
      ColumnSchema("path", .text, doc: "path of the file, as reports show it"),
    ], lost: .nothing)

  static let secret = RelationSchema(
    "export.secret",
    doc: """
      A secret that a document holds: where it stands, what it is, and how long, as a range. The value was dropped while it was read. \
      A `certificate` is no secret, and is named as what stands where one might.
      """,
    obtain: "no export: every document that is loaded is searched",
    columns: places + [
      ColumnSchema("length", .text, values: Secret.lengthClasses, doc: "how many characters, as a range")
    ], lost: .nothing)

  static let placeholder = RelationSchema(
    "export.placeholder",
    doc: "A place of a document where a secret is filled in when it is used: `${PASSWORD}`.",
    obtain: "no export: every document that is loaded is searched", columns: places, lost: .nothing)

  static let relations = [document, secret, placeholder]
  static let system = LoadedSystems.system(of: document.name)

  /// The kind of a document that nobody recognises, and its system.
  private static let unrecognised = "unrecognised"
  private static let noDocuments: Set<String> = [
    SourceReport.ignoredKind, SourceReport.resultKind, SourceReport.configurationKind, SourceReport.archiveKind,
  ]

  /// Whether a file is a document, and neither passed over nor one that steers the program.
  static func isDocument(_ file: LoadedDocument) -> Bool { file.report.kind.map { !noDocuments.contains($0) } ?? true }

  /// Writes the facts of each document by its own writer, and what is expected and did not come as holes.
  static func write(
    _ all: [LoadedDocument], to writers: [FactWriter], expected: [Configuration.Expectation], rest: FactWriter
  ) {
    var names = DocumentNames()
    var documents: [(index: Int, kind: String, description: String)] = []
    for (index, document) in all.enumerated() {
      guard isDocument(document) else { continue }
      let kind = document.report.kind ?? unrecognised
      let description = DocumentNames.describe(kind, document.context)
      names.note(description, digest: document.report.sha256)
      documents.append((index, kind, description))
    }
    for (index, kind, description) in documents {
      let name = names.name(description, digest: all[index].report.sha256)
      write(all[index], kind, named: name, to: writers[index])
    }
    // That these are all, the program knows itself.
    for relation in relations { rest.cover(relation.name, grade: .counted) }
    let read = Set(all.compactMap(\.report.kind))
    for expectation in expected where !read.contains(expectation.kind) {
      let name: Phrase = "`\(expectation.kind)`"
      rest.addHole(
        document.name,
        ["system": .text(LoadedSystems.system(of: expectation.kind)), "kind": .text(expectation.kind)],
        reason: .expected,
        text: "\(name) is expected (line \(expectation.line)) and was not read")
    }
  }

  private static func write(_ file: LoadedDocument, _ kind: String, named name: String, to writer: FactWriter) {
    let start = Place(line: 1)
    let document = FactWriter.Cell.text(name)
    for relation in relations { writer.cover(relation.name, grade: .counted) }
    writer.add(
      self.document.name,
      [
        "document": document, "system": .text(LoadedSystems.system(of: kind)), "kind": .text(kind),
        "path": .text(file.report.path),
      ], at: start)
    for found in file.secrets.secrets {
      writer.add(secret.name, cells(document, found).merging(["length": .text(found.length)]) { $1 }, at: found.place)
    }
    for found in file.secrets.placeholders { writer.add(placeholder.name, cells(document, found), at: found.place) }
    if file.secrets.hasMore {
      writer.addHole(
        secret.name, ["document": .text(name)], reason: .collapsed,
        text: "more than \(SecretSearch.mostPlaces) places of the document hold secrets; these are told", at: start)
    }
    guard !file.isSearched else { return }
    for relation in [secret, placeholder] {
      writer.addHole(
        relation.name, ["document": .text(name)], reason: .unusable,
        text: "some of the document could not be read, and may hold secrets", at: start)
    }
  }

  private static func cells(_ document: FactWriter.Cell, _ secret: Secret) -> [String: FactWriter.Cell] {
    let place = secret.place
    return [
      "document": document, "place": .text(place.pointer.isEmpty ? "\(place.line)" : "\(place.line):\(place.pointer)"),
      "name": .text(secret.name), "kind": .text(secret.kind.rawValue),
    ]
  }
}
