/// A value of a YAML file, with its place. Every scalar is text: what `no` or `012` means is for the reader of the field.
public indirect enum YAMLNode: Sendable {
  /// A text. Not quoted and empty: the key has no value.
  case scalar(String, line: Int, column: Int, isQuoted: Bool)
  case list([YAMLNode], line: Int, column: Int)
  /// Keys in the order of the file, all distinct.
  case map([(key: YAMLKey, value: YAMLNode)], line: Int, column: Int)

  /// The line that the value starts on, from 1.
  public var line: Int {
    switch self {
    case .scalar(_, let line, _, _), .list(_, let line, _), .map(_, let line, _): line
    }
  }

  /// The column that the value starts in, from 1, in characters.
  public var column: Int {
    switch self {
    case .scalar(_, _, let column, _), .list(_, _, let column), .map(_, _, let column): column
    }
  }

  /// The text of a scalar, else nil.
  public var text: String? {
    if case .scalar(let text, _, _, _) = self { return text }
    return nil
  }

  /// The elements of a list, else nil.
  public var elements: [YAMLNode]? {
    if case .list(let elements, _, _) = self { return elements }
    return nil
  }

  /// The members of a map, else nil.
  public var members: [(key: YAMLKey, value: YAMLNode)]? {
    if case .map(let members, _, _) = self { return members }
    return nil
  }

  /// The value of a key of a map, or nil.
  public subscript(_ name: String) -> YAMLNode? { members?.first { $0.key.name == name }?.value }

  /// True for a key without a value: a scalar that is empty and not quoted.
  public var isAbsent: Bool {
    if case .scalar("", _, _, false) = self { return true }
    return false
  }
}
