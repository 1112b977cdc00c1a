import FactStore
import ImportCore
import Localization

/// The last that a document says of one key.
struct ChangeEvent: Sendable {
  let line: Int
  /// Seconds since 1970, as written: the server may have meant its own hour.
  let at: Int64
  let day: CalendarDate
  /// What there is now, by column; `nil` where it was removed.
  let content: [String: FactWriter.Cell]?
  /// The address of whoever was removed, which goes on to be theirs.
  var formerAddress: FactWriter.Cell?
}

/// A line that says nothing usable, or not of what, or not when.
struct LostLine: Sendable {
  let damage: Damage
  /// What it is of, as far as that can be read: nothing known may be anything.
  var key = ChangeKey()
  /// The key was read whole: nothing else can be meant.
  var isExact = false
}

/// Whose last word a lost line may be.
struct LostKeys: Sendable {
  private var all: Bool
  private var units: Set<String> = []
  private var tokens: Set<String> = []
  private var exact: Set<ChangeKey> = []

  /// - Parameters:
  ///   - isCut: lines are not even there that may take back anything.
  ///   - isOpen: whether a line without a whole key may take back what another line says.
  init(_ lines: [LostLine], isCut: Bool, isOpen: (LostLine) -> Bool) {
    all = isCut
    for line in lines {
      if line.isExact {
        exact.insert(line.key)
      } else if isOpen(line) {
        switch (line.key.unit, line.key.token) {
        case (let unit?, _): units.insert(unit)
        case (nil, let token?): tokens.insert(token)
        case (nil, nil): all = true
        }
      }
    }
  }

  var isEmpty: Bool { !all && units.isEmpty && tokens.isEmpty && exact.isEmpty }

  func mayHold(_ key: ChangeKey) -> Bool {
    all || exact.contains(key) || key.unit.map(units.contains) == true || key.token.map(tokens.contains) == true
  }

  static let doubt = FactWriter.Doubt(
    text: Phrase("a line that cannot be used may be the last that the file says of it"), reason: .unusable)
}
