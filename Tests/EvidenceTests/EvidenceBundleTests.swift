import Crypto
import FactStore
import Formats
import Foundation
import Testing

@testable import Evidence

struct EvidenceBundleTests {
  static func manifest(_ number: Int = 1, after previous: Manifest? = nil, files: [Manifest.File] = []) -> Manifest {
    var run = Manifest.Run()
    run.paths = ["exports"]
    return Manifest(
      version: "0.1.0", commit: "abc", asOf: "2026-11-20", exit: 1, number: number,
      previous: previous.map { .init(number: $0.number, sha256: $0.digest) }, run: run, files: files,
      inputs: [.init(path: "a.json", kind: "kitos.users", sha256: String(repeating: "0a", count: 32), records: 3)])
  }

  /// A key as OpenSSL would write it.
  static func key(expires: String? = nil) throws -> SigningKey {
    let raw = Curve25519.Signing.PrivateKey().rawRepresentation
    let der: [UInt8] = [
      0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
    ]
    let head = expires.map { "Expires: \($0)\n" } ?? ""
    let pem =
      "\(head)-----BEGIN PRIVATE KEY-----\n\(Data(der + raw).base64EncodedString())\n-----END PRIVATE KEY-----\n"
    return try #require(SigningKey(Array(pem.utf8)))
  }

  /// A bundle on disk, signed where there is a key.
  static func write(_ key: SigningKey?, in folder: URL) throws {
    var contents: [(String, [UInt8])] = [("result.json", Array("{}".utf8)), ("policies/0001", Array("policy".utf8))]
    if let key { contents.append((Envelope.keyName, key.publicKey.pem)) }
    let manifest = manifest(files: contents.map { Manifest.File(path: $0.0, bytes: $0.1) }.sorted { $0.path < $1.path })
    contents.append((Manifest.fileName, manifest.bytes))
    if let key { contents.append((Envelope.fileName, try Envelope(signing: manifest, with: key).bytes)) }
    try FileManager.default.createDirectory(
      at: folder.appending(path: "policies"), withIntermediateDirectories: true)
    for (name, bytes) in contents { try Data(bytes).write(to: folder.appending(path: name)) }
  }

  @Test func aManifestReadsBackAndNoByteOfItMayChange() {
    let manifest = Self.manifest(2, after: Self.manifest())
    let bytes = manifest.bytes
    #expect(Manifest(bytes) == manifest)
    for at in bytes.indices {
      for change: UInt8 in [1, 0x20, 0x80] {
        var changed = bytes
        changed[at] ^= change
        #expect(Manifest(changed) == nil, "byte \(at)")
      }
    }
  }

  @Test(arguments: [true, false]) func noByteOfABundleMayChange(isSigned: Bool) throws {
    let folder = URL.temporaryDirectory.appending(path: "tilsyn-bundle-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let key = isSigned ? try Self.key() : nil
    try Self.write(key, in: folder)
    let place = FilePath(folder.path)
    let bundle = try EvidenceBundle(place)
    if let key { try bundle.verify(key.publicKey) }
    for name in Array(bundle.contents.keys) + [Manifest.fileName] + (isSigned ? [Envelope.fileName] : []) {
      let file = folder.appending(path: name)
      let bytes = Array(try Data(contentsOf: file))
      for at in bytes.indices {
        var changed = bytes
        changed[at] ^= 1
        try Data(changed).write(to: file)
        #expect(throws: EvidenceProblem.self, "\(name), byte \(at)") { try EvidenceBundle(place) }
      }
      try FileManager.default.removeItem(at: file)
      #expect(throws: EvidenceProblem.self, "without \(name)") { try EvidenceBundle(place) }
      try Data(bytes).write(to: file)
    }
    try Data([1]).write(to: folder.appending(path: "policies/more"))
    #expect(throws: EvidenceProblem.self) { try EvidenceBundle(place) }
  }

  @Test func anotherKeyAndAnExpiredOneAreTold() throws {
    let folder = URL.temporaryDirectory.appending(path: "tilsyn-bundle-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let key = try Self.key(expires: "2026-11-20")
    try Self.write(key, in: folder)
    let bundle = try EvidenceBundle(FilePath(folder.path))
    try bundle.verify(key.publicKey)
    let other = try Self.key().publicKey
    #expect(throws: EvidenceProblem.self) { try bundle.verify(other) }
    let expired = PublicKey(key: key.publicKey.key, expires: CalendarDate("2026-11-19"))
    #expect(throws: EvidenceProblem.self) { try bundle.verify(expired) }
  }

  @Test func aChainIsWholeBrokenOrForked() throws {
    let folder = URL.temporaryDirectory.appending(path: "tilsyn-log-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    func put(_ manifest: Manifest, _ name: String) throws {
      let place = folder.appending(path: name)
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      try Data(manifest.bytes).write(to: place.appending(path: Manifest.fileName))
    }
    let first = Self.manifest()
    let second = Self.manifest(2, after: first)
    let third = Self.manifest(3, after: second)
    for (name, manifest) in [("0001", first), ("0002", second), ("0003", third)] { try put(manifest, name) }
    let place = FilePath(folder.path)
    #expect(try EvidenceLog(place).problems.isEmpty && EvidenceLog(place).last == third)
    var other = second
    other.exit = 0
    try put(other, "0002b")
    #expect(try EvidenceLog(place).problems.count == 1)
    try FileManager.default.removeItem(at: folder.appending(path: "0002b"))
    try FileManager.default.removeItem(at: folder.appending(path: "0002"))
    #expect(try EvidenceLog(place).problems.count == 1)
    try put(other, "0002")
    #expect(try EvidenceLog(place).problems.count == 1 && EvidenceLog(place).problem(of: third) != nil)
  }
}
