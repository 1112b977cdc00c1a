/// Every identifier that a policy may use, for people.
public enum Identifiers {
  /// `function urn:… (string, string) gives boolean`, types first, then algorithms, then functions.
  public static var lines: [String] {
    DataType.all.map { "data type  \($0.identifier)" } + CombiningAlgorithm.all.map { "algorithm  \($0)" }
      + FunctionTable.identifiers.map { identifier in
        "function   \(identifier)  \(FunctionTable.find(identifier)?.signature ?? "")"
      }
  }
}

extension Function {
  /// `(string, bag of string) gives boolean`
  var signature: String {
    if case .higherOrder(let kind) = evaluation {
      return kind == .map ? "(function, …, bag, …) gives a bag" : "(function, …) gives boolean"
    }
    var parts = parameters.map(\.description)
    if let further { parts.append("\(further.description) …") }
    return "(\(parts.joined(separator: ", "))) gives \(result.description)"
  }
}
