import FactStore
import ImportCore

extension RegisterRowReader {
  /// Reads a row by what its columns say of themselves.
  mutating func readIntegration(_ integration: IntegrationRegister) {
    var cells: [String: FactWriter.Cell] = [:]
    for column in integration.columns {
      var value = value(of: column)
      if column.isRequired { value = required(value, column.name) }
      cells[column.name] = value
      switch column.form {
      case .party: cells[column.name + "_email"] = Self.address(in: value)
      case .network: addNetwork(value, to: &cells)
      case .url: cells[column.name + "_host"] = host(of: value, isWhole: true)
      case .reference: cells[column.name + "_host"] = host(of: value, isWhole: false)
      case .text, .name, .word, .day, .flag: break
      }
    }
    let parts = integration.identity.map { cells[$0] ?? .none }
    let entry = integration.isKeyed ? name(of: parts) : identity(parts)
    cells["entry"] = entry
    _ = doubtForeign(&cells)
    facts.add(integration.relation, cells)
    for system in integration.systems {
      guard let name = cells["system"]?.text else {
        facts.lack(system.relation, ["entry": .cell(entry)], text: "which system it is about, is not known")
        continue
      }
      if system.isMeant(by: name) { facts.add(system.relation, ["entry": entry]) }
    }
  }

  private mutating func value(of column: RegisterColumn) -> FactWriter.Cell {
    switch column.form {
    case .text, .reference: text(column.name)
    case .url: text(column.name, isAddress: true)
    case .name: folded(column.name)
    case .word(let words): word(column.name, words)
    case .day: day(column.name)
    case .party: party(column.name)
    case .network: text(column.name)
    case .flag:
      switch word(column.name, ["yes", "no"]) {
      case .value(.text(let answer)): .value(.bool(answer == "yes"))
      case let other: other
      }
    }
  }

  private func host(of address: FactWriter.Cell, isWhole: Bool) -> FactWriter.Cell {
    guard let text = address.text else { return address.isUnknown ? .unknown("the address is not known") : .none }
    switch EndpointAddress.host(of: text, isWhole: isWhole) {
    case .host(let name): return .text(name)
    case .none: return .none
    case .unknown: return .unknown("no host can be read off the address")
    }
  }

  /// What an entry lets in, beside how it is written.
  private func addNetwork(_ value: FactWriter.Cell, to cells: inout [String: FactWriter.Cell]) {
    guard let text = value.text else {
      for name in ["first", "last", "reach"] { cells[name] = .unknown("the address of the entry is not known") }
      return
    }
    let network = Network(text)
    cells["first"] = network.range.map { .value(.int($0.lowerBound)) } ?? FactWriter.Cell.none
    cells["last"] = network.range.map { .value(.int($0.upperBound)) } ?? FactWriter.Cell.none
    cells["reach"] = .text(network.reach)
  }
}
