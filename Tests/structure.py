#!/usr/bin/env python3
"""Holds the sources to their plan, by what the compiler wrote into its index in a debug build.

    Tests/structure.py [--list] [cycles | map | members | labels | representation ...]

Fails on a cycle between the folders of a module, on folders that use others than the map in
Sources/Generator/README.md says, on a type with more than 40 members in all its extensions, on
functions with two or more unlabelled parameters above a share of 5 %, and on what is no part of a folder's vocabulary:
the representation of an API knows no Swift. `--list` prints what was found on the way.
"""

import argparse
import collections
import ctypes
import os
import re
import shutil
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
MODULES = ["Sources/Generator", "Sources/APIRuntime"]
MOST_MEMBERS = 40
MOST_UNLABELLED = 0.05

# From the C header of the compiler's index store.
DEFINITION, REFERENCE, IMPLICIT = 1 << 1, 1 << 2, 1 << 8
CHILD_OF, EXTENDED_BY, ACCESSOR_OF = 1 << 9, 1 << 14, 1 << 15
RECORD = 2
ENUM, STRUCT, CLASS, PROTOCOL, EXTENSION, TYPEALIAS = 5, 6, 7, 8, 9, 11
FUNCTION, VARIABLE, ENUM_CONSTANT, PARAMETER = 12, 13, 15, 25
METHODS, PROPERTIES, INITIALIZER = (16, 17, 18), (14, 19, 20, 21), 22
TYPES = (ENUM, STRUCT, CLASS, PROTOCOL)

Occurrence = collections.namedtuple("Occurrence", "file line usr name kind roles relations")


class Text(ctypes.Structure):
    _fields_ = [("data", ctypes.c_void_p), ("length", ctypes.c_size_t)]

    def __str__(self):
        return ctypes.string_at(self.data, self.length).decode() if self.length else ""


class IndexStore:
    """The occurrences of symbols in the sources of this package."""

    def __init__(self, path):
        swift = os.path.dirname(os.path.dirname(os.path.realpath(shutil.which("swiftc"))))
        library = os.path.join(swift, "lib", "libIndexStore.so")
        self.library = ctypes.CDLL(library if os.path.exists(library) else library[:-2] + "dylib")
        self.store = self.call("store_create", ctypes.c_void_p, path.encode(), None)

    def call(self, name, result, *arguments):
        function = getattr(self.library, "indexstore_" + name)
        function.restype = result
        return function(*[ctypes.c_void_p(a) if isinstance(a, int) else a for a in arguments])

    def each(self, name, item, reader, *arguments):
        """What an `apply` function passes to its callback."""
        items = []
        callback = ctypes.CFUNCTYPE(ctypes.c_bool, ctypes.c_void_p, item)
        take = callback(lambda _, value: items.append(str(value) if item is Text else value) or True)
        self.call(name, ctypes.c_bool, reader, *arguments, None, take)
        return items

    def records(self):
        """The newest record of each source, by the source's path."""
        for unit in self.each("store_units_apply_f", Text, self.store, ctypes.c_uint(1)):
            reader = self.call("unit_reader_create", ctypes.c_void_p, self.store, unit.encode(), None)
            source = str(self.call("unit_reader_get_main_file", Text, reader))
            if source.startswith(tuple(os.path.join(ROOT, m) for m in MODULES)) and os.path.exists(source):
                take = lambda d: (self.call("unit_dependency_get_kind", ctypes.c_int, d),
                                  str(self.call("unit_dependency_get_filepath", Text, d)),
                                  str(self.call("unit_dependency_get_name", Text, d)))
                yield from self.dependencies(reader, source, take)
            self.call("unit_reader_dispose", None, reader)

    def dependencies(self, reader, source, take):
        found = []
        callback = ctypes.CFUNCTYPE(ctypes.c_bool, ctypes.c_void_p, ctypes.c_void_p)
        step = callback(lambda _, d: found.append(take(d)) or True)
        self.call("unit_reader_dependencies_apply_f", ctypes.c_bool, reader, None, step)
        return [(path, name) for kind, path, name in found if kind == RECORD and path == source]

    def occurrences(self):
        for path, name in sorted(set(self.records())):
            reader = self.call("record_reader_create", ctypes.c_void_p, self.store, name.encode(), None)
            if reader is None:
                continue
            found = []
            callback = ctypes.CFUNCTYPE(ctypes.c_bool, ctypes.c_void_p, ctypes.c_void_p)
            step = callback(lambda _, o: found.append(self.occurrence(path, o)) or True)
            self.call("record_reader_occurrences_apply_f", ctypes.c_bool, reader, None, step)
            self.call("record_reader_dispose", None, reader)
            yield from found

    def occurrence(self, path, occurrence):
        symbol = self.call("occurrence_get_symbol", ctypes.c_void_p, occurrence)
        line, column = ctypes.c_uint(), ctypes.c_uint()
        self.call("occurrence_get_line_col", None, occurrence, ctypes.byref(line), ctypes.byref(column))
        relations = []
        callback = ctypes.CFUNCTYPE(ctypes.c_bool, ctypes.c_void_p, ctypes.c_void_p)
        step = callback(lambda _, r: relations.append(self.relation(r)) or True)
        self.call("occurrence_relations_apply_f", ctypes.c_bool, occurrence, None, step)
        return Occurrence(
            os.path.relpath(path, ROOT), line.value,
            str(self.call("symbol_get_usr", Text, symbol)), str(self.call("symbol_get_name", Text, symbol)),
            self.call("symbol_get_kind", ctypes.c_int, symbol),
            self.call("occurrence_get_roles", ctypes.c_uint64, occurrence), relations)

    def relation(self, relation):
        symbol = self.call("symbol_relation_get_symbol", ctypes.c_void_p, relation)
        return (self.call("symbol_relation_get_roles", ctypes.c_uint64, relation),
                str(self.call("symbol_get_usr", Text, symbol)))


