"""Reads OpenAPI documents: YAML by the core schema of YAML 1.2, JSON without rounding, and the examples in them."""

import functools
import json
import re
from decimal import Decimal

import yaml


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """YAML 1.2, core schema: dates, `yes` and `1_000` are texts."""


Loader.yaml_implicit_resolvers = {}
for tag, pattern, first in [
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
]:
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), first)


def integer(loader, node):
    text = node.value
    return int(text[2:], 8) if text.startswith("0o") else int(text, 16) if text.startswith("0x") else int(text)


Loader.add_constructor("tag:yaml.org,2002:int", integer)
Loader.add_constructor("tag:yaml.org,2002:float", lambda loader, node: Decimal(node.value))


def mapping(loader, node):
    """Keys are texts, also `200` and `on`."""
    loader.flatten_mapping(node)
    return {key.value: loader.construct_object(value, deep=True) for key, value in node.value}


Loader.add_constructor("tag:yaml.org,2002:map", mapping)


def parse_json(text):
    return json.loads(text, parse_float=Decimal)


def read(path):
    text = path.read_text(encoding="utf-8-sig")
    if path.suffix == ".json":
        try:
            return parse_json(text)
        except ValueError:
            pass
    return yaml.load(text.replace("\t", " ") if path.suffix == ".json" else text, Loader=Loader)


def exact(value):
    """Numbers with a fraction as texts that are marked, since a float would round them."""
    if isinstance(value, Decimal):
        return f"\0{value}" if value.is_finite() else str(value)
    if isinstance(value, dict):
        return {key: exact(item) for key, item in value.items()}
    return [exact(item) for item in value] if isinstance(value, list) else value


def json_text(value):
    return re.sub(r'"\\u0000([^"]*)"', r"\1", json.dumps(exact(value), ensure_ascii=False))


# -- Examples ---------------------------------------------------------------------------------------------------------

SCHEMAS = {"items", "additionalProperties", "not", "if", "then", "else", "contains", "propertyNames",
           "unevaluatedItems", "unevaluatedProperties", "schema", "itemSchema", "additionalItems"}
LISTS = {"allOf", "anyOf", "oneOf", "prefixItems"}
MAPS = {"properties", "patternProperties", "dependentSchemas", "$defs", "definitions", "schemas"}
OPAQUE = {"example", "examples", "default", "enum", "const", "value", "x-example", "mapping", "security", "scopes"}


def escaped(key):
    return str(key).replace("~", "~0").replace("/", "~1")


def resolve(path, node):
    """What a reference in a file leads to."""
    for _ in range(20):
        reference = node.get("$ref") if isinstance(node, dict) else None
        if not isinstance(reference, str) or "://" in reference:
            return node
        file, _, pointer = reference.partition("#")
        path = path.parent / file if file else path
        if not path.is_file():
            return None
        node = at(known(path.resolve()), pointer)
    return None


@functools.cache
def known(path):
    try:
        return read(path)
    except (yaml.YAMLError, UnicodeDecodeError):
        return None


def at(document, pointer):
    node = document
    for step in pointer.split("/")[1:]:
        step = step.replace("~1", "/").replace("~0", "~")
        if isinstance(node, list) and step.isdigit() and int(step) < len(node):
            node = node[int(step)]
        elif isinstance(node, dict) and step in node:
            node = node[step]
        else:
            return None
    return node


def examples(path):
    """Each example of a file as JSON, with the pointer of the schema that it is an example of."""
    yield from walk(path, known(path), "", False)


def walk(path, node, pointer, is_schema):
    if isinstance(node, list):
        for index, item in enumerate(node):
            yield from walk(path, item, f"{pointer}/{index}", False)
    if not isinstance(node, dict):
        return
    if is_schema and "$ref" not in node:
        if "example" in node:
            yield pointer, node["example"]
        if isinstance(node.get("examples"), list):
            yield from ((pointer, value) for value in node["examples"])
    elif "schema" in node and "in" not in node and "explode" not in node:
        yield from of_media_type(path, node, pointer)
    for key, child in node.items():
        below = f"{pointer}/{escaped(key)}"
        if key in OPAQUE or str(key).startswith("x-"):
            continue
        if is_schema or key in ("components", "schemas"):
            if key in MAPS and isinstance(child, dict):
                for name, schema in child.items():
                    yield from walk(path, schema, f"{below}/{escaped(name)}", True)
                continue
        if key in LISTS and is_schema and isinstance(child, list):
            for index, schema in enumerate(child):
                yield from walk(path, schema, f"{below}/{index}", True)
            continue
        yield from walk(path, child, below, key in SCHEMAS and (is_schema or key in ("schema", "itemSchema")))


def of_media_type(path, node, pointer):
    if not re.search(r"/[^/]*json[^/]*$", pointer.lower()) or "sequences" in pointer or "jsonl" in pointer:
        return
    if "example" in node:
        yield pointer + "/schema", node["example"]
    for example in node["examples"].values() if isinstance(node.get("examples"), dict) else []:
        example = resolve(path, example)
        if isinstance(example, dict) and "value" in example:
            yield pointer + "/schema", example["value"]
