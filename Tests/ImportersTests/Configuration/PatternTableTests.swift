import Budget
import Testing

@testable import ImportCore

/// Many patterns and many names: the right answer, at a cost that is counted.
@Suite struct PatternTableTests {
  /// The slow way, by the meaning of each sign.
  private static func fits(_ pattern: ArraySlice<Character>, _ path: ArraySlice<Character>) -> Bool {
    guard let first = pattern.first else { return path.isEmpty }
    if first == "*" {
      if pattern.dropFirst().first == "*" {
        // Between slashes only: the generator writes it nowhere else.
        let rest = pattern.dropFirst(2)
        if rest.isEmpty { return true }
        if fits(rest.dropFirst(), path) { return true }
        guard let slash = path.firstIndex(of: "/") else { return false }
        return fits(pattern, path[path.index(after: slash)...])
      }
      return fits(pattern.dropFirst(), path) || path.first.map { $0 != "/" } == true && fits(pattern, path.dropFirst())
    }
    guard let character = path.first else { return false }
    return (first == "?" && character != "/" || first == character) && fits(pattern.dropFirst(), path.dropFirst())
  }

  @Test func agreesWithTheMeaningOfEverySign() throws {
    var state: UInt64 = 14
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    for _ in 0..<10_000 {
      let names = (0...next(3)).map { _ in (0...next(3)).map { _ in ["a", "b"][next(2)] }.joined() }
      let parts = (0...next(3)).map { _ in
        next(4) == 0
          ? "**" : (0...next(3)).map { _ in ["a", "b", "?", "*a", "b*"][next(5)] }.joined().replacing("**", with: "*")
      }
      let (path, pattern) = (names.joined(separator: "/"), parts.joined(separator: "/"))
      guard parts.last != "**" else { continue }
      #expect(
        PathPattern(pattern).matches(path) == Self.fits(Array(pattern)[...], Array(path)[...]), "\(pattern) \(path)")
    }
  }

  @Test func looksUpPatternsWithoutWildcards() throws {
    let patterns = (0..<10_000).map { PathPattern("kitos/a\($0).json") } + [PathPattern("*.csv")]
    var table = PatternTable(patterns, limits: RunLimits.standard.with(.steps, 100))
    #expect(try table.matches(["kitos/a7.json"]) == [7])
    #expect(try table.matches(["x.csv", "kitos/a7.json"]) == [7, 10_000])
    #expect(try table.matches(["kitos/b.json"]).isEmpty)
  }

  /// Patterns that take a naive reader more steps than there are atoms.
  @Test(arguments: [
    (String(repeating: "**/", count: 500) + "x", String(repeating: "d/", count: 500) + "e"),
    (String(repeating: "*a", count: 100) + "b", String(repeating: "a", count: 255)),
    (String(repeating: "[", count: 10_000), String(repeating: "a", count: 255)),
  ])
  func staysWithinItsBudget(_ pattern: String, _ path: String) throws {
    var table = PatternTable([PathPattern(pattern)], limits: RunLimits.standard.with(.steps, 1_000_000))
    #expect(try table.matches([path]).isEmpty)
  }

  @Test func aLimitIsMetAndNamed() {
    let patterns = (0..<1000).map { PathPattern("*a\($0)*") }
    var table = PatternTable(patterns, limits: RunLimits.standard.with(.steps, 1000))
    let error = #expect(throws: LimitReached.self) { try table.matches([String(repeating: "a", count: 200)]) }
    #expect(error?.message.contains("`steps`") == true)
  }
}
