import FactStore
import Formats
import ImportCore
import Localization

/// A user, its tags and its password, of which only what was found out is kept.
extension Record {
  /// - Parameter key: where its name stands: `name`, or `user` in what the command lists.
  mutating func readUser(_ item: Item, key: String = "name") {
    let name = name(key, of: item)
    let user = item.name(name)
    let known = ["user": user, "cluster": item.cluster]
    facts.add(RabbitMQSchemas.user.name, naming: known.merging(["name": .cell(name)]) { $1 }, at: item.place)
    readTags(item, name, known)
    readPassword(item, name, known)
    readPermissions(of: name, item)
  }

  // MARK: Tags

  private mutating func readTags(_ item: Item, _ name: FactWriter.Cell, _ known: [String: Facts.Cell]) {
    let relation = RabbitMQSchemas.tag
    var tags: Set<String> = []
    var isWhole = true
    func lost(_ record: inout Record, _ cell: FactWriter.Cell, at place: Place) {
      isWhole = false
      record.lack([relation], known, cell, at: place)
    }
    // Very old exports say nothing but this.
    if let old = item.node["administrator"] {
      if old.bool == true { tags.insert("administrator") }
      if old.bool == nil {
        lost(&self, refuse(item.place("administrator"), "`administrator` is neither true nor false"), at: item.place)
      }
    }
    let place = item.place("tags")
    switch item.node["tags"] {
    case nil where item.node["administrator"] == nil:
      lost(&self, .unknown("the user has no `tags`", .columnAbsent), at: item.place)
    case nil: break
    case let value? where value.kind == .array:
      for element in value.elements {
        if let tag = element.string, !Self.isPlaceholder(tag) {
          // The server takes blanks away from both forms.
          let tag = TableInput.trim(tag)
          if !tag.isEmpty { tags.insert(tag) }
        } else {
          lost(&self, refuse(place, "`tags` holds something that is no tag"), at: place)
        }
      }
    case let value?:
      guard let text = value.string, !Self.isPlaceholder(text) else {
        lost(&self, refuse(place, "`tags` is neither a list nor a text"), at: place)
        break
      }
      tags.formUnion(text.split(separator: ",").map { TableInput.trim(String($0)) }.filter { !$0.isEmpty })
    }
    for tag in tags.sorted() {
      let named: FactWriter.Cell = name.text.map { .text("\($0) as \(tag)") } ?? name
      facts.add(
        relation.name, naming: known.merging(["tag": .text(tag), "named": .cell(named)]) { $1 }, at: place)
    }
    compare(tags, isWhole, of: name, item, known)
  }

  /// Exports that disagree in the tags of a user leave them open: a user without a tag leaves no row behind.
  private mutating func compare(
    _ tags: Set<String>, _ isWhole: Bool, of name: FactWriter.Cell, _ item: Item, _ known: [String: Facts.Cell]
  ) {
    guard isWhole, let user = name.text else { return }
    let (source, place) = (item.source, item.place)
    facts.tell { $0.rabbitMQ.note(tags: tags, of: user, source) }
    facts.conclude { survey, writer in
      guard survey.rabbitMQ.disagreesInTags(of: user, source) else { return }
      writer.addHole(
        RabbitMQSchemas.tag.name, known.compactMapValues { $0.settled(survey).known }, reason: .conflict,
        text: "exports disagree in the tags of this user", at: place)
    }
  }

  // MARK: Passwords

  private mutating func readPassword(_ item: Item, _ name: FactWriter.Cell, _ known: [String: Facts.Cell]) {
    let isClear = readClearPassword(item, known["user"]!)
    let place = item.place("password_hash")
    let hashed = hash(of: item)
    switch hashed {
    case .hash(let text):
      addLogin("password", known, at: place)
      facts.add(RabbitMQSchemas.hash.name, naming: known, at: place)
      let hash = PasswordHash(text, algorithm(of: item), version: item.document.version)
      let algorithm: FactWriter.Cell =
        hash.algorithm.map { .text($0.rawValue) }
        ?? .unknown("with what the hash was made is not known, or it is none")
      facts.add(
        RabbitMQSchemas.algorithm.name, naming: known.merging(["algorithm": .cell(algorithm)]) { $1 }, at: place)
      guess(hash, of: name, item, known)
    case .none:
      if isClear != nil {
        addLogin(isClear == true ? "password" : nil, known, at: item.place)
      } else {
        addLogin("none", known, at: item.place)
      }
    case .unknown(let cell):
      if isClear == true {
        addLogin("password", known, at: item.place)
      } else {
        lack([RabbitMQSchemas.login], known, cell, at: item.place)
      }
      lack(
        [RabbitMQSchemas.hash, RabbitMQSchemas.algorithm, RabbitMQSchemas.tried, RabbitMQSchemas.guessed], known, cell,
        at: item.place)
    }
  }

