import Testing

@testable import ImportCore

/// Numbers at the ends of names, and what is missing among them.
@Suite struct PageNameTests {
  @Test(
    arguments: [
      ("users-0.json", "users.json", 0), ("Users 12.JSON", "users.json", 12), ("users (2).json", "users.json", 2),
      ("users_page3.json", "users.json", 3), ("kitos/side-4.json", "kitos/.json", 4), ("a/7.json", "a/.json", 7),
      ("users.json", "users.json", nil), ("users", "users", nil), ("users-2026.json", "users-2026.json", nil),
      ("users-2026-11-20.json", "users-2026-11-20.json", nil), ("users-310000001.json", "users-310000001.json", nil),
      ("del.1/users", "del.1/users", nil), ("users-part2", "users", 2),
    ] as [(String, String, Int?)])
  func readsNumbers(_ path: String, _ stem: String, _ number: Int?) {
    let name = PageName(path)
    #expect(name.stem == stem && name.number == number)
  }

  /// Names of one list, and the number that is missing.
  static let lists: [(names: [String], missing: Int?)] = [
    (["users-0", "users-1", "users-2"], nil), (["users-1", "users-2"], nil),
    (["users", "users (1)", "users (2)"], nil),
    (["users", "users-2"], nil), (["users-0", "users-2"], 1), (["users-1", "users-3"], 2), (["users-2", "users-3"], 1),
    (["users_page1", "users_page3", "users_page4"], 2), (["users", "users (2)"], nil), (["users-0", "users-250"], nil),
    (["users-0", "users-250", "users-500"], nil), (["users-0", "users-250", "users-750"], 1), (["users_page2"], 1),
    (["users-2"], nil), (["users_page0"], nil), (["0", "1", "3"], 2), (["users"], nil),
  ]

  @Test(arguments: lists.indices) func findsGaps(_ index: Int) {
    let row = Self.lists[index]
    let gap = PageName.gap(row.names.map { PageName($0) })
    #expect(gap == nil ? row.missing == nil : row.missing.map { gap!.contains("number \($0) ") } == true, "\(row)")
  }

  /// Numbers of organisations are no numbers of pages.
  @Test func numbersOfOrganisationsHaveNoGaps() throws {
    func load(_ organisations: [String]) throws -> [String] {
      let names = ["k-1.json", "k-3.json", "k-4.json"]
      let files = names.enumerated().map { ($1, KitosDocuments.users(($0 * 10 + 1)..<($0 * 10 + 4))) }
      return try LoadingFolder.load(
        Dictionary(uniqueKeysWithValues: files),
        as: zip(names, organisations).map { "\($0)=kitos.api-v2.users,organisation=\($1)" }
      ).holes("kitos.listed_user")
    }
    let third = "00000000-0000-4000-8000-00000000000c"
    #expect(try load([KitosDocuments.organisation, KitosDocuments.other, third]).isEmpty)
    #expect(try load(Array(repeating: third, count: 3)) == ["* | * (page)"])
  }
}
