import FoundationEssentials

/// A signature over a manifest: a DSSE envelope around an in-toto statement whose subject is `manifest.json`.
///
/// Other tools read it: securesystemslib, cosign, or OpenSSL over the bytes that DSSE says are signed.
package struct Envelope: Sendable {
  package static let fileName = "signature.dsse.json"
  /// The public half of the key that signed, for whoever has nothing to compare it with.
  package static let keyName = "signer.pub"
  static let payloadType = "application/vnd.in-toto+json"
  static let predicateType = "https://tilsyn.example/evidence/v1"

  package let keyID: String
  private let payload: [UInt8]
  private let signature: [UInt8]

  /// Signs a manifest.
  package init(signing manifest: Manifest, with key: SigningKey) throws {
    payload = Self.statement(manifest)
    keyID = key.publicKey.id
    signature = try key.signature(for: Self.signedBytes(payload))
  }

  /// Reads an envelope; `nil` where it is none, or a byte of it is another than this program writes.
  package init?(_ bytes: [UInt8]) {
    guard let json = CanonicalJSON(canonical: bytes), json["payloadType"]?.text == Self.payloadType,
      let payload = json["payload"]?.text.flatMap(Self.decoded), let signatures = json["signatures"]?.elements,
      signatures.count == 1, let keyID = signatures[0]["keyid"]?.text,
      let signature = signatures[0]["sig"]?.text.flatMap(Self.decoded)
    else { return nil }
    (self.keyID, self.payload, self.signature) = (keyID, payload, signature)
    guard self.bytes == bytes else { return nil }
  }

  package var bytes: [UInt8] {
    CanonicalJSON.object([
      "payloadType": .text(Self.payloadType), "payload": .text(Data(payload).base64EncodedString()),
      "signatures": .list([
        .object(["keyid": .text(keyID), "sig": .text(Data(signature).base64EncodedString())])
      ]),
    ]).bytes
  }

  /// Whether it is about a manifest.
  package func isAbout(_ manifest: Manifest) -> Bool { payload == Self.statement(manifest) }

  /// Whether a key made it.
  package func isSigned(by key: PublicKey) -> Bool {
    key.id == keyID && key.isValid(signature, for: Self.signedBytes(payload))
  }

  private static func decoded(_ text: String) -> [UInt8]? {
    guard let data = Data(base64Encoded: text), data.base64EncodedString() == text else { return nil }
    return Array(data)
  }

  /// `DSSEv1 28 application/vnd.in-toto+json LENGTH PAYLOAD`
  private static func signedBytes(_ payload: [UInt8]) -> [UInt8] {
    Array("DSSEv1 \(payloadType.utf8.count) \(payloadType) \(payload.count) ".utf8) + payload
  }

  private static func statement(_ manifest: Manifest) -> [UInt8] {
    CanonicalJSON.object([
      "_type": .text("https://in-toto.io/Statement/v1"),
      "subject": .list([
        .object([
          "name": .text(Manifest.fileName), "digest": .object(["sha256": .text(manifest.digest)]),
        ])
      ]),
      "predicateType": .text(predicateType),
      "predicate": .object([
        "as_of": .text(manifest.asOf), "exit": .int(manifest.exit), "number": .int(manifest.number),
        "previous": manifest.previous.map { .text($0.sha256) } ?? .null,
      ]),
    ]).bytes
  }
}
