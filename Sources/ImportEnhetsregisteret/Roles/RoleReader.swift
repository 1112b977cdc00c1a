import FactStore
import Formats
import ImportCore
import Localization

/// Reads units with their roles, element by element. One per thread: it keeps what the thread has interned.
final class RoleReader {
  private let symbols: SymbolTable
  private var cache: ShortTextCache
  private var numbers = NumberCache()
  private var people = NumberCache()
  private let states: RoleStates
  private let knownRoles: Set<UInt32>

  /// The row at hand: six codes.
  private let row: UnsafeMutablePointer<UInt32>

  /// Where a role stands.
  private struct Spot {
    var element: Int
    var line: Int
    var group: Int
    var role: Int
    /// The document is one unit, not a list.
    var isSingle: Bool

    var place: Place {
      Place(line: line, pointer: (isSingle ? "" : "/\(element)") + "/rollegrupper/\(group)/roller/\(role)")
    }
  }

  init(_ symbols: SymbolTable) {
    self.symbols = symbols
    cache = ShortTextCache(symbols)
    states = RoleStates(symbols)
    knownRoles = Set(RegisterRoleNames.codes.map { symbols.encode(.text($0)) })
    row = .allocate(capacity: 6)
    row.initialize(repeating: 0, count: 6)
  }

  deinit { row.deallocate() }

  /// Reads one unit. `isSingle`: the document is this unit alone.
  func read(_ unit: JSONView, element: Int, line: Int, isSingle: Bool = false, into block: RoleBlock) {
    block.records += 1
    let place = Place(line: line, pointer: isSingle ? "" : "/\(element)")
    guard unit.kind == .object else {
      return reject(
        block, RoleBlock.Loss(damage: Damage(place: place, text: Noun("unit").expected)))
    }
    guard let number = OrganisationNumber.read(of: unit) else {
      return reject(
        block,
        RoleBlock.Loss(
          damage: Damage(
            place: place,
            text: """
              whose roles these are is not said: `organisasjonsnummer` is no number of nine digits, and no link names the \
              unit
              """)))
    }
    let name = code(ofNumber: number)
    guard let groups = unit["rollegrupper"], groups.kind == .array else {
      return reject(
        block,
        RoleBlock.Loss(
          unit: text(name), relations: ["er.registered", "er.person_role", "er.unit_role", "er.representative"],
          damage: Damage(place: place, text: "`rollegrupper` is missing or no list")))
    }
    block.units.append([name])
    block.unitPlaces.add(line: line, element: element)
    let before = block.lost.count
    groups.forEachElement { group, value in
      guard let roles = value["roller"], roles.kind == .array else {
        block.lost.append(
          RoleBlock.Loss(
            unit: self.text(name),
            damage: Damage(
              place: Place(line: line + value.line, pointer: place.pointer + "/rollegrupper/\(group)"),
              text: "`roller` is missing or no list")))
        return
      }
      roles.forEachElement { place, role in
        let spot = Spot(element: element, line: line + role.line, group: group, role: place, isSingle: isSingle)
        self.readRole(role, of: name, spot, block)
      }
    }
    if block.lost.count > before { block.rejected += 1 }
  }

  private func reject(_ block: RoleBlock, _ loss: RoleBlock.Loss) {
    block.rejected += 1
    block.lost.append(loss)
  }

  /// Codes have up to five letters; anything long is none.
  private static let codeLength = 8

  // MARK: One role

  private func readRole(_ role: JSONView, of unit: UInt32, _ spot: Spot, _ block: RoleBlock) {
    let person = role["person"].flatMap { $0.isNull ? nil : $0 }
    let holder = role["enhet"].flatMap { $0.isNull ? nil : $0 }
    guard let code = role["type"]?["kode"]?.bytes, !code.isEmpty, code.count <= Self.codeLength else {
      return loseRole(person, holder, of: unit, states.standing(role), spot, block)
    }
    let type = intern(capitals: code)
    noteUnclear(role, ["fratraadt", "avregistrert"], of: unit, spot, block)
    if let person { noteUnclear(person, ["erDoed"], of: unit, spot, block) }
    if let holder { noteUnclear(holder, ["erSlettet"], of: unit, spot, block) }
    if !knownRoles.contains(type) { doubtRole(person, holder, of: unit, states.standing(role), spot, block) }
    switch (person, holder) {
    case (let person?, nil): readPerson(person, of: unit, type, states.standing(role), role, spot, block)
    case (nil, let holder?): readUnit(holder, of: unit, type, states.standing(role), role, spot, block)
    case (nil, nil): lose(block, unit, type, states.standing(role), spot, "a role has neither `person` nor `enhet`")
    case (_?, _?): lose(block, unit, type, states.standing(role), spot, "a role has both `person` and `enhet`")
    }
  }

