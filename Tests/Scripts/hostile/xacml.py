"""Policies and requests of XACML that ask for ever more: each dimension makes files of a size, and the arguments of a run.

A dimension is a name and a function of a folder and a size that writes files and gives the arguments after `tilsyn`. Time and
memory may grow with the size of the files, and then must end at a limit that is named.
"""

import pathlib

SPACE = 'xmlns="urn:oasis:names:tc:xacml:3.0:core:schema:wd-17"'
ONE = "urn:oasis:names:tc:xacml:1.0:function:"
TWO = "urn:oasis:names:tc:xacml:2.0:function:"
THREE = "urn:oasis:names:tc:xacml:3.0:function:"
STRING = "http://www.w3.org/2001/XMLSchema#string"
INTEGER = "http://www.w3.org/2001/XMLSchema#integer"
PATH = "urn:oasis:names:tc:xacml:3.0:data-type:xpathExpression"
SUBJECT = "urn:oasis:names:tc:xacml:1.0:subject-category:access-subject"
RESOURCE = "urn:oasis:names:tc:xacml:3.0:attribute-category:resource"
ACTION = "urn:oasis:names:tc:xacml:3.0:attribute-category:action"
ACTION_ID = "urn:oasis:names:tc:xacml:1.0:action:action-id"
DENY = "urn:oasis:names:tc:xacml:3.0:%s-combining-algorithm:deny-overrides"


def literal(text, kind=STRING):
    return f'<AttributeValue DataType="{kind}">{text}</AttributeValue>'


def designator(category, name, kind=STRING):
    return f'<AttributeDesignator Category="{category}" AttributeId="{name}" DataType="{kind}" MustBePresent="false"/>'


def apply(function, *arguments):
    return f'<Apply FunctionId="{function}">{"".join(arguments)}</Apply>'


def selector(path, kind=STRING):
    return (
        f'<AttributeSelector Category="{RESOURCE}" Path="{path}" DataType="{kind}" MustBePresent="false"/>')


def reference(name):
    return f'<VariableReference VariableId="{name}"/>'


def policy(rules, target="<Target/>", name="p", algorithm=DENY % "rule"):
    return (
        f'<Policy {SPACE} PolicyId="{name}" Version="1.0" RuleCombiningAlgId="{algorithm}">{target}{rules}</Policy>')


def rule(inner, name="r", effect="Permit"):
    return f'<Rule RuleId="{name}" Effect="{effect}">{inner}</Rule>'


def condition(expression):
    return rule(f"<Condition>{expression}</Condition>")


def match(category, name, text, function=ONE + "string-equal"):
    return f'<Match MatchId="{function}">{literal(text)}{designator(category, name)}</Match>'


def any_of(*alternatives):
    return "<AnyOf>" + "".join(f"<AllOf>{matches}</AllOf>" for matches in alternatives) + "</AnyOf>"


def group(inner, category=RESOURCE):
    return f'<Attributes Category="{category}">{inner}</Attributes>'


def attribute(name, *values):
    inner = "".join(literal(value) for value in values)
    return f'<Attribute AttributeId="{name}" IncludeInResult="false">{inner}</Attribute>'


def request(*groups):
    return f'<Request {SPACE} ReturnPolicyIdList="false" CombinedDecision="false">{"".join(groups)}</Request>'


def content(xml):
    return request(group(f"<Content>{xml}</Content>"))


PLAIN = request(group(attribute("a", "x")))


def evaluate(folder, policy_text, request_text, *references):
    folder = pathlib.Path(folder)
    (folder / "policy.xml").write_text(policy_text)
    (folder / "request.xml").write_text(request_text)
    arguments = ["xacml", "evaluate", "--policy", str(folder / "policy.xml"), "--request", str(folder / "request.xml")]
    if references:
        arguments.append("--reference")
    for number, text in enumerate(references):
        path = folder / f"reference{number}.xml"
        path.write_text(text)
        arguments.append(str(path))
    return arguments


