@testable import XACML

/// Any bytes as a policy, a request and a response, in each form that is read. None may crash, hang or read outside of
/// what it was given.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  var library = PolicyLibrary()
  try? library.addRoot(bytes, file: "policy")
  try? library.addReference(bytes, file: "reference")
  _ = try? Request.read(bytes, file: "request")
  if let response = try? Response.read(xml: bytes, file: "response") {
    precondition(!response.xml.isEmpty && !response.json.isEmpty)
  }
  _ = try? Response.read(json: bytes, file: "response")
  return 0
}
