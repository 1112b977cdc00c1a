/// What JSON takes in memory once it is read, in bytes: what ``JSONRecords`` holds, and what an importer makes of it.
enum JSONCost {
  /// A record: its tree, its place, and what is said of it where it cannot be used.
  static let record = 512
  /// A value, with what the parser sets aside for it.
  static let node = 96
  /// A list or an object, which an importer may take for a record.
  static let container = 320
}
