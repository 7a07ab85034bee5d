from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from kiosk import shipped as module
from kiosk.shipped import BrokenInstallation, shipped
from tests.project import PROJECT

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", ["assets", "content"])
def test_a_checkout_uses_the_folders_beside_main(name: str) -> None:
    assert shipped(name) == PROJECT / name  # type: ignore[arg-type]


def test_an_installed_package_uses_the_folders_inside_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "kiosk"
    for folder in (package / "assets", tmp_path / "assets"):
        folder.mkdir(parents=True)
    monkeypatch.setattr(module, "_PACKAGE", package)

    assert shipped("assets") == package / "assets"


def test_a_missing_folder_is_named_with_the_places_where_it_was_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_PACKAGE", tmp_path / "kiosk")

    with pytest.raises(BrokenInstallation, match=re.escape(str(tmp_path / "kiosk" / "content"))):
        shipped("content")
