import FactStore

extension Engine {
  /// `relation(column: value, …)`; a facet is shown as its base relation.
  func describe(_ relation: EvaluatedRelation, _ codes: [UInt32]) -> String {
    // Bytes, since hundreds of thousands are asked for, and a string for each value takes longer than all else.
    var text: [UInt8] = []
    text.reserveCapacity(128)
    text += relation.baseName.utf8
    text.append(UInt8(ascii: "("))
    for place in relation.columns.indices {
      if place > 0 { text += ", ".utf8 }
      text += relation.columns[place].name.utf8
      text += ": ".utf8
      append(codes[place], relation.columns[place].type, to: &text)
    }
    text.append(UInt8(ascii: ")"))
    return String(decoding: text, as: UTF8.self)
  }

  /// Adds what ``text(_:_:)`` gives.
  private func append(_ code: UInt32, _ type: ValueType, to text: inout [UInt8]) {
    guard type.isTextual, code != ValueCode.any else {
      text += self.text(code, type).utf8
      return
    }
    let value = symbols.utf8(SymbolID(raw: code))
    guard value.allSatisfy(Printer.isPlain) else {
      text += self.text(code, type).utf8
      return
    }
    text.append(UInt8(ascii: "\""))
    text += value
    text.append(UInt8(ascii: "\""))
  }

  /// A code as the language writes it: texts quoted, `*` where it is not known.
  package func text(_ code: UInt32, _ type: ValueType) -> String {
    if code == ValueCode.any { return "*" }
    switch symbols.decode(code, as: type) {
    case .text(let text): return Printer.text(of: text)
    default: return bareText(code, type)
    }
  }

  /// A code as people read it: texts without quotes.
  package func bareText(_ code: UInt32, _ type: ValueType) -> String {
    if code == ValueCode.any { return "*" }
    switch symbols.decode(code, as: type) {
    case .text(let text): return text
    case .int(let number): return String(number)
    case .bool(let flag): return flag ? "true" : "false"
    case .date(let date): return date.description
    case .time(let seconds): return Self.timeText(seconds)
    }
  }

  /// The ends of an interval.
  func texts(_ interval: Interval, _ type: ValueType) -> (low: String, high: String) {
    (interval.low.map { text($0, type) } ?? "-∞", interval.high.map { text($0, type) } ?? "∞")
  }

  func text(_ number: Int64, _ type: ValueType) -> String {
    switch type {
    case .date: return CalendarDate(days: Int32(clamping: number)).description
    case .time: return Self.timeText(number)
    default: return String(number)
    }
  }

  static func timeText(_ seconds: Int64) -> String {
    let day = CalendarDate(days: Int32(clamping: Int64((Double(seconds) / 86_400).rounded(.down))))
    let rest = ((seconds % 86_400) + 86_400) % 86_400
    func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(day)T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
  }

  /// A variable's value in a derivation; an interval as its ends.
  func text(ofVariable name: String, in derivation: Derivation) -> String? {
    let file = derivation.rule.registers
    if let slot = file.intervalNames[name] {
      let interval = derivation.intervals[slot]
      let type = file.intervalTypes[slot]
      if let point = interval.point { return text(point, type) }
      let (low, high) = texts(interval, type)
      return "\(low) to \(high)"
    }
    guard let register = file.register(named: name) else { return nil }
    return text(derivation.codes[register], file.entries[register].type)
  }

  package func place(of span: Span) -> SourcePlace {
    let source = checked.program.sources[span.file]
    return SourcePlace(path: source.path, line: source.position(of: span.start).line)
  }
}
