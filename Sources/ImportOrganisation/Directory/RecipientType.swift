import ImportCore

/// The values of `RecipientTypeDetails`, a closed list that Exchange compares without case.
enum RecipientType {
  /// The value in Exchange's own spelling; `nil` where it is none: a label of a portal, a number, several values at once.
  static func read(_ text: String) -> String? { names[text.lowercased()] }

  /// Whether `Get-Mailbox` lists recipients of this type. Groups, contacts, mail users and mailboxes elsewhere it does not.
  static func isListedMailbox(_ name: String) -> Bool { mailboxes.contains(name) }

  private static let mailboxes = [
    "UserMailbox", "LinkedMailbox", "SharedMailbox", "LegacyMailbox", "RoomMailbox", "EquipmentMailbox",
    "LinkedRoomMailbox", "SchedulingMailbox", "TeamMailbox", "DiscoveryMailbox", "ArbitrationMailbox",
    "AuditLogMailbox", "AuxAuditLogMailbox", "MonitoringMailbox", "PublicFolderMailbox", "SystemMailbox",
    "SystemAttendantMailbox", "SupervisoryReviewPolicyMailbox", "MailboxPlan",
  ]

  private static let others = [
    "MailContact", "MailForestContact", "MailUser", "GuestMailUser", "SharedWithMailUser",
    "MailUniversalDistributionGroup", "MailUniversalSecurityGroup", "MailNonUniversalGroup",
    "DynamicDistributionGroup", "GroupMailbox", "RemoteGroupMailbox", "RoomList", "PublicFolder", "RemoteUserMailbox",
    "RemoteRoomMailbox", "RemoteEquipmentMailbox", "RemoteSharedMailbox", "RemoteTeamMailbox", "MicrosoftExchange",
    "User", "DisabledUser", "LinkedUser", "Contact", "UniversalDistributionGroup", "UniversalSecurityGroup",
    "NonUniversalGroup", "RoleGroup", "Computer",
  ]

  private static let names = Dictionary(
    uniqueKeysWithValues: (mailboxes + others).map { ($0.lowercased(), $0) })
}
