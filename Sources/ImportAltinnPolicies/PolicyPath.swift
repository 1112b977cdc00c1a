/// What Altinn's store of delegation policies says by the folders: `…/50001337/u20001337/delegationpolicy.xml` is what party
/// 50001337 gave to user 20001337. The policy itself names only who received it. Under another name the file is known by
/// the numbers of the folders, which are long: `2026/p1/` is nobody's.
struct PolicyPath: Sendable {
  var giver: String?
  /// As the path has it: `u20001337`.
  var receiver: String?
  /// Whether the store calls it a delegation.
  var isDelegation = false

  private static let leastDigits = 5

  init(_ path: String) {
    let parts = path.split(separator: "/")
    isDelegation = parts.last == "delegationpolicy.xml"
    guard parts.count >= 3 else { return }
    let receiver = parts[parts.count - 2]
    let giver = parts[parts.count - 3]
    let isReceiver =
      (receiver.first == "u" || receiver.first == "p") && receiver.count > 1
      && receiver.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
      || receiver.hasPrefix("SystemUser")
    guard isReceiver, !giver.isEmpty, giver.allSatisfy({ $0.isASCII && $0.isNumber }) else { return }
    guard isDelegation || giver.count >= Self.leastDigits && receiver.count > Self.leastDigits else { return }
    self.giver = String(giver)
    self.receiver = String(receiver)
    isDelegation = true
  }
}
