#!/usr/bin/env python3
"""Writes XACML policies of a fictitious Norwegian service owner, and planted.json: what an audit of them must find.

The same program gives the same bytes. Neither the owner nor its services exist.
"""
import json
import pathlib
import sys

OWNER = "nvk"
SUBJECT = "urn:oasis:names:tc:xacml:1.0:subject-category:access-subject"
RESOURCE = "urn:oasis:names:tc:xacml:3.0:attribute-category:resource"
ACTION = "urn:oasis:names:tc:xacml:3.0:attribute-category:action"
ACTION_ID = "urn:oasis:names:tc:xacml:1.0:action:action-id"
STRING = "http://www.w3.org/2001/XMLSchema#string"
ROLE, PACKAGE, ORG = "urn:altinn:rolecode", "urn:altinn:accesspackage", "urn:altinn:org"


def match(category, attribute, value, indent="          "):
    ignore_case = attribute == ROLE
    function = ("urn:oasis:names:tc:xacml:3.0:function:string-equal-ignore-case" if ignore_case
                else "urn:oasis:names:tc:xacml:1.0:function:string-equal")
    return (f'{indent}<xacml:Match MatchId="{function}">\n'
            f'{indent}  <xacml:AttributeValue DataType="{STRING}">{value}</xacml:AttributeValue>\n'
            f'{indent}  <xacml:AttributeDesignator AttributeId="{attribute}" Category="{category}" DataType="{STRING}" '
            f'MustBePresent="false"/>\n{indent}</xacml:Match>\n')


def any_of(*alternatives):
    """Alternatives, each a list of matches that hold together."""
    inner = "".join(f"        <xacml:AllOf>\n{''.join(matches)}        </xacml:AllOf>\n" for matches in alternatives)
    return f"      <xacml:AnyOf>\n{inner}      </xacml:AnyOf>\n"


def who(*subjects):
    return any_of(*[[match(SUBJECT, attribute, value)] for attribute, value in subjects])


def app(name):
    return any_of([match(RESOURCE, ORG, OWNER), match(RESOURCE, "urn:altinn:app", name)])


def registry(name):
    return any_of([match(RESOURCE, "urn:altinn:resource", name)])


def act(*names):
    return any_of(*[[match(ACTION, ACTION_ID, name)] for name in names])


def rule(number, *target, condition="", note=""):
    text = f"    <xacml:Description>{note}</xacml:Description>\n" if note else ""
    return (f'  <xacml:Rule RuleId="urn:altinn:ruleid:{number}" Effect="Permit">\n{text}'
            f"    <xacml:Target>\n{''.join(target)}    </xacml:Target>\n{condition}  </xacml:Rule>\n")


def policy(*rules, level=None):
    duty = "" if level is None else f"""  <xacml:ObligationExpressions>
    <xacml:ObligationExpression FulfillOn="Permit" ObligationId="urn:altinn:obligation:1">
      <xacml:AttributeAssignmentExpression AttributeId="urn:altinn:obligation1-assignment1" Category="urn:altinn:minimum-authenticationlevel">
        <xacml:AttributeValue DataType="http://www.w3.org/2001/XMLSchema#integer">{level}</xacml:AttributeValue>
      </xacml:AttributeAssignmentExpression>
    </xacml:ObligationExpression>
  </xacml:ObligationExpressions>
"""
    return ('<?xml version="1.0" encoding="utf-8"?>\n'
            '<xacml:Policy xmlns:xacml="urn:oasis:names:tc:xacml:3.0:core:schema:wd-17" PolicyId="urn:altinn:policyid:1" '
            'Version="1.0" RuleCombiningAlgId="urn:oasis:names:tc:xacml:3.0:rule-combining-algorithm:deny-overrides">\n'
            f"  <xacml:Target/>\n{''.join(rules)}{duty}</xacml:Policy>\n")


