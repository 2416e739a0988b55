#!/usr/bin/env python3
"""Tries explorers in a browser: what they say of themselves, search, keyboard, contrast, small screens, no scripts.

    Tests/Explorer/explorer.py DOCUMENT...    the explorer of a client of each document

Needs `gen`, built by `swift build`, and tidy, chromium and chromedriver. Writes pictures into the folder PICTURES, if
that is set. What is wrong is printed, and the exit code is 1 then.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from webdriver import Browser

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
BIN = pathlib.Path(os.environ.get("BIN") or subprocess.run(
    ["swift", "build", "--show-bin-path"], cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip())
CHECKS = HERE.joinpath("checks.js").read_text()


def generate(document, folder):
    """The explorer and the operations of a client."""
    folder.joinpath("gen.yaml").write_text(json.dumps({
        "document": str(pathlib.Path(document).resolve()), "package": "client", "module": "Explored",
        "documentation": ["explorer", "markdown"], "runtime": os.path.relpath(ROOT, folder / "client"),
        "rules": {"unaccounted": "warn"}}))
    run = subprocess.run(
        [BIN / "gen", "--config", folder / "gen.yaml"], cwd=ROOT, capture_output=True, text=True)
    if run.returncode:
        sys.exit(f"{document}: no client\n{run.stderr[-2000:]}")
    pages = folder / "client/Documentation"
    return pages / "Explorer.html", json.loads(pages.joinpath("operations.json").read_text())["operations"]


class Trial:
    """The trial of one explorer."""

    def __init__(self, document, page, operations):
        self.document, self.page, self.operations = document, page, operations
        self.faults, self.checked = [], 0

    def expect(self, holds, fault):
        self.checked += 1
        if not holds:
            self.faults.append(fault)

    def run(self):
        self.read_file()
        for scheme in ("light", "dark"):
            with Browser(scheme=scheme) as browser:
                self.look(browser, scheme)
                if scheme == "light":
                    self.search(browser)
                    self.use_keyboard(browser)
                    self.change_theme(browser)
                messages = browser.messages()
                self.expect(messages == [], f"the console says {messages[:3]}")
        with Browser(has_scripts=False) as browser:
            self.read_without_scripts(browser)

    def read_file(self):
        html = self.page.read_text()
        tidy = subprocess.run(["tidy", "-q", "-e", self.page], capture_output=True, text=True)
        self.expect(tidy.stderr == "", f"tidy says {tidy.stderr[:400]}")
        outside = re.sub(r"<pre>.*?</pre>|<code>.*?</code>", "", html, flags=re.S)
        loads = re.findall(r"<(?:link|img|iframe|object|embed|base|form)\b|<[a-z][^>]*\ssrc=|@import|url\(", outside)
        self.expect(loads == [], f"it loads {loads[:3]}")
        limit = 500_000 if len(self.operations) <= 40 else 25_000_000
        self.expect(len(html.encode()) < limit, f"it has {len(html.encode())} bytes")

    def look(self, browser, scheme):
        for width, height in ((1400, 1000), (360, 740)):
            browser.resize(width, height)
            browser.open(self.page)
            if pictures := os.environ.get("PICTURES"):
                name = pathlib.Path(self.document).resolve().parent.name
                browser.picture(f"{pictures}/{name}-{scheme}-{width}.png")
            for fault in browser.run(CHECKS):
                self.expect(False, f"{fault} ({scheme}, {width} wide)")
            self.checked += 1
        browser.resize(1400, 1000)
        browser.open(self.page)

    def found(self, browser, text):
        """The links that a search leaves."""
        browser.run("""
            const search = document.getElementById("search");
            search.value = arguments[0];
            search.dispatchEvent(new Event("input", {bubbles: true}));""", text)
        return browser.run("""
            return [...document.querySelectorAll("nav li a")].filter((link) => link.offsetParent !== null)
                .map((link) => decodeURIComponent(link.hash.slice(1)));""")

    def search(self, browser):
        anchors = [
            f"{operation['page'].split('.md#')[0]}.{operation['page'].split('#')[1]}"
            for operation in self.operations]
        for operation, anchor in zip(self.operations[:40], anchors):
            self.expect(anchor in self.found(browser, operation["path"]), f"{anchor} is not found by its path")
            self.expect(anchor in self.found(browser, anchor.split(".")[1]), f"{anchor} is not found by name")
        permissions = browser.run("""
            return [...document.querySelectorAll(".access li")].flatMap((item) =>
                item.textContent.startsWith("Requires: ") && item.querySelector("code")
                    ? [[item.closest("article").querySelector("h3").id, item.querySelector("code").textContent]] : []);
            """)
        for anchor, permission in permissions[:40]:
            found = self.found(browser, permission)
            self.expect(anchor in found, f"{anchor} is not found by {permission}")
            self.expect(len(found) < max(2, len(self.operations)), f"{permission} finds all")
        self.expect(self.found(browser, "no operation has this") == [], "a search for nothing finds something")
        status = browser.run("return document.getElementById('found').textContent")
        self.expect(status == "0 results", f"the status is {status}")
        self.expect(len(self.found(browser, "")) >= len(anchors), "an empty search hides something")

    def use_keyboard(self, browser):
        browser.open(self.page)
        browser.press("tab")
        self.expect(browser.run("return document.activeElement.className") == "skip", "the first stop is no way past")
        browser.press("/")
        self.expect(browser.run("return document.activeElement.id") == "search", "/ does not lead to the search")
        name = self.operations[-1]["page"].split("#")[1]
        browser.press(*name)
        browser.press("down")
        first = browser.run("return document.activeElement.hash ?? ''")
        browser.press("enter")
        self.expect(first != "" and browser.run("return location.hash") == first, "a result cannot be entered")
        top = browser.run("return document.querySelector(':target').getBoundingClientRect().top")
        bottom = browser.run("return document.querySelector('header').getBoundingClientRect().bottom")
        self.expect(top >= bottom, "the header hides what a link leads to")
        browser.press("/")
        browser.press("escape")
        self.expect(browser.run("return document.getElementById('search').value") == "", "escape empties nothing")

    def change_theme(self, browser):
        color = "return getComputedStyle(document.body).backgroundColor"
        before = browser.run(color)
        browser.run("document.getElementById('theme').click()")
        self.expect(browser.run(color) != before, "the button changes no color")
        browser.open(self.page)
        self.expect(browser.run(color) != before, "the choice is forgotten")
        browser.run("document.getElementById('theme').click()")

    def read_without_scripts(self, browser):
        browser.open(self.page)
        text = browser.text("main")
        for operation in self.operations[:40]:
            self.expect(operation["path"] in text, f"{operation['path']} needs scripts")
        self.expect("Copy" not in browser.text("pre"), "scripts run")


def main(documents):
    if not documents:
        sys.exit(__doc__)
    status = 0
    for document in documents:
        with tempfile.TemporaryDirectory() as folder:
            trial = Trial(document, *generate(document, pathlib.Path(folder)))
            trial.run()
        print(f"{document}: {trial.checked} checks, {len(trial.faults)} faults", flush=True)
        for fault in trial.faults[:int(os.environ.get("FAULTS", "10"))]:
            print(f"  {fault}")
        status = status or int(bool(trial.faults))
    sys.exit(status)


main(sys.argv[1:])
