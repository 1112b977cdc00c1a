/// What findings stand together under: the policy that they violate, or whom or what they concern.
package enum FindingGrouping: String, CaseIterable, Sendable {
  case policy, person, unit
}
