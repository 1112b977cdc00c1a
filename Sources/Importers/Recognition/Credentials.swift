import FactStore
import Formats

/// Finds passwords in an export, so that their owner hears of them. Their values are never read.
enum Credentials {
  /// Letters of names of keys and columns that no importer and no mapping may read.
  private static let names: Set<String> = [
    "password", "passwd", "passphrase", "passcode", "pwd", "passwordhash", "hashedpassword", "passwordsalt", "salt",
    "secret", "secretkey", "secrettext", "clientsecret", "consumersecret", "sharedsecret", "apisecret", "appsecret",
    "apikey", "accesskey", "subscriptionkey", "privatekey", "signingkey", "encryptionkey", "token", "accesstoken",
    "refreshtoken", "idtoken", "bearertoken", "authtoken", "apitoken", "sessiontoken", "sastoken", "jwt", "credential",
    "connectionstring", "adgangskode", "kodeord", "hemmelighed", "hemmelighet", "passord", "lösenord", "salasana",
  ]
  /// What a name that ends in `password` says of it instead of holding it.
  private static let statements = ["has", "is", "must", "require", "force", "forgot", "change", "reset"]

  /// Whether a key or column holds credentials by its name: case, signs and a plural aside (`api_key`, `Client-Secret`,
  /// `tokens`, `userPassword`).
  static func areNamed(_ name: String) -> Bool {
    let letters = name.lowercased().filter { $0.isLetter || $0.isNumber }
    if names.contains(letters) || letters.hasSuffix("s") && names.contains(String(letters.dropLast())) { return true }
    return !statements.contains(where: letters.hasPrefix)
      && ["password", "passwordhash", "clientsecret", "apikey", "accesstoken", "connectionstring"].contains(
        where: letters.hasSuffix)
  }

  /// Where the first ones stand, under which name, and how many records have some.
  struct Found {
    var place: Place
    var name: String
    var records: Int
  }

  /// The place of the first one that holds something, and how many records hold one; `nil` when there is none.
  static func find(in json: JSONRecords) -> Found? {
    var first: Found?
    var count = 0
    for record in json.records {
      guard case .success(let node) = record.node,
        let place = find(in: node, pointer: json.shape == .object ? "" : "/\(record.index)")
      else { continue }
      count += 1
      if first == nil { first = Found(place: place.place, name: place.name, records: 1) }
    }
    first?.records = count
    return first
  }

  private static func find(in node: JSONNode, pointer: String) -> (place: Place, name: String)? {
    for (key, value) in node.members {
      if areNamed(key), holdsSomething(value) {
        return (Place(line: value.line, pointer: pointer + "/" + key), key)
      }
      if value.count > 0, let place = find(in: value, pointer: pointer + "/" + key) { return place }
    }
    for (index, element) in node.elements.enumerated() where element.count > 0 {
      if let place = find(in: element, pointer: pointer + "/\(index)") { return place }
    }
    return nil
  }

  private static func holdsSomething(_ value: JSONNode) -> Bool {
    switch value.kind {
    case .null, .bool: false
    case .string: value.withTextBytes { !$0.isEmpty } == true
    case .array, .object: value.count > 0
    default: true
    }
  }

  /// The same for a table.
  static func find(in table: TableInput) -> Found? {
    let columns = table.header.indices.filter { areNamed(table.header[$0]) }
    guard !columns.isEmpty else { return nil }
    let rows = table.rows.filter { row in columns.contains { !row.trimmed($0).isEmpty } }
    let name = TableInput.trim(table.header[columns[0]])
    return rows.first.map { Found(place: Place(line: $0.line, pointer: name), name: name, records: rows.count) }
  }

  /// How the message about them begins.
  static let finding = "contains credentials"

  /// What the report says of them.
  static func problem(_ found: Found) -> SourceReport.Problem {
    SourceReport.Problem(
      line: found.place.line, pointer: found.place.pointer,
      message: "\(finding) (`\(found.name.prefix(60))`) in \(found.records) "
        + "record\(found.records == 1 ? "" : "s"); dropped; delete this export and make one without them")
  }
}