NOT_IN_LIST = f"""    <xacml:Condition>
      <xacml:Apply FunctionId="urn:oasis:names:tc:xacml:1.0:function:not">
        <xacml:Apply FunctionId="urn:oasis:names:tc:xacml:1.0:function:string-is-in">
          <xacml:AttributeValue DataType="{STRING}">utestengt</xacml:AttributeValue>
          <xacml:AttributeDesignator AttributeId="urn:altinn:access-list" Category="{SUBJECT}" DataType="{STRING}" MustBePresent="false"/>
        </xacml:Apply>
      </xacml:Apply>
    </xacml:Condition>
"""
OWNER_RULE = who((ORG, OWNER))


def delegation(resource, action, user):
    return policy(rule(1, who(("urn:altinn:userid", user)), resource, act(action)))


FILES = {
    "apper/byggesak/policy.xml": policy(
        rule(1, who((ROLE, "dagl"), (PACKAGE, "byggesoknad")), app("byggesak"), act("read", "write")),
        rule(2, who((ROLE, "dagl")), app("byggesak"), act("sign")),
        rule(3, OWNER_RULE, app("byggesak"), act("instantiate")), level=3),
    "apper/skjenkebevilling/policy.xml": policy(
        rule(1, who((ROLE, "dagl"), (ROLE, "UTINN")), app("skjenkebevilling"), act("read")),
        rule(2, who((ROLE, "UTINN"), (ROLE, "REGNA")), app("skjenkebevilling"), act("write")), level=2),
    "apper/barnehageplass/policy.xml": policy(
        rule(1, who((ROLE, "dagl")), app("barnehageplass"), act("read")),
        rule(2, who((ORG, "[ORG]")), app("barnehageplass"), act("read"), note="The owner reads what was sent in.")),
    "apper/tilskudd/policy.xml": policy(
        rule(1, who((ROLE, "dagl"), (ROLE, "lede")), app("tilskudd"), act("read")),
        rule(2, who((ROLE, OWNER)), app("tilskudd"), act("read")),
        rule(3, who((ROLE, "lede")), app("tilskudd"), act("read")), level=3),
    "apper/renovasjon/policy.xml": policy(
        rule(1, who((ROLE, "dagl")), who((PACKAGE, "renovasjon")), app("renovasjon"), act("read"),
             note="Meant for a general manager who also has the package."), level=3),
    "register/nvk-byggearkiv.xml": policy(
        rule(1, who((PACKAGE, "byggearkiv-lesetilgang")), registry("nvk-byggearkiv"), act("read", "write")), level=3),
    "register/nvk-veimelding.xml": policy(
        rule(1, who((ROLE, "dagl")), registry("nvk-veimelding"), act("read")),
        rule(2, who((ROLE, "lede")), registry("nvk-veimelding"),
             any_of([match(ACTION, ACTION_ID, "read"), match(ACTION, ACTION_ID, "write")])), level=3),
    "register/nvk-omsorg.xml": policy(
        rule(1, who((ROLE, "dagl")), registry("nvk-omsorg"), act("read"), condition=NOT_IN_LIST), level=3),
    "delegeringer/nvk/byggesak/50001337/u20001337/delegationpolicy.xml": delegation(
        app("byggesak"), "read", "20001337"),
    "delegeringer/nvk/tilskudd/50001337/u20001338/delegationpolicy.xml": delegation(
        app("tilskudd"), "sign", "20001338"),
    "delegeringer/nvk/nedlagt/50001337/u20001337/delegationpolicy.xml": delegation(
        app("nedlagt"), "read", "20001337"),
}

