@testable import XACML

/// A policy and a request, with a zero byte between them: decided, explained, written, and analysed.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  let parts = bytes.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false).map(Array.init)
  var library = PolicyLibrary()
  guard (try? library.addRoot(parts[0], file: "policy")) != nil, let point = try? library.decisionPoint() else {
    return 0
  }
  let noon = DateTimeValue(secondsSince1970: 43_200)
  if parts.count == 2, let request = try? Request.read(parts[1], file: "request") {
    let response = Response(point.answer(request, now: noon, trace: Tracer()))
    precondition(!response.xml.isEmpty && !response.json.isEmpty)
    if let altinn = try? AltinnDecisionPoint(point.roots[0], index: library.index) {
      precondition(!altinn.answer(request).isEmpty)
    }
  }
  // The analysis tries combinations; a policy of a few kilobytes has few enough.
  if parts[0].count < 8_192 { _ = PolicyGrants(point.roots[0], in: point) }
  return 0
}