def audit(folder, policy_text):
    exports = pathlib.Path(folder) / "exports"
    exports.mkdir(exist_ok=True)
    (exports / "policy.xml").write_text(policy_text)
    return ["sources", str(exports)]


def doubled(size, function, first):
    """`size` variables, each of which applies the function to the one before it twice."""
    text = f'<VariableDefinition VariableId="v0">{first}</VariableDefinition>'
    for number in range(1, size + 1):
        before = reference(f"v{number - 1}")
        text += (
            f'<VariableDefinition VariableId="v{number}">{apply(function, before, before)}</VariableDefinition>')
    return text


def selecting(path):
    return condition(
        apply(ONE + "integer-equal", literal("1", INTEGER), apply(ONE + "string-bag-size", selector(path))))


# Variables and references

def concatenations(folder, size):
    count = min(60, max(1, size.bit_length() * 2))
    test = condition(apply(ONE + "string-equal", reference(f"v{count}"), literal("x")))
    return evaluate(folder, policy(doubled(count, TWO + "string-concatenate", literal("x")) + test), PLAIN)


def analysed_variables(folder, size):
    count = min(60, max(1, size.bit_length() * 2))
    first = apply(ONE + "string-is-in", literal("x"), designator(SUBJECT, "a"))
    return audit(folder, policy(doubled(count, ONE + "or", first) + condition(reference(f"v{count}"))))


def bags(folder, size):
    values = "".join(literal(str(number)) for number in range(size))
    first = apply(ONE + "string-bag", values)
    test = condition(
        apply(ONE + "integer-equal", apply(ONE + "string-bag-size", reference("v5")), literal("1", INTEGER)))
    return evaluate(folder, policy(doubled(5, ONE + "string-union", first) + test), PLAIN)


