import Formats
import Foundation
import Localization

/// Reads a file that the command line names, by the bytes of its name; a pipe that a shell hands over too.
enum ArgumentFile {
  /// What stands for standard input where a file is named.
  static let standardInput = "-"

  /// The whole content.
  /// - Parameters:
  ///   - limit: bytes that it may have; what is longer is refused, not cut.
  ///   - what: what it is, for whoever named it.
  static func bytes(_ argument: String, limit: Int = .max, _ what: NamedFile) throws(CommandFailure) -> [UInt8] {
    guard argument == standardInput else { return try bytes(FilePath(argument), limit: limit, what) }
    let name: Phrase = "\(what.phrase) on standard input"
    return try drain(STDIN_FILENO, limit, name)
  }

  static func bytes(_ path: FilePath, limit: Int = .max, _ what: NamedFile) throws(CommandFailure) -> [UInt8] {
    let name: Phrase = "\(what.phrase) `\(path.shown)`"
    do throws(FileProblem) {
      _ = try FileStatus.of(path)
    } catch {
      throw failure(name, error.phrase)
    }
    let descriptor = path.withCString { open($0, O_RDONLY | O_CLOEXEC | O_NOCTTY) }
    guard descriptor >= 0 else { throw failure(name, SystemError.last.reason) }
    defer { close(descriptor) }
    return try drain(descriptor, limit, name)
  }

  private static func drain(_ descriptor: Int32, _ limit: Int, _ name: Phrase) throws(CommandFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = block.withUnsafeMutableBytes { read(descriptor, $0.baseAddress!, $0.count) }
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw failure(name, errno == EISDIR ? "it is a folder" : SystemError.last.reason)
      }
      guard count <= limit - bytes.count else { throw failure(name, "it is larger than \(limit >> 20) MiB") }
      bytes += block[..<count]
    }
  }

  private static func failure(_ name: Phrase, _ reason: Phrase) -> CommandFailure {
    .notJudged("cannot read \(name): \(reason)", help: "give a file that can be read, or `-` for standard input")
  }
}
