@testable import FactStore
@testable import PolicyEngine

/// Any bytes as the words of a file are used: compared, normalised as addresses and domains, matched by patterns, and read
/// as a policy. What the first line is stands for the pattern.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let text = String(decoding: bytes, as: UTF8.self)
  precondition(UnicodeText.canonical(UnicodeText.canonical(text)).utf8.elementsEqual(UnicodeText.canonical(text).utf8))
  _ = UnicodeText.folded(text)
  _ = UnicodeText.compatible(text)
  for form in [NormalForm.email, .domain, .uuid, .orgnr, .cvr] {
    guard let normal = form.normalise(text) else { continue }
    precondition(form.normalise(normal)?.utf8.elementsEqual(normal.utf8) == true, "a normal form is its own")
  }
  let parts = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 1, omittingEmptySubsequences: false)
  let pattern = String(decoding: parts[0], as: UTF8.self)
  let subject = Array(parts.count == 2 ? parts[1].prefix(1_024) : [])
  subject.withUnsafeBufferPointer { subject in
    if let compiled = try? Pattern(pattern) { _ = compiled.matches(subject) }
    if pattern.utf8.count <= 256 { _ = Glob(pattern).matches(subject) }
  }
  let source = SourceText(path: "t.policy", bytes: bytes)
  let parsed = Parser.parse([source])
  _ = DiagnosticRenderer.render(Array(parsed.diagnostics.prefix(3)), sources: [source], color: false)
  return 0
}
