import Testing

@testable import ImportCore

struct PeopleTests {
  /// The vectors that the authors of SipHash publish: key 00…0f, texts of rising length.
  @Test func sipHashGivesThePublishedVectors() {
    let hash = SipHash(low: 0x0706_0504_0302_0100, high: 0x0f0e_0d0c_0b0a_0908)
    let expected: [UInt64] = [
      0x726f_db47_dd0e_0e31, 0x74f8_39c5_93dc_67fd, 0x0d6c_8009_d9a9_4f5a, 0x8567_6696_d7fb_7e2d,
      0xcf27_94e0_2771_87b7, 0x1876_5564_cd99_a68d, 0xcbc9_466e_58fe_e3ce, 0xab02_00f5_8b01_d137,
      0x93f5_f579_9a93_2462,
    ]
    for (length, digest) in expected.enumerated() {
      let bytes = (0..<UInt8(length)).map { $0 }
      #expect(bytes.withUnsafeBufferPointer { hash.digest($0) } == digest)
    }
  }

  @Test func namesAreComparedWithoutOrderAndCase() {
    let one = AssumedPerson.identity(name: "Åse Mari Ødegård-Berg", birth: "1980-01-02")
    #expect(one == AssumedPerson.identity(name: "ØDEGÅRD BERG ÅSE MARI", birth: "1980-01-02"))
    #expect(one != AssumedPerson.identity(name: "Åse Mari Ødegård", birth: "1980-01-02"))
    #expect(one != AssumedPerson.identity(name: "Åse Mari Ødegård-Berg", birth: "1980-01-03"))
    #expect(AssumedPerson.identity(name: "", birth: "1980-01-02") == nil)
    #expect(AssumedPerson.identity(name: "A B", birth: "") == nil)
  }

  @Test(arguments: [
    "Åse Mari Ødegård-Berg", "A\u{30A}se Mari Ødega\u{30A}rd\u{2011}Berg", "ÅSE\u{A0}MARI  ØDEGÅRD BERG",
    "Åse\tMari\u{200B} Ødegård\u{AD}-Berg",
    "Ødegård-Berg, Åse Mari", "Ａse Mari Ødegård-Berg".replacing("Ａ", with: "Å"), "åse mari ødegård_berg",
    "Åse Ｍari Ødegård (Berg)",
  ])
  func namesAreComparedInEverySpelling(_ name: String) {
    #expect(
      AssumedPerson.identity(name: name, birth: "1980-01-02")
        == AssumedPerson.identity(name: "Åse Mari Ødegård Berg", birth: "1980-01-02"))
  }

  @Test func tokensJoinSpellingsOfOneNumber() {
    #expect(NationalIdentity.token("21909000001") == NationalIdentity.token("219090 00001"))
    #expect(NationalIdentity.token("21909000001") != NationalIdentity.token("21909000002"))
    #expect(NationalIdentity.token("2190900000") == nil)
    #expect(NationalIdentity.token("2190900000a") == nil)
  }

  @Test(arguments: [
    ("21909000001", true), ("given to 219090 00001 in May", true), ("61909000001", true), ("219090-00001", true),
    ("01010012345", true),
    ("310000001", false), ("99999999999", false), ("2190900000", false), ("219090000011", false), ("", false),
  ])
  func numbersAreSeenInFreeText(_ text: String, _ isNumber: Bool) {
    #expect(NationalIdentity.mayStand(in: text) == isNumber)
  }

  @Test func namesOfOnePartyJoin() {
    var parties = PartyIndex()
    parties.join([.uuid("u1"), .party("51"), .organisation("310000001")])
    parties.join([.user("20"), .person(token: "t"), .uuid("u2")])
    parties.join([.person(token: "s")])
    parties.join([.party("52"), .user("21")])
    #expect(parties.name(of: .party("51")) == "310000001")
    #expect(parties.name(of: .person(token: "t")) == "u2")
    #expect(parties.name(of: .person(token: "s")) == "person 2")
    #expect(parties.name(of: .user("21")) == "party 52")
    #expect(parties.name(of: .user("99")) == "user 99")
    #expect(parties.aliases(of: .uuid("u2")) { if case .user = $0 { true } else { false } } == [.user("20")])
  }

  /// The uuid that some services write where there is none joins nobody and names nobody.
  @Test func theEmptyUuidIsNobody() {
    let nobody = PartyKey.uuid("00000000-0000-0000-0000-000000000000")
    var parties = PartyIndex()
    parties.join([nobody, .party("1")])
    parties.join([nobody, .party("2")])
    #expect(parties.name(of: .party("1")) == "party 1")
    #expect(parties.name(of: .party("2")) == "party 2")
    #expect(parties.name(of: nobody) == nil)
  }

  @Test func contradictionsLeaveNobodyCertain() {
    var parties = PartyIndex()
    parties.join([.uuid("u1"), .organisation("310000001")])
    parties.join([.uuid("u1"), .organisation("310000002")])
    #expect(parties.name(of: .uuid("u1")) == nil)
    #expect(parties.name(of: .organisation("310000002")) == nil)
    parties.join([.party("5"), .person(token: "a")])
    parties.join([.party("5"), .person(token: "b")])
    #expect(parties.name(of: .person(token: "b")) == nil)
  }
}
