internal import CSimdjson
import Localization

/// The problems that a JSON text can have.
enum JSONProblem {
  /// The problem for an error of the parser.
  static func make(code: Int, line: Int, pointer: String) -> FormatProblem {
    let (name, message, help) = text(code, pointer: pointer)
    return FormatProblem(code: name, message: message, line: line, pointer: pointer, help: help)
  }

  private static func text(_ code: Int, pointer: String) -> (code: String, message: Phrase, help: Phrase) {
    let syntax = "json-syntax"
    switch code {
    case SJ_ERROR_EMPTY:
      return (syntax, "a value is missing", "remove the extra comma, or export again")
    case SJ_ERROR_UTF8:
      return ("invalid-utf8", "the text is not valid UTF-8", "export the file again as UTF-8")
    case SJ_ERROR_UNCLOSED_STRING:
      return (syntax, "a string does not end", "")
    case SJ_ERROR_CONTROL_CHARACTER:
      return (syntax, "a string holds a raw line break or control character", "write it as an escape, as in `\\n`")
    case SJ_ERROR_ESCAPE:
      return (syntax, "an escape in a string is not valid JSON", "")
    case SJ_ERROR_NUMBER:
      return (syntax, "a number is not valid JSON", "")
    case SJ_ERROR_EXPECTED_VALUE:
      return (syntax, "expected a value", "JSON has no comments, no `NaN`, and strings stand in double quotes")
    case SJ_ERROR_EXPECTED_KEY:
      return (syntax, "expected a key in double quotes", "JSON has no comments and no comma before `}`")
    case SJ_ERROR_EXPECTED_COLON:
      return (syntax, "expected `:` after a key", "")
    case SJ_ERROR_EXPECTED_COMMA_OR_BRACE:
      return (syntax, "expected `,` or `}`", "")
    case SJ_ERROR_EXPECTED_COMMA_OR_BRACKET:
      return (syntax, "expected `,` or `]`", "")
    case SJ_ERROR_INCOMPLETE:
      return (syntax, "the record ends too early", "")
    case SJ_ERROR_TRAILING:
      return (syntax, "there is more text after the end of the record", "put a comma or a line break between records")
    case SJ_ERROR_DEPTH:
      return (
        "json-too-deep", "values are nested more than \(FormatLimits.jsonDepth) deep",
        "no supported export is nested that deep; check where the file comes from"
      )
    case SJ_ERROR_DUPLICATE_KEY:
      let key = pointer.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init) ?? ""
      return (
        "json-duplicate-key", "the key `\(ForeignText.name(unescaped(key)))` occurs twice in one object",
        "programs disagree on which of the two counts; correct the export"
      )
    case SJ_ERROR_LIMIT:
      return ("json-too-large", "the record has more than \(FormatLimits.streamedNodes) values", "split it")
    case SJ_ERROR_SIZE:
      return ("json-too-large", "the record is larger than 4 GiB", "split the file")
    default:
      return ("json-memory", "there was not enough memory for the record", "split the file")
    }
  }

  /// The name in a segment of a JSON pointer.
  private static func unescaped(_ segment: String) -> String {
    var name = ""
    var isEscape = false
    for character in segment {
      if isEscape {
        name.append(character == "1" ? "/" : "~")
        isEscape = false
      } else if character == "~" {
        isEscape = true
      } else {
        name.append(character)
      }
    }
    return name
  }
}
