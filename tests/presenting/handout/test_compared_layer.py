"""A data layer of which two places are compared, on paper: the legend says whose outlines are."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from kiosk.__main__ import main
from kiosk.shipped import shipped
from tests.tools import needs

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.usefixtures("qapp"), needs("pdftotext")]

TOUR = """\
id: compared
title: {en: Compared}
steps:
- id: two
  layer: density
  highlight: [macao, shenzhen]
  notes: {en: Ask which is denser.}
  duration: 0:30
"""


def words_of(folder: Path, tour: str, out: Path) -> str:
    (folder / "tours/compared.yaml").write_text(tour, encoding="utf-8")
    called = ["handout", "compared", "--content", str(folder), "--language", "en"]
    assert main([*called, "--out", str(out)]) == 0
    told = subprocess.run(
        ["pdftotext", "-raw", str(out), "-"], capture_output=True, text=True, check=True, timeout=60
    )
    return re.sub(r"\s+", " ", told.stdout)


def test_the_legend_names_the_outlined_places(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    shutil.copytree(shipped("content"), folder)

    compared = words_of(folder, TOUR, tmp_path / "two.pdf")
    assert "and more Macao SAR Shenzhen" in compared

    alone = words_of(
        folder, TOUR.replace("  highlight: [macao, shenzhen]\n", ""), tmp_path / "a.pdf"
    )
    assert "and more Macao SAR" not in alone
