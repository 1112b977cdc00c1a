import FactStore

/// A point in time as ISO 8601 writes it: `2026-11-20T08:15:00Z`, also with a fraction, which is dropped, or an offset.
///
/// Without a zone it is refused: which hour is meant then depends on the reader.
package enum InstantReader {
  /// Seconds since 1970-01-01T00:00:00Z; `nil` when the text is no such time.
  package static func read(_ text: String) -> Int64? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
      let date = CalendarDate(String(decoding: bytes[..<10], as: UTF8.self)), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"), let hour = number(bytes[11..<13]), let minute = number(bytes[14..<16]),
      let second = number(bytes[17..<19]), hour < 24, minute < 60, second < 60
    else { return nil }
    var at = 19
    if bytes[at] == UInt8(ascii: ".") {
      at += 1
      let start = at
      while at < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[at]) { at += 1 }
      guard at > start else { return nil }
    }
    guard at < bytes.count, let offset = offset(bytes[at...]) else { return nil }
    return Int64(date.days) * 86_400 + Int64(hour * 3600 + minute * 60 + second) - offset
  }

  /// Seconds east of UTC.
  private static func offset(_ bytes: ArraySlice<UInt8>) -> Int64? {
    if bytes.elementsEqual("Z".utf8) { return 0 }
    let at = bytes.startIndex
    // As databases write whole hours: `+01`.
    if bytes.count == 3 { return offset(bytes + Array(":00".utf8)) }
    guard bytes.count == 6, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-"),
      bytes[at + 3] == UInt8(ascii: ":"), let hours = number(bytes[(at + 1)..<(at + 3)]),
      let minutes = number(bytes[(at + 4)...]), hours < 24, minutes < 60
    else { return nil }
    let seconds = Int64(hours * 3600 + minutes * 60)
    return bytes[at] == UInt8(ascii: "-") ? -seconds : seconds
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value
  }
}
