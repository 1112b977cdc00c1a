/// Looks for numbers in one reading of a text; see ``IdentityNumbers`` for what is one.
///
/// Every group of digits is taken for the first of a number, also one within a number that was found: none hides behind
/// another. Linear: what is looked at from one group is bounded, and a long row of digits is looked at once.
struct IdentityScan {
  typealias Digits = IdentityDigits.Digits

  let text: PlainText
  /// Digits in these are chance; see ``ChanceDigits``.
  let chance: [Range<Int>]
  private let all: DigitGroups
  private let onlyFirst: Bool
  private(set) var found: [IdentityNumbers.Found] = []
  /// How often a group was compared with a way of writing numbers, or a window of a long row with its check digits.
  private(set) var steps = 0

  init(_ text: PlainText, chance: [Range<Int>], onlyFirst: Bool = false) {
    self.text = text
    self.chance = chance
    self.onlyFirst = onlyFirst
    all = DigitGroups(text.bytes)
    for place in all.groups.indices {
      visit(place)
      if onlyFirst, !found.isEmpty { return }
    }
  }

  private var groups: [DigitGroups.Group] { all.groups }

  private mutating func visit(_ place: Int) {
    steps += 1
    let group = groups[place]
    if group.count == 1 { spacedOut(from: place) }
    if group.count >= 10 { whole(place..<place + 1) }
    finnish(from: place)
    if group.count == 9 { finnishWithoutSign(place) }
    // Most groups have another after them, and most of those are no date.
    guard group.gap.joins else { return }
    let lengths = all.lengths(from: place, 5)
    if group.count >= 6 { inLongerGroups(lengths, at: place) }
    for date in WrittenDate.all where date.fits(lengths) { serials(after: date, lengths, at: place) }
    looselyGrouped(lengths, at: place)
    if lengths.count > 3 { singleDigitDate(lengths, at: place) }
  }

  // MARK: One group

  /// Digits that nothing separates, or single ones that something does.
  private mutating func whole(_ places: Range<Int>) {
    let digits = all.digits(of: places)
    if isTelephone(digits, places.lowerBound) { return }
    if IdentityDigits.isNumber(digits) {
      add(places, number: IdentityDigits.withoutCentury(digits))
    } else if LongDigits.holdNumber(digits, steps: &steps) {
      add(places, number: digits, isWhole: false)
    }
  }

  /// `2 1 9 0 9 0 0 0 7 7 7`: looked at once, from the first of them.
  private mutating func spacedOut(from place: Int) {
    if place > 0, groups[place - 1].count == 1, isSpace(behind: place - 1) { return }
    var end = place + 1
    while end < groups.count, groups[end].count == 1, isSpace(behind: end - 1) { end += 1 }
    steps += end - place
    if end - place >= 10 { whole(place..<end) }
  }

  /// Whether a gap may be within a date, a serial or single digits: one sign, blanks aside. `10, 12, 61, 1234` is a list.
  private func isSpace(behind place: Int) -> Bool {
    let gap = groups[place].gap
    guard gap.joins, let sign = gap.sign else { return false }
    return gap.length == 1 || (sign != UInt8(ascii: ",") && sign != UInt8(ascii: ";"))
  }

  /// `+47` or `+45` and eight digits, `+46` and seven to nine: more often a telephone than somebody's number behind a plus,
  /// unless both Norwegian check digits are right.
  private func isTelephone(_ digits: Digits, _ place: Int) -> Bool {
    let start = groups[place].start
    guard start > 0, text.bytes[start - 1] == UInt8(ascii: "+"), start == 1 || !PlainText.isWord(text.bytes[start - 2])
    else { return false }
    switch IdentityDigits.pair(digits, 0) {
    case 45, 47: return digits.count == 10
    case 46:
      return (9...11).contains(digits.count) && !(digits.count == 11 && IdentityDigits.isCheckedNorwegian(digits))
    default: return false
    }
  }

  // MARK: Date and serial

  private static let serials: [[Int]] = [[4], [5], [3, 2], [2, 3], [2, 2]]

  private mutating func serials(after date: WrittenDate, _ lengths: [Int], at place: Int) {
    guard mayBeDate(date, at: place) else { return }
    let rest = lengths.dropFirst(date.groups.count)
    for serial in Self.serials where rest.starts(with: serial) {
      steps += 1
      let places = place..<place + date.groups.count + serial.count
      let digits = all.digits(of: places)
      if serial.count > 1, !isSerialInParts(serial, date, at: places.upperBound - 2) { continue }
      if IdentityDigits.isNumber(digits, date.order), !isDayWithTime(date, places, digits) {
        add(places, number: IdentityDigits.withoutCentury(digits))
      }
    }
  }

