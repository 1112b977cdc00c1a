/// Identity numbers of people in a text: Norwegian, Danish, Swedish and Finnish ones, by their shape and the date in it.
///
/// Check digits are looked at only where shape and date say little: a number with a slip in it is still somebody's.
struct IdentityNumbers {
  /// What separates the groups of one number.
  static let separators: [UInt8] = Array(" -.+/".utf8)

  /// Digits in a row, and what stands between them and the next ones.
  private struct Group {
    var range: Range<Int>
    /// The one byte before the next group; `nil` where more, or something else, is between.
    var separator: UInt8?
  }

  private let bytes: [UInt8]
  private var groups: [Group] = []
  /// Digits in these are chance: uuids, digests.
  private var chance: [Range<Int>] = []

  /// - Parameter bytes: ASCII; see ``PlainText``.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    findChance()
    findGroups()
  }

  /// Whether it is worth looking: ten digits that only single signs separate, or six with the letter of a century. One pass,
  /// since every text of every export comes by.
  static func mayHold(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if bytes.count == 36, [8, 13, 18, 23].allSatisfy({ bytes[$0] == UInt8(ascii: "-") }), bytes[14] != UInt8(ascii: "-")
    {
      return !bytes.allSatisfy { isHexadecimal($0) || $0 == UInt8(ascii: "-") }
    }
    var (chain, run) = (0, 0)
    for (place, byte) in bytes.enumerated() {
      if isDigit(byte) {
        run += 1
        chain += 1
        if chain >= 10 { return true }
        continue
      }
      if run == 6, centuries.contains(byte) { return true }
      let isBetween = run > 0 && separators.contains(byte) && place + 1 < bytes.count && isDigit(bytes[place + 1])
      if !isBetween { chain = 0 }
      run = 0
    }
    return false
  }

  /// Where they stand, in order; the first alone where no more is asked for.
  func ranges(onlyFirst: Bool = false) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for place in groups.indices {
      let range = groups[place].range
      if let last = found.last, last.upperBound > range.lowerBound { continue }
      if let end = end(from: place) {
        found.append(range.lowerBound..<end)
        if onlyFirst { break }
      }
    }
    return found
  }

  /// The digits of a text that is nothing but a number, and what may separate its groups; `nil` for any other.
  var wholeNumber: [UInt8]? {
    guard let first = groups.first, let last = groups.last, first.range.lowerBound == 0,
      last.range.upperBound == bytes.count, groups.dropLast().allSatisfy({ $0.separator != nil })
    else { return nil }
    return groups.flatMap { bytes[$0.range] }
  }

  // MARK: Groups

  private mutating func findGroups() {
    var at = 0
    while at < bytes.count {
      guard Self.isDigit(bytes[at]) else {
        at += 1
        continue
      }
      let start = at
      while at < bytes.count, Self.isDigit(bytes[at]) { at += 1 }
      if chance.contains(where: { $0.contains(start) }) { continue }
      let isJoined = at + 1 < bytes.count && Self.separators.contains(bytes[at]) && Self.isDigit(bytes[at + 1])
      groups.append(Group(range: start..<at, separator: isJoined ? bytes[at] : nil))
    }
  }

  private mutating func findChance() {
    var at = 0
    while at < bytes.count {
      guard Self.isHexadecimal(bytes[at]), at == 0 || !Self.isWord(bytes[at - 1]) else {
        at += 1
        continue
      }
      if isUUID(at: at) {
        chance.append(at..<at + 36)
        at += 36
        continue
      }
      let start = at
      while at < bytes.count, Self.isHexadecimal(bytes[at]) { at += 1 }
      if at - start >= 32, at == bytes.count || !Self.isWord(bytes[at]) { chance.append(start..<at) }
      while at < bytes.count, Self.isWord(bytes[at]) { at += 1 }
    }
  }

  private func isUUID(at start: Int) -> Bool {
    guard start + 36 <= bytes.count, start + 36 == bytes.count || !Self.isWord(bytes[start + 36]) else { return false }
    return (0..<36).allSatisfy { offset in
      [8, 13, 18, 23].contains(offset)
        ? bytes[start + offset] == UInt8(ascii: "-") : Self.isHexadecimal(bytes[start + offset])
    }
  }

  // MARK: Numbers

  /// In which groups a number of so many digits is written. Five pairs are a telephone number, no date and serial.
  private static let forms: [[Int]] = [
    [11], [10], [12], [6, 5], [6, 4], [8, 4], [6, 3, 2], [2, 2, 2, 5], [2, 2, 2, 3, 2], [2, 2, 2, 4], [4, 2, 2, 4],
    [5, 5],
    Array(repeating: 1, count: 10), Array(repeating: 1, count: 11), Array(repeating: 1, count: 12),
  ]

  private func end(from place: Int) -> Int? {
    if let end = finnishEnd(from: groups[place].range) { return end }
    for form in Self.forms where fits(form, at: place) {
      let last = groups[place + form.count - 1]
      let digits = groups[place..<place + form.count].flatMap { bytes[$0.range] }.map { Int($0 - UInt8(ascii: "0")) }
      // A day with its time looks like a number of this century; what goes on after it is none.
      let isStamp = form == [4, 2, 2, 4] && last.separator == UInt8(ascii: "-")
      if !isStamp, Self.isNumber(digits, form) { return last.range.upperBound }
    }
    return nil
  }

  private func fits(_ form: [Int], at place: Int) -> Bool {
    guard place + form.count <= groups.count else { return false }
    for (offset, length) in form.enumerated() {
      let group = groups[place + offset]
      guard group.range.count == length, offset == form.count - 1 || group.separator != nil else { return false }
    }
    return true
  }

  private static func isNumber(_ digits: [Int], _ form: [Int]) -> Bool {
    switch digits.count {
    case 11: isNorwegian(digits)
    case 12: isSwedish(digits)
    case 10 where form == [5, 5]: isNorwegianWithoutZero(digits, checked: true)
    case 10: isDanish(digits) || isShortSwedish(digits) || isNorwegianWithoutZero(digits, checked: true)
    default: false
    }
  }

  private static func pair(_ digits: [Int], _ at: Int) -> Int { digits[at] * 10 + digits[at + 1] }

  /// D-numbers add 40 to the day, synthetic ones 40, 65 or 80 to the month.
  static func isNorwegian(_ digits: [Int]) -> Bool {
    let (day, month) = (pair(digits, 0), pair(digits, 2))
    return ((1...31).contains(day) || (41...71).contains(day))
      && [0, 40, 65, 80].contains { (1...12).contains(month - $0) }
  }

  /// A spreadsheet took the zero of a day from 1 to 9. Of three numbers of ten digits one would look so: away from columns of
  /// people's ids the check digits must be right.
  static func isNorwegianWithoutZero(_ digits: [Int], checked: Bool) -> Bool {
    let whole = [0] + digits
    guard digits.count == 10, digits[0] > 0, isNorwegian(whole) else { return false }
    guard checked else { return true }
    func check(_ weights: [Int]) -> Int { (11 - zip(weights, whole).reduce(0) { $0 + $1.0 * $1.1 } % 11) % 11 }
    return check([3, 7, 6, 1, 8, 9, 4, 5, 2]) == whole[9] && check([5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) == whole[10]
  }

  /// Day, month, year and four more; substitute numbers add 60 to the day.
  static func isDanish(_ digits: [Int]) -> Bool {
    let day = pair(digits, 0)
    return ((1...31).contains(day) || (61...91).contains(day)) && (1...12).contains(pair(digits, 2))
  }

  /// Year, month, day and four more; coordination numbers add 60 to the day.
  static func isShortSwedish(_ digits: [Int]) -> Bool {
    let day = pair(digits, 4)
    return (1...12).contains(pair(digits, 2)) && ((1...31).contains(day) || (61...91).contains(day))
  }

  /// The same with the century. In this one it may be a day with its time, so there the check digit must be right.
  private static func isSwedish(_ digits: [Int]) -> Bool {
    guard (18...20).contains(pair(digits, 0)), isShortSwedish(Array(digits.dropFirst(2))) else { return false }
    if digits[0] == 1 { return true }
    let sum = digits.dropFirst(2).enumerated().reduce(0) { sum, digit in
      let product = digit.element * (digit.offset % 2 == 0 ? 2 : 1)
      return sum + product / 10 + product % 10
    }
    return sum % 10 == 0
  }

  private static let centuries: [UInt8] = Array("+-ABCDEFUVWXYabcdefuvwxy".utf8)

  /// Day, month, year, a sign or letter for the century, three digits, and a digit or letter.
  private func finnishEnd(from range: Range<Int>) -> Int? {
    let end = range.lowerBound + 11
    guard range.count == 6, end <= bytes.count, Self.centuries.contains(bytes[range.upperBound]),
      (7..<10).allSatisfy({ Self.isDigit(bytes[range.lowerBound + $0]) }), Self.isWord(bytes[end - 1]),
      bytes[end - 1] != UInt8(ascii: "_"), end == bytes.count || !Self.isAlphanumeric(bytes[end])
    else { return nil }
    let digits = bytes[range].map { Int($0 - UInt8(ascii: "0")) }
    return (1...31).contains(Self.pair(digits, 0)) && (1...12).contains(Self.pair(digits, 2)) ? end : nil
  }

  // MARK: Bytes

  static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
  private static func isHexadecimal(_ byte: UInt8) -> Bool { isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 6 }
  private static func isAlphanumeric(_ byte: UInt8) -> Bool { isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 26 }
  private static func isWord(_ byte: UInt8) -> Bool { isAlphanumeric(byte) }
}