  /// A role whose code the register does not have may be any role: a slip of one that counts.
  private func doubtRole(
    _ person: JSONView?, _ holder: JSONView?, of unit: UInt32, _ standing: UInt32, _ spot: Spot, _ block: RoleBlock
  ) {
    loseRole(
      person, holder, of: unit, standing, spot, block,
      "a role has a `type/kode` that is none of Enhetsregisteret's: it may be any role")
  }

  /// Says that a truth value is there and is neither true nor false; what rests on it is unknown.
  private func noteUnclear(
    _ object: JSONView, _ keys: [StaticString], of unit: UInt32, _ spot: Spot, _ block: RoleBlock
  ) {
    for key in keys where RoleStates.said(object, key) == .unclear {
      block.lost.append(
        RoleBlock.Loss(
          unit: text(unit), relations: [],
          damage: Damage(place: spot.place, text: "`\("\(key)")` is neither true nor false")))
    }
  }

  /// A role without a code: whoever has it may have any role of the unit, and nobody else is in doubt for it.
  private func loseRole(
    _ person: JSONView?, _ holder: JSONView?, of unit: UInt32, _ standing: UInt32, _ spot: Spot, _ block: RoleBlock,
    _ message: Phrase = "a role has no `type/kode`, or one that is no code"
  ) {
    if let person, holder == nil, let (who, isNational) = self.person(person, block) {
      // The name of somebody with a number is not known yet.
      let known = isNational ? [:] : ["person": text(who), "identity": "assumed"]
      return lose(
        block, unit, nil, standing, spot, message, ["er.person_role", "er.representative"],
        known.merging(["life": text(states.life(person))]) { $1 })
    }
    if person == nil, let holder, let number = OrganisationNumber.read(holder["organisasjonsnummer"]) {
      let known = ["holder": text(code(ofNumber: number)), "existence": text(states.existence(holder))]
      return lose(block, unit, nil, standing, spot, message, ["er.unit_role", "er.representative"], known)
    }
    lose(block, unit, nil, standing, spot, message)
  }

  private func readPerson(
    _ person: JSONView, of unit: UInt32, _ type: UInt32, _ standing: UInt32, _ role: JSONView, _ spot: Spot,
    _ block: RoleBlock
  ) {
    guard let (who, isNational) = self.person(person, block) else {
      return lose(
        block, unit, type, standing, spot, "a person has neither an identity number nor a name with a date of birth",
        ["er.person_role", "er.representative"], ["life": text(states.life(person))])
    }
    row[0] = unit
    row[1] = type
    row[2] = who
    row[3] = isNational ? states.national : states.assumed
    row[4] = standing
    row[5] = states.life(person)
    block.people.append(row: row)
    block.peoplePlaces.add(line: spot.line, element: spot.element, spot.group, spot.role)
    readRepresentatives(person["verge"], "guardian", unit, type, who, spot, block)
    readRepresentatives(role["fullmektige"], "agent", unit, type, who, spot, block)
  }

  private func readUnit(
    _ holder: JSONView, of unit: UInt32, _ type: UInt32, _ standing: UInt32, _ role: JSONView, _ spot: Spot,
    _ block: RoleBlock
  ) {
    guard let number = OrganisationNumber.read(holder["organisasjonsnummer"]) else {
      return lose(
        block, unit, type, standing, spot, "a unit that has a role has no `organisasjonsnummer` of nine digits",
        ["er.unit_role", "er.representative"], ["existence": text(states.existence(holder))])
    }
    let who = code(ofNumber: number)
    row[0] = unit
    row[1] = type
    row[2] = who
    row[3] = standing
    row[4] = states.existence(holder)
    block.holders.append(row: row)
    block.holderPlaces.add(line: spot.line, element: spot.element, spot.group, spot.role)
    readRepresentatives(role["fullmektige"], "agent", unit, type, who, spot, block)
  }

