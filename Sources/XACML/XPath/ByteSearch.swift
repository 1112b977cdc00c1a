/// Looks for one text in another in time linear in both, whatever they are.
enum ByteSearch {
  /// Bytes that a search takes for each byte that is looked for.
  static let sizePerByte = 8

  /// Where the part first begins, counted from the beginning of the text; `nil` where it is not there.
  static func first<Text: RandomAccessCollection<UInt8>, Part: RandomAccessCollection<UInt8>>(
    _ part: Part, in text: Text
  ) -> Int? {
    guard !part.isEmpty else { return 0 }
    guard part.count <= text.count else { return nil }
    let part = Array(part)
    // For each beginning of the part how long its longest end is that is a beginning of it too (Knuth, Morris, Pratt).
    var borders = Array(repeating: 0, count: part.count)
    var length = 0
    for place in part.indices.dropFirst() {
      while length > 0, part[place] != part[length] { length = borders[length - 1] }
      if part[place] == part[length] { length += 1 }
      borders[place] = length
    }
    length = 0
    for (place, byte) in text.enumerated() {
      while length > 0, byte != part[length] { length = borders[length - 1] }
      if byte == part[length] { length += 1 }
      if length == part.count { return place + 1 - length }
    }
    return nil
  }
}
