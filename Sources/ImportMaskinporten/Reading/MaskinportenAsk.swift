import FactStore
import Formats
import ImportCore

/// What an answer was asked for, as the configuration or the address of a recorded answer says it: the answer does not repeat it.
struct MaskinportenAsk: Sendable {
  private let context: SourceContext
  /// The address without what precedes its path, and what is asked for in it.
  private let path: [String]
  private let asked: [(name: String, value: String)]

  init(_ context: SourceContext) {
    self.context = context
    let words = context.query?.split(whereSeparator: { $0.isWhitespace || "\"'`".contains($0) }) ?? []
    let address = words.last { $0.contains("/") } ?? ""
    let sides = address.split(separator: "?", maxSplits: 1)
    path = sides.first?.split(separator: "/").map { PercentEncoding.decoded($0) } ?? []
    asked =
      sides.count < 2
      ? []
      : sides[1].split(separator: "&").map { pair in
        let parts = pair.split(separator: "=", maxSplits: 1).map { PercentEncoding.decoded($0, plusIsBlank: true) }
        return (parts.first?.lowercased() ?? "", parts.count == 2 ? parts[1] : "")
      }
  }

  private func value(_ name: String) -> String? { asked.first { $0.name == name }?.value }

  /// Which of the two registers answered, as far as something says so.
  enum Register: Hashable, Sendable {
    case said(String)
    /// The host of a recorded address is that of production. What is recorded of one file need not be of the others.
    case production
    case unsaid
  }

  var register: Register {
    if let said = context.environment { return Self.environments[said].map { .said($0) } ?? .unsaid }
    guard let host = path.first(where: { $0.contains(".") })?.lowercased() else { return .unsaid }
    if Self.production.contains(host) { return .production }
    let isOwn = Self.domains.contains { host.hasSuffix($0) }
    return isOwn && [".test.", "-ver", "-yt"].contains(where: host.contains) ? .said("test") : .unsaid
  }

  private static let environments = [
    "production": "production", "prod": "production", "produksjon": "production", "produktion": "production",
    "test": "test",
  ]
  private static let production: Set<String> = ["api.samarbeid.digdir.no", "integrasjon.difi.no"]
  private static let domains = [".digdir.no", ".difi.no", ".difi.eon.no"]

  /// The client that was asked about: `object`, or the word behind `clients` in the address; `nil` where neither says it, or
  /// both do and differ.
  var client: String? {
    let named = path.indices.first { path[$0].lowercased() == "clients" && path.indices.contains($0 + 1) }
      .map { Self.clientName(path[$0 + 1]) }
    // What a recording does not show of an address, and what nobody has filled in.
    let asked = named.flatMap { $0.contains { "…{}".contains($0) } ? nil : $0 }
    guard let object = context.object, let asked, object != asked else { return context.object ?? asked }
    return nil
  }

  /// Ids are compared as uuids where they are such.
  static func clientName(_ text: String) -> String { NormalForm.uuid.read(text) ?? text }

  /// The scope whose accesses were asked for.
  var scope: String? { value("scope").flatMap { $0.isEmpty || $0 == "…" ? nil : $0 } }

  /// Whether inactive ones were asked for as well; `nil` where nothing says what was asked.
  var hasInactive: Bool? {
    guard let query = context.query else { return nil }
    // A recording does not show with what.
    return value("inactive").map { $0.lowercased() != "false" } ?? query.lowercased().contains("inactive=true")
  }

  /// Whether everybody's scopes were asked for, or everything that was given to whoever asked.
  var isOfAll: Bool { path.last == "all" }

  var day: CalendarDate? { context.extractedAt.flatMap { CalendarDate($0) } }
}
