import Localization

/// What the parser of the command line says is wrong, in English and in our form: known by its words, so that it can be said in
/// other languages.
struct ParserMessage {
  let text: String

  init(_ text: String) { self.text = text }

  /// What it says; where it is none of those that are met first, in the words of the parser.
  var phrase: Phrase {
    if let found = text.wholeMatch(of: #/missing expected argument `(.*)`/#) {
      return "missing expected argument `\(String(found.1))`"
    }
    if let found = text.wholeMatch(of: #/missing value for `(.*)`/#) {
      return "missing value for `\(String(found.1))`"
    }
    if let found = text.wholeMatch(of: #/unknown option `(.*)`/#) { return "unknown option `\(String(found.1))`" }
    if let found = text.wholeMatch(of: #/unexpected argument `(.*)`/#) {
      return "unexpected argument `\(String(found.1))`"
    }
    if let found = text.wholeMatch(of: #/(\d+) unexpected arguments: (`.*`)/#) {
      return "\(String(found.1)) unexpected arguments: \(String(found.2))"
    }
    if let found = text.wholeMatch(of: #/the value `(.*)` is invalid for `(.*)`/#) {
      return "the value `\(String(found.1))` is invalid for `\(String(found.2))`"
    }
    if let found = text.wholeMatch(of: #/the option `(.*)` does not take any value, but `(.*)` was specified/#) {
      return "the option `\(String(found.1))` does not take any value, but `\(String(found.2))` was specified"
    }
    return "\(text)"
  }

  /// What to write instead: `` one of `text` and `json` ``.
  static func provide(_ values: String) -> Phrase {
    guard let found = values.wholeMatch(of: #/one of (`[^`]*`) and (`[^`]*`)/#) else { return "provide \(values)" }
    return "provide one of \(String(found.1)) and \(String(found.2))"
  }
}
