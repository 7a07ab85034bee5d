"""The YAML files that come with the exhibit: trusted, but a disk may spoil them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from kiosk.shipped import damaged, shipped_text

if TYPE_CHECKING:
    from pathlib import Path

SAFE_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""In C where PyYAML was built with it: ten times quicker at start-up.  No other loader is used."""


def shipped_yaml(path: Path) -> dict[str, Any]:
    """The mapping in one of our own files; raises BrokenInstallation."""
    try:
        found = yaml.load(shipped_text(path), Loader=SAFE_LOADER)
    except yaml.YAMLError as error:
        line = getattr(getattr(error, "problem_mark", None), "line", 0) + 1
        raise damaged(path, f"line {line} is no YAML") from None
    if not isinstance(found, dict):
        raise damaged(path, "there is nothing in it")
    return found