  private mutating func addLogin(_ way: String?, _ known: [String: Facts.Cell], at place: Place) {
    let cell: Facts.Cell =
      way.map { .text($0) } ?? .unknown("the password is a placeholder that something else fills in")
    facts.add(RabbitMQSchemas.login.name, naming: known.merging(["way": cell]) { $1 }, at: place)
  }

  /// What an export has where the hash of a password is.
  private enum Hashed {
    case hash(String)
    case none
    case unknown(FactWriter.Cell)
  }

  private mutating func hash(of item: Item) -> Hashed {
    guard let value = item.node["password_hash"] else {
      // Only what people write leaves it out for none. From an export it was taken, or a command never had it.
      if item.document.isSeed { return .none }
      return .unknown(.unknown("the export has no hash of the password", .columnAbsent))
    }
    guard let text = value.string else {
      if value.isNull { return .unknown(.unknown("the export has no hash of the password")) }
      return .unknown(refuse(item.place("password_hash"), "`password_hash` is no text"))
    }
    if Self.isPlaceholder(text) {
      return .unknown(.unknown("the hash is a placeholder that something else fills in"))
    }
    return text.isEmpty ? .none : .hash(text)
  }

  /// What stands in `hashing_algorithm`. RabbitMQ writes `undefined` for users from before there was a choice.
  private func algorithm(of item: Item) -> PasswordHash.Named {
    guard let value = item.node["hashing_algorithm"], !value.isNull else { return .unnamed }
    guard let text = value.string else { return .other }
    switch text.lowercased() {
    case "rabbit_password_hashing_md5", "md5", "undefined": return .named(.md5)
    case "rabbit_password_hashing_sha256", "sha256": return .named(.sha256)
    case "rabbit_password_hashing_sha512", "sha512": return .named(.sha512)
    case "": return .unnamed
    default: return .other
    }
  }

  /// Notes a password that stands in clear, and says whether there is one; `nil` where there is none, false for a placeholder.
  private mutating func readClearPassword(_ item: Item, _ user: Facts.Cell) -> Bool? {
    guard let value = item.node["password"], !value.isNull else { return nil }
    let text = value.string
    if text?.isEmpty == true { return nil }
    let isText = text.map { !Self.isPlaceholder($0) }
    let place = item.place("password")
    facts.conclude { survey, writer in
      let document = survey.rabbitMQ.document(writer.file)
      let relation = RabbitMQSchemas.clearPassword.name
      let cells = ["document": document, "user": user.settled(survey)]
      if isText == true { return writer.add(relation, cells, at: place) }
      writer.addHole(
        relation, cells.compactMapValues(\.known), reason: .unusable,
        text: "the password is a placeholder that something else fills in", at: place)
    }
    return isText == true
  }

  /// Tries words on a hash when it is known which virtual hosts there are; only the answer is kept.
  private mutating func guess(
    _ hash: PasswordHash, of name: FactWriter.Cell, _ item: Item, _ known: [String: Facts.Cell]
  ) {
    guard hash.mayBeTried, let user = name.text else {
      return lack(
        [RabbitMQSchemas.tried, RabbitMQSchemas.guessed], known,
        .unknown("no password can be tried on the hash: with what it was made is not known, or it is none"),
        at: item.place)
    }
    let (source, place) = (item.source, item.place("password_hash"))
    facts.conclude { survey, writer in
      let cells = known.mapValues { $0.settled(survey) }
      let guess = PasswordGuess(
        user: user, vhosts: survey.rabbitMQ.vhosts(of: source), words: survey.rabbitMQ.triedWords)
      for kind in guess.found(on: hash) {
        writer.add(RabbitMQSchemas.guessed.name, cells.merging(["as": .text(kind)]) { $1 }, at: place)
      }
      if guess.leavesOut {
        writer.addHole(
          RabbitMQSchemas.guessed.name, cells.compactMapValues(\.known), reason: .unusable,
          text: "there are more words to try than are tried", at: place)
      }
      writer.add(
        RabbitMQSchemas.tried.name, cells.merging(["count": .value(.int(Int64(guess.count)))]) { $1 }, at: place)
    }
  }
}
