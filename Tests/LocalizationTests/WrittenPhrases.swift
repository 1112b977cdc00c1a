import Foundation

/// The keys of all phrases that the sources write: what `say("…")`, `Phrase("…")`, `Column("…")` and a place for a phrase hold.
///
/// Read off the text, since what no test happens to say must be translated too. A phrase is written where it is said: as the first
/// thing in the parentheses of `say` or `Phrase`, or in a stretch that is marked by a type, `: Phrase`, `[Phrase]` or
/// `Phrase)]`, up to the end of the statement. In what reads files a phrase is written where it is told as well: as an argument of
/// `refuse`, `Damage` and their like, and in the body of what gives phrases. There texts without a blank are names, and no phrases.
/// Commands write them so in failures, and behind `said:` and `does:` in help.
struct WrittenPhrases {
  /// Each key with a place where it is written.
  private(set) var keys: [String: String] = [:]

  init(under folder: String) throws {
    let root = URL(filePath: folder)
    guard let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil) else { return }
    for case let file as URL in files where file.pathExtension == "swift" {
      // What the catalogue itself writes is no use of it.
      if file.path.contains("/Localization/") { continue }
      let text = Array(try String(contentsOf: file, encoding: .utf8))
      read(text, file.lastPathComponent)
      if file.path.contains("/Sources/Import") {
        readTold(text, Self.told, file.lastPathComponent)
        readLabelled(text, Self.ways, file.lastPathComponent)
      }
      if file.path.contains("/Sources/Formats/") { readTold(text, Self.wrong, file.lastPathComponent) }
      if file.path.contains("/Sources/Evidence/") { readTold(text, Self.differing, file.lastPathComponent) }
      if file.path.contains("/Sources/AuditCLI/") {
        readTold(text, Self.failed, file.lastPathComponent)
        readLabelled(text, Self.labels, file.lastPathComponent)
      }
    }
  }

  private static let marks = ["say(", "Phrase(", "Column("].map(Array.init)
  private static let types = [
    ": Phrase = [", ": Phrase =", ": [Phrase] =", "Phrase)] = [", "(Phrase, Phrase) =",
  ].map(Array.init)

  /// What is told of files: up to the end of the parentheses, brackets or braces.
  private static let told = [
    "notes.append(", "limits.append(", "doubts.append(", "warnings.append(", "restrictions.append(", "document.note(",
    "document.lack(", "refuse(", "refused(", "lose(", "loseRole(", "Damage(", "damage(", "Problem(", "insert(", "end(",
    "known(", "KeyRule(", "limits = [", "reasons = [", "onlySome(", "ignore(", "normal(", "uuid(", "leaveOut(",
    "leftOut(", "Phrase {",
    "Phrase? {", "[Phrase] {", ": [String: Phrase] = [", "unknown(", "lack(", "addHole(",
    "addHoles(", "Doubt(", "told(", "leaveOpen(", "addAbsentColumn(",
  ].map(Array.init)
  /// What readers of formats say.
  private static let wrong = [
    "problem(", "FormatProblem(", "refuse(", "report(", "fail(", "end(", "cut(", "skip(", "damaged(", "return (",
    "self.init(",
    "Phrase {", "Phrase? {",
  ].map(Array.init)
  /// What commands say that could not do what they were asked to, and of themselves.
  private static let failed = [
    "notJudged(", "usage(", "mismatch(", "ValidationError(", "tooShort(", "failure(", "refusal(", "said(",
    "differences.append(", "notices.append(", "difference(", "Phrase {", "Phrase? {",
  ].map(Array.init)
  /// What is wrong with a bundle of evidence.
  private static let differing = ["EvidenceProblem(", "problems.append(", "differs("].map(Array.init)
  /// What stands before a phrase among other arguments.
  private static let labels = ["said: ", "said:\n", "does: ", "does:\n"].map(Array.init)
  /// How an export is made, which schemas say.
  private static let ways = ["obtain: ", "obtain:\n"].map(Array.init)
  /// The same, up to the end of the statement.
  private static let named = [
    "facts.part = ", "doubt =\n", "doubt: ", "otherwise: ", "advice: ", "taken: ", "failure = ",
  ].map(
    Array.init)
  private static let noun = Array("Noun(\"")

  private mutating func readTold(_ text: [Character], _ marks: [[Character]], _ file: String) {
    for at in text.indices where at == 0 || !text[at - 1].isLetter {
      let rest = text[at...]
      if let mark = marks.first(where: { rest.starts(with: $0) }) {
        phrases(text, from: at + mark.count, until: 1, file, onlySentences: true)
      } else if let mark = Self.named.first(where: { rest.starts(with: $0) }) {
        phrases(text, from: at + mark.count, until: 0, file, onlySentences: true)
      } else if rest.starts(with: Self.noun) {
        let name = String(rest.dropFirst(Self.noun.count).prefix { $0 != "\"" })
        let article = "aeio".contains(name.first ?? "-") ? "an" : "a"
        for key in [name, "\(article) \(name)", "\(name)s"] { keys[key] = file }
      }
    }
  }

  private mutating func readLabelled(_ text: [Character], _ labels: [[Character]], _ file: String) {
    for at in text.indices where at > 0 && !text[at - 1].isLetter {
      guard let mark = labels.first(where: { text[at...].starts(with: $0) }) else { continue }
      // What is declared, and not given.
      if text[(at + mark.count)...].starts(with: "Phrase") { continue }
      phrases(text, from: at + mark.count, until: 1, file, onlyArgument: true)
    }
  }

  private mutating func read(_ text: [Character], _ file: String) {
    for at in text.indices {
      if let mark = Self.marks.first(where: { text[at...].starts(with: $0) }),
        at == 0 || !text[at - 1].isLetter && text[at - 1] != "."
      {
        phrases(text, from: at + mark.count, until: 1, file)
      } else if let mark = Self.types.first(where: { text[at...].starts(with: $0) }) {
        phrases(
          text, from: at + mark.count, until: mark.last == "[" ? 1 : 0, file)
      }
    }
  }

  /// The literals from a place up to the end of the parentheses or brackets that are open there, or of the statement.
  private mutating func phrases(
    _ text: [Character], from start: Int, until depth: Int, _ file: String, onlySentences: Bool = false,
    onlyArgument: Bool = false
  ) {
    var (at, open) = (start, depth)
    // `var x: Phrase {` and the head of a function are no literal.
    while at < text.count {
      switch text[at] {
      case "(", "[", "{": open += 1
      case "," where onlyArgument && open == depth: return
      case ")", "]", "}":
        open -= 1
        if depth == 0 ? open < 0 : open == 0 { return }
      case "\"":
        var literal = Literal(text, at)
        literal.read()
        at = literal.end
        // `"…" == x` and other texts that are compared are none; a text without a letter says nothing.
        if literal.key.contains(where: \.isLetter), !onlySentences || literal.key.contains(" ") {
          keys[literal.key] = file
        }
        continue
      case "/" where text[at...].starts(with: "//"):
        while at < text.count, text[at] != "\n" { at += 1 }
        continue
      case "\n" where depth == 0 && open == 0:
        // A statement ends with its line, unless the line only begins it, or the next one goes on with a choice.
        let next = text[at...].first { !$0.isWhitespace }
        if next != "?", next != ":", text[start..<at].contains(where: { !$0.isWhitespace }) { return }
      default: break
      }
      at += 1
    }
  }
}

