#!/usr/bin/env python3
"""Holds the sources to the lowest version of macOS that Package.swift promises, on Linux.

    Tests/platforms.py [MODULE ...]

Here the compiler takes what that version lacks, and there is no SDK of Apple. But Swift's libraries are made of the same
sources everywhere, and their binary modules keep the `@available` of all platforms. So each module is checked once more,
after `swift build --build-tests`, against copies of all binary modules that claim to be for macOS. What is too new for
macOS is so for the other platforms as well, as libraries give the versions of one year together.

It sees neither code that is not compiled on Linux, nor what is written anew for it and so has no versions: `URLSession`
and other classes of Foundation.
"""

import argparse
import concurrent.futures
import glob
import json
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BUILD = os.path.join(ROOT, ".build/debug")
OWN = tuple(os.path.join(ROOT, folder, "") for folder in ("Generated", "Sources", "Tests"))
# The arguments of a build that matter here, and how many values follow each.
ARGUMENTS = {"-Xcc": 1, "-enable-upcoming-feature": 1, "-module-name": 1, "-package-name": 1, "-parse-as-library": 0,
             "-swift-version": 1}
# What is too new, to see that it is found.
CONTROL = "import Synchronization\nlet control = Mutex(0)\n"


def info(*arguments):
    return json.loads(subprocess.check_output(["swiftc", "-print-target-info", *arguments]))


def lowest(host):
    """The triple of the promised version. It is as long as that of the host, which it replaces in binary files."""
    with open(os.path.join(ROOT, "Package.swift")) as manifest:
        version = re.search(r"\.macOS\(\.v(\d+)(?:_(\d+))?\)", manifest.read())
    triple = f"{host.split('-')[0]}-apple-macosx{version[1]}.{version[2] or 0}".ljust(len(host), "0")
    assert len(triple) == len(host), triple
    return triple


def commands():
    """The sources of each module of this package, and the arguments of its compilation."""
    found, sources = {}, []
    with open(BUILD + ".yaml") as manifest:
        for line in map(str.strip, manifest):
            if line.startswith("inputs: ["):
                sources = [path for path in json.loads(line[len("inputs: "):]) if path.endswith(".swift")]
            elif line.startswith("args: [") and any(path.startswith(OWN) for path in sources):
                words = json.loads(line[len("args: "):])
                if "-module-name" in words:
                    found[words[words.index("-module-name") + 1]] = [*kept(words), *sources]
    return found


def kept(words):
    """The arguments of the list above, and conditions."""
    result = []
    for index, word in enumerate(words):
        if word in ARGUMENTS:
            result += words[index:index + 1 + ARGUMENTS[word]]
        elif word.startswith("-D"):
            result.append(word)
    return result


class Compiler:
    """The compiler with modules for another platform, which are below a folder."""

    def __init__(self, host, target, folder):
        self.host, self.target, self.folder = host, target, folder
        self.resources, self.overlay = os.path.join(folder, "resources"), os.path.join(folder, "overlay.json")
        self.modules = os.path.join(folder, "modules")
        paths = info()["paths"]
        libraries, headers = paths["runtimeLibraryImportPaths"]
        os.makedirs(self.resources)
        for name in os.listdir(paths["runtimeResourcePath"]):
            os.symlink(os.path.join(paths["runtimeResourcePath"], name), os.path.join(self.resources, name))
        self.copy_libraries(libraries)
        for path in glob.glob(os.path.join(BUILD, "Modules/*.swiftmodule")):
            self.copy(path, os.path.join(self.modules, os.path.basename(path)))
        self.add_c_library(headers)

    def copy_libraries(self, libraries):
        """Copies the modules of the toolchain, in their binary form if there is one."""
        target = info("-target", self.target)["target"]
        for folder in glob.glob(os.path.join(libraries, "*.swiftmodule")):
            paths = [os.path.join(folder, self.host + ending) for ending in (".swiftmodule", ".swiftinterface")]
            for path in list(filter(os.path.exists, paths))[:1]:
                name = target["moduleTriple"] + os.path.splitext(path)[1]
                self.copy(path, os.path.join(self.resources, target["platform"], os.path.basename(folder), name))

    def copy(self, path, destination):
        with open(path, "rb") as file:
            content = file.read().replace(self.host.encode(), self.target.encode())
        os.makedirs(os.path.dirname(destination), exist_ok=True)
        with open(destination, "wb") as file:
            file.write(content)

    def add_c_library(self, headers):
        """Makes a module of its headers, as the compiler does by itself where the target is Linux."""
        files = [{"type": "file", "name": name, "external-contents": os.path.join(headers, source)}
                 for name, source in [("module.modulemap", "glibc.modulemap"), ("SwiftGlibc.h", "SwiftGlibc.h")]]
        with open(self.overlay, "w") as file:
            json.dump({"version": 0, "use-external-names": False,
                       "roots": [{"type": "directory", "name": "/usr/include", "contents": files}]}, file)

    def faults(self, arguments):
        """The errors of the compiler in a module."""
        plugins = os.path.join(self.resources, "host/plugins")
        result = subprocess.run([
            "swiftc", "-frontend", "-typecheck", "-suppress-warnings", "-diagnostic-style", "llvm",
            "-target", self.target, "-disable-objc-interop", "-clang-target", self.host, "-Xcc", "-ivfsoverlay",
            "-Xcc", self.overlay, "-Xcc", "-fmodule-map-file=/usr/include/module.modulemap",
            "-resource-dir", self.resources, "-I", self.modules, "-plugin-path", plugins,
            "-plugin-path", os.path.join(plugins, "testing"),
            "-module-cache-path", os.path.join(self.folder, "cache"), *arguments], capture_output=True, text=True)
        found = re.findall(r"^(.*?:\d+):\d+: error: (.*)$", result.stderr, re.M)
        if result.returncode != 0 and not found:
            return [result.stderr]
        return [f"{os.path.relpath(place, ROOT)}: {message}" for place, message in found]


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("modules", nargs="*", help="all, if none is named")
    chosen = arguments.parse_args().modules
    host = info()["target"]["triple"]
    if "-apple-" in host:
        return print("On this platform, the compiler itself finds what is too new.")
    all_commands = commands()
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        compiler = Compiler(host, lowest(host), folder)
        control = os.path.join(folder, "control.swift")
        with open(control, "w") as file:
            file.write(CONTROL)
        if not any("is only available" in fault for fault in compiler.faults(["-swift-version", "6", control])):
            sys.exit("error: the control was not found")
        checked = pool.map(compiler.faults, [all_commands[name] for name in chosen or all_commands])
        faults = [fault for found in checked for fault in found]
    for fault in faults:
        print(f"error: {fault}")
    print(f"{len(chosen or all_commands)} modules, {len(faults)} faults")
    sys.exit(1 if faults or not all_commands else 0)


main()
