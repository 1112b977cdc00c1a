import FactStore
import Testing

@testable import ImportCore

/// The short way against the definition.
@Suite struct NormalFormTests {
  @Test func readsWhatTheDefinitionReads() {
    var texts = [
      "", " ", "@", "a@", "@b", "a@b", "A@B.dk", " a@b.dk ", "a@b@c", "a b@c", "a@b.dk\n", "ø@b.dk", "a@Ø.dk",
      "<a@b.dk>",
      "a,b@c.dk", "a:b@c", "a\u{7F}@b", "a\u{1}b@c", "\u{FEFF}a@b.dk", "{00000000-0000-4000-8000-00000000000A}",
      "00000000-0000-4000-8000-00000000000A", "00000000-0000-4000-8000-00000000000g",
      "00000000-0000-4000-8000-0000000000000", "00000000000040008000000000000000", "a@b\"", "É@b.dk", "İ@b.dk",
    ]
    var state: UInt64 = 99
    let alphabet = Array("aB9-@. ,;<Øé\u{301}\n")
    for _ in 0..<3000 {
      texts.append(
        String(
          (0..<8).map { _ -> Character in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return alphabet[Int(state >> 33) % alphabet.count]
          }))
    }
    for text in texts {
      for form in NormalForm.allCases {
        #expect(form.read(text) == form.normalise(text), "\(form) \(text.debugDescription)")
      }
    }
  }
}
