/// A text that mostly is the same as the last time, as the name of a policy is in findings that stand together: masked and escaped
/// when it is another.
struct RepeatedText {
  private var plain: [UInt8]?
  private var quoted: [UInt8] = []

  /// Writes a text as a value.
  mutating func write(_ text: String, into json: inout JSONWriter) {
    var text = text
    // Bytes are compared: texts that look the same may have others.
    let isSame = text.withUTF8 { bytes in plain.map { $0.elementsEqual(bytes) } ?? false }
    if !isSame {
      plain = Array(text.utf8)
      quoted = json.quoted(text)
    }
    json.value(quoted: quoted)
  }
}
