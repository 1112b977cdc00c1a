/// Reads policy text. Recursive descent with two tokens of lookahead; linear in the text.
///
/// An error never stops the run: it is reported once, the parser goes on at the next clause or item, and what was
/// understood is in the program. A program with an error among its diagnostics must not be evaluated.
public struct Parser {
  /// How deep bodies, expressions and the resulting trees may nest.
  public static let depthLimit = 200
  /// Words, signs, comments and what is wrong with them, of all files together: shipped packs have a thirtieth of that.
  public static let sizeLimit = 2_000_000
  /// How many diagnostics one file may give.
  public static let diagnosticLimit = 200

  let source: SourceText
  let file: Int
  let tokens: [Token]
  /// Words, signs, comments and slips of the text.
  let size: Int
  var comments: [Comment]
  var diagnostics: [Diagnostic]
  /// Index of the current token; the last token is `end` and is never passed.
  var at = 0
  /// Index of the first comment that no item has looked at.
  var commentAt = 0
  /// Braces opened and not closed before the current token.
  var braces = 0
  /// Calls in progress that can contain themselves.
  var nesting = 0
  /// Height of the expression or body that was read last.
  var height = 0
  /// Indentation of the item before this one if it was a rule: a deeper atom is then a part of its body.
  var ruleIndent: Int?

  /// Where each item that was read starts. A fact starts before its atom, with the word `fact`.
  var itemStarts: [Int] = []

  /// The parser has reported what is wrong and wants to go on elsewhere.
  struct Failure: Error {}

  /// All files of a run. Diagnostics are in the order of files and places.
  public static func parse(_ sources: [SourceText]) -> (program: Program, diagnostics: [Diagnostic]) {
    var program = Program(sources: sources, items: [])
    var diagnostics: [Diagnostic] = []
    var room = Self.sizeLimit
    for (file, source) in sources.enumerated() {
      let parsed = parseFile(source, file: file, limit: room)
      program.items += parsed.items
      diagnostics += parsed.diagnostics
      room -= parsed.size
      // The others would say the same.
      if room < 0 { break }
    }
    return (program, diagnostics)
  }

  /// What stands in the place of a path where a question is shown.
  public static let questionPath = "question"

  /// A body alone, as `query` takes it. Spans refer to the source that is returned.
  /// - Parameter file: the number of that source among those of a program.
  public static func parseBody(
    _ text: String, file: Int = 0
  ) -> (body: [Literal], source: SourceText, diagnostics: [Diagnostic]) {
    let source = SourceText(path: questionPath, text: text)
    var parser = Parser(source, file: file)
    var body: [Literal] = []
    do {
      body = try parser.body()
      if parser.current.kind != .end {
        try parser.unexpected("`,` or the end of the question", help: "the parts of a question are joined by `,`")
      }
    } catch {}
    return (body, source, parser.finished())
  }

  /// One file, with its comments for the formatter.
  static func parseFile(
    _ source: SourceText, file: Int, limit: Int = Self.sizeLimit
  ) -> (items: [Item], starts: [Int], comments: [Comment], diagnostics: [Diagnostic], size: Int) {
    var parser = Parser(source, file: file, limit: limit)
    let items = parser.items()
    let diagnostics = parser.finished()
    return (items, parser.itemStarts, parser.comments, diagnostics, parser.size)
  }

  /// - Parameter limit: how many parts it may have; of a longer one nothing is read, and that is said.
  private init(_ source: SourceText, file: Int, limit: Int = Self.sizeLimit) {
    self.source = source
    self.file = file
    var lexer = Lexer(source, file: file, limit: limit)
    lexer.run()
    size = lexer.count
    guard !lexer.isCut else {
      let end = Token(kind: .end, start: lexer.at, end: lexer.at, text: "", indent: 0, isFirstOnLine: true)
      (tokens, comments, diagnostics) = ([end], [], [])
      report(
        .tooLong, "the policies have more than \(Self.sizeLimit) words and signs", at: span(end),
        help: "policies are a few hundred each; is that the file that you mean?")
      return
    }
    tokens = lexer.tokens
    comments = lexer.comments
    diagnostics = lexer.diagnostics
  }

  /// The diagnostics by place, no more than ``diagnosticLimit``.
  private mutating func finished() -> [Diagnostic] {
    if diagnostics.isEmpty { reportStrayDocumentation() }
    diagnostics = diagnostics.enumerated().sorted {
      ($0.element.span.start, $0.offset) < ($1.element.span.start, $1.offset)
    }.map(\.element)
    guard diagnostics.count > Self.diagnosticLimit else { return diagnostics }
    let rest = diagnostics.count - Self.diagnosticLimit
    let span = diagnostics[Self.diagnosticLimit].span
    diagnostics.removeLast(rest)
    diagnostics.append(
      Diagnostic(
        code: SyntaxCode.tooManyErrors.rawValue, message: "\(rest) more errors in this file are not shown", span: span,
        help: "check that this file is a policy file"))
    return diagnostics
  }

  private mutating func reportStrayDocumentation() {
    for comment in comments where comment.isDocumentation && !comment.isAttached {
      diagnostics.append(
        Diagnostic(
          code: SyntaxCode.strayDocumentation.rawValue, severity: .warning,
          message: "this `///` line documents nothing",
          span: Span(file: file, start: comment.start, end: comment.end),
          help: "put it before an item, or write `//`"))
    }
  }
}
