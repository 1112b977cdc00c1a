/// One word, number, text or sign of a policy file.
struct Token {
  enum Kind: UInt8 {
    /// A name without a dot, or a keyword: which one it is depends on where it stands.
    case word
    /// Names joined by dots, without white space.
    case dotted
    case int, date, string
    case leftParenthesis, rightParenthesis, leftBrace, rightBrace
    case comma, colon, question, range
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
    case plus, minus, star
    /// Something that the lexer has already reported.
    case error
    case end
  }

  var kind: Kind
  /// Bytes of the file.
  var start: Int
  var end: Int
  /// A name, the digits of a number, or what a string means; empty for signs.
  var text: String
  /// Bytes between the start of the line and the token.
  var indent: Int
  var isFirstOnLine: Bool
}

/// A `//` comment or a line of `///` documentation.
struct Comment {
  var start: Int
  var end: Int
  /// Without the slashes, one space after them, and white space at the end.
  var text: String
  var isDocumentation: Bool
  /// Whether an item has taken this line as its documentation.
  var isAttached = false
  var isFirstOnLine: Bool
}
