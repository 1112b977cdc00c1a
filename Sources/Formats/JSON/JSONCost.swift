/// What JSON takes in memory once it is read, in bytes: what ``JSONRecords`` holds, and what an importer makes of it.
enum JSONCost {
  /// A record: its tree, its place, and what is said of it where it cannot be used.
  ///
  /// One of a few bytes says too little to be used: what is kept is why, and the hole that it leaves (measured: 2,500 bytes for
  /// each `{}` among users).
  static func record(bytes: Int) -> Int { bytes < 128 ? 2_560 : 512 }
  /// A value, with what the parser sets aside for it.
  static let node = 96
  /// A list or an object, which an importer may take for a record.
  static let container = 320
}
