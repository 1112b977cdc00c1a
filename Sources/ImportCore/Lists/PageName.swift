import FactStore
import Localization

/// The number at the end of a file's name, as people give it to the pages of one list: `users-0.json`, `users (2).json`,
/// `users_page3.json`, `pages/4.json`.
package struct PageName: Hashable, Sendable {
  /// The folder and the name without the number, so that files of one list have the same.
  var stem: String
  /// `nil` where the name ends in no number that can be one of a page.
  package var number: Int?
  /// The name says that the number is that of a page.
  var saysPage = false

  package init(_ path: String) {
    // All that is looked for is ASCII, and is found among bytes.
    let bytes = path.utf8
    let start = bytes.lastIndex(of: UInt8(ascii: "/")).map { bytes.index(after: $0) } ?? path.startIndex
    let dot = bytes[start...].lastIndex(of: UInt8(ascii: ".")) ?? path.endIndex
    let (folder, ending) = (path[..<start], path[dot...])
    var name = path[start..<dot]
    if name.utf8.last == UInt8(ascii: ")"), name.utf8.contains(UInt8(ascii: "(")) { name = Self.dropLast(name, 1) }
    let digits = name.utf8.reversed().prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
    let before = Self.withoutSeparators(Self.dropLast(name, digits))
    // Four digits are a year, and digits in front of them a date or an identifier.
    guard (1...3).contains(digits), let value = Int(name.suffix(digits)),
      before.last?.isNumber != true
    else {
      stem = folder + Self.withoutSeparators(name).lowercased() + ending.lowercased()
      return
    }
    number = value
    let wordless = Self.withoutWord(before)
    saysPage = wordless.endIndex < before.endIndex
    stem = folder + Self.withoutSeparators(wordless).lowercased() + ending.lowercased()
  }

  private static func dropLast(_ text: Substring, _ count: Int) -> Substring {
    text[..<text.utf8.index(text.endIndex, offsetBy: -count)]
  }

  private static func withoutSeparators(_ text: Substring) -> Substring {
    dropLast(text, text.utf8.reversed().prefix { "-_. (#".utf8.contains($0) }.count)
  }

  private static func withoutWord(_ text: Substring) -> Substring {
    for word in ["page", "side", "part", "del"]
    where text.utf8.suffix(word.utf8.count).elementsEqual(word.utf8, by: { $0 | 0x20 == $1 }) {
      return dropLast(text, word.utf8.count)
    }
    return text
  }

  /// Files of one kind whose names differ in their numbers only.
  package struct Series: Hashable, Sendable {
    package var kind: String?
    var stem: String
  }

  /// Why pages are missing among the files of a series. Where each file is of an organisation of its own, the numbers are
  /// those of the organisations.
  package static func gap(_ claims: [ListClaim]) -> Phrase? {
    let organisations = Set(claims.map(\.organisation))
    if claims.count > 1, organisations.count == claims.count { return nil }
    return gap(claims.map(\.name))
  }

  /// Why pages are missing among files of one list, by the numbers of their names; `nil` where none is.
  ///
  /// Numbers begin with 0 or 1; a file of the same name without a number is the first. Offsets count as numbers do: 0, 250,
  /// 500.
  package static func gap(_ names: [PageName]) -> Phrase? {
    let numbers = Set(names.compactMap(\.number)).sorted()
    guard let first = numbers.first, let last = numbers.last else { return nil }
    let hasUnnumbered = names.contains { $0.number == nil }
    // One file alone: `users-2` may be the second download of a whole list, `users_page2` is the second page.
    if numbers.count == 1 {
      return first >= 2 && !hasUnnumbered && names[0].saysPage ? missing(1) : nil
    }
    if first == 0, numbers.count > 1 {
      let step = numbers[1]
      if step > 9, zip(numbers, numbers.dropFirst()).allSatisfy({ $1 - $0 == step }) { return nil }
    }
    for number in min(first, 1)...last where !numbers.contains(number) {
      if number <= 1, hasUnnumbered { continue }
      return missing(number)
    }
    return nil
  }

  private static func missing(_ number: Int) -> Phrase {
    "the files of this list are numbered, and number \(number) is not among them"
  }
}
