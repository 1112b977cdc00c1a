import Audit
import FactStore
import Synchronization

extension AuditResult {
  /// The result as a report shows it that is handed on: people under pseudonyms.
  package func withPseudonyms(_ key: PseudonymKey) -> AuditResult {
    replacingPeople(.pseudonym) { found in
      switch found {
      // However it is spelt, the name is one.
      case .name(let name): "person-\(key.name(of: UnicodeText.nameWords(name), kind: "name"))"
      case .address(let address, let domain):
        "person-\(key.name(of: address, kind: "address"))" + (domain.map { "@\($0)" } ?? "")
      case .functional: nil
      }
    }
  }

  /// The result with people as nobody in particular.
  package func masked() -> AuditResult {
    replacingPeople(.mask) { found in
      switch found {
      case .name: "***"
      case .address(_, let domain): "***" + (domain.map { "@\($0)" } ?? "")
      case .functional: nil
      }
    }
  }

  private func replacingPeople(
    _ identifiers: Identifiers, _ word: @escaping @Sendable (PeopleFinder.Found) -> String?
  ) -> AuditResult {
    let finder = PeopleFinder(people)
    var result = mappingTexts(hidesMembers: true) { finder.replaced(in: $0, with: word) }
    result.people = .none
    result.identifiers = identifiers
    return result
  }
}

/// Notes who is named in the texts of a result while they are written.
final class NamedPeople: Sendable {
  private let seen = Mutex(Seen())

  private struct Seen {
    var names: Set<String> = []
    var functional: Set<String> = []
    var domains: Set<String> = []
  }

  /// The result, of which each text that is asked for is noted.
  func noting(_ result: AuditResult) -> AuditResult {
    let finder = PeopleFinder(result.people)
    return result.tellingTexts(isQuick: !finder.knowsNames) { text in
      _ = finder.replaced(in: text) { found in
        self.note(found)
        return nil
      }
    }
  }

  private func note(_ found: PeopleFinder.Found) {
    seen.withLock { seen in
      switch found {
      case .name(let name): seen.names.insert(name)
      case .address(_, let domain?): seen.domains.insert(domain)
      case .address(_, nil): break
      case .functional(let address): seen.functional.insert(address)
      }
    }
  }

  /// Who was named so far.
  var people: People {
    func sorted(_ texts: Set<String>) -> [String] {
      texts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
    return seen.withLock {
      People(names: sorted($0.names), functional: sorted($0.functional), domains: sorted($0.domains))
    }
  }
}
