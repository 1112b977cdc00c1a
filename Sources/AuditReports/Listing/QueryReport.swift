import Localization

/// The answer to an ad hoc question: its variables and every binding of them; of a question without a variable, whether it
/// holds.
package struct QueryReport: Sendable {
  package var columns: [String]
  package var rows: [Row]
  /// Why possible rows exist, one line each; empty when everything that was read is complete.
  package var notes: [String]

  package struct Row: Sendable {
    /// As printed, `*` where not known.
    package var values: [String]
    /// What exports call them, empty where none does.
    package var names: [String]
    package var isCertain: Bool
    package init(values: [String], names: [String] = [], isCertain: Bool) {
      self.values = values
      self.names = names
      self.isCertain = isCertain
    }
  }

  package init(columns: [String], rows: [Row], notes: [String] = []) {
    self.columns = columns
    self.rows = rows
    self.notes = notes
  }

  /// `yes`, `no` or `possible`, for a question without a variable; `nil` for others.
  package var answer: String? {
    columns.isEmpty ? Self.answer(rows.map(\.isCertain)) : nil
  }

  /// - Parameter rows: whether each is certain.
  static func answer(_ rows: [Bool]) -> String { rows.isEmpty ? "no" : (rows.contains(true) ? "yes" : "possible") }

  /// The word for an answer. Programs read the answer itself.
  static func word(of answer: String) -> Phrase {
    switch answer {
    case "yes": Phrase("yes")
    case "no": Phrase("no")
    default: Phrase("possible")
    }
  }

  /// A table; rows that are only possible say so in their last column.
  package func text(style: TerminalStyle, say: Wording = Wording(.en), into sink: inout ReportSink) {
    if let answer {
      sink.write(say(Self.word(of: answer)) + "\n")
      writeNotes(say, into: &sink)
      return
    }
    let cells = rows.map { NamedValue.texts($0.values, $0.names).map(InertText.line) }
    var widths = columns.map { DisplayWidth.of($0) }
    for row in cells {
      for (at, cell) in row.enumerated() { widths[at] = max(widths[at], DisplayWidth.of(cell)) }
    }
    if !columns.isEmpty {
      let head = zip(columns, widths).map { DisplayWidth.pad($0, to: $1) }.joined(separator: "  ")
      sink.write(style.paint(Self.trimmed(head), .bold) + "\n")
    }
    for (row, texts) in zip(rows, cells) {
      var parts = zip(texts, widths).map { DisplayWidth.pad($0, to: $1) }
      if !row.isCertain { parts.append(say("possible")) }
      sink.write(Self.trimmed(parts.joined(separator: "  ")) + "\n")
    }
    let possible = rows.count { !$0.isCertain }
    sink.write("\n" + say("\(rows.count - possible, "row", "rows") certain, \(possible) possible") + "\n")
    writeNotes(say, into: &sink)
  }

  private func writeNotes(_ say: Wording, into sink: inout ReportSink) {
    for note in notes { sink.write(say("note: \(InertText.line(note))") + "\n") }
  }

  package func json(into sink: consuming ReportSink) throws {
    var json = JSONWriter(sink)
    json.object { json in
      json.member("schema", "tilsyn.query/1")
      json.member("columns", columns)
      if let answer { json.member("answer", answer) }
      json.key("rows")
      json.array { json in
        for row in rows {
          json.lineBreak()
          json.object { json in
            NamedValue.write(columns, row.values, row.names, into: &json)
            json.member("certain", row.isCertain)
          }
        }
        json.lineBreak()
      }
      json.member("notes", notes)
    }
    try json.finish()
  }

  private static func trimmed(_ line: String) -> String {
    String(line.utf8.lastIndex { $0 != UInt8(ascii: " ") }.map { line[...$0] } ?? "")
  }
}
