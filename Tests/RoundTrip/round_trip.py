#!/usr/bin/env python3
"""Answers with examples from memory, decodes them, sends them again, and compares what went out as JSON.

    Tests/RoundTrip/round_trip.py FOLDER [NAME…]    the valid examples of the OpenAPI documents of a folder
    Tests/RoundTrip/round_trip.py --reading READING FOLDER [NAME…]
                                                    all examples, read by a case of AnswerReading, and encoded again
    Tests/RoundTrip/round_trip.py --suite FOLDER    the valid instances of a JSON Schema test suite, draft 2020-12

An example is sent as the body of an operation that a document made for it has. What does not come back the same is
printed, with the codes of the diagnostics that stand at its schema; the exit code is 1 if one row has none.
Needs jsonschema and PyYAML, and what `swift build` leaves behind.
"""

import os
import pathlib
import re
import shutil
import sys
import tempfile

sys.dont_write_bytecode = True  # The checkout stays as it is.

import client
import documents
from told import Told, codes_of
from validity import Validity


CASES_OF_A_CLIENT = 250


def run_document(path, is_split):
    """The rows of a document that did not come back, and how many examples were tried."""
    document = documents.known(path)
    if not isinstance(document, dict) or not re.match(r"3\.", str(document.get("openapi", ""))):
        return [], 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name) / "run"
        copied(path, folder, is_split)
        files = parts(path) if is_split else [path]
        validity = Validity(path, document)
        cases = numbered(path.parent, [
            (file, pointer, value) for file in files for pointer, value in documents.examples(file)
            if "READING" in os.environ or validity.accepts(file, pointer, value)])
        turn_directions_off(folder, files, path.parent)
        found = []
        # The compiler's memory grows with what it has to hold at once.
        for start in range(0, len(cases), CASES_OF_A_CLIENT):
            part = cases[start:start + CASES_OF_A_CLIENT]
            text, is_made = client.generate(folder, document["openapi"], part)
            found += client.rows(folder, part, Told(text, path.parent)) if is_made \
                else [client.Row(case, "no client: " + text[:300], []) for case in part]
        return found, len(cases)


def parts(path):
    """The document and the files around it."""
    around = (file for file in path.parent.rglob("*") if file.suffix in (".yaml", ".yml", ".json") and file != path)
    return [path] + sorted(file for file in around if documents.known(file) is not None)


def copied(path, folder, is_split):
    """The document, with the files around it if it is split."""
    if is_split:
        shutil.copytree(path.parent, folder)
    else:
        folder.mkdir()
        shutil.copy(path, folder)


def numbered(root, found):
    """Cases that share the operation of their schema."""
    operations, cases = {}, []
    for file, pointer, value in found:
        number = operations.setdefault((file, pointer), len(operations) + 1)
        cases.append(client.Case(f"e{number}x{len(cases)}", str(file.relative_to(root)), pointer, value))
    return cases


def turn_directions_off(folder, files, root):
    """Requests leave out what is read-only: here everything goes both ways."""
    for file in files:
        copy = folder / file.relative_to(root)
        text = copy.read_text()
        changed = re.sub(r'((?:read|write)Only"?\s*:\s*)true', r"\1false", text)
        if changed != text:
            copy.write_text(changed)


def run_suite(suite):
    """A file for each schema of the suite, and the instances that are valid by it."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name) / "run"
        folder.mkdir()
        cases, refused = [], []
        for file in sorted(suite.glob("*.json")):
            for group in documents.parse_json(file.read_text()):
                number = len(list(folder.glob("schema*.json"))) + 1
                source = folder / f"schema{number}.json"
                schema = group["schema"]
                source.write_text(documents.json_text(schema))
                made = [client.Case(f"e{number}x{index}", source.name, "", test["data"])
                        for index, test in enumerate(group["tests"]) if test["valid"]]
                for case in made:
                    case.title = f"{file.name}: {group['description']}"
                if not made:
                    continue
                told, is_made = client.generate(folder, "3.1.1", made)
                codes = codes_of(told)
                for case in made:
                    case.codes = codes
                cases += made if is_made else []
                refused += [] if is_made else [client.Row(case, "no client", codes) for case in made]
        client.generate(folder, "3.1.1", cases)
        return refused + client.rows(folder, cases, None), len(cases) + len(refused)


def report(title, found, count):
    untold = [row for row in found if not row.codes]
    if client.departures:
        places = len(set(name for name, _ in client.departures))
        print(f"{title}: {len(client.departures)} departures in {places} examples")
        for name, text in client.departures if os.environ.get("VERBOSE") else []:
            print(f"    {name}  {text}")
        client.departures.clear()
    print(f"{title}: {count} examples, {count - len(found)} the same, {len(found) - len(untold)} told, "
          f"{len(untold)} in silence", flush=True)
    for row in found:
        place = getattr(row.case, "title", row.case.reference)
        print(f"    {'told  ' if row.codes else 'SILENT'} {place}  {row.problem}  {' '.join(row.codes)}")
        if os.environ.get("VERBOSE"):
            print(f"           {client.short(row.case.value)}")
    return len(untold)


def all_documents(folder, names):
    files = sorted(path.resolve() for path in folder.glob("*") if path.suffix in (".yaml", ".yml", ".json"))
    for child in sorted(path for path in folder.glob("*/*") if path.suffix in (".yaml", ".yml", ".json")):
        if re.search(r"^\s*\"?openapi\"?\s*:", child.read_text(errors="replace"), re.M):
            files.append(child.resolve())
    return [file for file in files if not names or any(name in str(file) for name in names)]


def main():
    words = sys.argv[1:]
    if words[:1] == ["--reading"]:
        os.environ["READING"], words = words[1], words[2:]
    if words[:1] == ["--suite"]:
        found, count = run_suite(pathlib.Path(words[1]))
        return 1 if report("JSON Schema", found, count) else 0
    silent = 0
    folder = pathlib.Path(words[0])
    for path in all_documents(folder, words[1:]):
        found, count = run_document(path, path.parent != folder.resolve())
        if count:
            silent += report(path.name, found, count)
    return 1 if silent else 0


if __name__ == "__main__":
    sys.exit(main())