# What each policy must find, thought out from its text and the files above, not taken from an audit.
PLANTED = {
    "altinn.policy-altinn2-only": [
        ("fail", {"resource": "nvk/skjenkebevilling", "part": "", "action": "write"}, "UTINN and REGNA alone"),
        ("unverified", {"resource": "nvk-omsorg", "part": "", "action": "read"}, "the condition may open it to others"),
        ("unverified", {"resource": "nvk-omsorg", "part": "*", "action": "read"}, "the condition may open a part of it"),
    ],
    "altinn.policy-placeholder": [
        ("fail", {"policy": "nvk/barnehageplass", "rule": "urn:altinn:ruleid:2"}, "[ORG]"),
        ("unverified", {"policy": "nvk-omsorg", "rule": "urn:altinn:ruleid:1"}, "what the condition compares with"),
    ],
    "altinn.policy-service-owner-attribute": [
        ("fail", {"policy": "nvk/tilskudd", "rule": "urn:altinn:ruleid:2"}, "the owner as a role"),
        ("unverified", {"policy": "nvk-omsorg", "rule": "urn:altinn:ruleid:1"}, "what the condition compares with"),
    ],
    "altinn.policy-authentication-level": [
        ("fail", {"policy": "nvk/skjenkebevilling"}, "writing at level 2"),
        ("fail", {"policy": "nvk/barnehageplass"}, "no level"),
        ("unverified", {"policy": "nvk/nedlagt from party 50001337 to userid 20001337"}, "inherits from what is not there"),
    ],
    "altinn.policy-dead-rule": [
        ("fail", {"policy": "nvk-veimelding", "rule": "urn:altinn:ruleid:2"}, "reads and writes at once"),
        ("unverified", {"policy": "nvk-omsorg", "rule": "urn:altinn:ruleid:1"}, "the condition"),
    ],
    "altinn.policy-shadowed-rule": [
        ("fail", {"policy": "nvk/tilskudd", "rule": "urn:altinn:ruleid:3"}, "the first rule has the chair already"),
        ("unverified", {"policy": "nvk-omsorg", "rule": "urn:altinn:ruleid:1"}, "the condition"),
    ],
    "altinn.policy-two-answers": [
        ("fail", {"policy": "nvk/renovasjon"}, "two AnyOf of one category"),
        ("fail", {"policy": "nvk-omsorg"}, "a condition that Altinn does not know"),
    ],
    "altinn.delegation-exceeds-resource": [
        ("fail", {"policy": "nvk/tilskudd from party 50001337 to userid 20001338"}, "nobody may sign"),
        ("unverified", {"policy": "nvk/nedlagt from party 50001337 to userid 20001337"}, "the resource is not there"),
    ],
    "altinn.write-for-read-package": [
        ("fail", {"package": "byggearkiv-lesetilgang", "resource": "nvk-byggearkiv"}, "a reading package that writes"),
        ("unverified", {"package": "*", "resource": "nvk-omsorg"}, "the condition may name a package"),
    ],
    # Without Altinn's metadata nobody knows which packages and roles there are; the example has policies alone.
    "altinn.policy-names-non-attachable-group": [
        ("unverified", {"code": "byggearkiv-lesetilgang", "resource": "nvk-byggearkiv"}, "no catalogue"),
        ("unverified", {"code": "byggesoknad", "resource": "nvk/byggesak"}, "no catalogue"),
        ("unverified", {"code": "renovasjon", "resource": "nvk/renovasjon"}, "no catalogue"),
        ("unverified", {"code": "*", "resource": "nvk-omsorg"}, "the condition may name a package"),
    ],
    "altinn.unknown-subject": [
        ("unverified", {"kind": kind, "code": code}, note) for kind, code, note in [
            ("package", "byggearkiv-lesetilgang", "no catalogue"), ("package", "byggesoknad", "no catalogue"),
            ("package", "renovasjon", "no catalogue"), ("package", "*", "the condition may name a package"),
            ("role", "dagl", "no catalogue"), ("role", "lede", "no catalogue"), ("role", "nvk", "no catalogue"),
            ("role", "regna", "no catalogue"), ("role", "utinn", "no catalogue"),
            ("role", "*", "the condition may name a role"),
        ]
    ],
}


def main() -> int:
    if len(sys.argv) != 2:
        print(f"usage: {sys.argv[0]} FOLDER", file=sys.stderr)
        return 64
    folder = pathlib.Path(sys.argv[1])
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    planted = {"as_of": "2026-11-20", "exit": 1, "policies": {
        name: {"findings": [{"policy": name, "verdict": verdict, "subject": subject, "note": note}
                            for verdict, subject, note in findings]}
        for name, findings in PLANTED.items()}}
    (folder / "planted.json").write_text(json.dumps(planted, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
