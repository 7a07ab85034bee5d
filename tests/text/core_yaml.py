"""YAML as editors read it, with the core schema of https://yaml.org/spec/1.2.2/#103-core-schema."""

from __future__ import annotations

import re
from typing import Any

import yaml


class _CoreLoader(yaml.SafeLoader):
    """Knows null, booleans, integers and floats, and neither dates nor `yes`."""


_CoreLoader.yaml_implicit_resolvers = {}
for _kind, _pattern, _first in (
    ("null", r"~|null|Null|NULL|", "~nN"),
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    _CoreLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_kind}", re.compile(rf"(?:{_pattern})\Z"), [*_first, ""]
    )


def _number(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> int | float:
    whole = node.tag.endswith("int")
    return int(node.value) if whole else float(node.value)


for _tag in ("tag:yaml.org,2002:int", "tag:yaml.org,2002:float"):
    _CoreLoader.add_constructor(_tag, _number)


def core_yaml(text: str) -> Any:
    """What an editor takes the text for."""
    return yaml.load(text, Loader=_CoreLoader)
