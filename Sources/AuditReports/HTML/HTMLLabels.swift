import Localization

/// The words of the page that stand there whatever the result is.
enum HTMLLabels {
  /// By the name under which the templates have them.
  static func all(_ say: Wording, day: String) -> [String: String] {
    [
      "title": say("Audit of access rights"), "asOf": say("as of \(day)"), "skip": say("To the content"),
      "contents": say("Contents"), "completeness": say("What was read"), "findings": say("Findings"),
      "filters": say("Search and filters"), "range": say("FROM–TO of ALL"), "none": say("nothing fits"),
      "fail": say("fail"), "unverified": say("unverified"), "pass": say("in order"), "exempt": say("exempt"),
      "search": say("Search"), "severity": say("Severity"), "verdict": say("Verdict"), "policy": say("Policy"),
      "all": say("all"), "back": say("Back"), "next": say("Next"), "background": say("Why, and on what basis"),
      "restsOn": say("This rests on"), "notKnown": say("not known:"), "people": say("By whom it concerns"),
      "peopleIntro": say("Those with most violations first. The names are those of the exports."),
      "peopleCaption": say("Whom the findings concern"), "subject": say("Whom"), "type": say("Type"),
      "concerns": say("Policies"), "actions": say("Plan of action"),
      "actionsIntro": say(
        "One line for each policy that something is open of. Owner and deadline are for you to fill in."),
      "cure": say("What to do"), "members": say("Members"), "owner": say("Owner"), "deadline": say("Deadline"),
      "policies": say("Policies"), "policiesCaption": say("Every policy that was judged, and what came out"),
      "frameworks": say("By framework"), "control": say("Control"), "controlMeaning": say(FrameworkWords.meaning),
      "rights": say("Privileged rights"), "rightsIntro": say("Who holds them, whether anything is wrong or not."),
      "system": say("System"), "holder": say("Holder"), "right": say("Right"), "in": say("In"),
      "shownBy": say("Files and lines"), "state": say("State"), "controls": say("Controls"), "sources": say("Sources"),
      "sourcesCaption": say("Every file that was read: read = used + rejected + out of scope"), "file": say("File"),
      "kind": say("Kind"), "read": say("Read"), "used": say("Used"), "rejected": say("Rejected"),
      "outOfScope": say("Out of scope"), "integrity": say("What the result rests on"),
      "integrityIntro": say("Who repeats the audit needs the same version, day, arguments, policies and files."),
      "became": say("What became of it"), "finding": say("Message"), "firstSeen": say("First seen"),
      "waiver": say("Waiver"), "approver": say("Approver"), "expires": say("Expires"), "reason": say("Reason"),
      "digests": say("SHA-256 of configuration and policies"),
    ]
  }
}
