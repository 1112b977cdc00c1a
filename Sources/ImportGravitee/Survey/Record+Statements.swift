import FactStore
import ImportCore
import Localization

/// A row of a set, with its place.
struct SetRow: Sendable {
  var cells: [String: Facts.Cell]
  var place: Place
  /// Why rows of this shape may be, and are not certain.
  var doubt: Phrase?
}

/// What records state of things of which several documents speak.
extension Record {
  /// Says that there is such a thing, of which something may be missing everywhere.
  mutating func mention(_ name: Name) {
    guard let raw = name.raw else { return }
    let thing = name.thing
    facts.tell { $0.gravitee.mention(raw, thing) }
  }

  mutating func note(_ other: String, is name: Name) {
    guard let raw = name.raw else { return }
    let thing = name.thing
    facts.tell { $0.gravitee.note(other, is: raw, thing) }
  }

  /// States the row of a thing. What this record does not say of it, another may; where they differ it is unknown.
  mutating func state(
    _ relation: String, _ column: String, _ name: Name, _ cells: [String: FactWriter.Cell],
    required: [String: Facts.Cell] = [:], at place: Place? = nil
  ) {
    var all = required
    all[column] = name.cell
    if let raw = name.raw {
      let thing = name.thing
      facts.tell { $0.gravitee.say(relation, raw, cells) }
      for (column, own) in cells {
        all[column] = .late { $0.gravitee.cell(relation, raw, thing, column, own: own) }
      }
    } else {
      for (column, own) in cells { all[column] = .cell(own) }
    }
    // A list names the same account in each of its rows: as many holes as rows would say no more than one.
    facts.add(relation, naming: all, at: place, once: name.raw != nil)
  }

  /// States all rows of a relation that are of one thing. A row that another document leaves out may be and may not.
  mutating func state(_ relation: String, set rows: [SetRow], _ column: String, of name: Name) {
    guard let raw = name.raw else {
      if case .unknown(let text, _) = name.own { facts.lack(relation, text: text) }
      return
    }
    let owner = name.cell
    let thing = name.thing
    let rows = rows.map { row in
      SetRow(cells: row.cells.merging([column: owner]) { first, _ in first }, place: row.place, doubt: row.doubt)
    }
    let cells = rows.map(\.cells)
    facts.tell { $0.gravitee.say(relation, set: cells, of: raw) }
    facts.conclude { survey, writer in
      let given = survey.gravitee.sets(relation, of: raw, thing)
      let settled = given.count > 1 ? given.map { Set($0.map { $0.mapValues { $0.settled(survey) } }) } : []
      for row in rows {
        let cells = row.cells.mapValues { $0.settled(survey) }
        if let doubt = row.doubt {
          writer.addHole(relation, cells.compactMapValues(\.known), reason: .unusable, text: doubt, at: row.place)
        } else if settled.allSatisfy({ $0.contains(cells) }) {
          writer.add(relation, cells, at: row.place)
        } else {
          writer.addHole(
            relation, cells.compactMapValues(\.known), reason: .conflict,
            text: "another document of the same thing does not have this row", at: row.place)
        }
      }
    }
  }
}
