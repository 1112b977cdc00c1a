import Localization
import PolicyEngine

/// The answer to a question with a proof for each row: what `tilsyn why` prints of a question.
package struct ProvedAnswerReport: Sendable {
  /// What was asked, where the program asks several questions for somebody: `who has such a role`.
  package var about: String?
  package var columns: [String]
  package var rows: [Row]
  /// How many rows the answer has; more than `rows` where only the first are proved.
  package var rowCount: Int
  /// Why the answer may lack rows, one line each.
  package var notes: [String]

  package struct Row: Sendable {
    /// As printed, `*` where not known.
    package var values: [String]
    /// What exports call them, empty where none does.
    package var names: [String]
    package var isCertain: Bool
    /// One for each literal of the question.
    package var proofs: [Proof]
    package init(values: [String], names: [String] = [], isCertain: Bool, proofs: [Proof]) {
      self.values = values
      self.names = names
      self.isCertain = isCertain
      self.proofs = proofs
    }
  }

  package init(about: String? = nil, columns: [String], rows: [Row], rowCount: Int, notes: [String]) {
    self.about = about
    self.columns = columns
    self.rows = rows
    self.rowCount = rowCount
    self.notes = notes
  }

  /// `yes`, `no` or `possible`, for a question without a variable; `nil` for others.
  package var answer: String? { columns.isEmpty ? QueryReport.answer(rows.map(\.isCertain)) : nil }

  /// Writes each row with its proofs, and then how many there are.
  package func text(
    style: TerminalStyle, usesASCII: Bool = false, say: Wording = Wording(.en), into sink: inout ReportSink
  ) {
    let answer = answer.map { say(QueryReport.word(of: $0)) }
    if let about { sink.write(style.paint("\(InertText.line(about)):", .bold) + "\n\n") }
    for row in rows {
      let texts = zip(columns, NamedValue.texts(row.values, row.names)).filter { !$0.1.isEmpty }
      let values = texts.map { "\($0): \($1)" }.joined(separator: ", ")
      let found = values.isEmpty ? say("yes") : values
      let line = answer ?? (row.isCertain ? found : say("possible: \(found)"))
      sink.write(style.paint(InertText.line(line), .bold) + "\n")
      for proof in row.proofs { ProofText(style: style, usesASCII: usesASCII, say: say).render(proof, into: &sink) }
      sink.write("\n")
    }
    if let answer {
      if rows.isEmpty { sink.write("\(answer)\n") }
    } else if rows.isEmpty {
      sink.write(say("nothing satisfies the question, as far as is known") + "\n")
    } else if rows.count < rowCount {
      sink.write(say("\(rowCount, "row", "rows"), the first \(rows.count) proved; --limit shows more") + "\n")
    } else {
      sink.write(say("\(rowCount, "row", "rows")") + "\n")
    }
    for note in notes { sink.write(say("note: \(InertText.line(note))") + "\n") }
  }

  package func json(into sink: consuming ReportSink) throws {
    var json = JSONWriter(sink)
    write(into: &json)
    try json.finish()
  }

  /// Several answers as one document.
  package static func json(_ reports: [ProvedAnswerReport], into sink: consuming ReportSink) throws {
    var json = JSONWriter(sink)
    json.object { json in
      json.member("schema", "tilsyn.answers/1")
      json.key("answers")
      json.array { json in
        for report in reports {
          json.lineBreak()
          report.write(into: &json)
        }
      }
    }
    try json.finish()
  }

  private func write(into json: inout JSONWriter) {
    json.object { json in
      json.member("schema", "tilsyn.answer/1")
      if let about { json.member("about", about) }
      json.member("columns", columns)
      if let answer { json.member("answer", answer) }
      json.member("row_count", rowCount)
      json.key("rows")
      json.array { json in
        for row in rows {
          json.lineBreak()
          json.object { json in
            NamedValue.write(columns, row.values, row.names, into: &json)
            json.member("certain", row.isCertain)
            json.key("proofs")
            json.array { json in
              for proof in row.proofs {
                json.lineBreak()
                ProofJSON.write(proof, into: &json)
              }
            }
          }
        }
      }
      json.member("notes", notes)
    }
  }
}
