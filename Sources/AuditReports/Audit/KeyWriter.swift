import Audit

/// Writes keys of findings: `type` and `id` for one of one name; of several, both are joined by `,` (as in rows) and `keys` has
/// them apart.
enum KeyWriter {
  /// A text that the values of keys give.
  enum Value { case id, label, key(Int) }

  static func write(_ keys: [Finding.Key], into json: inout JSONWriter) {
    write(keys, into: &json) { $1.value(text(of: $0, keys)) }
  }

  /// - Parameter write: writes a value, or leaves a gap for it.
  static func write(_ keys: [Finding.Key], into json: inout JSONWriter, _ write: (Value, inout JSONWriter) -> Void) {
    json.object { json in
      json.member("type", keys.map(\.type).joined(separator: ","))
      json.key("id")
      write(.id, &json)
      json.key("label")
      write(.label, &json)
      json.key("keys")
      json.array { json in
        for (number, key) in keys.enumerated() {
          json.object { json in
            json.member("name", key.name)
            json.member("type", key.type)
            json.key("value")
            write(.key(number), &json)
          }
        }
      }
    }
  }

  static func text(of value: Value, _ keys: [Finding.Key]) -> String {
    switch value {
    case .key(let number): keys[number].value
    case .id: keys.count == 1 ? keys[0].value : RowsReport.key(keys)
    case .label: keys.count == 1 ? keys[0].value : keys.map(\.value).joined(separator: ", ")
    }
  }
}
