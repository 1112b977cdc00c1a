/// The digits of a text in groups, and what separates each group from the next.
struct DigitGroups {
  /// As many signs may stand between two groups of one number: `&nbsp; - &nbsp;` has five.
  static let gapLength = 6

  /// Digits that nothing separates.
  struct Group {
    /// Where they begin among ``digits``.
    var first: Int
    var count: Int
    /// The place of the first one in the text.
    var start: Int
    var gap = Gap()

    var end: Int { start + count }
  }

  /// What stands between a group and the next.
  struct Gap {
    /// How many signs; none where a letter, more signs or the end comes next.
    var length = 0
    /// The one sign that it consists of, blanks around it aside; `nil` where there are several.
    var sign: UInt8?

    var joins: Bool { length > 0 }
  }

  /// Values from 0 to 9, of all groups.
  private(set) var digits: [UInt8] = []
  private(set) var groups: [Group] = []

  /// Linear.
  /// - Parameter bytes: see ``PlainText``.
  init(_ bytes: [UInt8]) {
    var at = 0
    while at < bytes.count {
      guard PlainText.isDigit(bytes[at]) else {
        at += 1
        continue
      }
      var group = Group(first: digits.count, count: 0, start: at)
      while at < bytes.count, PlainText.isDigit(bytes[at]) {
        digits.append(bytes[at] - UInt8(ascii: "0"))
        at += 1
      }
      group.count = digits.count - group.first
      group.gap = Self.gap(bytes, from: at)
      groups.append(group)
    }
  }

  /// The digits of some groups in a row.
  func digits(of places: Range<Int>) -> IdentityDigits.Digits {
    digits[groups[places.lowerBound].first..<groups[places.upperBound - 1].first + groups[places.upperBound - 1].count]
  }

  /// How many digits each of the groups from a place on has, up to the first that nothing joins to the one before.
  func lengths(from place: Int, _ limit: Int) -> [Int] {
    var lengths: [Int] = []
    var at = place
    while at < groups.count, lengths.count < limit {
      lengths.append(groups[at].count)
      guard groups[at].gap.joins else { break }
      at += 1
    }
    return lengths
  }

  private static func gap(_ bytes: [UInt8], from start: Int) -> Gap {
    var gap = Gap()
    var isOne = true
    for at in start..<min(start + gapLength + 1, bytes.count) {
      let byte = bytes[at]
      if PlainText.isDigit(byte) {
        gap.length = at - start
        if !isOne { gap.sign = nil }
        if gap.sign == nil, isOne { gap.sign = UInt8(ascii: " ") }
        return gap
      }
      if PlainText.isLetter(byte) { return Gap() }
      if PlainText.isBlank(byte) { continue }
      if gap.sign == nil { gap.sign = byte } else if gap.sign != byte { isOne = false }
    }
    return Gap()
  }
}
