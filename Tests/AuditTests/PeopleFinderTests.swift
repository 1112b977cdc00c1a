import Audit
import FactStore
import TestSupport
import Testing

/// Whom a text names, however it is written.
struct PeopleFinderTests {
  private static let people = People(
    names: ["Bo", "Kari Anne Nordmann", "Ole Brumm", "Åse Ærlig-Ødegård"],
    functional: ["kari.nordmann@kommune.example", "kari.nordmann2@kommune.example", "post@kommune.example"],
    domains: ["kommune.example"])

  private func replaced(_ text: String, _ people: People = people) -> String {
    PeopleFinder(people).replaced(in: text) { found in
      switch found {
      case .name(let name): "<\(name)>"
      case .address(_, let domain): "<address>" + (domain.map { "@\($0)" } ?? "")
      case .functional: nil
      }
    }
  }

  @Test(arguments: [
    ("Kari Anne Nordmann may write", "<Kari Anne Nordmann> may write"),
    ("KARI  ANNE\tNORDMANN", "<Kari Anne Nordmann>"), ("Nordmann, Kari Anne:", "<Kari Anne Nordmann>:"),
    ("kari_nordmann.csv", "<Kari Anne Nordmann>.csv"), ("Nordmann Kari", "<Kari Anne Nordmann>"),
    ("hr.person(name: \"Ole \\\"Brumm\")", "hr.person(name: \"<Ole Brumm>\")"),
    ("A\u{30A}se Ærlig Ødegård og åse ærlig-ødegård", "<Åse Ærlig-Ødegård> og <Åse Ærlig-Ødegård>"),
    ("Åse Ær\u{AD}lig Ødegård", "<Åse Ærlig-Ødegård>"),
    ("“Ole Brumm”", "“<Ole Brumm>”"), ("Ole\u{A0}Brumm", "<Ole Brumm>"),
    // A word is a word: no part of another one, and no name where much stands between.
    ("Karianne Nordmann", "Karianne Nordmann"), ("Ole Brummesen", "Ole Brummesen"),
    ("Ole is not here, says Brumm", "Ole is not here, says Brumm"),
    // One word alone may be any word.
    ("Bo bor her", "Bo bor her"), ("name: \"Bo\"", "name: \"<Bo>\""), ("Bo", "<Bo>"),
    // Addresses show themselves.
    ("ole@kommune.example is a person's", "<address>@kommune.example is a person's"),
    ("<OLE@Kommune.Example>.", "<<address>@kommune.example>."), ("ole@brumm.example", "<address>"),
    ("users/ole+x@kommune.example.", "users/<address>@kommune.example."),
    ("post@kommune.example", "post@kommune.example"), ("POST@kommune.example,", "POST@kommune.example,"),
    ("postmaster@kommune.example", "<address>@kommune.example"),
    // A leaver's mailbox that was made a shared one still has her name.
    ("kari.nordmann@kommune.example", "<address>@kommune.example"),
    ("Kari.Nordmann2@kommune.example", "<address>@kommune.example"), ("Aase AERLIG Oedegaard", "<Åse Ærlig-Ødegård>"),
    ("@channel, a@, @b and 3 @ 4", "@channel, a@, @b and 3 @ 4"), ("", ""), ("nobody", "nobody"),
  ]) func finds(_ text: String, _ expected: String) {
    #expect(replaced(text) == expected)
  }

  /// Of a name in any surroundings nothing is left, and what stands around it stays.
  @Test func nothingOfANameIsLeft() {
    var random = SplitMix64(seed: 16)
    let around = ["", " ", "\"", "(", ": ", "/", " é ", "— ", "\u{2028}", "🙂", ", x, ", "'", "\\\"", "[", "=", "\n"]
    for _ in 0..<4_000 {
      let name = ["Kari Anne Nordmann", "ole BRUMM", "Ødegård Åse Ærlig", "Åse Ærlig-Ødegård", "Brumm, Ole"]
        .randomElement(
          using: &random)!
      let (before, after) = (around.randomElement(using: &random)!, around.randomElement(using: &random)!)
      let text = before + name + after
      let result = replaced(text)
      #expect(result.hasPrefix(before) && result.hasSuffix(after), "\(text.debugDescription): \(result)")
      #expect(result.utf8.contains(UInt8(ascii: "<")), "\(text.debugDescription): \(result)")
      let words = UnicodeText.words(
        result.replacing("<Kari Anne Nordmann>", with: "").replacing("<Ole Brumm>", with: "")
          .replacing("<Åse Ærlig-Ødegård>", with: ""))
      #expect(words.allSatisfy { !["kari", "nordmann", "brumm", "ærlig", "ødegård"].contains($0) }, "\(result)")
    }
  }

  /// What was found is enough to find the same again: a stored result keeps no more.
  @Test func whoWasFoundIsEnough() {
    let names = (0..<10_000).map { "Person\($0 % 97) Middle\($0 % 31) Family\($0)" }
    let people = People(names: names, functional: ["post@a.example"], domains: ["a.example", "b.example"])
    let text = "Family77 Person77 wrote to Person5 Family5, p@a.example, q@c.example; post@a.example"
    var seen: (names: [String], functional: [String], domains: [String]) = ([], [], [])
    func word(_ found: PeopleFinder.Found) -> String? {
      switch found {
      case .name(let name):
        seen.names.append(name)
        return "<\(name)>"
      case .address(_, let domain):
        if let domain { seen.domains.append(domain) }
        return "<\(domain ?? "")>"
      case .functional(let address):
        seen.functional.append(address)
        return nil
      }
    }
    let first = PeopleFinder(people).replaced(in: text, with: word)
    #expect(seen.names.count == 2 && seen.functional == ["post@a.example"] && seen.domains == ["a.example"])
    let fewer = People(names: seen.names.sorted(), functional: seen.functional, domains: seen.domains)
    #expect(PeopleFinder(fewer).replaced(in: text, with: word) == first)
    #expect(!first.contains("Family77") || first.contains("<Person77"))
  }
}
