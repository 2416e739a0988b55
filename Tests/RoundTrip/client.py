"""Makes a client of examples, lets it send them again, and compares."""

import os
import pathlib
import re
import subprocess

import documents

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent


class Case:
    """An example, and where its schema stands: a file beside the made document, and a pointer into it."""

    def __init__(self, name, file, pointer, value):
        self.name, self.file, self.pointer = name, file, pointer
        is_body = pointer == "" or re.search(r"/content/[^/]+/schema$", pointer) is not None
        # What is no object stands inside of one, unless it is a body.
        self.is_property = not is_body and (
            not isinstance(value, dict) or re.search(r"/properties/[^/]+$", pointer) is not None)
        self.value = {"property": value} if self.is_property else value

    @property
    def reference(self):
        return f"{self.file}#{self.pointer}" if self.pointer else self.file


class Row:
    def __init__(self, case, problem, codes):
        self.case, self.problem, self.codes = case, problem, codes


def build_path():
    return pathlib.Path(subprocess.run(
        ["swift", "build", "--show-bin-path"], cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip())


def made_document(version, cases):
    """An operation for each schema, whose body and whose answer it is, or a property of them."""
    paths, holders = {}, {}
    for case in cases:
        schema, name = {"$ref": case.reference}, operation(case)
        if case.is_property:
            holders[f"Holder{name}"] = {"type": "object", "properties": {"property": schema}}
            schema = {"$ref": f"#/components/schemas/Holder{name}"}
        content = {"content": {"application/json": {"schema": schema}}}
        paths[f"/{name}"] = {"post": {
            "operationId": name, "requestBody": {"required": True, **content},
            "responses": {"200": {"description": "The same.", **content}}}}
    return {"openapi": version, "info": {"title": "Round trip", "version": "1"},
            "servers": [{"url": "https://example.com"}], "paths": paths, "components": {"schemas": holders}}


def operation(case):
    return case.name.rpartition("x")[0]


def generate(folder, version, cases):
    """The diagnostics of the client of these cases, and whether there is one."""
    (folder / "made.json").write_text(documents.json_text(made_document(version, cases)))
    run = subprocess.run(
        [BIN / "gen", "generate", folder / "made.json", "--output", folder / "client", "--name", "RoundTrip", "--overwrite",
         "--rule", "unaccounted=warn"], cwd=ROOT, capture_output=True, text=True)
    return run.stderr, run.returncode == 0


def compile_client(folder, cases, trip=HERE / "RoundTrip.swift"):
    # A function for each operation: the compiler's time grows faster than the length of one.
    names = {}
    for case in cases:
        names.setdefault(operation(case), []).append(case.name)
    calls = "\n".join(
        f'func {name}(_ folder: URL) async {{ for name in {documents.json_text(of_operation)} {{\n'
        f'    await Trip(folder: folder, name: name).run {{ (client, body) in try await client.general.{name}(body: body) }}\n'
        '} }' for name, of_operation in names.items())
    (folder / "Calls.swift").write_text(f"import Foundation\n{calls}\n")
    (folder / "main.swift").write_text(
        "import Foundation\nlet folder = URL(fileURLWithPath: CommandLine.arguments[1])\n"
        + "".join(f"await {name}(folder)\n" for name in names))
    maps = (BIN.resolve().parents[1] / "checkouts").glob("**/Sources/**/module.modulemap")
    # A build keeps the objects of sources that are gone.
    known = {f"{path.name}.o" for path in (ROOT / "Sources").rglob("*.swift")}
    objects = [path for module in ("APIRuntime", "APIPatterns") for path in (BIN / f"{module}.build").glob("*.o")
               if path.name in known]
    objects += (BIN / "HTTPTypes.build").glob("*.o")
    sources = list((folder / "client/Sources").glob("**/*.swift")) + [
        trip, folder / "Calls.swift", folder / "main.swift"]
    run = subprocess.run(
        ["swiftc", "-Onone", "-wmo", "-num-threads", "2", "-swift-version", "6", "-module-name", "RoundTrip", "-I", BIN / "Modules",
         *[word for path in maps for word in ("-Xcc", f"-fmodule-map-file={path}")],
         *sources, *objects, "-o", folder / "round-trip"], capture_output=True, text=True)
    return run.stderr if run.returncode else None


def rows(folder, cases, told):
    for case in cases:
        (folder / f"{case.name}.json").write_text(documents.json_text(case.value))
    problem = compile_client(folder, cases)
    if problem:
        return [Row(case, "does not compile: " + problem[:300], []) for case in cases]
    subprocess.run([folder / "round-trip", folder], timeout=600)
    found = [(case, outcome(folder, case)) for case in cases]
    return [Row(case, problem, told.codes(case) if told else case.codes)
            for case, problem in found if problem is not None]


# Where examples differed from their schemas, and were read all the same: their names and sentences.
departures = []


def outcome(folder, case):
    """What went wrong, in a line, or None."""
    told = folder / f"{case.name}.departures"
    if told.exists():
        departures.extend((case.name, line) for line in told.read_text().splitlines())
    problem = folder / f"{case.name}.error"
    if problem.exists():
        return " ".join(problem.read_text().split())[:220]
    sent = folder / f"{case.name}.out"
    if not sent.exists():
        return "nothing was sent"
    text = sent.read_text()
    if not text:
        return "no body was sent"
    return difference(documents.parse_json(documents.json_text(case.value)), documents.parse_json(text), "$")


def difference(was, now, path):
    if isinstance(was, bool) or isinstance(now, bool) or type(was) in (str, type(None)):
        same = type(was) is type(now) and was == now
        return None if same else f"{path}: {short(was)} became {short(now)}"
    if isinstance(was, dict) and isinstance(now, dict):
        for key in was:
            if key not in now:
                return f"{path}.{key}: lost {short(was[key])}"
        for key in now:
            if key not in was:
                return f"{path}.{key}: new {short(now[key])}"
        return first(difference(was[key], now[key], f"{path}.{key}") for key in was)
    if isinstance(was, list) and isinstance(now, list):
        if len(was) != len(now):
            return f"{path}: {len(was)} items became {len(now)}"
        return first(difference(*pair, f"{path}[{index}]") for index, pair in enumerate(zip(was, now)))
    return None if type(was) is not dict and type(was) is not list and was == now else \
        f"{path}: {short(was)} became {short(now)}"


def first(values):
    return next((value for value in values if value is not None), None)


def short(value):
    text = documents.json_text(value)
    return text if len(text) <= 60 else text[:57] + "..."


BIN = pathlib.Path(os.environ["BIN"]) if "BIN" in os.environ else build_path()
