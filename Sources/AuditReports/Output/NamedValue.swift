/// Values of an answer with what exports call them.
enum NamedValue {
  /// `5b0c… (Borgerportal)`
  /// - Parameter names: as many as there are values, empty where there is none; or none at all.
  static func texts(_ values: [String], _ names: [String]) -> [String] {
    values.indices.map { index in
      guard names.indices.contains(index), !names[index].isEmpty else { return values[index] }
      return "\(values[index]) (\(names[index]))"
    }
  }

  /// Writes `values`, and `names` of those that have one.
  static func write(_ columns: [String], _ values: [String], _ names: [String], into json: inout JSONWriter) {
    json.key("values")
    json.object { json in
      for (column, value) in zip(columns, values) {
        json.key(given: column)
        json.value(value)
      }
    }
    json.key("names")
    json.object { json in
      for (column, name) in zip(columns, names) where !name.isEmpty {
        json.key(given: column)
        json.value(name)
      }
    }
  }
}