def definitions(occurrences):
    """Where each symbol is defined."""
    found = {}
    for o in occurrences:
        is_written = not o.roles & IMPLICIT or o.kind == INITIALIZER
        if o.roles & DEFINITION and o.kind != EXTENSION and o.usr and is_written:
            found.setdefault(o.usr, o)
    return found


def folder_edges(module, occurrences, defined):
    """Which folder uses what of which."""
    edges = collections.defaultdict(collections.Counter)
    for o in occurrences:
        target = defined.get(o.usr)
        if not o.roles & REFERENCE or target is None:
            continue
        if o.file.startswith(module) and target.file.startswith(module):
            pair = os.path.dirname(o.file), os.path.dirname(target.file)
            if pair[0] != pair[1]:
                edges[pair][target.name] += 1
    return edges


def cycles(edges):
    """The groups of folders that reach one another (Tarjan)."""
    graph = collections.defaultdict(set)
    for source, target in edges:
        graph[source].add(target)
    index, low, stack, groups = {}, {}, [], []

    def visit(node):
        index[node] = low[node] = len(index)
        stack.append(node)
        for following in graph.get(node, ()):
            if following not in index:
                visit(following)
                low[node] = min(low[node], low[following])
            elif following in stack:
                low[node] = min(low[node], index[following])
        if low[node] == index[node]:
            group = []
            while not group or group[-1] != node:
                group.append(stack.pop())
            groups.append(sorted(group))

    for node in list(graph):
        if node not in index:
            visit(node)
    return [group for group in groups if len(group) > 1]


def members(occurrences, defined):
    """The members of each type, with those of its extensions. The cases of an enumeration are what it is for."""
    extended = {}
    for o in occurrences:
        for roles, usr in o.relations:
            if roles & EXTENDED_BY:
                extended[usr] = o.usr
    found = collections.defaultdict(set)
    counted = METHODS + PROPERTIES + (INITIALIZER, VARIABLE, FUNCTION, TYPEALIAS)
    for o in occurrences:
        if not o.roles & DEFINITION or o.roles & IMPLICIT or o.kind not in counted:
            continue
        if any(roles & ACCESSOR_OF for roles, _ in o.relations):
            continue
        for roles, usr in o.relations:
            owner = extended.get(usr, usr)
            if roles & CHILD_OF and owner in defined and defined[owner].kind in TYPES:
                found[owner].add((o.name, o.usr))
    return found


def unlabelled(occurrences):
    """The functions of two or more parameters, and those of them with two or more without a label."""
    names = {}
    for o in occurrences:
        if o.roles & DEFINITION and not o.roles & IMPLICIT and o.kind in METHODS + (FUNCTION, INITIALIZER):
            labels = re.search(r"\((.*)\)$", o.name)
            if labels and re.match(r"[A-Za-z_]", o.name):
                names[o.usr] = (o, labels.group(1).split(":")[:-1])
    several = [(o, labels) for o, labels in names.values() if len(labels) > 1]
    return names, [o for o, labels in several if labels.count("_") > 1]