/// A literal of Swift, read as the key that its interpolation makes.
private struct Literal {
  let text: [Character]
  private(set) var end: Int
  private(set) var key = ""
  private var places = 0

  init(_ text: [Character], _ start: Int) { (self.text, end) = (text, start) }

  mutating func read() {
    let isLong = text[end...].starts(with: Array("\"\"\""))
    end += isLong ? 3 : 1
    var indent = 0
    if isLong {
      // The first line is empty, and the indentation of the last is that of all.
      while text[end] != "\n" { end += 1 }
      end += 1
      while text[end + indent] == " " { indent += 1 }
      end += indent
    }
    while end < text.count {
      if isLong ? text[end...].starts(with: Array("\"\"\"")) : text[end] == "\"" {
        end += isLong ? 3 : 1
        while isLong, key.last == "\n" || key.last == " " { key.removeLast() }
        return
      }
      if text[end] == "\\" {
        if text[end + 1] == "(" {
          place()
        } else if text[end + 1] == "\n" {
          end += 2 + indent
        } else {
          key.append(text[end + 1] == "n" ? "\n" : text[end + 1])
          end += 2
        }
      } else {
        key.append(text[end])
        end += 1
        if isLong, key.last == "\n" { end += indent }
      }
    }
  }

  /// A place: with the word for one and for many where there are both.
  private mutating func place() {
    end += 2
    var (depth, parts, part) = (1, [String](), "")
    while depth > 0 {
      let sign = text[end]
      if sign == "\"" {
        var inner = Literal(text, end)
        inner.read()
        part += String(text[end..<inner.end])
        end = inner.end
        continue
      }
      if "([{".contains(sign) { depth += 1 } else if ")]}".contains(sign) { depth -= 1 }
      if depth == 1, sign == "," {
        parts.append(part)
        part = ""
      } else if depth > 0 {
        part.append(sign)
      }
      end += 1
    }
    parts.append(part)
    places += 1
    key += "{\(places)"
    if parts.count == 3 {
      let words = parts[1...].map { $0.trimmingCharacters(in: CharacterSet(charactersIn: " \"\n")) }
      key += (parts[0].hasPrefix("plural:") ? "?" : ":") + words.joined(separator: "|")
    }
    key += "}"
  }
}
