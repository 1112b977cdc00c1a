import Budget
import Foundation
import TestSupport
import Testing

@testable import Formats

/// Beginnings of files: what is read of one, and whether that is all of it.
@Suite struct ByteStreamTests {
  private func withFile<Result>(_ bytes: [UInt8], _ body: (FilePath) throws -> Result) throws -> Result {
    let path = FileManager.default.temporaryDirectory.appending(path: "stream-\(UUID().uuidString)")
    try Data(bytes).write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    return try body(FilePath(path.path))
  }

  /// Sizes around every buffer that a file is read by, packed and not.
  static let sizes = [0, 1, 3, 4, 5, 4095, 4096, 4097, 9_999, 10_000, 10_001, 65_536, 100_000]

  @Test(arguments: sizes, [false, true])
  func theBeginningOfAFileIsAllOfItWhereItIsShorterThanTheLimit(_ size: Int, _ isPacked: Bool) throws {
    let content = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
    let stored = isPacked ? PackedFile.gzip(content) : content
    try withFile(stored) { path in
      var seen: [UInt8] = []
      let opened = try ByteStream.opening(of: path, limit: 10_000) { seen += Array($0) }
      #expect(opened.bytes == Array(content.prefix(10_000)))
      // At the limit itself nobody has seen the end.
      #expect(opened.isWhole == (size < 10_000))
      // The digest of a file that is not opened again is one of all its bytes, as they lie on disk.
      if opened.isWhole { #expect(seen == stored) }
      let beginning = try ByteStream.beginning(of: path, limit: 10_000)
      let whole = try ByteStream.whole(path)
      #expect(beginning == opened.bytes && whole == content)
      #expect(FileStatus.size(of: path) == stored.count)
    }
  }

  @Test func aPackedFileThatBreaksOffIsNotWhole() throws {
    let packed = PackedFile.gzip(Array("id,name\n1,Anna\n".utf8))
    for count in 4..<packed.count {
      try withFile(Array(packed.prefix(count))) { path in
        let opened = try ByteStream.opening(of: path, limit: 10_000)
        #expect(!opened.isWhole, "\(count)")
        #expect(throws: FormatProblem.self) { try ByteStream.whole(path) }
      }
    }
  }

  @Test func aFolderHasNoSizeAndNoBeginning() throws {
    let folder = FilePath(FileManager.default.temporaryDirectory.path)
    #expect(FileStatus.size(of: folder) == 0 && FileStatus.size(of: folder.appending(Array("missing".utf8))) == 0)
    #expect(throws: FormatProblem.self) { _ = try ByteStream.opening(of: folder, limit: 10) }
  }
}
