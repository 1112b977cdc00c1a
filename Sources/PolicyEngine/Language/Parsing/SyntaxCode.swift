/// Every code that reading a text can give. Codes are stable: documentation and tests name them.
///
/// The checks have codes of their own; together they are all that a policy author can meet.
public enum SyntaxCode: String, CaseIterable, Sendable {
  // Characters
  case invalidUTF8 = "invalid-utf8"
  case hiddenCharacter = "hidden-character"
  case unexpectedCharacter = "unexpected-character"

  // Texts and numbers
  case unterminatedString = "unterminated-string"
  case badEscape = "bad-escape"
  case badNumber = "bad-number"
  case numberTooLarge = "number-too-large"
  case badDate = "bad-date"

  // Anywhere
  case unexpectedToken = "unexpected-token"
  case unexpectedEnd = "unexpected-end"
  case unknownKeyword = "unknown-keyword"
  case undottedName = "undotted-name"
  case unclosedBrace = "unclosed-brace"
  case nestingTooDeep = "nesting-too-deep"
  case tooManyErrors = "too-many-errors"
  case tooLong = "too-long"
  case strayDocumentation = "stray-documentation"

  // Items
  case missingIf = "missing-if"
  case clauseOutsidePolicy = "clause-outside-policy"
  case badReference = "bad-reference"
  case parameterValue = "parameter-value"
  case emptyRange = "empty-range"

  // Bodies
  case missingComma = "missing-comma"
  case trailingComma = "trailing-comma"
  case positionalArgument = "positional-argument"
  case reservedWord = "reserved-word"
  case wildcardAsValue = "wildcard-as-value"
  case atomAsValue = "atom-as-value"
  case chainedComparison = "chained-comparison"
  case notWithoutBraces = "not-without-braces"
  case orWithoutParentheses = "or-without-parentheses"
  case groupWithoutOr = "group-without-or"
  case aggregateVariables = "aggregate-variables"

  // Policies
  case badPolicyName = "bad-policy-name"
  case duplicateLanguage = "duplicate-language"
  case missingLanguage = "missing-language"
  case misplacedPer = "misplaced-per"
  case givenAfterExpect = "given-after-expect"
  case missingExpect = "missing-expect"
}