def swift_in_representation(occurrences, defined):
    """What the folder `IR` says of Swift: symbols of the folders that know it, and the word itself."""
    faults = []
    for o in occurrences:
        target = defined.get(o.usr)
        if o.file.startswith("Sources/Generator/IR/") and target is not None:
            if target.file.startswith(("Sources/Generator/Swift/", "Sources/Generator/Naming/")):
                faults.append(f"{o.file}:{o.line}: {target.name} is of {os.path.dirname(target.file)}")
    folder = os.path.join(ROOT, "Sources/Generator/IR")
    for name in sorted(os.listdir(folder)):
        for number, line in enumerate(open(os.path.join(folder, name)), 1):
            if "Swift" in line:
                faults.append(f"Sources/Generator/IR/{name}:{number}: {line.strip()}")
    return faults


def cycle_faults(occurrences, defined, is_listing):
    for module in MODULES:
        edges = folder_edges(module, occurrences, defined)
        for (source, target), names in sorted(edges.items()) if is_listing else []:
            some = ", ".join(name for name, _ in names.most_common(8))
            print(f"{source} -> {target} {sum(names.values())}: {some}")
        for group in cycles(edges):
            yield f"{module}: a cycle of {', '.join(os.path.relpath(f, module) for f in group)}"


def planned_edges(path):
    """The folders of the map, each with those that it may use."""
    for line in open(path):
        cells = [re.findall(r"`([\w/]+)`", cell) for cell in line.split("|")[1:-1]]
        if len(cells) == 3 and len(cells[0]) == 1:
            yield cells[0][0], set(cells[2])


def map_faults(occurrences, defined, _):
    module = "Sources/Generator"
    planned = dict(planned_edges(os.path.join(ROOT, module, "README.md")))
    used = {folder: set() for folder in planned}
    for source, target in folder_edges(module, occurrences, defined):
        if source != module:
            used.setdefault(os.path.relpath(source, module), set()).add(os.path.relpath(target, module))
    for folder in sorted(used):
        if folder not in planned:
            yield f"{module}/README.md: the map has no row for {folder}"
            continue
        for other in sorted(used[folder] ^ planned[folder]):
            verb = "uses" if other in used[folder] else "does not use"
            yield f"{module}/README.md: {folder} {verb} {other}, other than the map says"


def member_faults(occurrences, defined, is_listing):
    for owner, all_members in sorted(members(occurrences, defined).items(), key=lambda i: -len(i[1])):
        place = f"{defined[owner].file}:{defined[owner].line}: {defined[owner].name}"
        if is_listing and len(all_members) > 25:
            print(f"{place} has {len(all_members)} members")
        if len(all_members) > MOST_MEMBERS:
            yield f"{place} has {len(all_members)} members, more than {MOST_MEMBERS}"


def label_faults(occurrences, defined, is_listing):
    functions, bare = unlabelled(occurrences)
    for o in sorted(bare) if is_listing else []:
        print(f"{o.file}:{o.line}: {o.name}")
    share = len(bare) / max(1, len(functions))
    print(f"{len(functions)} functions, {len(bare)} with two or more unlabelled parameters ({share:.1%})")
    if share > MOST_UNLABELLED:
        yield f"{share:.1%} of functions have two or more unlabelled parameters"


CHECKS = {"cycles": cycle_faults, "map": map_faults, "members": member_faults, "labels": label_faults,
          "representation": lambda occurrences, defined, _: swift_in_representation(occurrences, defined)}


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("checks", nargs="*", choices=[[], *CHECKS], help="all, if none is named")
    arguments.add_argument("--list", action="store_true", help="print what was found on the way")
    chosen = arguments.parse_args()
    occurrences = list(IndexStore(os.path.join(ROOT, ".build/debug/index/store")).occurrences())
    defined = definitions(occurrences)
    faults = [fault for check in chosen.checks or CHECKS
              for fault in CHECKS[check](occurrences, defined, chosen.list)]
    for fault in faults:
        print(f"error: {fault}")
    sys.exit(1 if faults or not occurrences else 0)


main()
