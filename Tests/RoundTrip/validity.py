"""Whether an example is valid by its schema, asked of an implementation of JSON Schema."""

import functools
import pathlib
import re
import urllib.parse
from decimal import Decimal

import jsonschema
import referencing
import referencing.jsonschema

import documents


class Validity:
    """Whether an example is valid by its schema, asked of an implementation of JSON Schema."""

    def __init__(self, path, document):
        self.is_old = document["openapi"].startswith("3.0")
        self.registry = referencing.Registry(retrieve=functools.cache(self.retrieve)).with_resource(
            path.as_uri(), self.resource(document))

    def resource(self, document):
        return referencing.Resource(
            modern(document, self.is_old), referencing.jsonschema.DRAFT202012)

    def retrieve(self, uri):
        return self.resource(documents.known(pathlib.Path(urllib.parse.unquote(uri.removeprefix("file://")))))

    def accepts(self, file, pointer, value):
        validator = jsonschema.Draft202012Validator(
            {"$ref": f"{file.as_uri()}#{urllib.parse.quote(pointer)}"}, registry=self.registry)
        try:
            return validator.is_valid(floats(value))
        except (referencing.exceptions.Unresolvable, jsonschema.exceptions.SchemaError, re.error, RecursionError,
                TypeError, AttributeError):
            # A schema that the implementation cannot read says nothing of the example.
            return False


def floats(value):
    if isinstance(value, dict):
        return {key: floats(item) for key, item in value.items()}
    if isinstance(value, list):
        return [floats(item) for item in value]
    return float(value) if not isinstance(value, (str, int, bool, type(None))) else value


def modern(schema, is_old):
    """A schema in the words of JSON Schema 2020-12, as far as OpenAPI 3.0 has others."""
    if isinstance(schema, list):
        return [modern(item, is_old) for item in schema]
    if not isinstance(schema, dict):
        return float(schema) if isinstance(schema, Decimal) else schema
    if is_old and isinstance(schema.get("$ref"), str):
        return {"$ref": schema["$ref"]}
    made = {key: child if key in ("enum", "const", "example", "examples", "default") else
            modern(child, is_old) for key, child in schema.items() if key not in ("discriminator", "xml")}
    made = {key: child for key, child in made.items() if not (child is None and key != "const")}
    if is_old:
        for limit in ("Minimum", "Maximum"):
            exclusive = made.get(f"exclusive{limit}")
            if exclusive is True and limit.lower() in made:
                made[f"exclusive{limit}"] = made.pop(limit.lower())
            elif isinstance(exclusive, bool):
                del made[f"exclusive{limit}"]
        if made.get("nullable") is True and isinstance(made.get("type"), str):
            made["type"] = [made["type"], "null"]
            if isinstance(made.get("enum"), list) and None not in made["enum"]:
                made["enum"] = made["enum"] + [None]
    return made
