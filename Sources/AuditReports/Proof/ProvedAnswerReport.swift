import PolicyEngine

/// The answer to a question with a proof for each row: what `tilsyn why` prints of a question.
public struct ProvedAnswerReport: Sendable {
  public var columns: [String]
  public var rows: [Row]
  /// How many rows the answer has; more than `rows` where only the first are proved.
  public var rowCount: Int
  /// Why the answer may lack rows, one line each.
  public var notes: [String]

  public struct Row: Sendable {
    /// As printed, `*` where not known.
    public var values: [String]
    public var isCertain: Bool
    /// One for each literal of the question.
    public var proofs: [Proof]
    public init(values: [String], isCertain: Bool, proofs: [Proof]) {
      self.values = values
      self.isCertain = isCertain
      self.proofs = proofs
    }
  }

  public init(columns: [String], rows: [Row], rowCount: Int, notes: [String]) {
    self.columns = columns
    self.rows = rows
    self.rowCount = rowCount
    self.notes = notes
  }

  public func text(style: TerminalStyle, usesASCII: Bool = false, into sink: inout ReportSink) {
    for row in rows {
      let filled = zip(columns, row.values).filter { !$0.1.isEmpty }
      let values = filled.map { "\($0): \($1)" }.joined(separator: ", ")
      let doubt = row.isCertain ? "" : "possible: "
      sink.write(style.paint(InertText.line(doubt + (values.isEmpty ? "yes" : values)), .bold) + "\n")
      for proof in row.proofs { ProofText(style: style, usesASCII: usesASCII).render(proof, into: &sink) }
      sink.write("\n")
    }
    if rows.isEmpty {
      sink.write("nothing satisfies the question, as far as is known\n")
    } else if rows.count < rowCount {
      sink.write("\(Plural.of(rowCount, "row")), the first \(rows.count) proved; --limit shows more\n")
    } else {
      sink.write("\(Plural.of(rowCount, "row"))\n")
    }
    for note in notes { sink.write("note: \(InertText.line(note))\n") }
  }

  public func json(into sink: consuming ReportSink) throws {
    var json = JSONWriter(sink)
    write(into: &json)
    try json.finish()
  }

  /// Several answers as one document.
  public static func json(_ reports: [ProvedAnswerReport], into sink: consuming ReportSink) throws {
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
      json.member("columns", columns)
      json.member("row_count", rowCount)
      json.key("rows")
      json.array { json in
        for row in rows {
          json.lineBreak()
          json.object { json in
            json.key("values")
            json.object { json in
              for (column, value) in zip(columns, row.values) { json.member(column, value) }
            }
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
