import Formats
import ImportCore

/// The frameworks that came with the program, or those of a folder that the environment names.
struct ShippedFrameworks {
  static let suffix = ".yaml"

  /// Files by the ids of their frameworks: each file bears the name of its own.
  let files: [String: FilePath]
  /// Their texts, where they are part of the program.
  let builtIn: [String: [UInt8]]
  /// The folder, as messages name it; `nil` where none is there.
  let folder: String?

  /// Lists the folder: that of TILSYN_FRAMEWORKS, else the one beside the shipped packs.
  init(_ environment: Environment, builtInFiles: BuiltInFiles = .own) throws {
    builtIn = environment["FRAMEWORKS"] == nil ? Self.builtIn(builtInFiles) : [:]
    if !builtIn.isEmpty {
      (folder, files) = (nil, [:])
    } else if let named = environment["FRAMEWORKS"] {
      folder = FilePath(named).shown
      files = try Self.list(FilePath(named))
    } else if let policies = PolicyFiles.shipped() {
      let path = FilePath(String(policies.dropLast("policies".count)) + "frameworks")
      let isThere = FileStatus.exists(path)
      folder = isThere ? path.shown : nil
      files = isThere ? try Self.list(path) : [:]
    } else {
      (folder, files) = (nil, [:])
    }
  }

  private static func list(_ folder: FilePath) throws -> [String: FilePath] {
    do throws(FileProblem) {
      let ending = Array(suffix.utf8)
      let names = try OpenFolder(folder).names().filter {
        $0.first != UInt8(ascii: ".") && $0.count > ending.count && $0.suffix(ending.count).elementsEqual(ending)
      }
      return Dictionary(
        names.map { (String(decoding: $0.dropLast(ending.count), as: UTF8.self), folder.appending($0)) }
      ) { first, _ in first }
    } catch {
      throw CommandFailure.notJudged(
        "cannot list the frameworks in `\(folder.shown)`: \(error.phrase)",
        help: "TILSYN_FRAMEWORKS names the folder `frameworks` that came with tilsyn")
    }
  }

  private static func builtIn(_ files: BuiltInFiles) -> [String: [UInt8]] {
    let folder = "frameworks"
    return Dictionary(
      files.files(below: folder, ending: suffix).map {
        (String($0.path.dropFirst(folder.count + 1).dropLast(suffix.count)), $0.bytes)
      }
    ) { first, _ in first }
  }

  /// The ids of all, sorted.
  var ids: [String] { (Array(files.keys) + builtIn.keys).sorted() }

  /// Where a file of it is said to be: where the program lies on this machine is no part of a result.
  func shown(_ id: String) -> String { "frameworks/\(id)\(Self.suffix)" }
}
