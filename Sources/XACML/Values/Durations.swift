/// Days, hours, minutes and seconds, `-P3DT10H30M`.
public struct DayTimeDuration: Hashable, Sendable {
  var length: Moment

  init(length: Moment) { self.length = length }

  init?(_ text: String) {
    var scanner = Scanner(text.trimmed)
    let isNegative = scanner.take("-")
    guard scanner.take("P") else { return nil }
    var total = Moment(seconds: 0, fraction: 0)
    var parts = 0
    func add(_ count: Int64, _ unit: Int64) -> Bool {
      let (seconds, overflows) = count.multipliedReportingOverflow(by: unit)
      guard !overflows, let sum = total.adding(Moment(seconds: seconds, fraction: 0)) else { return false }
      total = sum
      parts += 1
      return true
    }
    if let peek = scanner.peek, peek != UInt8(ascii: "T") {
      guard let days = scanner.digits(1...18), scanner.take("D"), add(days, 86_400) else { return nil }
    }
    if scanner.take("T") {
      let before = parts
      var allowed = ["H", "M", "S"][...]
      while let peek = scanner.peek, !allowed.isEmpty {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(peek), let count = scanner.digits(1...18) else {
          return nil
        }
        if scanner.take("H") {
          guard allowed.contains("H"), add(count, 3_600) else { return nil }
          allowed = ["M", "S"]
        } else if scanner.take("M") {
          guard allowed.contains("M"), add(count, 60) else { return nil }
          allowed = ["S"]
        } else if scanner.take("S") {
          guard add(count, 1) else { return nil }
          allowed = []
        } else if scanner.take(".") {
          guard let fraction = scanner.fraction(), scanner.take("S"), add(count, 1),
            let sum = total.adding(Moment(seconds: 0, fraction: fraction))
          else { return nil }
          total = sum
          allowed = []
        } else {
          return nil
        }
      }
      if parts == before { return nil }
    }
    guard parts > 0, scanner.isAtEnd else { return nil }
    length = isNegative ? total.negated : total
  }

  var negated: DayTimeDuration { DayTimeDuration(length: length.negated) }

  /// The canonical form: no unit larger than its next, nothing that is zero.
  var text: String {
    let isNegative = length.seconds < 0
    let size = isNegative ? length.negated : length
    if size.seconds == 0, size.fraction == 0 { return "PT0S" }
    var text = isNegative ? "-P" : "P"
    if size.seconds >= 86_400 { text += "\(size.seconds / 86_400)D" }
    let (hours, minutes, seconds) = (size.seconds / 3_600 % 24, size.seconds / 60 % 60, size.seconds % 60)
    if hours + minutes + seconds > 0 || size.fraction > 0 {
      text += "T"
      if hours > 0 { text += "\(hours)H" }
      if minutes > 0 { text += "\(minutes)M" }
      if seconds > 0 || size.fraction > 0 { text += "\(seconds)\(fractionText(size.fraction))S" }
    }
    return text
  }
}

/// Years and months, `-P1Y2M`.
public struct YearMonthDuration: Hashable, Sendable {
  var months: Int64

  init(months: Int64) { self.months = months }

  init?(_ text: String) {
    var scanner = Scanner(text.trimmed)
    let isNegative = scanner.take("-")
    guard scanner.take("P"), var count = scanner.digits(1...15) else { return nil }
    var total: Int64 = 0
    if scanner.take("Y") {
      total = count * 12
      if scanner.isAtEnd {
        months = isNegative ? -total : total
        return
      }
      guard let rest = scanner.digits(1...15) else { return nil }
      count = rest
    }
    guard scanner.take("M"), scanner.isAtEnd else { return nil }
    total += count
    months = isNegative ? -total : total
  }

  var negated: YearMonthDuration { YearMonthDuration(months: -months) }

  var text: String {
    let size = abs(months)
    if size == 0 { return "P0M" }
    let years = size >= 12 ? "\(size / 12)Y" : ""
    return (months < 0 ? "-P" : "P") + years + (size % 12 > 0 ? "\(size % 12)M" : "")
  }
}
