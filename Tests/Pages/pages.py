#!/usr/bin/env python3
"""Compiles the code of reference pages and catalogues without a warning, and decodes, checks and encodes the JSON in them.

    Tests/Pages/pages.py DOCUMENT...    pages about a client of each document

Each block of Swift is a function, in a module with the client. Each JSON example of a model or a request body is decoded
as its type, checked where it is sent, encoded, and compared. What differs is printed, and the exit code is 1 then. Needs
what `swift build` leaves behind.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
BIN = pathlib.Path(os.environ.get("BIN") or subprocess.run(
    ["swift", "build", "--show-bin-path"], cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip())
MODULES = ["APIRuntime", "APIRuntimeTesting", "APIPatterns", "APIOAuth", "APISigning", "HTTPTypes"]


def generate(document, folder):
    folder.joinpath("gen.yaml").write_text(json.dumps({
        "document": str(document), "package": "client", "module": "Sampled", "documentation": ["markdown", "docc"],
        "runtime": os.path.relpath(ROOT, folder / "client"), "rules": {"unaccounted": "warn"}}))
    run = subprocess.run([BIN / "gen", "--config", folder / "gen.yaml"], cwd=ROOT, capture_output=True, text=True)
    return run.stderr if run.returncode else None


class Block:
    """A block of code on a page, with the headings and the words in front of it."""

    is_deprecated = False

    def __init__(self, page, language, lines, section, words, table):
        self.page, self.language, self.lines = page, language, lines
        self.section, self.words, self.table = section, words, table


def blocks(page):
    """The blocks of a page. A fence in the text of a description is not one of ours."""
    found, language, lines, section, words, table = [], None, [], "", "", []
    is_deprecated = False
    for line in page.read_text().splitlines():
        if language is not None:
            if line == "```":
                found.append(Block(page, language, lines, section, words, table))
                found[-1].is_deprecated = is_deprecated
                language = None
            else:
                lines.append(line)
        elif line in ("```swift", "```json"):
            language, lines = line[3:], []
        elif re.match(r"#+ ", line):
            section, table = line.lstrip("# "), []
        elif line.startswith("| "):
            table.append(line)
        elif line == "**Deprecated.**":
            is_deprecated = True
        elif line.startswith("<a id="):
            is_deprecated = False
        elif line:
            words = line
    return found


def function(number, block, client):
    lines = [line for line in block.lines if not line.startswith("import ")]
    name = f"snippet{number}"
    if block.words == "In Swift:":
        lines.append("_ = value")
    has_client = any(line.startswith("let client = ") for line in lines)
    if has_client and block.section not in ("Example",):
        lines.append("_ = client")
    parameter = "" if has_client or block.words == "In Swift:" else f"_ client: {client}"
    body = "\n".join(f"    {line}" for line in lines)
    mark = "@available(*, deprecated) " if block.is_deprecated else ""
    return f"{mark}func {name}({parameter}) async throws {{\n{body}\n}}\n"


def samples(block):
    """The type of a JSON example, and whether it is sent; nothing for others."""
    if block.words == "In JSON:":
        return block.section, False
    if block.words in ("What is required:", "Everything:") and block.table:
        types = [re.search(r"\[`(.*?)`\]|`([A-Z\[].*?)`", row.split("|")[2]) for row in block.table[2:3]]
        if types and types[0]:
            return types[0].group(1) or types[0].group(2), True
    return None


def compile_pages(folder, found, client):
    snippets = [block for block in found if block.language == "swift" and not block.lines[0].startswith("func ")
                and not block.lines[0].startswith("init(")]
    imports = "import Foundation\nimport APIRuntime\nimport APIRuntimeTesting\nimport APIOAuth\n"
    # The compiler takes long for files of many expressions.
    for start in range(0, len(snippets), 100):
        text = "\n".join(function(start + index, block, client) for index, block in enumerate(snippets[start:start + 100]))
        folder.joinpath(f"-Snippets{start}.swift").write_text(imports + text)
    checks = [(block, *samples(block)) for block in found if block.language == "json" and samples(block)]
    calls = []
    for number, (block, type_name, is_sent) in enumerate(checks):
        folder.joinpath(f"{number}.json").write_text("\n".join(block.lines))
        calls.append(f"func check{number}() {{ trip({type_name}.self, {number}, isSent: {'true' if is_sent else 'false'}) }}\n")
    folder.joinpath("-Checks.swift").write_text("import Foundation\nimport APIRuntime\n" + "".join(calls))
    folder.joinpath("main.swift").write_text(
        "import Foundation\n" + "".join(f"check{number}()\n" for number in range(len(checks))))
    trip = (HERE / "Trip.swift").read_text()
    folder.joinpath("-Trip.swift").write_text(trip)
    text = "".join(path.read_text() for path in (folder / "client/Sources").rglob("*Client.swift"))
    signing = [path for path in BIN.glob("*.build") if re.search("Crypto(?!Tests)|XKCP", path.name)]
    crypto = [path for module in signing for path in module.rglob("*.o")] if "import APISigning" in text else []
    known = {f"{path.name}.o" for path in (ROOT / "Sources").rglob("*.swift")}
    objects = [path for module in MODULES if module != "APISigning" or crypto for path in (BIN / f"{module}.build").glob("*.o")
               if module == "HTTPTypes" or path.name in known]
    maps = (BIN.resolve().parents[1] / "checkouts").glob("**/Sources/**/module.modulemap")
    sources = list((folder / "client/Sources").rglob("*.swift")) + list(folder.glob("*.swift"))
    run = subprocess.run(
        ["swiftc", "-Onone", "-wmo", "-num-threads", "2", "-swift-version", "6", "-warnings-as-errors", "-module-name", "Sampled",
         "-enable-upcoming-feature", "MemberImportVisibility", "-enable-upcoming-feature", "InternalImportsByDefault",
         "-I", BIN / "Modules",
         *[word for path in maps for word in ("-Xcc", f"-fmodule-map-file={path}")],
         *sources, *objects, *crypto, *(["-lstdc++"] if crypto else []), "-o", folder / "pages"], capture_output=True, text=True)
    return snippets, checks, run.stderr if run.returncode else None


def run_document(document):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(os.environ.get("KEEP") or name)
        folder.mkdir(exist_ok=True)
        problem = generate(document, folder)
        if problem:
            return [f"no client: {problem[:500]}"], 0, 0
        pages = [path for below in ("Documentation", "Sources") for path in (folder / "client" / below).rglob("*.md")]
        found = [block for page in sorted(pages) for block in blocks(page)]
        snippets, checks, problem = compile_pages(folder, found, "SampledClient")
        if problem:
            errors = [line for line in problem.splitlines() if ": error:" in line or ": warning:" in line]
            return ["does not compile: " + "\n    ".join(errors[:12] or [problem[-2000:]])], len(snippets), len(checks)
        run = subprocess.run([folder / "pages", folder], capture_output=True, text=True, timeout=600)
        faults = [f"{run.returncode}: {run.stderr[-500:]}"] if run.returncode else []
        for number, (block, type_name, _) in enumerate(checks):
            error = folder / f"{number}.error"
            out = folder / f"{number}.out"
            place = f"{block.page.name} {block.section} ({type_name})"
            if error.exists():
                faults.append(f"{place}: {error.read_text()[:300]}")
            elif out.exists() and json.loads(out.read_text()) != json.loads("\n".join(block.lines)):
                faults.append(f"{place}: became {out.read_text()[:300]}")
        return faults, len(snippets), len(checks)


def main(documents):
    status = 0
    for document in documents:
        faults, snippets, checks = run_document(pathlib.Path(document).resolve())
        print(f"{document}: {snippets} blocks of code, {checks} JSON examples, {len(faults)} faults", flush=True)
        for fault in faults[:int(os.environ.get("FAULTS", "20"))]:
            print("  " + fault)
        status = 1 if faults else status
    return status


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    sys.exit(main(sys.argv[1:]))
