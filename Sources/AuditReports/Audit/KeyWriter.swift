import Audit

/// Writes keys of findings: `type` and `id` for one of one name; of several, both are joined by `,` (as in rows) and `keys` has
/// them apart.
struct KeyWriter {
  private var type = RepeatedText()
  private var name = RepeatedText()

  mutating func write(_ keys: [Finding.Key], into json: inout JSONWriter) {
    if keys.count == 1 { writeSingle(keys[0], into: &json) } else { writeSeveral(keys, into: &json) }
  }

  /// The value stands in three places.
  private mutating func writeSingle(_ key: Finding.Key, into json: inout JSONWriter) {
    let value = json.quoted(key.value)
    json.object { json in
      json.key("type")
      type.write(key.type, into: &json)
      json.key("id")
      json.value(quoted: value)
      json.key("label")
      json.value(quoted: value)
      json.key("keys")
      json.array { json in
        json.object { json in
          json.key("name")
          name.write(key.name, into: &json)
          json.key("type")
          type.write(key.type, into: &json)
          json.key("value")
          json.value(quoted: value)
        }
      }
    }
  }

  private func writeSeveral(_ keys: [Finding.Key], into json: inout JSONWriter) {
    json.object { json in
      json.member("type", keys.map(\.type).joined(separator: ","))
      json.member("id", RowsReport.key(keys))
      json.member("label", keys.map(\.value).joined(separator: ", "))
      json.key("keys")
      json.array { json in
        for key in keys {
          json.object { json in
            json.member("name", key.name)
            json.member("type", key.type)
            json.member("value", key.value)
          }
        }
      }
    }
  }
}
