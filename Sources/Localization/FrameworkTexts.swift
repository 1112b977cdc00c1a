extension Catalogue {
  /// What reports say of the controls of frameworks.
  static let frameworkTexts = #"""
    By framework
    da: Efter rammeværk
    nb: Etter rammeverk

    by framework:
    da: efter rammeværk:
    nb: etter rammeverk:

    Framework
    da: Rammeværk
    nb: Rammeverk

    Control
    da: Krav
    nb: Krav

    controls of {1}: {2}
    da: krav i {1}: {2}
    nb: krav i {1}: {2}

    {1} failed, {2} unverified, {3} passed
    da: {1} brud, {2} uafklarede, {3} i orden
    nb: {1} brudd, {2} uavklarte, {3} i orden

    without a policy
    da: uden regel
    nb: uten regel

    {1:further policy|further policies}
    da: {1:yderligere regel|yderligere regler}
    nb: {1:regel til|regler til}

    passed in part
    da: delvist overholdt
    nb: delvis overholdt

    no policy bears on {1:control|controls}: {2}
    da: ingen regel vedrører {1:krav|krav}: {2}
    nb: ingen regel gjelder {1:krav|krav}: {2}

    {1:control|controls} on which no policy bears
    da: {1:krav|krav}, som ingen regel vedrører
    nb: {1:krav|krav} som ingen regel gjelder

    Judged is what the policies see of a control: one that is passed has no violation in what was read, and may ask for more.
    da: Bedømt er det, reglerne ser af et krav: et overholdt krav har ingen brud i det læste og kan kræve mere end det.
    nb: Vurdert er det reglene ser av et krav: et overholdt krav har ingen brudd i det som ble lest, og kan kreve mer enn det.
    """#
}
