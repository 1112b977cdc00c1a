import FactStore
import Formats
import ImportCore
import Localization

/// What exports of RabbitMQ tell each other: names are those of one cluster, and most exports do not say of which.
struct RabbitMQSurvey: SurveyPart {
  /// Words of the configuration that are tried as passwords.
  var triedWords: [String] = []
  private var names: [String?: Set<String>] = [:]
  private var allNames: Set<String> = []
  private var organisations: Set<String> = []
  private var whole: Set<Whole> = []
  /// Lists of one virtual host that were loaded, where the virtual host is known.
  private var partsOfLists: Set<Part> = []
  private var vhosts: [ClusterSource: Set<ExactText>] = [:]
  private var tags: [ExactText: [(source: ClusterSource, tags: Set<String>)]] = [:]
  private var exchanges: [ExactText: [Exchange]] = [:]
  private var documents = DocumentNames()
  private var descriptions: [FileID: (text: String, digest: String)] = [:]

  private struct Whole: Hashable {
    let list: DefinitionList
    let source: ClusterSource
  }

  private struct Part: Hashable {
    let list: DefinitionList
    let vhost: ExactText
    let source: ClusterSource
  }

  /// An exchange to which topics are published, or may be.
  struct Exchange: Sendable {
    let name: String
    /// `nil` where the export does not say what it is.
    let isTopic: Bool?
    let source: ClusterSource
  }

  // MARK: Clusters

  mutating func note(_ source: ClusterSource) {
    if let organisation = source.organisation { organisations.insert(organisation) }
    guard let name = source.name else { return }
    names[source.organisation, default: []].insert(name)
    allNames.insert(name)
  }

  private var isSeveral: Bool { allNames.count > 1 || organisations.count > 1 }

  /// What facts call the cluster of a document.
  func cluster(_ source: ClusterSource) -> FactWriter.Cell {
    let known = organisations.count > 1 ? names[source.organisation] ?? [] : allNames
    if organisations.count > 1, source.organisation == nil { return .unknown(Self.unplaced, .context) }
    guard let name = source.name ?? (known.count <= 1 ? known.first ?? ClusterSource.unnamed : nil) else {
      return .unknown(Self.unplaced, .context)
    }
    guard organisations.count > 1, let organisation = source.organisation else { return .text(name) }
    return .text("\(name), organisation \(organisation)")
  }

  private static let unplaced: Phrase = """
    the exports are of several clusters, and nothing says of which this one is; give each file its `organisation`
    """

  /// What facts call something of a cluster: its name, and where there are several clusters, its cluster.
  func name(_ text: String, _ source: ClusterSource) -> FactWriter.Cell {
    guard isSeveral else { return .text(text) }
    let cluster = cluster(source)
    return cluster.text.map { .text("\(text) (cluster \($0))") } ?? cluster
  }

  private func isSame(_ one: ClusterSource, _ other: ClusterSource) -> Bool {
    one == other || cluster(one).text.map { $0 == cluster(other).text } == true
  }

  // MARK: Lists

  mutating func noteWhole(_ list: DefinitionList, _ source: ClusterSource) {
    whole.insert(Whole(list: list, source: source))
  }

  mutating func notePart(_ list: DefinitionList, of vhost: String, _ source: ClusterSource) {
    partsOfLists.insert(Part(list: list, vhost: ExactText(vhost), source: source))
  }

  /// Whether a list was loaded whole for the cluster, by one export or by one for each of its virtual hosts.
  func isWhole(_ list: DefinitionList, _ source: ClusterSource) -> Bool {
    if whole.contains(where: { $0.list == list && isSame($0.source, source) }) { return true }
    guard list != .vhosts, list != .users, isWhole(.vhosts, source) else { return false }
    let loaded = Set(partsOfLists.lazy.filter { $0.list == list && isSame($0.source, source) }.map(\.vhost))
    return !loaded.isEmpty && vhosts(of: source).isSubset(of: loaded)
  }

  mutating func note(vhost: String, _ source: ClusterSource) { vhosts[source, default: []].insert(ExactText(vhost)) }

  /// The names of all virtual hosts of a cluster that are known. Of a cluster that one export is of nothing is copied.
  func vhosts(of source: ClusterSource) -> Set<ExactText> {
    let sets = vhosts.filter { isSame($0.key, source) }.map(\.value)
    return sets.dropFirst().reduce(sets.first ?? []) { $0.union($1) }
  }

  mutating func note(_ exchange: Exchange, of vhost: String) {
    exchanges[ExactText(vhost), default: []].append(exchange)
  }

  /// The exchanges of a virtual host to which topics are, or may be, published, by their names.
  func topicExchanges(of vhost: String, _ source: ClusterSource) -> [(name: String, isTopic: Bool?)] {
    var found: [ExactText: Bool?] = [:]
    for exchange in exchanges[ExactText(vhost)] ?? [] where isSame(exchange.source, source) {
      let name = ExactText(exchange.name)
      found[name] = found[name].map { $0 == exchange.isTopic ? $0 : nil } ?? .some(exchange.isTopic)
    }
    return found.filter { $0.value != false }.map { ($0.key.text, $0.value) }.sorted { $0.name < $1.name }
  }

  // MARK: Users

  mutating func note(tags new: Set<String>, of user: String, _ source: ClusterSource) {
    tags[ExactText(user), default: []].append((source, new))
  }

  /// Whether exports disagree in the tags of a user.
  func disagreesInTags(of user: String, _ source: ClusterSource) -> Bool {
    Set((tags[ExactText(user)] ?? []).lazy.filter { isSame($0.source, source) }.map(\.tags)).count > 1
  }

  // MARK: Documents

  mutating func note(document file: FileID, _ description: String, digest: String) {
    documents.note(description, digest: digest)
    descriptions[file] = (description, digest)
  }

  /// What facts call a document.
  func document(_ file: FileID) -> FactWriter.Cell {
    guard let (text, digest) = descriptions[file] else { return .unknown("the document cannot be told from others") }
    return .text(documents.name(text, digest: digest))
  }
}

/// What a document says of the cluster that it is of.
struct ClusterSource: Hashable, Sendable {
  let name: String?
  /// Of the configuration.
  let organisation: String?

  /// What a cluster is called that no export names.
  static let unnamed = "RabbitMQ"
}

extension Survey {
  var rabbitMQ: RabbitMQSurvey {
    get { self[RabbitMQSurvey.self] }
    _modify { yield &self[RabbitMQSurvey.self] }
  }
}
