import Budget
import FactStore
import Formats
import ImportCore
import Localization

/// A register written as YAML, as the table that it stands for: one row per entry, one column per key.
enum RegisterYAML {
  /// The register that a text begins like; `nil` for any other text.
  static func sniff(_ text: some Sequence<UInt8>) -> Register? {
    var line: [UInt8] = []
    for byte in text {
      guard byte == UInt8(ascii: "\n") else {
        if line.count < 64 { line.append(byte) }
        continue
      }
      if let register = register(line) { return register }
      if isContent(line) { return nil }
      line = []
    }
    return register(line)
  }

  private static func register(_ line: [UInt8]) -> Register? {
    let text = TableInput.trim(String(decoding: line, as: UTF8.self))
    return Register.allCases.first { text == $0.yamlKey + ":" || text.hasPrefix($0.yamlKey + ": ") }
  }

  private static func isContent(_ line: [UInt8]) -> Bool {
    let text = TableInput.trim(String(decoding: line, as: UTF8.self))
    return !text.isEmpty && !text.hasPrefix("#") && text != "---"
  }

  /// Reads the entries. What cannot be read as a register is damage, with its line.
  static func table(_ bytes: [UInt8], of register: Register, account: inout Account) -> TableInput {
    var table = TableInput(header: register.columns, rows: [])
    switch YAMLReader.read(bytes, account: &account) {
    case .failure(let problem): table.cut = Damage(problem)
    case .success(let root):
      if let other = root.members?.first(where: { $0.key.name != register.yamlKey }) {
        table.cut = damage(other.key.line, "only the list `\(register.yamlKey)` may stand here")
        return table
      }
      let list = root[register.yamlKey]
      guard let entries = list?.elements ?? (list?.isAbsent == true ? [] : nil) else {
        table.cut = damage(list?.line ?? 1, "`\(register.yamlKey)` must be a list of entries")
        return table
      }
      for entry in entries { add(entry, register, &table) }
    }
    return table
  }

  private static func add(_ entry: YAMLNode, _ register: Register, _ table: inout TableInput) {
    guard let members = entry.members else {
      table.lost.append(damage(entry.line, "an entry must have keys such as `\(register.columns[0])`"))
      return
    }
    var cells = Array(repeating: "", count: register.columns.count)
    for (key, value) in members {
      guard let column = register.columns.firstIndex(of: key.name) else {
        table.lost.append(
          damage(
            key.line,
            "an entry has a key that is none of \(register.columns.map { "`\($0)`" }.joined(separator: ", "))"))
        return
      }
      if let text = value.text {
        cells[column] = text
      } else if key.name == "copied_to", let addresses = value.elements {
        cells[column] = addresses.compactMap(\.text).joined(separator: ";")
      } else {
        table.lost.append(damage(value.line, "`\(key.name)` must be a text"))
        return
      }
    }
    table.rows.append(TableInput.Row(line: entry.line, cells: cells))
  }

  private static func damage(_ line: Int, _ text: Phrase) -> Damage { Damage(place: Place(line: line), text: text) }
}
