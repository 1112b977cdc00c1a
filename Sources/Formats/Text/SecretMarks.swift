internal import CSimdjson

/// Places in a text at which something may begin that is a secret by its shape: `://`, `eyJ`, `-----`, `Bearer`, `=` and their like.
///
/// Most texts have none, and are passed over sixteen bytes at a time.
package enum SecretMarks {
  /// The first one from a place on; `nil` where there is none.
  /// - Parameter isSource: the bytes are the source of a JSON text, in which signs may be spelt out: such ones are marks too.
  package static func next(in bytes: UnsafeBufferPointer<UInt8>, from place: Int, isSource: Bool = false) -> Int? {
    guard let base = bytes.baseAddress, place < bytes.count else { return nil }
    let found = sj_sweep(base, bytes.count, place, isSource ? 1 : 0)
    return found < bytes.count ? found : nil
  }
}
