import Formats
import ImportCore

/// Numbers of organisations in records of roles.
enum OrganisationNumber {
  /// The unit's number: written, or at the end of the link to it.
  static func read(of unit: JSONView) -> UnsafeBufferPointer<UInt8>? {
    if let written = unit["organisasjonsnummer"], !written.isNull { return read(written) }
    for key in ["enhet", "self"] as [StaticString] {
      guard let link = unit["_links"]?[key]?["href"]?.bytes else { continue }
      let parts = link.split(separator: UInt8(ascii: "/"))
      if let part = parts.last(where: { $0.count == 9 && $0.allSatisfy(Self.isDigit) }) {
        return UnsafeBufferPointer(rebasing: part)
      }
    }
    return nil
  }

  static func read(_ value: JSONView?) -> UnsafeBufferPointer<UInt8>? {
    guard let bytes = value?.bytes, bytes.count == 9, bytes.allSatisfy(isDigit) else { return nil }
    return bytes
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
}
