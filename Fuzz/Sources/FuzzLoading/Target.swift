import Foundation

@testable import FactStore
@testable import Formats
@testable import ImportCore
@testable import Importers

private let folder = NSTemporaryDirectory() + "tilsyn-fuzz-\(getpid())"

/// The name of a file, a line break, and what is in it: recognised, mapped and imported as a folder of exports is. Then read
/// as a stream, in blocks so small that every token stands across a border somewhere.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  let parts = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 1, omittingEmptySubsequences: false)
  guard parts.count == 2 else { return 0 }
  // A name within the folder, whatever was made of it.
  let name = String(decoding: parts[0].suffix(80), as: UTF8.self).filter { $0 != "/" && $0 != "\0" && $0 != "\\" }
  guard !name.isEmpty, name != ".", name != ".." else { return 0 }
  try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  let path = folder + "/" + name
  guard FileManager.default.createFile(atPath: path, contents: Data(parts[1])) else { return 0 }
  defer { unlink(path) }
  _ = try? Loader(configuration: Configuration(.all), asOf: CalendarDate("2026-11-20")!, jobs: 1).load([folder])
  stream(FilePath(path), blockSize: 1 + count % 61)
  return 0
}

private func stream(_ path: FilePath, blockSize: Int) {
  if let file = try? JSONLineFile(path, blockSize: blockSize) {
    let parser = JSONLineParser()
    try? file.forEachBlock { block in block.extract(columns: ["id", "name"], parser: parser) { _ = $0.rejections } }
  }
  if let file = try? JSONArrayFile(path, blockSize: blockSize) {
    let parser = JSONElementParser()
    while let block = file.next() { block.forEach(parser: parser) { _, _, _ in } }
  }
}
