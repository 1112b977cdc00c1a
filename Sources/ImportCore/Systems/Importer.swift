import Budget
import FactStore
import Formats
import Localization

/// Reads the documents of one source system, and knows what they say to each other.
package protocol Importer: Sendable {
  /// The kinds of document whose records are used, as `tilsyn.yaml` and `--as` write them.
  var kinds: [String] { get }

  /// Kinds that are known and not used in this version, with what they are, for people.
  var unused: [String: Phrase] { get }

  /// The source relations that the documents fill.
  var schemas: [RelationSchema] { get }

  /// Relations that hold what somebody else publishes and changes, by what a change of them is called: `altinn.catalogue-changed`.
  var catalogues: [String: String] { get }

  /// Relations of which only one mapping may speak, with why.
  var soleRelations: [SoleRelation] { get }

  /// The relations that a document of `kind` feeds; empty for a kind of another importer.
  func relations(ofKind kind: String) -> [String]

  /// Whether documents of `kind` are tables of rows and columns.
  func readsTables(ofKind kind: String) -> Bool

  /// Whether the titles of a table of `kind` may stand below a heading, as people and reports write one.
  func mayStandUnderHeading(_ kind: String) -> Bool

  /// How lists of `kind` come; `nil` for a kind of another importer, and for one of which nothing needs to be said.
  func list(ofKind kind: String) -> ListTraits?

  /// Whether the loaded documents together may make a document of `kind` one of another kind.
  func isOpen(_ kind: String) -> Bool

  /// Relations about the documents of `kind` themselves.
  func relations(aboutKind kind: String) -> [String]

  /// How names of an entity are written, so that those of a mapping join with those of the documents; `nil`: as they are.
  func normalForm(ofEntity name: String) -> NormalForm?

  /// Whether this is a document of the system; `nil` when it is none. Looks at content only.
  func recognise(_ sample: DocumentSample) -> Recognition?

  /// The same of JSON documents that nobody uses; asked when no importer has recognised the document.
  func recogniseUnused(_ sketch: JSONSketch) -> Recognition?

  /// Reads a document of a kind of this importer.
  func read(_ input: DocumentInput, kind: String) -> any SourceDocument

  /// What the name of an archive that the system makes says of a file in it; `nil` for any other archive.
  func context(ofArchive archive: String, entry: String) -> SourceContext?

  // MARK: All documents together

  /// Begins the survey with what the configuration says.
  func begin(_ survey: inout Survey, parameters: (String) -> [String], contexts: [SourceContext])

  /// Adds what files say that mappings have read; the documents were asked before.
  func inform(_ survey: inout Survey, mapped: [MappedFacts])

  /// What is known of every row of a relation in a document of `kind` that did not come, as its context says it; `nil` where
  /// the columns `organisation`, `object` and `user` say it.
  func parties(of relation: String, kind: String, context: SourceContext) -> [String: PartyKey]?

  /// Writes what there is to say of the documents themselves, each by its own writer.
  func write(about documents: [LoadedDocument], to writers: [FactWriter])
}

extension Importer {
  package var unused: [String: Phrase] { [:] }
  package var catalogues: [String: String] { [:] }
  package var soleRelations: [SoleRelation] { [] }
  package func readsTables(ofKind kind: String) -> Bool { false }
  package func mayStandUnderHeading(_ kind: String) -> Bool { false }
  package func list(ofKind kind: String) -> ListTraits? { nil }
  package func isOpen(_ kind: String) -> Bool { false }
  package func relations(aboutKind kind: String) -> [String] { [] }
  package func normalForm(ofEntity name: String) -> NormalForm? { nil }
  package func recogniseUnused(_ sketch: JSONSketch) -> Recognition? { nil }
  package func context(ofArchive archive: String, entry: String) -> SourceContext? { nil }
  package func begin(_ survey: inout Survey, parameters: (String) -> [String], contexts: [SourceContext]) {}
  package func inform(_ survey: inout Survey, mapped: [MappedFacts]) {}
  package func parties(of relation: String, kind: String, context: SourceContext) -> [String: PartyKey]? { nil }
  package func write(about documents: [LoadedDocument], to writers: [FactWriter]) {}
}

/// A relation that two mappings cannot fill together.
package struct SoleRelation: Sendable {
  package let name: String
  package let why: String
  package let help: String

  package init(_ name: String, why: String, help: String) {
    self.name = name
    self.why = why
    self.help = help
  }
}

/// What a mapping wrote of one file.
package struct MappedFacts {
  package let relations: [String]
  package let writer: FactWriter?
}

/// A file of a run after reading, as far as it is a subject itself.
package struct LoadedDocument: Sendable {
  package let report: SourceReport
  package let context: SourceContext
  /// The secrets that were met, and dropped.
  package let secrets: SecretSearch
  /// The whole, or its end, could not be read.
  package let isDamaged: Bool

  /// All of it was looked at for secrets.
  var isSearched: Bool { secrets.isWhole || !isDamaged && !secrets.isPart }

  /// A password, its salt, or another secret that is not published was met.
  package var hasCredentials: Bool { !secrets.unpublished.isEmpty }
}

/// An importer of pages of documentation.
package protocol PageImporter: Importer {
  /// The kind of the pages.
  var pageKind: String { get }
  /// Whether a text may be such a page. Cheap: it is asked of every text.
  func mayBePage(_ text: [UInt8]) -> Bool
}

/// An importer of documents that people write as YAML, one list of entries each.
package protocol YAMLImporter: Importer {
  /// The kind that a text begins like; `nil` for any other text.
  func kind(ofYAML text: [UInt8]) -> String?
  /// The table that the entries stand for.
  func table(ofYAML text: [UInt8], kind: String, account: inout Account) -> TableInput
}

/// An importer of tables whose first row is a record: what a column is, only its place says.
package protocol RowImporter: Importer {
  /// The kinds that come so.
  var rowKinds: [String] { get }
  /// What a text is by the shape of its rows; `nil` for any other text.
  func recognise(rows text: [UInt8]) -> Recognition?
  /// The table that the rows stand for, with the titles that they lack.
  func table(ofRows text: [UInt8], kind: String, account: inout Account) -> TableInput
}
