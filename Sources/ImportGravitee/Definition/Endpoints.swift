import FactStore
import Formats
import ImportCore
import Localization

/// The backends of an API.
extension Record {
  /// Reads the endpoints; `nil` where the document has no place for them.
  mutating func addEndpoints(of api: Part, _ name: Name, secrets: inout SecretSearch) {
    guard let raw = name.raw else { return facts.lack("gravitee.endpoint", text: "which API it is of is not known") }
    var rows: [SetRow] = []
    var isSaid = false
    var groups: [Part] = []
    if let proxy = api["proxy"], proxy.isObject {
      isSaid = true
      groups = proxy["groups"]?.elements ?? []
      if proxy["endpoints"] != nil || proxy["endpoint"] != nil { groups.append(proxy) }
    }
    if let list = api["endpointGroups", "endpoint_groups"], list.isList {
      isSaid = true
      groups += list.elements
    }
    for group in groups {
      let groupName = group.place.pointer.hasSuffix("/proxy") ? nil : group["name"]?.text
      for part in [group["headers"], group["ssl"], group["sharedConfiguration"], group["http"]] {
        if let part { secrets.look(at: part, in: .endpoints) }
      }
      if let services = group["services"] {
        secrets.look(at: services, in: .services)
        if services["discovery"]?["enabled"]?.node.bool == true {
          let cell = FactWriter.Cell.unknown("the gateway discovers the endpoints of this API", .hidden)
          rows.append(row(cell, .unknown, group.place))
        }
      }
      if let address = group["endpoint"], address.text != nil {
        rows.append(row(.text("\(raw), default"), Endpoint(target: address, ssl: group["ssl"]), address.place))
      }
      for (number, endpoint) in (group["endpoints"]?.elements ?? []).enumerated() {
        secrets.look(at: endpoint, in: .endpoints)
        guard endpoint.isObject else {
          rows.append(row(refuse(endpoint.place, "an endpoint is no object"), .unknown, endpoint.place))
          continue
        }
        let own = endpoint["name"]?.text ?? "\(number + 1)"
        let label = [raw, groupName, own].compactMap { $0 }.joined(separator: ", ")
        rows.append(row(.text(label), Endpoint(endpoint, in: group), endpoint.place))
      }
    }
    if isSaid { state("gravitee.endpoint", set: rows, "api", of: name) }
  }

  private func row(_ name: FactWriter.Cell, _ endpoint: Endpoint, _ place: Place) -> SetRow {
    SetRow(
      cells: [
        "endpoint": .cell(name), "scheme": .cell(endpoint.scheme), "host": .cell(endpoint.host),
        "reach": .cell(endpoint.reach), "trusts_all": .cell(endpoint.trustsAll),
        "verifies_host": .cell(endpoint.verifiesHost),
      ], place: place)
  }
}

/// Where an endpoint leads, and how far it is verified.
struct Endpoint {
  private(set) var scheme: FactWriter.Cell
  private(set) var host: FactWriter.Cell
  private(set) var reach: FactWriter.Cell
  private(set) var trustsAll: FactWriter.Cell
  private(set) var verifiesHost: FactWriter.Cell

  private static let open = FactWriter.Cell.unknown(
    "the definition does not say where the endpoint leads", .columnAbsent)
  private static let byExpression = FactWriter.Cell.unknown("an expression decides where the endpoint leads", .hidden)
  private static let unset = FactWriter.Cell.unknown(
    "the definition does not say how certificates are verified", .columnAbsent)

  static let unknown = Endpoint(target: nil, ssl: nil)

  /// - Parameter group: what it may inherit from.
  init(_ endpoint: Part, in group: Part) {
    let inherits = endpoint["inherit", "inheritConfiguration"]?.node.bool ?? false
    let ownSSL = [endpoint["ssl"], endpoint["sharedConfigurationOverride"]?["ssl"], endpoint["configuration"]?["ssl"]]
      .compactMap { $0 }.first { $0.isObject }
    let groupSSL = [group["ssl"], group["sharedConfiguration"]?["ssl"], group["http"]?["ssl"]]
      .compactMap { $0 }.first { $0.isObject }
    let target =
      endpoint["target"] ?? endpoint["configuration"]?["target"]
      ?? (inherits ? group["sharedConfiguration"]?["target"] : nil)
    self.init(target: target, ssl: inherits ? groupSSL ?? ownSSL : ownSSL ?? groupSSL)
    if target == nil, let type = (endpoint["type"] ?? group["type"])?.text.map({ $0.lowercased() }) {
      if type == "mock" {
        (scheme, host, reach) = (.none, .none, .none)
      } else if !type.hasPrefix("http") {
        scheme = .text(type)
      }
    }
  }

  init(target: Part?, ssl: Part?) {
    (scheme, host, reach) = (Self.open, Self.open, Self.open)
    trustsAll = ssl?["trustAll", "trust_all"]?.node.bool.map { .value(.bool($0)) } ?? Self.unset
    verifiesHost = ssl?["hostnameVerifier", "hostname_verifier"]?.node.bool.map { .value(.bool($0)) } ?? Self.unset
    guard let target else { return }
    if target.isObject {
      let isSecured = target["secured"]?.node.bool
      scheme = isSecured.map { .text($0 ? "tls" : "tcp") } ?? Self.open
      setHost(target["host"]?.text)
    } else if let text = target.text {
      read(text)
    }
  }

  private mutating func read(_ text: String) {
    guard let range = text.firstRange(of: "://") else {
      if GraviteeText.isExpression(text) {
        (scheme, host, reach) = (Self.byExpression, Self.byExpression, Self.byExpression)
      }
      return
    }
    let before = text[..<range.lowerBound].lowercased()
    scheme = GraviteeText.isExpression(before) ? Self.byExpression : .text(before)
    var authority = text[range.upperBound...].prefix { !"/?#".contains($0) || text.contains("{#") && $0 == "#" }
    if GraviteeText.isExpression(String(authority)) {
      (host, reach) = (Self.byExpression, Self.byExpression)
      return
    }
    if let at = authority.lastIndex(of: "@") { authority = authority[authority.index(after: at)...] }
    if authority.first == "[" {
      setHost(String(authority.dropFirst().prefix { $0 != "]" }))
    } else {
      setHost(String(authority.prefix { $0 != ":" }))
    }
  }

  private mutating func setHost(_ name: String?) {
    guard let name = name?.lowercased(), !name.isEmpty else { return }
    if GraviteeText.isExpression(name) {
      (host, reach) = (Self.byExpression, Self.byExpression)
      return
    }
    host = .text(name)
    reach = .text(Self.reach(of: name))
  }

  static func reach(of host: String) -> String {
    if host == "localhost" || host.hasSuffix(".localhost") || host == "::1" || host.hasPrefix("127.") { return "local" }
    let parts = host.split(separator: ".").map { Int($0) }
    if parts.count == 4, parts.allSatisfy({ $0 != nil }) {
      let (first, second) = (parts[0]!, parts[1]!)
      let isPrivate =
        first == 10 || first == 172 && (16...31).contains(second) || first == 192 && second == 168
        || first == 169 && second == 254 || first == 100 && (64...127).contains(second)
      return isPrivate ? "private" : "public"
    }
    if host.contains(":") { return ["fc", "fd", "fe8"].contains(where: host.hasPrefix) ? "private" : "public" }
    let inside = [".local", ".svc", ".internal", ".consul", ".cluster"]
    return !host.contains(".") || inside.contains(where: host.hasSuffix) ? "cluster" : "public"
  }
}
