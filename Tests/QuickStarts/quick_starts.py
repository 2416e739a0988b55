#!/usr/bin/env python3
"""Runs first programs against clients of vendors' documents, over HTTP on this machine.

    Tests/QuickStarts/quick_starts.py FOLDER [NAME…]    FOLDER has the documents

Each folder beside this file is a program: main.swift, what the service answers in answers.json, and what it has to be
asked in requests.txt. UPDATE=1 writes that. Needs what `swift build` leaves behind.
"""

import difflib
import http.server
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import threading

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
DOCUMENTS = {
    "Box": "box.json",
    "Datadog": "datadog_v1.yaml",
    "KubernetesBatch": "kubernetes_batch.json",
    "Lichess": "lichess/lichess-api.yaml",
    "OpenAI": "openai.yaml",
    "TrainTravel": "train_travel.yaml",
    "Twilio": "twilio_v2010.yaml",
}
MODULES = ("APIRuntime", "APIOAuth", "HTTPTypes", "APIPatterns")
HEADERS = ("accept", "authorization", "content-type", "idempotency-key", "dd-api-key")


class Service(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def serve(self):
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        self.server.requests.append(text_of(self.command, self.path, self.headers, body))
        answer = next(self.server.answers, {"status": 500, "body": "No answer is left."})
        content = answer["body"]
        content = (content if isinstance(content, str) else json.dumps(content)).encode()
        self.send_response(answer.get("status", 200))
        self.send_header("content-type", answer.get("type", "application/json"))
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = serve

    def log_message(self, *_):
        pass


def text_of(method, path, headers, body):
    """A request, with the boundary between its parts by a name that stays."""
    lines = [f"{method} {path}"] + [f"{name}: {headers[name]}" for name in HEADERS if name in headers]
    text = "\n".join(lines + [body.decode(errors="backslashreplace")]).replace("\r\n", "\n")
    boundary = re.search(r"boundary=(\S+)", text)
    return text.replace(boundary[1], "BOUNDARY") if boundary else text


def compiled(name, document, folder):
    """The program, or the words of who refused to make it."""
    made = subprocess.run(
        [BIN / "gen", "generate", document, "--output", folder / "client", "--name", name],
        cwd=ROOT, capture_output=True, text=True)
    if made.returncode:
        return None, made.stderr
    maps = (BIN.resolve().parents[1] / "checkouts").glob("**/Sources/**/module.modulemap")
    objects = [path for module in MODULES for path in (BIN / f"{module}.build").rglob("*.o")]
    run = subprocess.run(
        ["swiftc", "-Onone", "-wmo", "-num-threads", "2", "-swift-version", "6", "-module-name", name, "-I", BIN / "Modules",
         *[word for path in maps for word in ("-Xcc", f"-fmodule-map-file={path}")],
         *(folder / "client/Sources").glob("**/*.swift"), HERE / name / "main.swift", *objects, "-lstdc++",
         "-o", folder / "program"],
        capture_output=True, text=True)
    return (None, run.stderr) if run.returncode else (folder / "program", "")


def run(name, program):
    """What the service was asked, and what the program said."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Service)
    server.answers, server.requests = iter(json.loads((HERE / name / "answers.json").read_text())), []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    ended = subprocess.run(
        [program, f"http://127.0.0.1:{server.server_port}"], capture_output=True, text=True, timeout=60,
        env=os.environ | {"SWIFT_BACKTRACE": "enable=no"})
    server.shutdown()
    text = "\n---\n".join(server.requests) + "\n"
    return text, (f"program: {ended.returncode} {ended.stderr}" if ended.returncode else ended.stdout)


def tried(name, documents):
    with tempfile.TemporaryDirectory() as folder:
        program, problem = compiled(name, documents / DOCUMENTS[name], pathlib.Path(folder))
        if problem:
            return problem
        asked, said = run(name, program)
    expected = HERE / name / "requests.txt"
    if os.environ.get("UPDATE"):
        expected.write_text(asked)
    lines = difflib.unified_diff(
        expected.read_text().splitlines(), asked.splitlines(), "expected", "asked", lineterm="")
    difference = "\n".join(lines)
    print(said, end="")
    return difference or (said if said.startswith("program: ") else None)


def main():
    documents, names = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2:] or sorted(DOCUMENTS)
    problems = 0
    for name in names:
        problem = tried(name, documents)
        problems += problem is not None
        print(f"{name}: {problem or 'as documented'}", flush=True)
    return 1 if problems else 0


if __name__ == "__main__":
    BIN = pathlib.Path(subprocess.run(
        ["swift", "build", "--show-bin-path"], cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip())
    sys.exit(main())
