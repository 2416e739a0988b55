#!/usr/bin/env python3
"""Sends the instances of a JSON Schema test suite, valid or not, and compares what is refused before sending.

    Tests/RoundTrip/verdicts.py FOLDER [NAME…]      the folder of a draft, such as …/tests/draft2020-12, and files of it

Each schema is the body of an operation. An instance is decoded, strictly, and sent through a transport in memory, with closed
enumerations and constants; formats are asserted for the tests of formats. What is refused counts as invalid. Prints a line
for each keyword, the groups that do not apply to typed models with the reason, and the tests that differ. The exit code is 1
if a kind of tests agrees for less than its share.
Needs what `swift build` leaves behind.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True  # The checkout stays as it is.

import client
import documents

HERE = pathlib.Path(__file__).resolve().parent

# The shares of the tests that must agree, by kind.
SHARES = {"constraints": 0.99, "combinators and references": 0.97, "optional": 0.95, "format": 0.95}
GROUPS_OF_A_CLIENT = 150
COMBINATORS = {
    "allOf", "anchor", "anyOf", "defs", "dependentSchemas", "dynamicRef", "if-then-else", "infinite-loop-detection", "not",
    "oneOf", "ref", "refRemote", "unevaluatedItems", "unevaluatedProperties"}
# Files whose tests have nothing to say of a client.
OTHER = {
    "refRemote": "schemas on the network, which are never fetched",
    "vocabulary": "custom vocabularies: OpenAPI has its own",
    "optional/format-assertion": "custom vocabularies: OpenAPI has its own",
    "optional/cross-draft": "schemas of another draft by $schema: a document has one dialect",
    "optional/ecmascript-regex": "oddities of ECMA 262",
    "optional/format/ecmascript-regex": "oddities of ECMA 262",
    "optional/format/idn-hostname": "a format that is not asserted",
}
REMOTE = re.compile(r'"\$(?:ref|dynamicRef)": "(?:https?://(?:localhost:1234|json-schema\.org)/|urn:)[^"]*"')


def kind(name):
    if name.startswith("optional/format/"):
        return "format"
    if name.startswith("optional/"):
        return "optional"
    return "combinators and references" if name in COMBINATORS else "constraints"


class Group:
    def __init__(self, name, number, group):
        self.name, self.title, self.schema = name, group["description"], group["schema"]
        self.cases = []
        for index, test in enumerate(group["tests"]):
            # The name tells which options apply.
            initial = "f" if name.startswith("optional/format/") else "e"
            case = client.Case(f"{initial}{number}x{index}", f"schema{number}.json", "", test["data"])
            case.group, case.test = self, test
            self.cases.append(case)

    @property
    def obstacle(self):
        """Why the group does not apply, or None."""
        if self.name in OTHER:
            return OTHER[self.name]
        text = documents.json_text(self.schema)
        named = set(re.findall(r'"\$ref": "([\w-]+\.json)"', text))
        known = set(re.findall(r'"\$id": "(?:[^"]*/)?([\w-]+\.json)"', text))
        if REMOTE.search(text) or named - known:
            return "schemas on the network, which are never fetched"
        return None


def groups(suite, names):
    number = 0
    for file in sorted(suite.rglob("*.json")):
        name = str(file.relative_to(suite).with_suffix(""))
        if names and name not in names:
            continue
        for group in documents.parse_json(file.read_text()):
            number += 1
            yield Group(name, number, group)


def is_made(folder, group):
    told, made = client.generate(folder, "3.1.1", group.cases)
    group.told = told
    return made


def verdicts(folder, cases):
    """Whether each case was sent, or why not."""
    for case in cases:
        (folder / f"{case.name}.json").write_text(documents.json_text(case.value))
    problem = client.compile_client(folder, cases, HERE / "Verdicts.swift")
    if problem:
        sys.exit(f"does not compile: {problem[:3000]}")
    # A call that ends the process must not hide the others.
    subprocess.run([folder / "round-trip", folder], timeout=600)
    for case in cases:
        outcome = folder / f"{case.name}.verdict"
        case.verdict = outcome.read_text() if outcome.exists() else "crashed"


def agrees(case):
    return (case.verdict == "sent") == case.test["valid"]


def is_of_other_type(case):
    """Whether the type of the model excludes a value that the schema has nothing to say of."""
    schema = case.group.schema
    if "an integer between" in case.verdict:
        return True
    return case.test["valid"] and case.verdict.startswith("not decoded") \
        and isinstance(schema, dict) and "type" not in schema and re.search(
            r"expected an (?:object|array), found", case.verdict) is not None


def main():
    suite = pathlib.Path(sys.argv[1]).resolve()
    all_groups = list(groups(suite, sys.argv[2:]))
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name) / "run"
        folder.mkdir()
        left_out, refused, made = [], [], []
        for group in all_groups:
            if group.obstacle:
                left_out.append((group, group.obstacle))
                continue
            (folder / group.cases[0].file).write_text(documents.json_text(group.schema))
            (made if is_made(folder, group) else refused).append(group)
        # The compiler's memory grows with what it has to hold at once.
        for start in range(0, len(made), GROUPS_OF_A_CLIENT):
            cases = [case for group in made[start:start + GROUPS_OF_A_CLIENT] for case in group.cases]
            client.generate(folder, "3.1.1", cases)
            verdicts(folder, cases)
    return report(made, refused, left_out)


def report(made, refused, left_out):
    scores, names, other = {}, {}, []
    for group in made + refused:
        for case in group.cases:
            if group in made and is_of_other_type(case):
                other.append(case)
                continue
            right = group in made and agrees(case)
            for table, key in ((scores, kind(group.name)), (names, group.name)):
                known = table.setdefault(key, [0, 0])
                known[0] += right
                known[1] += 1
    for name, (right, count) in sorted(names.items()):
        print(f"{name:40} {right:4} of {count:4}")
    for group, reason in left_out:
        print(f"left out  {group.name}: {group.title}: {reason}")
    for case in other:
        print(f"left out  {case.group.name}: {case.group.title}: {case.test['description']}: "
              "Swift's type excludes the value: the type that the keywords imply, or Int with its 64 bits")
    for group in refused:
        print(f"refused   {group.name}: {group.title}: {' '.join(group.told.split())[:300]}")
    for group in made:
        for case in group.cases:
            if not agrees(case) and case not in other:
                wanted = "valid" if case.test["valid"] else "invalid"
                print(f"differs   {group.name}: {group.title}: {case.test['description']}: is {wanted}, "
                      f"{case.verdict[:160]}")
    untyped = [case for group in made for case in group.cases if not isinstance(group.schema, dict) or "type" not in group.schema]
    right = sum(agrees(case) for case in untyped)
    share = right / max(len(untyped), 1)
    print(f"untyped, with what Swift's types exclude: {right} of {len(untyped)}, {share:.1%}")
    missed = share < 0.95
    for name, (right, count) in sorted(scores.items()):
        share = right / count
        missed = missed or share < SHARES[name]
        print(f"{name}: {right} of {count}, {share:.1%}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
