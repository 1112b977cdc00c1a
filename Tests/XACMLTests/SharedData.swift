import Foundation

/// Public test data beside the checkout, which not everybody has.
enum SharedData {
  /// A folder of it, `nil` where there is none.
  static func folder(_ name: String) -> String? {
    var shared = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { shared.deleteLastPathComponent() }
    shared.appendPathComponent("shared")
    if let named = ProcessInfo.processInfo.environment["TILSYN_SHARED"] { shared = URL(fileURLWithPath: named) }
    let path = shared.appendingPathComponent("data/\(name)").path
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }
}
