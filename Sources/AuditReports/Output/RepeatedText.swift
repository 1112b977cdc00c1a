import FactStore

/// A text that mostly is the same as the last time, as the path of a file is in evidence that stands together: masked and escaped
/// when it is another.
struct RepeatedText {
  private var plain: String?
  private var quoted: [UInt8] = []

  /// Writes a text as a value.
  mutating func write(_ text: String, into json: inout JSONWriter) {
    // Bytes are compared: texts that look the same may have others.
    if plain.map({ !$0.hasBytes(of: text) }) ?? true {
      plain = text
      quoted = json.quoted(text)
    }
    json.value(quoted: quoted)
  }
}
