"""What the generator told of a schema."""

import re

import yaml

import documents


def codes_of(text):
    return sorted(set(re.findall(r"^\S[^\n]*?: (?:warning|error): [^\n]*?\[([a-z-]+)\]$", text, re.M)))


class Told:
    """The codes of the diagnostics that stand at a schema, or at one that it leads to in its file."""

    def __init__(self, text, root):
        self.root = root
        self.found = re.findall(r"^(\S[^\n]*?):(\d+):\d+: (?:warning|error): [^\n]*?\[([a-z-]+)\]", text, re.M)
        # Once for a document, since there may be thousands of them.
        self.has_implied_types = any(code == "implied-type" for _, _, code in self.found)

    def codes(self, case):
        path = self.root / case.file
        found = [(int(line), code) for file, line, code in self.found if file.endswith(case.file)]
        tree = yaml.compose(path.read_text(), Loader=documents.Loader)
        codes, seen, pending = set(), set(), [case.pointer]
        while pending:
            pointer = pending.pop()
            if pointer in seen:
                continue
            seen.add(pointer)
            node, schema = node_at(tree, pointer), documents.at(documents.known(path), pointer)
            if node is None:
                continue
            first_line, last_line = node.start_mark.line + 1, node.end_mark.line + 1
            codes |= {code for line, code in found if first_line <= line <= last_line}
            if self.has_implied_types and isinstance(schema, dict) and not {"type", "$ref"} & schema.keys():
                codes.add("implied-type")
            pending += references(schema)
        return sorted(codes)


def node_at(node, pointer):
    for step in pointer.split("/")[1:]:
        step = step.replace("~1", "/").replace("~0", "~")
        if isinstance(node, yaml.MappingNode):
            node = next((child for key, child in node.value if key.value == step), None)
        elif isinstance(node, yaml.SequenceNode) and step.isdigit() and int(step) < len(node.value):
            node = node.value[int(step)]
        else:
            return None
    return node


def references(node):
    if isinstance(node, dict):
        own = [node["$ref"][1:]] if isinstance(node.get("$ref"), str) and node["$ref"].startswith("#/") else []
        return own + [pointer for child in node.values() for pointer in references(child)]
    return [pointer for item in node for pointer in references(item)] if isinstance(node, list) else []