  /// Guardians and people with authority: one or a list, each a person or an object that holds one.
  private func readRepresentatives(
    _ value: JSONView?, _ kind: String, _ unit: UInt32, _ type: UInt32, _ holder: UInt32, _ spot: Spot,
    _ block: RoleBlock
  ) {
    guard let value, !value.isNull else { return }
    func one(_ value: JSONView) {
      let person = value["person"].flatMap { $0.kind == .object ? $0 : nil } ?? value
      guard let (who, _) = self.person(person, block) else {
        block.lost.append(
          RoleBlock.Loss(
            unit: text(unit), relations: ["er.representative"], known: ["role": text(type), "kind": kind],
            damage: Damage(place: spot.place, text: "somebody who acts for a holder cannot be told by what is written"))
        )
        return
      }
      block.representatives.append(
        .init(unit: unit, role: type, holder: holder, person: who, kind: kind, place: spot.place))
    }
    if value.kind == .array { value.forEachElement { _, element in one(element) } } else { one(value) }
  }

  // MARK: Parts

  private func person(_ person: JSONView, _ block: RoleBlock) -> (code: UInt32, isNational: Bool)? {
    for key in ["fodselsnummer", "foedselsnummer", "personidentifikator"] as [StaticString] {
      if let number = person[key]?.string, let token = NationalIdentity.token(number) {
        if let known = block.national[token] { return (known, true) }
        // Stands in until all documents have said who this is.
        let code = symbols.encode(.text("\u{1}" + token))
        block.national[token] = code
        return (code, true)
      }
    }
    var digest = AssumedPerson.Digest()
    if let name = person["navn"] {
      for (key, optional) in [("fornavn", false), ("mellomnavn", true), ("etternavn", false)] as [(StaticString, Bool)]
      {
        let part = name[key].flatMap { $0.isNull ? nil : $0 }
        // By a part of the name somebody else would be meant.
        guard part.map({ $0.kind == .string }) ?? optional else { return nil }
        if let part { digest.add(name: part.bytes) }
      }
    }
    let birth = (person["fodselsdato"] ?? person["foedselsdato"])?.bytes ?? UnsafeBufferPointer(start: nil, count: 0)
    guard let found = digest.finish(birth: birth) else { return nil }
    let code = people.code(of: found.raw) { [symbols] in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: AssumedPerson.Identity.length) { buffer in
        found.write(to: buffer)
        return symbols.intern(UnsafeBufferPointer(buffer)).raw
      }
    }
    return (code, false)
  }

  /// Says that a role was lost, with what is known of it: what its row would have said.
  private func lose(
    _ block: RoleBlock, _ unit: UInt32, _ type: UInt32?, _ standing: UInt32, _ spot: Spot, _ message: Phrase,
    _ relations: [String]? = nil, _ known: [String: String] = [:]
  ) {
    var loss = RoleBlock.Loss(unit: text(unit), damage: Damage(place: spot.place, text: message))
    if let relations { loss.relations = relations }
    loss.known = known.merging(["standing": text(standing)]) { $1 }
    if let type { loss.known["role"] = text(type) }
    block.lost.append(loss)
  }

  /// The code of a role, in capitals as the register has it.
  private func intern(capitals bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    guard bytes.contains(where: { $0 > 0x5A }) else { return cache.intern(ShortTextCache.key(bytes), bytes) }
    var capitals = String(decoding: bytes, as: UTF8.self).uppercased()
    return capitals.withUTF8 { cache.intern(ShortTextCache.key($0), $0) }
  }

  /// Nine digits are a number, which is compared faster than a text.
  private func code(ofNumber digits: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var number: UInt64 = 0
    for digit in digits { number = number * 10 + UInt64(digit - UInt8(ascii: "0")) }
    return numbers.code(of: number) { [symbols] in symbols.intern(digits).raw }
  }

  private func text(_ code: UInt32) -> String { symbols.text(SymbolID(raw: code)) }
}
