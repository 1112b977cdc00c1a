import Foundation

@testable import ImportCore

/// Where the texts behind the digests go, when somebody wants to compare them.
enum Net {
  private static let folder = ProcessInfo.processInfo.environment["TILSYN_NET"]

  static func keep(_ text: String, named name: String) {
    guard let folder else { return }
    let file = URL(filePath: folder).appending(path: name.replacing("/", with: "."))
    try? FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try? text.write(to: file, atomically: true, encoding: .utf8)
  }

  /// What a test loads from a folder that it wrote, under a name that depends on what is in it.
  static func keep(_ loaded: LoadedSources, of path: String, _ settings: @autoclosure () -> String) -> LoadedSources {
    guard folder != nil else { return loaded }
    var inputs = Digest.Inputs(settings().replacing(path, with: ""))
    for name in (try? FileManager.default.subpathsOfDirectory(atPath: path).sorted()) ?? [] {
      inputs.add(name, (try? Data(contentsOf: URL(filePath: "\(path)/\(name)"))) ?? Data())
    }
    keep(loaded.text.replacing(path, with: ""), named: "loaded.\(inputs.digest)")
    return loaded
  }
}

extension Digest {
  fileprivate struct Inputs {
    private var bytes: [UInt8]
    init(_ settings: String) { bytes = Array(settings.utf8) }

    mutating func add(_ name: String, _ content: Data) {
      bytes += Array("\(name) \(content.count)\n".utf8) + content
    }

    var digest: String { Digest.of(bytes) }
  }
}