  /// Whether the gaps of a date are those of one.
  private func mayBeDate(_ date: WrittenDate, at place: Int) -> Bool {
    let digits = all.digits(of: place..<place + date.groups.count)
    if date.groups.count == 1 { return date.groups != [6] || !isTimeOfStamp(digits, at: place) }
    for at in place..<place + date.groups.count - 1 {
      guard isSpace(behind: at) else { return false }
      // `12:11:10.1234` is a time.
      if groups[at].gap.sign == UInt8(ascii: ":"), date.groups == [2, 2, 2], IdentityDigits.isTime(digits) {
        return false
      }
    }
    return true
  }

  /// `20261120T101245+0100`, `20261120T101245.1234Z`, `2026-11-20T101245+0100`.
  private func isTimeOfStamp(_ digits: Digits, at place: Int) -> Bool {
    let group = groups[place]
    guard place > 0, groups[place - 1].end == group.start - 1, text.bytes[group.start - 1] | 0x20 == UInt8(ascii: "t"),
      group.gap.length == 1, let sign = group.gap.sign, IdentityDigits.isTime(digits)
    else { return false }
    switch sign {
    case UInt8(ascii: "."), UInt8(ascii: ","): break
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      let zone = all.digits(of: place + 1..<place + 2)
      guard zone.count == 4, IdentityDigits.isZone(zone) else { return false }
    default: return false
    }
    if groups[place - 1].count == 8 { return IdentityDigits.isWholeDay(all.digits(of: place - 1..<place)) }
    return place > 2 && groups[place - 1].count == 2 && groups[place - 2].count == 2 && groups[place - 3].count == 4
  }

  /// Parts of a serial have one sign between them; `200126 12.30` and `200126 12:30` are a day and a time.
  private func isSerialInParts(_ serial: [Int], _ date: WrittenDate, at place: Int) -> Bool {
    guard let sign = groups[place].gap.sign else { return false }
    guard serial == [2, 2] else { return true }
    return date.groups == [6] && sign != UInt8(ascii: ".") && sign != UInt8(ascii: ":")
  }

  /// A day of this century that begins with its year stands before times, counts and other days: there the serial must come
  /// behind one sign, and neither a hyphen nor a sign of the date behind it.
  private func isDayWithTime(_ date: WrittenDate, _ places: Range<Int>, _ digits: Digits) -> Bool {
    guard date.groups == [4, 2, 2], IdentityDigits.pair(digits, 0) == 20 else { return false }
    let next = groups[places.upperBound - 1].gap.sign
    return groups[places.upperBound - 2].gap.length > 1
      || (next != nil && (next == UInt8(ascii: "-") || next == groups[places.lowerBound].gap.sign))
  }

  /// `1.1.1990-0101`.
  private mutating func singleDigitDate(_ lengths: [Int], at place: Int) {
    guard lengths[0] < 3, lengths[1] < 3, lengths[0] + lengths[1] < 4, lengths[2] == 4,
      lengths[3] == 4 || lengths[3] == 5,
      groups[place..<place + 2].allSatisfy({ $0.gap.length == 1 })
    else { return }
    steps += 1
    var digits: Digits = []
    for offset in 0..<4 {
      if lengths[offset] == 1 { digits.append(0) }
      digits += all.digits(of: place + offset..<place + offset + 1)
    }
    guard IdentityDigits.isNumber(digits, .dayFirst) else { return }
    add(place..<place + 4, number: IdentityDigits.withoutCentury(digits))
  }

  // MARK: Check digits

  /// More digits before the date or behind the serial: the check digits must be right. A day with all its digits, and a point in
  /// time, are what they look like.
  private mutating func inLongerGroups(_ lengths: [Int], at place: Int) {
    guard lengths.count > 1, lengths[1] >= 4, lengths[0] > 6 || lengths[1] > 4 else { return }
    let first = all.digits(of: place..<place + 1)
    // And so is a number that is whole without the other group.
    if IdentityDigits.isWholeDay(first) || IdentityDigits.isStamp(first) || IdentityDigits.isNumber(first) { return }
    steps += 1
    let next = first.suffix(6).startIndex
    let ten = all.digits[next..<next + 10]
    let isNorwegian = lengths[1] > 4 && IdentityDigits.isCheckedNorwegian(all.digits[next..<next + 11])
    guard isNorwegian || IdentityDigits.isCheckedDanish(ten) || IdentityDigits.isCheckedSwedish(ten) else { return }
    add(place..<place + 2, number: all.digits(of: place..<place + 2), isWhole: false)
  }

