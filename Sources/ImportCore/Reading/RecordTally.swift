/// How many records there are: a record that two files hold counts once.
package struct RecordTally: Sendable {
  /// Identities of the records that have one.
  package var identities: Set<String> = []
  /// Records without one.
  package var others = 0

  package init(identities: Set<String> = [], others: Int = 0) {
    self.identities = identities
    self.others = others
  }

  package var count: Int { identities.count + others }

  package mutating func add(_ other: RecordTally) {
    identities.formUnion(other.identities)
    others += other.others
  }
}
