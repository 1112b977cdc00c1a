import Localization

/// How the text of a file is encoded.
public enum TextEncoding: Sendable, Hashable, CaseIterable {
  case utf8
  case utf8WithMark
  case utf16LittleEndian
  case utf16BigEndian
  case windows1252

  /// The name for messages.
  public var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf8WithMark: "UTF-8 with a byte-order mark"
    case .utf16LittleEndian: "UTF-16LE"
    case .utf16BigEndian: "UTF-16BE"
    case .windows1252: "Windows-1252"
    }
  }

  /// The name as people say it.
  package var phrase: Phrase { self == .utf8WithMark ? "UTF-8 with a byte-order mark" : "\(name)" }
}
