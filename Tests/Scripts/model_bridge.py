#!/usr/bin/env python3
"""Prints random programs of the executable model as policy text, with their inputs and the sets that the model derives.

usage: model_bridge.py MODEL N      MODEL is the path of certain_possible_bound.py; prints a JSON list of N programs

The model counts without limit when any column of a counted row is `*`; the language says: when a counted value is.
That one line is read as the language says; all else is the model's own code.
"""
import json
import random
import sys


def load(path):
    """The functions of the model, without its main loop."""
    with open(path, encoding="utf-8") as file:
        source = file.read()
    head, mark, _ = source.partition("\nseen={}\n")
    line = "any(W in r for r in m)"
    if not mark or line not in head:
        sys.exit("the model is not written as expected")
    space = {}
    exec(compile(head.replace(line, "any(r[1]==W for r in m)"), path, "exec"), space)
    return space


def occurrences(head, body):
    names = [a for a in head if isinstance(a, str)]
    for literal in body:
        if literal[0] in "+-":
            names += [a for a in literal[2] if isinstance(a, str)]
        elif literal[0] == "c":
            names += [a for a in literal[1::2] if isinstance(a, str)]
        else:
            names.append(literal[2])
    return {name: names.count(name) for name in names}


def render(arity, rules):
    """The rules as policy text."""
    parts = []
    for name in sorted(p for p in arity if p[0] == "d"):
        columns = ", ".join(f"{c}: int" for c in "ab"[: arity[name]])
        parts.append(f"relation m.{name}({columns})")

    def atom(relation, arguments, counts):
        texts = []
        for column, argument in zip("ab", arguments):
            once = isinstance(argument, str) and counts.get(argument, 0) < 2
            texts.append(f"{column}: {'_' if once else argument}")
        return f"m.{relation}({', '.join(texts)})"

    for relation, head, body in rules:
        counts = occurrences(head, body)
        literals = []
        for number, literal in enumerate(body):
            if literal[0] == "+":
                literals.append(atom(literal[1], literal[2], counts))
            elif literal[0] == "-":
                literals.append("not " + atom(literal[1], literal[2], counts))
            elif literal[0] == "c":
                literals.append(f"{literal[1]} {literal[2]} {literal[3]}")
            else:
                _, counted, group, operator, constant = literal
                function, counted = counted if isinstance(counted, tuple) else ("count", counted)
                value = f"v{number}"
                aggregate = f"{function}({value}) {{ m.{counted}(a: {group}, b: {value}) }}"
                if operator != "bind":
                    literals.append(f"{aggregate} {operator} {constant}")
                elif "n" in head:
                    literals.append(f"n = {aggregate}")
                # A count that nobody asks for always has a value.
        arguments = ", ".join(f"{c}: {a}" for c, a in zip("ab", head))
        parts.append(f"m.{relation}({arguments}) if\n  " + ",\n  ".join(literals))
    return "\n\n".join(parts) + "\n"


def rows(space, table):
    def plain(row):
        return [None if value == space["W"] else value for value in row]

    return {name: sorted((plain(row) for row in table[name]), key=repr) for name in sorted(table)}


def program(space, seed):
    chance = random.Random(seed)
    arity, rules = space["gen"](chance)
    sources = [p for p in arity if p[0] == "e"]
    domain, star = space["DOM"], space["W"]
    facts = {
        p: {tuple(chance.choice(domain) for _ in range(arity[p])) for _ in range(chance.randint(0, 4))}
        for p in sources
    }
    holes = {
        p: {
            tuple(star if chance.random() < 0.5 else chance.choice(domain) for _ in range(arity[p]))
            for _ in range(chance.choice([0, 0, 1, 2]))
        }
        for p in sources
    }
    certain, possible = space["run"](arity, rules, facts, holes)
    return {
        "seed": seed,
        "arity": {p: arity[p] for p in sources},
        "text": render(arity, rules),
        "facts": rows(space, facts),
        "holes": rows(space, holes),
        "certain": rows(space, certain),
        "possible": rows(space, possible),
        "verdicts": [
            {"member": list(member), "verdict": space["verdict"](certain, possible, member, rules)}
            for member in sorted(certain["d1"])
        ],
    }


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    model = load(sys.argv[1])
    json.dump([program(model, seed) for seed in range(int(sys.argv[2]))], sys.stdout)