  /// Groups as nobody writes a date and a serial (`1234.56.78901` is an account): one sign between all, and right check digits.
  private mutating func looselyGrouped(_ lengths: [Int], at place: Int) {
    for count in 2...3 where lengths.count >= count {
      let total = lengths.prefix(count).reduce(0, +)
      guard total == 10 || total == 11, lengths.prefix(count) != [6, 4], lengths.prefix(count) != [6, 5] else {
        continue
      }
      let gaps = groups[place..<place + count - 1].map(\.gap)
      guard let sign = gaps[0].sign, gaps.allSatisfy({ $0.sign == sign }) else { continue }
      steps += 1
      let digits = all.digits(of: place..<place + count)
      let isNumber =
        total == 11
        ? IdentityDigits.isCheckedNorwegian(digits)
        : lengths.prefix(count) == [5, 5] && IdentityDigits.isNorwegianWithoutZero(digits, checked: true)
          || [[2, 4, 4], [4, 2, 4], [4, 6]].contains(Array(lengths.prefix(count)))
            && IdentityDigits.isCheckedDanish(digits)
      if isNumber { add(place..<place + count, number: digits) }
    }
  }

  // MARK: Finland

  private mutating func finnish(from place: Int) {
    for date in WrittenDate.ofFinland {
      let end = place + date.groups.count
      guard end <= groups.count,
        zip(date.groups, groups[place..<end]).allSatisfy({ $0 == $1.count })
          || (date.groups == [6] && groups[place].count > 6),
        groups[place..<end - 1].allSatisfy({ $0.gap.joins }), mayBeDate(date, at: place)
      else { continue }
      steps += 1
      let digits = all.digits(of: place..<end)
      let short: Digits =
        date.groups.last == 4 ? Digits(digits.prefix(4)) + Digits(digits.suffix(2)) : digits.suffix(6)
      guard IdentityDigits.isFinnishDate(short),
        let tail = FinnishTail(text.bytes, from: groups[end - 1].end, date: short),
        tail.isRight || (tail.isStrict && digits.count == short.count)
      else { continue }
      let number = short.map { $0 + UInt8(ascii: "0") } + tail.signs
      add(bytes: groups[place].start..<tail.end, number: number, isWhole: true)
    }
  }

  /// `010101900R`, where the sign of the century is one that nobody sees, or none: a letter that is right.
  private mutating func finnishWithoutSign(_ place: Int) {
    let (group, digits) = (groups[place], all.digits(of: place..<place + 1))
    guard group.end < text.bytes.count, PlainText.isLetter(text.bytes[group.end]) else { return }
    let last = PlainText.lowered(text.bytes[group.end])
    guard IdentityDigits.isFinnishDate(digits), IdentityDigits.isFinnishCheck(last, of: digits) else { return }
    add(bytes: group.start..<group.end + 1, number: digits.map { $0 + UInt8(ascii: "0") } + [last], isWhole: true)
  }

  // MARK: Finds

  private mutating func add(_ places: Range<Int>, number: Digits, isWhole: Bool = true) {
    let (first, last) = (groups[places.lowerBound], groups[places.upperBound - 1])
    add(bytes: first.start..<last.end, number: number.map { $0 + UInt8(ascii: "0") }, isWhole: isWhole)
  }

  private mutating func add(bytes: Range<Int>, number: [UInt8], isWhole: Bool) {
    let range = text.source(of: bytes)
    guard !ChanceDigits.overlap(range, chance) else { return }
    found.append(IdentityNumbers.Found(range: range, number: number, isWhole: isWhole))
  }
}

/// In which groups of digits a date is written.
struct WrittenDate {
  var groups: [Int]
  var order: IdentityDigits.Order

  static let all = [
    WrittenDate(groups: [6], order: .either), WrittenDate(groups: [8], order: .either),
    WrittenDate(groups: [2, 2, 2], order: .either), WrittenDate(groups: [2, 2, 4], order: .dayFirst),
    WrittenDate(groups: [4, 2, 2], order: .yearFirst),
  ]
  static let ofFinland = [all[0], all[2], all[3]]

  func fits(_ lengths: [Int]) -> Bool { lengths.count > groups.count && lengths.starts(with: groups) }
}
