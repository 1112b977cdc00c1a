import FactStore
import Foundation
import Synchronization
import TestSupport
import Testing

@Suite struct SymbolTableTests {
  /// Bytes that no table should take for other bytes: alike at the front, at the back, in length, in their tails.
  private static func text(_ random: inout SplitMix64) -> [UInt8] {
    let length = random.pick([0, 1, 2, 7, 8, 9, 15, 16, 17, 40])
    let letters: [UInt8] = [0, 97, 98, 0xC3, 0xFF]
    var bytes = (0..<length).map { _ in UInt8(97) }
    for _ in 0..<random.below(4) where length > 0 { bytes[random.below(length)] = random.pick(letters) }
    return bytes
  }

  @Test func randomTextsAgainstADictionary() {
    var random = SplitMix64(seed: 1)
    let table = SymbolTable()
    var cache = SymbolCache(table)
    var known: [[UInt8]: SymbolID] = [:]
    for _ in 0..<60_000 {
      let bytes = Self.text(&random)
      let id = bytes.withUnsafeBufferPointer { random.chance(50) ? table.intern($0) : cache.intern($0) }
      #expect(known[bytes, default: id] == id)
      known[bytes] = id
    }
    #expect(table.count == known.count)
    #expect(Set(known.values).count == known.count)
    for (bytes, id) in known { #expect(Array(table.utf8(id)) == bytes) }
  }

  @Test func idsAreHandedOutInOrderOfArrival() {
    let table = SymbolTable()
    let ids = ["c", "a", "", "c", "b", "a"].map { table.intern($0).raw }
    #expect(ids == [0, 1, 2, 0, 3, 1])
  }

  /// The empty text has one id, whether or not there is memory behind it.
  @Test func emptyTextsAreEqual() {
    let table = SymbolTable()
    var cache = SymbolCache(table)
    let nothing = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    let id = table.intern(nothing)
    #expect(table.text(id) == "")
    #expect(table.intern("") == id)
    #expect(cache.intern(nothing) == id)
    [UInt8(7)].withUnsafeBufferPointer { memory in
      let empty = UnsafeBufferPointer(start: memory.baseAddress, count: 0)
      #expect(table.intern(empty) == id)
      #expect(cache.intern(empty) == id)
    }
    #expect(table.count == 1)
  }

  /// Past one segment of entries and one arena, and one text larger than an arena.
  @Test func textsStayWhereTheyArePastASegment() {
    let table = SymbolTable()
    let long = String(repeating: "long ", count: 500_000)
    let longID = table.intern(long)
    let first = table.intern("number 0")
    let before = table.utf8(first).baseAddress
    let ids = (0..<70_000).map { table.intern("number \($0)") }
    #expect(table.utf8(first).baseAddress == before)
    for number in stride(from: 0, to: 70_000, by: 997) { #expect(table.text(ids[number]) == "number \(number)") }
    #expect(table.text(ids[69_999]) == "number 69999")
    #expect(table.text(longID) == long)
    #expect(table.intern(long) == longID)
  }

  @Test func fourThreadsGiveOneIDPerText() {
    let table = SymbolTable()
    let seen = Mutex<[[Int: SymbolID]]>([])
    let group = DispatchGroup()
    for number in 0..<4 {
      group.enter()
      let thread = Thread {
        var random = SplitMix64(seed: UInt64(number))
        var cache = SymbolCache(table)
        var mine: [Int: SymbolID] = [:]
        for _ in 0..<20_000 {
          let pick = random.below(8_000)
          var text = "text \(pick)"
          let id = random.chance(30) ? table.intern(text) : text.withUTF8 { cache.intern($0) }
          if let known = mine[pick], known != id { mine[-1] = id }
          if table.text(id) != text { mine[-2] = id }
          mine[pick] = id
        }
        seen.withLock { $0.append(mine) }
        group.leave()
      }
      thread.start()
    }
    group.wait()
    var merged: [Int: SymbolID] = [:]
    for thread in seen.withLock({ $0 }) {
      #expect(thread[-1] == nil, "one text had two ids within a thread")
      #expect(thread[-2] == nil, "an id named another text")
      for (text, id) in thread { #expect(merged[text, default: id] == id) }
      merged.merge(thread) { first, _ in first }
    }
    #expect(Set(merged.values).count == merged.count)
    #expect(table.count == merged.count)
    for (text, id) in merged { #expect(table.text(id) == "text \(text)") }
  }

  @Test func fourThreadsGiveOneCodePerWideInteger() {
    let table = SymbolTable()
    let seen = Mutex<[[Int64: UInt32]]>([])
    let group = DispatchGroup()
    for number in 0..<4 {
      group.enter()
      let thread = Thread {
        var mine: [Int64: UInt32] = [:]
        for step in 0..<2_000 {
          let value = -Int64((step * (number + 1)) % 1_500) - 1
          mine[value] = table.encode(value)
        }
        seen.withLock { $0.append(mine) }
        group.leave()
      }
      thread.start()
    }
    group.wait()
    var merged: [Int64: UInt32] = [:]
    for thread in seen.withLock({ $0 }) {
      for (value, code) in thread {
        #expect(merged[value, default: code] == code)
        merged[value] = code
      }
    }
    for (value, code) in merged { #expect(table.integer(code) == value) }
  }
}
