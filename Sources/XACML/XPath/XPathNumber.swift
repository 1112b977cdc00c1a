/// Numbers as XPath 1.0 reads and writes them.
enum XPathNumber {
  /// The number that a text is; NaN where it is none. There is no exponent and no plus.
  static func read(_ text: ArraySlice<UInt8>) -> Double {
    var rest = text.drop(while: XPathText.isSpace)
    while let last = rest.last, XPathText.isSpace(last) { rest.removeLast() }
    var digits = 0
    var points = 0
    for (index, byte) in rest.enumerated() {
      switch byte {
      case UInt8(ascii: "-") where index == 0: continue
      case UInt8(ascii: "."): points += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      default: return .nan
      }
    }
    guard digits > 0, points <= 1 else { return .nan }
    var written = String(decoding: rest, as: UTF8.self)
    // `.5` and `5.` have a digit on one side only.
    if written.hasPrefix("-.") {
      written = "-0" + written.dropFirst()
    } else if written.hasPrefix(".") {
      written = "0" + written
    }
    if written.hasSuffix(".") { written += "0" }
    return Double(written) ?? .nan
  }

  /// Without an exponent, and with as many digits as tell it from every other number.
  static func write(_ number: Double) -> String {
    if number.isNaN { return "NaN" }
    if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
    if number == 0 { return "0" }
    if number == number.rounded(), abs(number) < 1e15 { return String(Int64(number)) }
    let sign = number < 0 ? "-" : ""
    let parts = "\(abs(number))".split(separator: "e")
    let halves = parts[0].split(separator: ".")
    let exponent = parts.count > 1 ? Int(parts[1].drop { $0 == "+" }) ?? 0 : 0
    var digits = Array(halves[0] + (halves.count > 1 && halves[1] != "0" ? halves[1] : ""))
    // Where the point stands among the digits.
    var point = halves[0].count + exponent
    if point <= 0 {
      digits.insert(contentsOf: repeatElement("0", count: 1 - point), at: 0)
      point = 1
    } else if point > digits.count {
      digits += repeatElement("0", count: point - digits.count)
    }
    let whole = String(digits[..<point])
    return sign + whole + (point < digits.count ? "." + String(digits[point...]) : "")
  }
}