def deep_variables(folder, size):
    inner = apply(ONE + "string-is-in", literal("x"), designator(SUBJECT, "a"))
    text = f'<VariableDefinition VariableId="v0">{inner}</VariableDefinition>'
    depth = min(200, max(1, size // 60))
    for number in range(1, min(63, size)):
        nested = reference(f"v{number - 1}")
        for _ in range(depth):
            nested = apply(ONE + "not", nested)
        text += f'<VariableDefinition VariableId="v{number}">{nested}</VariableDefinition>'
    return evaluate(folder, policy(text + condition(reference("v1"))), PLAIN)


def references(folder, size):
    depth = min(60, max(1, size.bit_length() * 3))

    def policy_set(name, inner):
        return (
            f'<PolicySet {SPACE} PolicySetId="{name}" Version="1.0" PolicyCombiningAlgId="{DENY % "policy"}">'
            f"<Target/>{inner}</PolicySet>")

    never = apply(ONE + "string-equal", literal("x"), literal("y"))
    sets = [policy_set("s0", policy(condition(never)))]
    for number in range(1, depth + 1):
        sets.append(policy_set(f"s{number}", f"<PolicySetIdReference>s{number - 1}</PolicySetIdReference>" * 2))
    return evaluate(folder, sets[-1], PLAIN, *sets[:-1])


def obligations(folder, size):
    depth = min(60, max(1, size.bit_length() * 3))
    duty = (
        '<ObligationExpressions><ObligationExpression ObligationId="o" FulfillOn="Permit">'
        f'<AttributeAssignmentExpression AttributeId="a">{literal("x")}</AttributeAssignmentExpression>'
        "</ObligationExpression></ObligationExpressions>")

    def policy_set(name, inner):
        return (
            f'<PolicySet {SPACE} PolicySetId="{name}" Version="1.0" PolicyCombiningAlgId="{DENY % "policy"}">'
            f"<Target/>{inner}</PolicySet>")

    sets = [policy_set("s0", policy(rule(duty)))]
    for number in range(1, depth + 1):
        sets.append(policy_set(f"s{number}", f"<PolicySetIdReference>s{number - 1}</PolicySetIdReference>" * 2))
    return evaluate(folder, sets[-1], PLAIN, *sets[:-1])


def many_references(folder, size):
    text = (
        f'<PolicySet {SPACE} PolicySetId="s" Version="1.0" PolicyCombiningAlgId="{DENY % "policy"}"><Target/>'
        + "<PolicyIdReference>p</PolicyIdReference>" * size + "</PolicySet>")
    never = apply(ONE + "string-equal", literal("x"), literal("y"))
    return evaluate(folder, text, PLAIN, policy(condition(never)))


# XPath

def path_contains(folder, size):
    return evaluate(
        folder, policy(selecting("//a[contains(., string(//b))]")),
        content(f'<d xmlns=""><a>{"a" * (size * 20)}</a><b>{"a" * (size * 10)}b</b></d>'))


def path_concat(folder, size):
    parts = ",".join(["string(/)"] * 500)
    return evaluate(
        folder, policy(selecting(f"/d[string-length(concat({parts})) = 1]")),
        content(f'<d xmlns="">{"abcdefghij" * size}</d>'))


def path_texts(path):
    def make(folder, size):
        inner = "".join(f"<a>{number}</a><b>x{number}</b>" for number in range(size))
        return evaluate(folder, policy(selecting(path)), content(f'<d xmlns="">{inner}</d>'))
    return make


def path_deep(folder, size):
    depth = min(200, max(1, size // 10))
    return evaluate(
        folder, policy(selecting("//*[. = 'x']")),
        content(f'<d xmlns="">{"<a>" * depth}{"x" * size}{"</a>" * depth}</d>'))


def path_long(folder, size):
    return evaluate(folder, policy(selecting("/d" + "[1]" * size)), content('<d xmlns=""><a/></d>'))


def path_nested(folder, size):
    depth = min(20_000, size)
    return evaluate(folder, policy(selecting("/d" + "[a" * depth + "]" * depth)), content('<d xmlns=""><a/></d>'))


def path_names(folder, size):
    inner = "".join(f"<a{number}/>" for number in range(size))
    steps = "|".join(f"//a{number}" for number in range(min(size, 2_000)))
    return evaluate(folder, policy(selecting(steps)), content(f'<d xmlns="">{inner}</d>'))


def node_match(folder, size):
    inner = "<a/>" * size
    value = f'<AttributeValue DataType="{PATH}" XPathCategory="{RESOURCE}">%s</AttributeValue>'
    return evaluate(
        folder, policy(condition(apply(THREE + "xpath-node-match", value % "//a", value % "//b"))),
        content(f'<d xmlns="">{inner}{"<b/>" * size}</d>'))


def multiple_selector(folder, size):
    inner = "<a/>" * size
    value = (
        f'<Attribute AttributeId="urn:oasis:names:tc:xacml:3.0:multiple:content-selector" IncludeInResult="false">'
        f'<AttributeValue DataType="{PATH}" XPathCategory="{RESOURCE}">/d/a</AttributeValue></Attribute>')
    return evaluate(folder, policy(rule("")), request(group(f'<Content><d xmlns="">{inner}</d></Content>{value}')))


# Documents

def attributes_of_one_element(folder, size):
    inner = " ".join(f'a{number}=""' for number in range(size))
    return evaluate(folder, policy(selecting("//@*")), content(f'<d xmlns="" {inner}/>'))


def namespaces_of_one_element(folder, size):
    inner = " ".join(f'xmlns:n{number}="urn:{number}"' for number in range(size))
    return evaluate(folder, policy(selecting("//namespace::*")), content(f'<d xmlns="" {inner}>{"<a/>" * size}</d>'))


def namespaces_and_prefixed_names(folder, size):
    inner = " ".join(f'xmlns:n{number}="urn:{number}"' for number in range(size))
    return evaluate(folder, policy(selecting("//a")), content(f'<d xmlns="" {inner}>{"<n0:a/>" * size}</d>'))


def namespaces_of_selectors(folder, size):
    inner = " ".join(f'xmlns:n{number}="urn:{"x" * 200}{number}"' for number in range(200))
    tests = "".join(rule(f"<Condition>{apply(ONE + 'string-is-in', literal('x'), selector('//a'))}</Condition>", f"r{n}")
                    for n in range(size))
    return evaluate(folder, policy(tests).replace("<Policy ", f"<Policy {inner} ", 1), content('<d xmlns=""/>'))


def elements(folder, size):
    return evaluate(folder, policy(selecting("//a")), content(f'<d xmlns="">{"<a/>" * (size * 10)}</d>'))


def values_of_one_attribute(folder, size):
    matches = any_of(*(match(RESOURCE, "a", f"y{number}") for number in range(size)))
    return evaluate(
        folder, policy(rule(f"<Target>{matches}</Target>")),
        request(group(attribute("a", *(f"x{number}" for number in range(size))))))


def attributes_of_a_request(folder, size):
    inner = "".join(attribute(f"a{number}", "x") for number in range(size))
    return evaluate(folder, policy(rule(f"<Target>{any_of(match(RESOURCE, 'a1', 'x'))}</Target>")), request(group(inner)))


def questions(folder, size):
    many = max(1, int(size ** 0.5))
    groups = [group(attribute("a", str(number)), category) for category in (SUBJECT, RESOURCE) for number in range(many)]
    return evaluate(folder, policy(rule("")), request(*groups))


def questions_of_many_attributes(folder, size):
    inner = "".join(attribute(f"a{number}", "x").replace("false", "true") for number in range(size))
    groups = [group(attribute("a", str(number)), SUBJECT) for number in range(size)]
    return evaluate(folder, policy(rule("")), request(group(inner), *groups))


# Functions

def higher_order(function):
    def make(folder, size):
        left = apply(ONE + "integer-bag", "".join(literal(str(number), INTEGER) for number in range(size)))
        test = apply(function, f'<Function FunctionId="{ONE}integer-greater-than"/>', left, left)
        return evaluate(folder, policy(condition(test)), PLAIN)
    return make


def string_contains(folder, size):
    test = apply(THREE + "string-contains", literal("a" * (size * 10) + "b"), literal("a" * (size * 20)))
    return evaluate(folder, policy(condition(test)), PLAIN)


def patterns(folder, size):
    tests = "".join(
        rule(f"<Condition>{apply(ONE + 'string-regexp-match', literal('(a|b)*a(a|b){%d}' % number), literal('ab' * 50))}"
             "</Condition>", f"r{number}") for number in range(size))
    return evaluate(folder, policy(tests), PLAIN)


def pattern_class(folder, size):
    letters = "".join(chr(0x4E00 + 2 * (number % 10_000)) for number in range(size))
    return evaluate(
        folder, policy(condition(apply(ONE + "string-regexp-match", literal(f"[{letters}]"), literal("x")))), PLAIN)


def pattern_repeated(folder, size):
    test = apply(ONE + "string-regexp-match", literal("(a{1000}){%d}b" % size), literal("a" * size))
    return evaluate(folder, policy(condition(test)), PLAIN)


# Analysis

def rules(folder, size):
    return audit(folder, policy("".join(rule(
        "<Target>" + any_of(match(SUBJECT, "urn:altinn:rolecode", f"role{number}"))
        + any_of(match(RESOURCE, "urn:altinn:resource", f"res{number}"))
        + any_of(match(ACTION, ACTION_ID, "read")) + "</Target>", f"r{number}") for number in range(size))))


def rules_alike(folder, size):
    target = "<Target>" + any_of(match(SUBJECT, "urn:altinn:rolecode", "dagl")) + "</Target>"
    return audit(folder, policy("".join(rule(target, f"r{number}") for number in range(size))))


def rules_with_conditions(folder, size):
    test = apply(ONE + "string-is-in", literal("x"), designator(SUBJECT, "urn:altinn:rolecode"))
    return audit(folder, policy("".join(rule(
        "<Target>" + any_of(match(RESOURCE, "urn:altinn:resource", f"res{number}")) + "</Target>"
        f"<Condition>{test}</Condition>", f"r{number}") for number in range(size))))


def alternatives(folder, size):
    sides = [any_of(*(match(SUBJECT, f"a{side}", f"x{number}") for number in range(4))) for side in range(6)]
    target = "<Target>" + "".join(sides) + "</Target>"
    return audit(folder, policy("".join(rule(target, f"r{number}") for number in range(size))))


def matches_of_one_rule(folder, size):
    target = "<Target>" + any_of("".join(match(SUBJECT, f"a{number}", "x") for number in range(size))) + "</Target>"
    return audit(folder, policy(rule(target)))


def any_ofs_of_one_rule(folder, size):
    target = "<Target>" + "".join(any_of(match(SUBJECT, f"a{number}", "x")) for number in range(size)) + "</Target>"
    return audit(folder, policy(rule(target)))


def mentions(folder, size):
    tests = "".join(apply(ONE + "string-is-in", literal(f"x{number}"), designator(SUBJECT, f"a{number}"))
                    for number in range(size))
    return audit(folder, policy(condition(apply(ONE + "and", tests))))


def passed_over(folder, size):
    return audit(folder, policy("".join(rule("", f"r{number}").replace("<Rule ", '<Rule x="" ', 1)
                                        for number in range(size))))


DIMENSIONS = [
    ("variables, concatenated", concatenations),
    ("variables, analysed", analysed_variables),
    ("variables, bags", bags),
    ("variables, deep", deep_variables),
    ("references, each to one twice", references),
    ("references, obligations", obligations),
    ("references to one policy", many_references),
    ("XPath, contains", path_contains),
    ("XPath, concat", path_concat),
    ("XPath, sets that are equal", path_texts("/d[//a = //b]")),
    ("XPath, sets that differ", path_texts("/d[//a != //a]")),
    ("XPath, sets in order", path_texts("/d[//a &lt; //b]")),
    ("XPath, union", path_texts("//a | //b | //a")),
    ("XPath, following", path_texts("//a/following::*")),
    ("XPath, preceding with a predicate", path_texts("//a/preceding::*[1]")),
    ("XPath, siblings counted", path_texts("//a[count(preceding-sibling::*) > 5]")),
    ("XPath, translate", path_texts("//a[translate(string(/), '123', 'abc') = 'x']")),
    ("XPath, sum", path_texts("/d[sum(//a) > 5]")),
    ("XPath, ancestors", path_texts("//a/ancestor-or-self::*/descendant::b")),
    ("XPath, deep elements", path_deep),
    ("XPath, a long expression", path_long),
    ("XPath, a nested expression", path_nested),
    ("XPath, many names", path_names),
    ("XPath, xpath-node-match", node_match),
    ("XPath, a question for each node", multiple_selector),
    ("attributes of one element", attributes_of_one_element),
    ("namespaces of one element", namespaces_of_one_element),
    ("namespaces, and names with a prefix", namespaces_and_prefixed_names),
    ("namespaces of many selectors", namespaces_of_selectors),
    ("elements", elements),
    ("values of one attribute", values_of_one_attribute),
    ("attributes of a request", attributes_of_a_request),
    ("questions of a request", questions),
    ("questions of many attributes", questions_of_many_attributes),
    ("any-of-any", higher_order(THREE + "any-of-any")),
    ("any-of-all", higher_order(ONE + "any-of-all")),
    ("all-of-all", higher_order(ONE + "all-of-all")),
    ("string-contains", string_contains),
    ("patterns", patterns),
    ("a pattern with a class", pattern_class),
    ("a pattern that repeats", pattern_repeated),
    ("rules", rules),
    ("rules that are alike", rules_alike),
    ("rules with conditions", rules_with_conditions),
    ("alternatives", alternatives),
    ("matches of one rule", matches_of_one_rule),
    ("alternatives of one rule", any_ofs_of_one_rule),
    ("values that conditions name", mentions),
    ("what is passed over", passed_over),
]
